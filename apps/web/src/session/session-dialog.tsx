import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Form, Input, Modal } from 'antd';
import { useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { Session } from '../api/answers.js';
import { answer, api, gate } from '../api/client.js';
import { ProblemAlert } from '../ui/problem-alert.js';
import { gateBefore } from './next.js';
import { ProofForm } from './proof-form.js';
import { sessionQuery } from './session.js';

/** Asks for the password, and for the second factor where one is enrolled, when the session has ended; what was under way goes on behind it. */
export function SessionDialog({ session }: { readonly session: Session }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const closed = useSyncExternalStore(gate.subscribe, () => gate.isClosed);
  const [form] = Form.useForm<{ password: string }>();
  const [half, setHalf] = useState<Session>();
  const opened = (now: Session): void => {
    setHalf(now.next === 'give-second-factor' ? now : undefined);
    if (now.next === 'give-second-factor') return;
    form.resetFields();
    // A password that has run out meanwhile, a factor that is demanded now: then the page cannot stay.
    if (gateBefore(now)) gate.abandon(new Error('something has to be done first'));
    queries.setQueryData(sessionQuery.queryKey, now);
    gate.open();
  };
  const enter = useMutation({
    mutationFn: ({ password }: { password: string }) =>
      answer(api.POST('/api/session', { body: { login: session.login, password } })),
    onSuccess: opened,
  });
  const leave = (): void => {
    setHalf(undefined);
    gate.abandon(new Error('the person logs in with another account'));
    queries.setQueryData(sessionQuery.queryKey, null);
  };
  if (half)
    return (
      <Modal
        open={closed}
        title={t('factor.give')}
        footer={null}
        onCancel={leave}
        keyboard={false}
        mask={{ closable: false }}
      >
        <p>{t('factor.giveWhy')}</p>
        <ProofForm session={half} onProved={opened} />
      </Modal>
    );
  return (
    <Modal
      open={closed}
      title={t('session.again')}
      okText={t('session.goOn')}
      cancelText={t('session.leave')}
      onOk={form.submit}
      onCancel={leave}
      confirmLoading={enter.isPending}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
    >
      <p>{t('session.againWhy')}</p>
      <ProblemAlert error={enter.error} />
      <Form form={form} layout="vertical" requiredMark={false} onFinish={enter.mutate}>
        <Form.Item label={t('session.login')} htmlFor="again-login">
          <Input id="again-login" value={session.login} autoComplete="username" readOnly />
        </Form.Item>
        <Form.Item
          name="password"
          label={t('session.password')}
          rules={[{ required: true, message: t('common.required') }]}
        >
          <Input.Password autoComplete="current-password" autoFocus maxLength={512} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
