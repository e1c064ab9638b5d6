import { useQueries, useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { diffArrays } from 'diff';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.js';
import type { Change, Evaluation, SubmittedVersion } from '../../api/evaluation-answers.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Loading } from '../../ui/loading.js';
import { showMoment } from '../../ui/moments.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { shown } from './field-marks.js';
import { nameOf } from './fields.js';
import { versionQuery } from './queries.js';

interface Props {
  readonly evaluation: Evaluation;
  readonly labels: ReadonlyMap<string, string>;
}

const DRAFTED = new Set(['DRAFT', 'UNIT_CHECKED', 'UNIT_SIGNED']);

/** What differs between two submitted versions, field by field. */
export function VersionsTab({ evaluation, labels }: Props) {
  const { t } = useTranslation();
  const { id, version, stage } = evaluation;
  const last = DRAFTED.has(stage) ? version - 1 : version;
  const versions = useQueries({
    queries: Array.from({ length: last }, (_, n) => ({ ...versionQuery(id, n + 1), retry: false })),
    combine: (results) => ({
      pending: results.some(({ isPending }) => isPending),
      // A version that was withdrawn was never kept under its number.
      items: results.flatMap(({ data }) => (data ? [data] : [])),
    }),
  });
  const [pair, setPair] = useState<{ from?: number; to?: number }>({});
  if (versions.pending) return <Loading />;
  if (versions.items.length === 0) return <EmptyState title={t('versions.none')} />;
  const from = pair.from ?? versions.items.at(-2)?.version;
  const to = pair.to ?? versions.items.at(-1)?.version;
  const options = versions.items.map((one) => ({
    value: one.version,
    label: `${t('list.version', { version: one.version })} · ${t('versions.submitted', { time: showMoment(one.submittedAt) })}`,
  }));
  return (
    <section className="panel">
      {from === undefined || to === undefined ? (
        <p>
          {t('versions.one')} {options[0]?.label}
        </p>
      ) : (
        <>
          <div className="filters versions">
            <span>{t('versions.from')}</span>
            <Select
              value={from}
              options={options}
              onChange={(value) => setPair({ ...pair, from: value })}
              aria-label={t('versions.from')}
            />
            <span>{t('versions.to')}</span>
            <Select
              value={to}
              options={options}
              onChange={(value) => setPair({ ...pair, to: value })}
              aria-label={t('versions.to')}
            />
          </div>
          <Differences id={id} from={from} to={to} labels={labels} versions={versions.items} />
        </>
      )}
    </section>
  );
}

function Differences({
  id,
  from,
  to,
  labels,
  versions,
}: {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  readonly labels: ReadonlyMap<string, string>;
  readonly versions: readonly SubmittedVersion[];
}) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery({
    queryKey: ['diff', id, from, to],
    queryFn: () =>
      answer(
        api.GET('/api/evaluations/{id}/versions/{number}/diff', {
          params: { path: { id, number: String(to) }, query: { against: from } },
        }),
      ),
  });
  if (!data) return error ? <ProblemAlert error={error} onRetry={() => void refetch()} /> : <Loading />;
  if (data.changes.length === 0) return <p>{t('versions.same')}</p>;
  const sheet = versions.find(({ version }) => version === to)?.sheet ?? versions.at(-1)?.sheet;
  return (
    <div className="scroll">
      <table className="grid cards" aria-label={t('evaluation.tabs.versions')}>
        <thead>
          <tr>
            <th scope="col">{t('versions.field')}</th>
            <th scope="col">{t('versions.before')}</th>
            <th scope="col">{t('versions.after')}</th>
          </tr>
        </thead>
        <tbody>
          {data.changes.map((change) => (
            <tr key={change.path}>
              <td className="wide strong">{sheet ? nameOf(change.path, sheet, labels, t) : change.path}</td>
              <Sides change={change} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A text in words: a language without spaces has them all the same. */
const WORDS = new Intl.Segmenter('zh', { granularity: 'word' });
const wordsOf = (text: string): string[] => [...WORDS.segment(text)].map(({ segment }) => segment);

/** Longer texts are not compared word by word: it would take the browser seconds. */
const MOST = 20_000;

function Sides({ change: { before, after } }: { readonly change: Change }) {
  const { t } = useTranslation();
  const texts = typeof before === 'string' && typeof after === 'string' && before.length + after.length < MOST;
  if (!texts)
    return (
      <>
        <td data-label={t('versions.before')}>
          {before === null ? t('common.none') : typeof before === 'string' ? before : shown(before)}
        </td>
        <td data-label={t('versions.after')}>
          {after === null ? t('common.none') : typeof after === 'string' ? after : shown(after)}
        </td>
      </>
    );
  // biome-ignore-start lint/suspicious/noArrayIndexKey: the pieces of one text never change places
  const pieces = diffArrays(wordsOf(before), wordsOf(after)).map(({ value, added, removed }) => ({
    ...{ value: value.join(''), added, removed },
  }));
  return (
    <>
      <td data-label={t('versions.before')} className="diff">
        {pieces
          .filter(({ added }) => !added)
          .map(({ value, removed }, n) => (removed ? <del key={n}>{value}</del> : <span key={n}>{value}</span>))}
      </td>
      <td data-label={t('versions.after')} className="diff">
        {pieces
          .filter(({ removed }) => !removed)
          .map(({ value, added }, n) => (added ? <ins key={n}>{value}</ins> : <span key={n}>{value}</span>))}
      </td>
    </>
  );
  // biome-ignore-end lint/suspicious/noArrayIndexKey: see above
}
