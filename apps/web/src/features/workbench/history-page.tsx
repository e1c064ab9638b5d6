import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { answer, api } from '../../api/client.js';
import type { components } from '../../api/schema.js';
import { word } from '../../texts/language.js';
import { Loading } from '../../ui/loading.js';
import { showSecond } from '../../ui/moments.js';
import { PageHead } from '../../ui/page-head.js';
import { ProblemAlert } from '../../ui/problem-alert.js';

/** 时间旅行: how it stood after each event, and what has changed since. */
export function HistoryPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const [chosen, setChosen] = useState<number>();
  const path = { id };
  const points = useQuery({
    queryKey: ['moments', id],
    queryFn: () => answer(api.GET('/api/evaluations/{id}/moments', { params: { path } })),
  });
  const items = points.data?.items ?? [];
  const at = chosen ?? items.length - 1;
  const position = items[at]?.position;
  const compared = useQuery({
    queryKey: ['moment', id, position],
    enabled: position !== undefined,
    placeholderData: keepPreviousData,
    queryFn: () =>
      answer(api.GET('/api/evaluations/{id}/moment', { params: { path, query: { position: position ?? 0 } } })),
  });
  const point = items[at];
  return (
    <>
      <PageHead title={t('workbench.history')} />
      <p>
        <Link to={`/evaluations/${encodeURIComponent(id)}?tab=trail`}>{id}</Link>
      </p>
      <ProblemAlert error={points.error ?? compared.error} onRetry={() => void points.refetch()} />
      {points.isPending && <Loading />}
      {point && (
        <section className="panel">
          <label className="strong" htmlFor="moment">
            {t('workbench.moment', { n: at + 1, of: items.length })}
          </label>
          <input
            id="moment"
            type="range"
            className="slider"
            min={0}
            max={items.length - 1}
            value={at}
            aria-valuetext={`${showSecond(point.recordedAt)} ${word(t, 'event', point.type)}`}
            onChange={({ target }) => setChosen(Number(target.value))}
          />
          <p aria-live="polite">
            {showSecond(point.recordedAt)} · {word(t, 'event', point.type)} ·{' '}
            {points.data?.names[point.personId] ?? point.personId} · {word(t, 'stage', point.stage)} ·{' '}
            {t('list.version', { version: point.version })}
          </p>
        </section>
      )}
      {compared.data && <Since compared={compared.data} />}
    </>
  );
}

function Since({
  compared: { changes, differences },
}: {
  readonly compared: components['schemas']['ComparisonAnswer'];
}) {
  const { t } = useTranslation();
  const rows = [
    ...differences.map(({ what, ...rest }) => ({ name: t(`workbench.what.${what as 'stage'}`), ...rest })),
    ...changes.map(({ path, ...rest }) => ({ name: path, ...rest })),
  ];
  if (rows.length === 0) return <p className="quiet">{t('workbench.same')}</p>;
  return (
    <section className="panel">
      <h2>{t('workbench.since')}</h2>
      <div className="scroll">
        <table className="changes" aria-label={t('workbench.since')}>
          <tbody>
            {rows.map(({ name, before, after }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>
                  <del>{brief(before)}</del>
                </td>
                <td>
                  <ins>{brief(after)}</ins>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** A value in few words; nothing for what was absent. */
function brief(value: unknown): string {
  if (value === null || value === undefined) return '';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}
