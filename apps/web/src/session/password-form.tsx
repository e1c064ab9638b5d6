import { useMutation } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../api/client.js';
import { ProblemAlert } from '../ui/problem-alert.js';
import { usePasswordHint } from './password-hint.js';

interface Passwords {
  readonly current: string;
  readonly next: string;
}

/** Replaces the password; all other sessions end with it. */
export function PasswordForm({ login, onChanged }: { readonly login: string; readonly onChanged: () => void }) {
  const { t } = useTranslation();
  const change = useMutation({
    mutationFn: ({ current, next }: Passwords) => answer(api.PUT('/api/session/password', { body: { current, next } })),
    onSuccess: onChanged,
  });
  const hint = usePasswordHint();
  const required = { required: true, message: t('common.required') };
  return (
    <>
      <ProblemAlert error={change.error} />
      <Form layout="vertical" requiredMark={false} onFinish={change.mutate}>
        <input type="text" name="username" autoComplete="username" value={login} readOnly hidden />
        <Form.Item name="current" label={t('session.current')} rules={[required]}>
          <Input.Password autoComplete="current-password" maxLength={512} />
        </Form.Item>
        <Form.Item name="next" label={t('session.next')} rules={[required]} extra={hint}>
          <Input.Password autoComplete="new-password" maxLength={512} />
        </Form.Item>
        <Form.Item
          name="again"
          label={t('session.nextAgain')}
          dependencies={['next']}
          rules={[
            required,
            ({ getFieldValue }) => ({
              validator: (_, value) =>
                !value || value === getFieldValue('next')
                  ? Promise.resolve()
                  : Promise.reject(new Error(t('session.differs'))),
            }),
          ]}
        >
          <Input.Password autoComplete="new-password" maxLength={512} />
        </Form.Item>
        <Button type="primary" htmlType="submit" block loading={change.isPending}>
          {t('session.change')}
        </Button>
      </Form>
    </>
  );
}
