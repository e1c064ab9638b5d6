import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answer, api } from '../../api/client.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Loading } from '../../ui/loading.js';
import { PageHead } from '../../ui/page-head.js';
import { ProblemAlert } from '../../ui/problem-alert.js';

/** 一事双审年度证明: for each year how many matters, each by two persons, and every exception. */
export function DualReviewPage() {
  const { t } = useTranslation();
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['dual-review'],
    queryFn: () => answer(api.GET('/api/dual-review')),
  });
  return (
    <>
      <PageHead title={t('workbench.dualReview')} />
      <p className="quiet">{t('workbench.dualReviewExplained')}</p>
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {isPending && <Loading />}
      {data?.years.length === 0 && <EmptyState title={t('workbench.noneDecided')} />}
      {data?.years.map(({ year, exceptions, ...counts }) => (
        <section className="panel" key={year}>
          <h2>{t('workbench.year', { year })}</h2>
          <p>{t('workbench.yearTold', { ...counts })}</p>
          {exceptions.length === 0 ? (
            <p>{t('workbench.noException')}</p>
          ) : (
            <ul>
              {exceptions.map(({ evaluation, why }) => (
                <li key={evaluation}>
                  <Link to={`/evaluations/${encodeURIComponent(evaluation)}?tab=trail`}>{evaluation}</Link>{' '}
                  {t(`workbench.why.${why as 'one-person'}`)}
                </li>
              ))}
            </ul>
          )}
        </section>
      ))}
    </>
  );
}
