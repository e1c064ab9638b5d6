import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { AuditIndicators } from '../../api/answers.js';
import { answer, api } from '../../api/client.js';
import { said } from '../../texts/language.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Loading } from '../../ui/loading.js';
import { PageHead } from '../../ui/page-head.js';
import { ProblemAlert } from '../../ui/problem-alert.js';

const KINDS = ['fast-pass', 'same-pair', 'never-returned'] as const;

/** Where a look may be worthwhile; the words that this accuses nobody stand above everything. */
export function IndicatorsPage() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery({
    queryKey: ['indicators'],
    queryFn: () => answer(api.GET('/api/indicators')),
  });
  return (
    <>
      <PageHead title={t('indicators.title')} />
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {!data && !error && <Loading />}
      {data && <Alert type="info" showIcon title={said(data.note)} />}
      {data && data.items.length === 0 && <EmptyState title={t('indicators.empty')} />}
      {data &&
        KINDS.map((kind) => ({ kind, items: data.items.filter((one) => one.kind === kind) }))
          .filter(({ items }) => items.length > 0)
          .map(({ kind, items }) => (
            <section key={kind} className="after-section">
              <h2>{t(`indicators.kind.${kind}`)}</h2>
              <p className="quiet">{t(`indicators.why.${kind}`, data.thresholds)}</p>
              <Rows label={t(`indicators.kind.${kind}`)} items={items} />
            </section>
          ))}
    </>
  );
}

function Rows({ label, items }: { readonly label: string; readonly items: AuditIndicators['items'] }) {
  const { t } = useTranslation();
  return (
    <table className="grid cards" aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{t('indicators.persons')}</th>
          <th scope="col">{t('indicators.evaluations')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map(({ persons, count, of, evaluations }) => (
          <tr key={persons.map(({ id }) => id).join(' ')}>
            <td data-label={t('indicators.persons')}>
              <div className="strong">{persons.map(({ id, name }) => name ?? id).join(' / ')}</div>
              <div className="quiet">{t('indicators.count', { count, of })}</div>
            </td>
            <td data-label={t('indicators.evaluations')}>
              {evaluations.map(({ evaluationId, unitName, version, review, seconds }) => (
                <div key={`${evaluationId} ${version} ${review}`}>
                  <Link className="in-text" to={`/evaluations/${encodeURIComponent(evaluationId)}?tab=trail`}>
                    {unitName}
                  </Link>{' '}
                  <span className="quiet small">
                    {t(`step.${review}`)} · {t('evaluation.version', { version })} ·{' '}
                    {t('indicators.seconds', { seconds: Math.round(seconds) })}
                  </span>
                </div>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
