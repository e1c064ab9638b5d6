import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { Navigate, useSearchParams } from 'react-router';
import { answer, api } from '../api/client.js';
import { ProblemAlert } from '../ui/problem-alert.js';
import { FrontPage } from './front-page.js';
import { gateBefore } from './next.js';
import { ownPath } from './own-path.js';
import { forgetAllBut, homeOf, sessionQuery } from './session.js';
import { SignOnButton, SignOnRefused } from './sign-on.js';

export function LogInPage() {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const { data: session } = useQuery(sessionQuery);
  const queries = useQueryClient();
  const enter = useMutation({
    mutationFn: (body: { login: string; password: string }) => answer(api.POST('/api/session', { body })),
    onSuccess: (opened) => {
      queries.setQueryData(sessionQuery.queryKey, opened);
      forgetAllBut(queries, sessionQuery.queryKey);
    },
  });
  if (session) {
    const gate = gateBefore(session);
    const to = ownPath(search.get('to'));
    if (gate) return <Navigate to={to ? `${gate}?to=${encodeURIComponent(to)}` : gate} replace />;
    return <Navigate to={to ?? homeOf(session)} replace />;
  }
  return (
    <FrontPage title={t('session.title')}>
      {enter.error ? <ProblemAlert error={enter.error} /> : <SignOnRefused />}
      <Form layout="vertical" requiredMark={false} onFinish={enter.mutate} size="large">
        <Form.Item name="login" label={t('session.login')} rules={[{ required: true, message: t('common.required') }]}>
          <Input autoComplete="username" autoCapitalize="none" spellCheck={false} autoFocus maxLength={100} />
        </Form.Item>
        <Form.Item
          name="password"
          label={t('session.password')}
          rules={[{ required: true, message: t('common.required') }]}
        >
          <Input.Password autoComplete="current-password" maxLength={512} />
        </Form.Item>
        <Button type="primary" htmlType="submit" block loading={enter.isPending}>
          {t('session.enter')}
        </Button>
      </Form>
      <SignOnButton to={ownPath(search.get('to'))} />
      <p className="quiet front-foot">{t('session.forgotten')}</p>
    </FrontPage>
  );
}
