import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { answer, api } from '../../api/client.js';
import { said } from '../../texts/language.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Loading } from '../../ui/loading.js';
import { PageHead } from '../../ui/page-head.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { SeverityTag } from '../../ui/severity-tag.js';

const SEVERITIES = ['BLOCK', 'ERROR', 'WARN', 'INFO'] as const;

/** What the cross-checks found in the versions under review. */
export function FindingsPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const severity = SEVERITIES.find((one) => one === search.get('severity'));
  const waived = (['true', 'false'] as const).find((one) => one === search.get('waived'));
  const { data, error, isPending, hasNextPage, fetchNextPage, isFetchingNextPage, refetch } = useInfiniteQuery({
    queryKey: ['findings', severity, waived],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => {
      const query = {
        ...(severity ? { severity } : {}),
        ...(waived ? { waived } : {}),
        ...(pageParam === undefined ? {} : { cursor: pageParam }),
      };
      return answer(api.GET('/api/findings', { params: { query } }));
    },
    getNextPageParam: ({ next }) => next ?? undefined,
  });
  const set = (name: string, value: string | null | undefined): void =>
    setSearch((now) => {
      const next = new URLSearchParams(now);
      if (value) next.set(name, value);
      else next.delete(name);
      return next;
    });
  const rows = data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <>
      <PageHead title={t('findings.title')} />
      <div className="filters">
        <Select
          value={severity ?? null}
          onChange={(value) => set('severity', value)}
          allowClear
          placeholder={t('findings.severity')}
          aria-label={t('findings.severity')}
          options={SEVERITIES.map((one) => ({ value: one, label: t(`finding.severity.${one}`) }))}
        />
        <Select
          value={waived ?? null}
          onChange={(value) => set('waived', value)}
          allowClear
          placeholder={t('findings.waived')}
          aria-label={t('findings.waived')}
          options={[
            { value: 'true' as const, label: t('findings.waivedYes') },
            { value: 'false' as const, label: t('findings.waivedNo') },
          ]}
        />
      </div>
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {isPending && <Loading />}
      {data && rows.length === 0 && <EmptyState title={t('findings.empty')} />}
      <ul className="finding-list">
        {rows.map((row) => (
          <li key={`${row.evaluationId} ${row.findingId}`} className="finding">
            <SeverityTag severity={row.severity} />
            <div className="finding-body">
              <Link to={`/evaluations/${encodeURIComponent(row.evaluationId)}?tab=findings`} className="strong">
                {row.unitName}
              </Link>{' '}
              <span className="quiet">{row.rule}</span>
              <div>{said(row.message)}</div>
              {row.waivedReason && <div className="quiet">{`${t('findings.waivedYes')} · ${row.waivedReason}`}</div>}
            </div>
          </li>
        ))}
      </ul>
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
