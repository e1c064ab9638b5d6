import { KeyOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Session } from '../api/answers.js';
import { answer, api } from '../api/client.js';
import { ProblemAlert } from '../ui/problem-alert.js';
import { KeyDeclined, signed } from './keys.js';

type Proof = { readonly code: string } | { readonly password: string } | 'key';

/** A refusal in words; what a key declined, too. */
export function ProofAlert({ error }: { readonly error: unknown }) {
  const { t } = useTranslation();
  return error instanceof KeyDeclined ? (
    <Alert type="error" showIcon role="alert" className="problem" title={t('factor.keyDeclined')} />
  ) : (
    <ProblemAlert error={error} />
  );
}

/** Proves who sits there: by the factor that is enrolled, by the password where none is. */
export function ProofForm({
  session,
  onProved,
}: {
  readonly session: Session;
  readonly onProved: (session: Session) => void;
}) {
  const { t } = useTranslation();
  const prove = useMutation({
    mutationFn: async (proof: Proof) => {
      const body = proof === 'key' ? { signed: { ...(await signed()) } } : proof;
      return answer(api.POST('/api/session/confirmation', { body }));
    },
    onSuccess: onProved,
  });
  const rules = [{ required: true, message: t('common.required') }];
  const [byApp, byKey] = [session.factors.includes('totp'), session.factors.includes('passkey')];
  const key = (
    <Button
      icon={<KeyOutlined />}
      type={byApp ? 'default' : 'primary'}
      block
      loading={prove.isPending}
      onClick={() => prove.mutate('key')}
    >
      {t('factor.useKey')}
    </Button>
  );
  return (
    <>
      <ProofAlert error={prove.error} />
      {byKey && <div className="proof-key">{key}</div>}
      <Form layout="vertical" requiredMark={false} onFinish={prove.mutate}>
        {session.factors.length > 0 ? (
          <Form.Item
            name="code"
            label={t(byApp ? 'factor.code' : 'factor.recoveryCode')}
            extra={byApp ? t('factor.codeHint') : undefined}
            rules={rules}
          >
            <Input autoComplete="one-time-code" inputMode="text" spellCheck={false} autoFocus={byApp} maxLength={40} />
          </Form.Item>
        ) : (
          <Form.Item name="password" label={t('factor.password')} rules={rules}>
            <Input.Password autoComplete="current-password" autoFocus maxLength={512} />
          </Form.Item>
        )}
        <Button type={byApp || !byKey ? 'primary' : 'default'} htmlType="submit" block loading={prove.isPending}>
          {t('factor.prove')}
        </Button>
      </Form>
    </>
  );
}
