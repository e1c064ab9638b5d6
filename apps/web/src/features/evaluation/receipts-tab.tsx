import { DownloadOutlined, PrinterOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answer, api } from '../../api/client.js';
import type { Evaluation } from '../../api/evaluation-answers.js';
import { word } from '../../texts/language.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Loading } from '../../ui/loading.js';
import { showSecond } from '../../ui/moments.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { usePolling } from '../../ui/use-polling.js';

/** What the person takes home of each submission and decision. */
export function ReceiptsTab({ evaluation: { id, names } }: { readonly evaluation: Evaluation }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery({
    queryKey: ['evaluation', id, 'receipts'],
    refetchInterval: usePolling(3_000),
    queryFn: () => answer(api.GET('/api/evaluations/{id}/receipts', { params: { path: { id } } })),
  });
  if (!data) return error ? <ProblemAlert error={error} onRetry={() => void refetch()} /> : <Loading />;
  if (data.items.length === 0) return <EmptyState title={t('receipt.empty')} hint={t('receipt.intro')} />;
  return (
    <section className="panel">
      <p>{t('receipt.intro')}</p>
      <table className="grid cards" aria-label={t('evaluation.tabs.receipts')}>
        <thead>
          <tr>
            <th scope="col">{t('receipt.step')}</th>
            <th scope="col">{t('receipt.time')}</th>
            <th scope="col">{t('receipt.person')}</th>
            <th scope="col">{t('evaluation.tabs.receipts')}</th>
          </tr>
        </thead>
        <tbody>
          {data.items.map(({ number, type, at, personId, sealed }) => (
            <tr key={number}>
              <td data-label={t('receipt.step')}>{word(t, 'event', type)}</td>
              <td data-label={t('receipt.time')}>{showSecond(at)}</td>
              <td data-label={t('receipt.person')} className="wide">
                {names[personId] ?? personId}
              </td>
              <td data-label={t('evaluation.tabs.receipts')}>
                {sealed ? (
                  <span className="page-actions">
                    <a href={`/api/evaluations/${id}/receipts/${number}/file`} download>
                      <DownloadOutlined aria-hidden /> {t('receipt.download')}
                    </a>
                    <Link to={`/evaluations/${id}/receipts/${number}`}>
                      <PrinterOutlined aria-hidden /> {t('receipt.print')}
                    </Link>
                  </span>
                ) : (
                  <span className="quiet">{t('receipt.notSealed')}</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
