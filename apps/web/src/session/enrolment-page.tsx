import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { Navigate, useNavigate } from 'react-router';
import { Loading } from '../ui/loading.js';
import { ConfirmationDialog } from './confirmation-dialog.js';
import { Enrolment } from './enrolment.js';
import { FrontPage } from './front-page.js';
import { gateBefore } from './next.js';
import { homeOf, sessionQuery } from './session.js';

/** Whoever's role needs a second factor enrols one here before anything else. */
export function EnrolmentPage() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { data: session, isPending } = useQuery({ ...sessionQuery, refetchOnWindowFocus: false });
  if (isPending) return <Loading />;
  if (!session) return <Navigate to="/login" replace />;
  // Recovery codes may still be on the page when the session is open already: only what comes before leads away.
  if (session.next === 'give-second-factor' || session.next === 'change-password')
    return <Navigate to={gateBefore(session) ?? '/'} replace />;
  const done = async (): Promise<void> => {
    const now = await queries.fetchQuery({ ...sessionQuery, staleTime: 0 });
    void message.success(t('factor.done'));
    if (now) void navigate(homeOf(now), { replace: true });
  };
  return (
    <FrontPage title={t('factor.enrol')}>
      <p>{t('factor.enrolWhy')}</p>
      <Enrolment onDone={() => void done()} />
      <ConfirmationDialog session={session} />
    </FrontPage>
  );
}
