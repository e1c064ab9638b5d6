import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { Navigate, useNavigate } from 'react-router';
import { Loading } from '../ui/loading.js';
import { FrontPage } from './front-page.js';
import { gateBefore } from './next.js';
import { PasswordForm } from './password-form.js';
import { homeOf, sessionQuery } from './session.js';

/** The one-time password is replaced here before anything else can be done; any other can be. */
export function PasswordPage() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { data: session, isPending } = useQuery(sessionQuery);
  if (isPending) return <Loading />;
  if (!session) return <Navigate to="/login" replace />;
  if (session.next === 'give-second-factor') return <Navigate to="/second-factor" replace />;
  const changed = async (): Promise<void> => {
    const now = await queries.fetchQuery({ ...sessionQuery, staleTime: 0 });
    void message.success(t('session.changed'));
    if (now) void navigate(gateBefore(now) ?? homeOf(now), { replace: true });
  };
  return (
    <FrontPage title={t('session.changePassword')}>
      {session.next === 'change-password' && <p>{t('session.oneTime')}</p>}
      <PasswordForm login={session.login} onChanged={() => void changed()} />
    </FrontPage>
  );
}
