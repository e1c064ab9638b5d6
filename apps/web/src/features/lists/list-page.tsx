import { BlockOutlined, QuestionCircleOutlined, ReloadOutlined } from '@ant-design/icons';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import type { EvaluationRow } from '../../api/answers.js';
import { FEWEST_COMPARED, pathToComparison } from '../../ui/compared.js';
import { EmptyState } from '../../ui/empty-state.js';
import { KeysHelp } from '../../ui/keys-help.js';
import { Loading } from '../../ui/loading.js';
import { showClock } from '../../ui/moments.js';
import { PageHead } from '../../ui/page-head.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { useKeys } from '../../ui/use-keys.js';
import { usePolling } from '../../ui/use-polling.js';
import { EvaluationTable } from './evaluation-table.js';
import { FilterBar } from './filter-bar.js';
import { type Filters, filtersIn, searchOf } from './filters.js';
import { type ListName, listQuery } from './list-queries.js';
import { usePicking } from './use-picking.js';
import { useReadNotice } from './use-read-notice.js';

const NO_FILTERS: Filters = {};

/** What the last column of a list tells; the others have none. */
const LAST: Partial<Record<ListName, 'did' | 'told'>> = { done: 'did', initiated: 'did', copied: 'told' };

/** Lists of which rows can be picked to stand side by side. */
const PICKING: ReadonlySet<ListName> = new Set(['todo', 'evaluations']);

/** One of the five lists. j and k move, Enter opens, x picks, ? explains. */
export function ListPage({ list }: { readonly list: ListName }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams();
  const filters = useMemo(() => (list === 'evaluations' ? filtersIn(search) : NO_FILTERS), [list, search]);
  const { data, error, isPending, isFetching, hasNextPage, fetchNextPage, isFetchingNextPage, refetch } =
    useInfiniteQuery({
      ...listQuery(list, filters),
      placeholderData: keepPreviousData,
      refetchInterval: usePolling(60_000),
    });
  const rows = useMemo(() => data?.pages.flatMap(({ items }) => items) ?? [], [data]);
  const [chosen, setChosen] = useState(-1);
  const picking = usePicking();
  const picks = PICKING.has(list);
  const pick = (id: string | undefined): void => {
    if (picks && id) picking.onPick(id);
  };
  const [helping, setHelping] = useState(false);
  const read = useReadNotice();
  const open = (row: EvaluationRow | undefined): void => {
    if (!row) return;
    read(row);
    void navigate(`/evaluations/${encodeURIComponent(row.id)}`);
  };
  useKeys({
    j: () => setChosen((now) => Math.min(now + 1, rows.length - 1)),
    k: () => setChosen((now) => Math.max(now - 1, 0)),
    enter: () => open(rows[chosen]),
    x: () => pick(rows[chosen]?.id),
    '?': () => setHelping(true),
  });
  const last = data?.pages.at(-1);
  return (
    <>
      <PageHead title={t(`menu.${list}`)}>
        {rows.length > 0 && (
          <span className="quiet">{t(hasNextPage ? 'list.countMore' : 'list.count', { count: rows.length })}</span>
        )}
        {picks && rows.length > 1 && (
          <Button
            icon={<BlockOutlined />}
            disabled={picking.picked.length < FEWEST_COMPARED}
            onClick={() => void navigate(pathToComparison(picking.picked))}
          >
            {t('compare.open', { count: picking.picked.length })}
          </Button>
        )}
        <Button icon={<ReloadOutlined />} loading={isFetching} onClick={() => void refetch()}>
          {t('list.refresh')}
        </Button>
        <Button
          type="text"
          icon={<QuestionCircleOutlined />}
          aria-label={t('list.keyHelp')}
          onClick={() => setHelping(true)}
        />
      </PageHead>
      {list === 'evaluations' && <FilterBar filters={filters} onChange={(next) => setSearch(searchOf(next))} />}
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {isPending && <Loading />}
      {data && rows.length === 0 && <EmptyState title={t(`list.empty.${list}`)} hint={t(`list.emptyHint.${list}`)} />}
      {rows.length > 0 && (
        <EvaluationTable
          label={t(`menu.${list}`)}
          rows={rows}
          chosen={chosen}
          last={LAST[list]}
          onFollow={read}
          picking={picks ? picking : undefined}
        />
      )}
      {hasNextPage && (
        <div className="more">
          <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('common.more')}
          </Button>
        </div>
      )}
      {last && <p className="quiet fresh">{t('list.fresh', { position: last.freshAsOf, time: showClock(last.at) })}</p>}
      <KeysHelp
        open={helping}
        onClose={() => setHelping(false)}
        keys={[
          ['j', t('list.keyDown')],
          ['k', t('list.keyUp')],
          ['Enter', t('list.keyOpen')],
          ...(picks ? ([['x', t('compare.keyPick')]] as const) : []),
        ]}
      />
    </>
  );
}
