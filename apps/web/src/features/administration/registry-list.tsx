import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlainPage } from '../../api/answers.js';
import { ColumnHeads } from '../../ui/column-heads.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Loading } from '../../ui/loading.js';
import { ProblemAlert } from '../../ui/problem-alert.js';

interface Props<T> {
  readonly name: string;
  readonly label: string;
  readonly columns: readonly string[];
  readonly ask: (page: { limit: number; cursor?: string }) => Promise<PlainPage<T>>;
  readonly row: (item: T) => ReactNode;
}

/** A list of the registry, page by page. */
export function RegistryList<T>({ name, label, columns, ask, row }: Props<T>) {
  const { t } = useTranslation();
  const { data, error, isPending, hasNextPage, fetchNextPage, isFetchingNextPage, refetch } = useInfiniteQuery({
    queryKey: ['registry', name],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => ask({ limit: 100, ...(pageParam === undefined ? {} : { cursor: pageParam }) }),
    getNextPageParam: ({ next }) => next ?? undefined,
  });
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {isPending && <Loading />}
      {data && items.length === 0 && <EmptyState title={t('admin.empty')} />}
      {items.length > 0 && (
        <table className="grid cards" aria-label={label}>
          <ColumnHeads names={columns} />
          <tbody>{items.map(row)}</tbody>
        </table>
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
