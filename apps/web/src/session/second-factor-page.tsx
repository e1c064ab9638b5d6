import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Navigate, useNavigate, useSearchParams } from 'react-router';
import { answer, api } from '../api/client.js';
import { Loading } from '../ui/loading.js';
import { FrontPage } from './front-page.js';
import { gateBefore } from './next.js';
import { ownPath } from './own-path.js';
import { ProofForm } from './proof-form.js';
import { homeOf, sessionQuery } from './session.js';

/** The password was right; the session opens with the second factor. */
export function SecondFactorPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const queries = useQueryClient();
  const { data: session, isPending } = useQuery(sessionQuery);
  if (isPending) return <Loading />;
  if (!session) return <Navigate to="/login" replace />;
  if (session.next !== 'give-second-factor')
    return <Navigate to={gateBefore(session) ?? ownPath(search.get('to')) ?? homeOf(session)} replace />;
  const leave = async (): Promise<void> => {
    await answer(api.DELETE('/api/session')).catch(() => undefined);
    queries.setQueryData(sessionQuery.queryKey, null);
    void navigate('/login', { replace: true });
  };
  return (
    <FrontPage title={t('factor.give')}>
      <p>{t('factor.giveWhy')}</p>
      <ProofForm
        session={session}
        onProved={(opened) => {
          queries.setQueryData(sessionQuery.queryKey, opened);
        }}
      />
      <p className="front-foot">
        <Button type="link" onClick={() => void leave()}>
          {t('session.leave')}
        </Button>
      </p>
    </FrontPage>
  );
}
