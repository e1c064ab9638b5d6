import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answer, api } from '../../api/client.js';
import type { Evaluation } from '../../api/evaluation-answers.js';
import { afterLatest } from '../../api/latest.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Loading } from '../../ui/loading.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { TrailList } from '../../ui/trail-list.js';
import { nameOf } from './fields.js';

/** Everything that happened to the evaluation, refusals included. */
export function TrailTab({
  evaluation,
  labels,
}: {
  readonly evaluation: Evaluation;
  readonly labels: ReadonlyMap<string, string>;
}) {
  const { t } = useTranslation();
  const { id, sheet } = evaluation;
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage, refetch } = useInfiniteQuery({
    queryKey: ['evaluation', id, 'trail'],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => {
      const query = { limit: 100, ...afterLatest(), ...(pageParam === undefined ? {} : { cursor: pageParam }) };
      return answer(api.GET('/api/evaluations/{id}/trail', { params: { path: { id }, query } }));
    },
    getNextPageParam: ({ next }) => next ?? undefined,
  });
  if (!data) return error ? <ProblemAlert error={error} onRetry={() => void refetch()} /> : <Loading />;
  const rows = data.pages.flatMap(({ items }) => items);
  const at = `/evaluations/${encodeURIComponent(id)}`;
  return (
    <>
      <p className="page-actions">
        <Link to={`${at}/history`}>{t('workbench.history')}</Link>{' '}
        <Link to={`${at}/proof`}>{t('workbench.proof')}</Link>
      </p>
      {rows.length === 0 ? (
        <EmptyState title={t('trail.empty')} />
      ) : (
        <TrailList rows={rows} place={(path) => nameOf(path, sheet, labels, t)} />
      )}
      {hasNextPage && (
        <div className="more">
          <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('common.more')}
          </Button>
        </div>
      )}
    </>
  );
}
