import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { answer, api } from '../api/client.js';
import { ProblemAlert } from '../ui/problem-alert.js';
import { FrontPage } from './front-page.js';
import { gateBefore } from './next.js';
import { usePasswordHint } from './password-hint.js';
import { sessionQuery } from './session.js';

interface First {
  readonly name: string;
  readonly login: string;
  readonly password: string;
}

/** The first administrator of an empty system. The token stands behind the `#`, so that no server ever logs it. */
export function BootstrapPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [token] = useState(() => new URLSearchParams(location.hash.slice(1)).get('token') ?? '');
  const create = useMutation({
    mutationFn: async ({ name, login, password }: First) => {
      await answer(api.POST('/api/bootstrap', { body: { token, name, login, password } }));
      await answer(api.POST('/api/session', { body: { login, password } }));
    },
    onSuccess: async () => {
      const session = await queries.fetchQuery({ ...sessionQuery, staleTime: 0 });
      void navigate((session && gateBefore(session)) ?? '/administration/units', { replace: true });
    },
  });
  const hint = usePasswordHint();
  const rules = [{ required: true, message: t('common.required') }];
  return (
    <FrontPage title={t('bootstrap.title')}>
      <p>{token ? t('bootstrap.why') : t('bootstrap.noToken')}</p>
      <ProblemAlert error={create.error} />
      {token && (
        <Form layout="vertical" requiredMark={false} onFinish={create.mutate}>
          <Form.Item name="name" label={t('bootstrap.name')} rules={rules}>
            <Input autoComplete="name" maxLength={60} />
          </Form.Item>
          <Form.Item name="login" label={t('session.login')} rules={rules}>
            <Input autoComplete="username" autoCapitalize="none" maxLength={40} />
          </Form.Item>
          <Form.Item name="password" label={t('session.password')} rules={rules} extra={hint}>
            <Input.Password autoComplete="new-password" maxLength={128} />
          </Form.Item>
          <Button type="primary" htmlType="submit" block loading={create.isPending}>
            {t('bootstrap.create')}
          </Button>
        </Form>
      )}
    </FrontPage>
  );
}
