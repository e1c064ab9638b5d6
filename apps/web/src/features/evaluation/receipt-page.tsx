import { useQuery } from '@tanstack/react-query';
import { Button, QRCode } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { answer, api } from '../../api/client.js';
import { word } from '../../texts/language.js';
import { Loading } from '../../ui/loading.js';
import { showSecond } from '../../ui/moments.js';
import { PageHead } from '../../ui/page-head.js';
import { ProblemAlert } from '../../ui/problem-alert.js';

/** A receipt for paper: what it proves in words, and the whole of it in QR codes. */
export function ReceiptPage() {
  const { t } = useTranslation();
  const { id = '', number = '' } = useParams();
  const { data, error, refetch } = useQuery({
    queryKey: ['evaluation', id, 'receipt', number],
    queryFn: () => answer(api.GET('/api/evaluations/{id}/receipts/{number}', { params: { path: { id, number } } })),
  });
  if (!data) return error ? <ProblemAlert error={error} onRetry={() => void refetch()} /> : <Loading />;
  const { type, at, personId, origin, position, size, root, keys, parts } = data;
  const facts: readonly (readonly [string, string])[] = [
    [t('receipt.time'), showSecond(at)],
    [t('receipt.person'), personId],
    [t('receipt.log'), origin],
    [t('receipt.place'), t('receipt.placeOf', { position, size })],
    [t('receipt.root'), root],
    [t('receipt.keys'), keys.join(' ')],
  ];
  return (
    <article className="receipt">
      <PageHead title={t('receipt.title', { event: word(t, 'event', type) })}>
        <Link to={`/evaluations/${id}?tab=receipts`}>{t('receipt.back')}</Link>
        <Button type="primary" onClick={() => print()}>
          {t('receipt.toPrint')}
        </Button>
      </PageHead>
      <dl className="receipt-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p>{t('receipt.codes', { count: parts.length })}</p>
      <div className="receipt-codes">
        {parts.map((part, n) => (
          <figure key={part}>
            <QRCode
              value={part}
              type="svg"
              size={280}
              errorLevel="L"
              bordered={false}
              aria-label={t('receipt.code', { n: n + 1, count: parts.length })}
            />
            <figcaption>{t('receipt.code', { n: n + 1, count: parts.length })}</figcaption>
          </figure>
        ))}
      </div>
      <p>{t('receipt.check')}</p>
    </article>
  );
}
