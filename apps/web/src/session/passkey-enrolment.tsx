import { useMutation } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../api/client.js';
import { created } from './keys.js';
import { ProofAlert } from './proof-form.js';

/** Gives the new key a name and lets the browser make it. */
export function PasskeyEnrolment({ onEnrolled }: { readonly onEnrolled: (recoveryCodes: readonly string[]) => void }) {
  const { t } = useTranslation();
  const enrol = useMutation({
    mutationFn: async ({ name }: { name: string }) => {
      const key = { ...(await created()) };
      return answer(api.POST('/api/session/factors/passkeys', { body: { name, key } }));
    },
    onSuccess: ({ recoveryCodes }) => onEnrolled(recoveryCodes),
  });
  return (
    <>
      <ProofAlert error={enrol.error} />
      <Form layout="vertical" requiredMark={false} onFinish={enrol.mutate}>
        <Form.Item name="name" label={t('factor.keyName')} rules={[{ required: true, message: t('common.required') }]}>
          <Input autoFocus maxLength={60} placeholder={t('factor.keyNameExample')} />
        </Form.Item>
        <Button type="primary" htmlType="submit" block loading={enrol.isPending}>
          {t('factor.finish')}
        </Button>
      </Form>
    </>
  );
}
