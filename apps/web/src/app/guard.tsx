import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useLocation } from 'react-router';
import { gate } from '../api/client.js';
import { gateBefore } from '../session/next.js';
import { homeOf, sessionQuery } from '../session/session.js';
import { EmptyState } from '../ui/empty-state.js';
import { Loading } from '../ui/loading.js';
import { PageHead } from '../ui/page-head.js';
import { ProblemAlert } from '../ui/problem-alert.js';
import { Frame } from './frame.js';

/** The pages behind the log-in: to whom they are not open, the log-in is, and it leads back. */
export function Guard() {
  const { data: session, isPending, error, refetch } = useQuery(sessionQuery);
  const { pathname, search } = useLocation();
  if (isPending) return <Loading />;
  if (error) return <ProblemAlert error={error} onRetry={() => void refetch()} />;
  if (!session)
    return <Navigate to={`/login?to=${encodeURIComponent(pathname === '/' ? '' : pathname + search)}`} replace />;
  // While somebody logs in again in the dialog, the page with what was typed stays.
  const first = gate.isClosed ? undefined : gateBefore(session);
  if (first)
    return <Navigate to={`${first}?to=${encodeURIComponent(pathname === '/' ? '' : pathname + search)}`} replace />;
  return pathname === '/' ? <Navigate to={homeOf(session)} replace /> : <Frame />;
}

export function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <>
      <PageHead title={t('common.notFound')} />
      <EmptyState title={t('common.notFound')}>
        <Link to="/">{t('common.home')}</Link>
      </EmptyState>
    </>
  );
}
