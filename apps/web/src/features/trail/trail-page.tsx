import { DownloadOutlined } from '@ant-design/icons';
import { keepPreviousData, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { answer, api } from '../../api/client.js';
import { unitsQuery } from '../../api/units.js';
import { proved } from '../../session/fresh.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Loading } from '../../ui/loading.js';
import { showClock } from '../../ui/moments.js';
import { PageHead } from '../../ui/page-head.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { SealingState } from '../../ui/sealing-state.js';
import { TrailList } from '../../ui/trail-list.js';
import { useFilterDraft } from '../../ui/use-filter-draft.js';
import { EVENTS } from './events.js';
import { type TrailFilters, trailFiltersIn, trailQueryOf, trailSearchOf } from './trail-filters.js';

/** The trail across everything within the auditor's reach. */
export function TrailPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const filters = useMemo(() => trailFiltersIn(search), [search]);
  const { data, error, isPending, hasNextPage, fetchNextPage, isFetchingNextPage, refetch } = useInfiniteQuery({
    queryKey: ['trail', filters],
    initialPageParam: undefined as string | undefined,
    placeholderData: keepPreviousData,
    queryFn: async ({ pageParam }) => {
      const query = { ...trailQueryOf(filters), limit: 50, ...(pageParam === undefined ? {} : { cursor: pageParam }) };
      return { ...(await answer(api.GET('/api/trail', { params: { query } }))), at: Date.now() };
    },
    getNextPageParam: ({ next }) => next ?? undefined,
  });
  const rows = data?.pages.flatMap(({ items }) => items) ?? [];
  const last = data?.pages.at(-1);
  const queries = useQueryClient();
  const csv = `/api/trail.csv?${new URLSearchParams(trailQueryOf(filters))}`;
  const download = async (): Promise<void> => {
    if (await proved(queries)) location.assign(csv);
  };
  return (
    <>
      <PageHead title={t('trail.title')}>
        <Button icon={<DownloadOutlined />} onClick={() => void download()}>
          {t('trail.export')}
        </Button>
      </PageHead>
      <SealingState />
      <Filters filters={filters} onChange={(next) => setSearch(trailSearchOf(next))} />
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {isPending && <Loading rows={10} />}
      {data && rows.length === 0 && <EmptyState title={t('trail.empty')} />}
      {rows.length > 0 && <TrailList rows={rows} place={(path) => path} across />}
      {hasNextPage && (
        <div className="more">
          <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('common.more')}
          </Button>
        </div>
      )}
      {last && <p className="quiet fresh">{t('list.fresh', { position: last.freshAsOf, time: showClock(last.at) })}</p>}
    </>
  );
}

function Filters({
  filters,
  onChange,
}: {
  readonly filters: TrailFilters;
  readonly onChange: (next: TrailFilters) => void;
}) {
  const { t } = useTranslation();
  const { draft, set, clear } = useFilterDraft(filters);
  const { data: units } = useQuery(unitsQuery);
  return (
    <form
      className="filters"
      aria-label={t('list.filters')}
      onSubmit={(event) => {
        event.preventDefault();
        onChange(draft);
      }}
    >
      <Input
        value={draft.text ?? ''}
        onChange={({ target }) => set({ text: target.value })}
        placeholder={t('workbench.text')}
        aria-label={t('workbench.text')}
        title={t('workbench.textIs')}
        maxLength={100}
        allowClear
      />
      <Select
        value={draft.type ?? null}
        onChange={(type) => set({ type: type ?? undefined })}
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={t('trail.type')}
        aria-label={t('trail.type')}
        options={EVENTS.map((type) => ({ value: type, label: t(`event.${type}`) }))}
      />
      <Select
        value={draft.unitId ?? null}
        onChange={(unitId) => set({ unitId: unitId ?? undefined })}
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={t('trail.unit')}
        aria-label={t('trail.unit')}
        options={(units ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Input
        value={draft.personId ?? ''}
        onChange={({ target }) => set({ personId: target.value })}
        placeholder={t('trail.personId')}
        aria-label={t('trail.personId')}
        maxLength={64}
        allowClear
      />
      <Input
        type="date"
        value={draft.from ?? ''}
        onChange={({ target }) => set({ from: target.value })}
        aria-label={t('trail.from')}
        className="day"
      />
      <Input
        type="date"
        value={draft.to ?? ''}
        onChange={({ target }) => set({ to: target.value })}
        aria-label={t('trail.to')}
        className="day"
      />
      <Select
        value={draft.refused ?? null}
        onChange={(refused) => set({ refused: refused ?? undefined })}
        allowClear
        placeholder={t('trail.outcome')}
        aria-label={t('trail.outcome')}
        options={[
          { value: 'true' as const, label: t('trail.onlyRefused') },
          { value: 'false' as const, label: t('trail.onlyDone') },
        ]}
      />
      <Button htmlType="submit" type="primary">
        {t('common.search')}
      </Button>
      <Button
        onClick={() => {
          clear();
          onChange({});
        }}
      >
        {t('common.reset')}
      </Button>
    </form>
  );
}
