import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.js';
import { word } from '../../texts/language.js';
import { Loading } from '../../ui/loading.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { usePolling } from '../../ui/use-polling.js';
import { ageing, deviation, funnel, scores, type Table } from './figure-tables.js';

const Chart = lazy(async () => ({ default: (await import('../../ui/chart.js')).Chart }));

/** A campaign in four pictures: how far, which scores, how claims differ from computed scores, and what waits how long. */
export function Figures({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery({
    queryKey: ['campaigns', id, 'figures'],
    refetchInterval: usePolling(60_000),
    queryFn: () => answer(api.GET('/api/campaigns/{id}/figures', { params: { path: { id } } })),
  });
  const tables = useMemo(() => {
    if (!data) return [];
    return [
      funnel(data, (step) => t(`figures.step.${step}`), t('figures.count')),
      scores(data, t('figures.self'), t('figures.system')),
      deviation(data, t('figures.count')),
      ageing(
        data,
        (stage) => word(t, 'stage', stage),
        (from, to) => (to === undefined ? t('figures.daysFrom', { from }) : t('figures.days', { from, to })),
      ),
    ];
  }, [data, t]);
  const titles = [t('figures.funnel'), t('figures.scores'), t('figures.deviation'), t('figures.ageing')];
  return (
    <section className="after-section">
      <h2>{t('figures.title')}</h2>
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {!data && !error && <Loading rows={6} />}
      <div className="figures-grid">
        {tables.map((table, n) => (
          <Picture key={titles[n]} title={titles[n] ?? ''} table={table} horizontal={n === 0} />
        ))}
      </div>
    </section>
  );
}

const COLOURS = ['#0958d9', '#d46b08', '#389e0d', '#722ed1', '#08979c', '#c41d7f'];

/** The picture of a table, and the table itself for whoever wants the numbers. */
function Picture({
  title,
  table,
  horizontal,
}: {
  readonly title: string;
  readonly table: Table;
  readonly horizontal: boolean;
}) {
  const { t } = useTranslation();
  const option = useMemo(() => {
    const names = { type: 'category', data: table.rows.map(({ name }) => name), inverse: horizontal };
    const counts = { type: 'value', minInterval: 1 };
    return {
      color: COLOURS,
      // Drawn into the picture: as HTML it would bring style attributes, which the content policy forbids.
      tooltip: { trigger: 'axis', renderMode: 'richText' },
      ...(table.columns.length > 1 ? { legend: { bottom: 0 } } : {}),
      grid: {
        left: 8,
        right: 16,
        top: 16,
        bottom: table.columns.length > 1 ? 56 : 8,
        outerBoundsMode: 'same',
        outerBoundsContain: 'axisLabel',
      },
      xAxis: horizontal ? counts : names,
      yAxis: horizontal ? names : counts,
      series: table.columns.map((name, n) => ({
        ...{ type: 'bar', name, data: table.rows.map(({ counts: row }) => row[n] ?? 0), barMaxWidth: 36 },
        ...(table.stacked ? { stack: 'all' } : {}),
        ...(horizontal ? { label: { show: true, position: 'right' } } : {}),
      })),
    };
  }, [table, horizontal]);
  const empty = table.rows.every(({ counts }) => counts.every((count) => count === 0));
  return (
    <section className="panel">
      <h3>{title}</h3>
      {empty ? (
        <p className="quiet">{t('figures.none')}</p>
      ) : (
        <Suspense fallback={<Loading rows={4} />}>
          <Chart label={title} option={option} />
        </Suspense>
      )}
      {!empty && (
        <details>
          <summary>{t('figures.numbers')}</summary>
          <table className="grid" aria-label={title}>
            <thead>
              <tr>
                <th scope="col">{t(horizontal ? 'figures.reached' : 'figures.band')}</th>
                {table.columns.map((column) => (
                  <th key={column} scope="col" className="right">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {table.rows.map(({ name, counts }) => (
                <tr key={name}>
                  <td>{name}</td>
                  {table.columns.map((column, n) => (
                    <td key={column} className="right number">
                      {counts[n] ?? 0}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
    </section>
  );
}
