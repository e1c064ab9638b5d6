import { useMutation } from '@tanstack/react-query';
import { Button, Form, Input, QRCode } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../api/client.js';
import { Loading } from '../ui/loading.js';
import { ProblemAlert } from '../ui/problem-alert.js';

/** Shows the secret once, for a camera and for fingers, and takes the first code. */
export function TotpEnrolment({ onEnrolled }: { readonly onEnrolled: (recoveryCodes: readonly string[]) => void }) {
  const { t } = useTranslation();
  const { mutate, data, error } = useMutation({
    mutationFn: () => answer(api.POST('/api/session/factors/totp')),
  });
  useEffect(() => mutate(), [mutate]);
  const confirm = useMutation({
    mutationFn: ({ code }: { code: string }) =>
      answer(api.POST('/api/session/factors/totp/confirmation', { body: { code: code.trim() } })),
    onSuccess: ({ recoveryCodes }) => onEnrolled(recoveryCodes),
  });
  if (error) return <ProblemAlert error={error} onRetry={() => mutate()} />;
  if (!data) return <Loading />;
  return (
    <>
      <p>{t('factor.scan')}</p>
      <div className="qr">
        <QRCode value={data.uri} type="svg" size={196} bordered={false} aria-label={t('factor.qr')} />
      </div>
      <p>
        {t('factor.secret')}
        <br />
        <code className="secret">{data.secret.replace(/(.{4})/g, '$1 ').trim()}</code>
      </p>
      <ProblemAlert error={confirm.error} />
      <Form layout="vertical" requiredMark={false} onFinish={confirm.mutate}>
        <Form.Item
          name="code"
          label={t('factor.firstCode')}
          rules={[{ required: true, pattern: /^\s*\d{3} ?\d{3}\s*$/, message: t('factor.firstCode') }]}
        >
          <Input autoComplete="one-time-code" inputMode="numeric" autoFocus maxLength={8} />
        </Form.Item>
        <Button type="primary" htmlType="submit" block loading={confirm.isPending}>
          {t('factor.finish')}
        </Button>
      </Form>
    </>
  );
}
