import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { answer, api, ordering } from '../../api/client.js';
import { ColumnHeads } from '../../ui/column-heads.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Loading } from '../../ui/loading.js';
import { showMoment } from '../../ui/moments.js';
import { PageHead } from '../../ui/page-head.js';
import { ProblemAlert } from '../../ui/problem-alert.js';

const KEY = ['deliveries', 'parked'];

/** Why it was not delivered: in words, or as a mail server or a receiver put it. */
function Reason({ code }: { readonly code: string | null }) {
  const { t, i18n } = useTranslation();
  if (code === null) return t('common.none');
  return i18n.exists(`deliveries.reasons.${code}`) ? t(`deliveries.reasons.${code as 'mail.not-configured'}`) : code;
}

/** Notices that could not be delivered and wait for somebody to mend the cause. */
export function DeliveriesPage() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const { data, error, refetch } = useQuery({
    queryKey: KEY,
    queryFn: () => answer(api.GET('/api/deliveries', { params: { query: { state: 'parked', limit: 200 } } })),
  });
  const redrive = useMutation({
    /** Those of the ids; without any, all. */
    mutationFn: (ids: readonly number[]) =>
      answer(
        api.POST('/api/deliveries/redrive', {
          headers: ordering(),
          body: ids.length === 0 ? {} : { ids: [...ids] },
        }),
      ),
    onSuccess: ({ redriven }) => void message.success(t('deliveries.redriven', { count: redriven.length })),
    onSettled: () => queries.invalidateQueries({ queryKey: KEY }),
  });
  const heads = [
    ...[t('deliveries.notice'), t('deliveries.channel'), t('deliveries.attempts'), t('deliveries.reason')],
    t('admin.operations'),
  ];
  return (
    <>
      <PageHead title={t('deliveries.title')}>
        {data && data.items.length > 0 && (
          <Button type="primary" loading={redrive.isPending} onClick={() => redrive.mutate([])}>
            {t('deliveries.redrive')}
          </Button>
        )}
      </PageHead>
      <ProblemAlert error={error ?? redrive.error} onRetry={() => void refetch()} />
      {!data && !error && <Loading />}
      {data && data.items.length === 0 && <EmptyState title={t('deliveries.empty')} />}
      {data && data.items.length > 0 && (
        <table className="grid cards" aria-label={t('deliveries.title')}>
          <ColumnHeads names={heads} />
          <tbody>
            {data.items.map(({ id, kind, unitName, channel, webhookName, attempts, createdAt, lastError }) => (
              <tr key={id}>
                <td className="wide">
                  <span className="strong">{t(`notices.kind.${kind as 'returned'}`, { defaultValue: kind })}</span>{' '}
                  {unitName} <span className="quiet small">{showMoment(createdAt)}</span>
                </td>
                <td data-label={heads[1]}>{webhookName ?? t(`deliveries.channels.${channel}`)}</td>
                <td data-label={heads[2]} className="number">
                  {attempts}
                </td>
                <td data-label={heads[3]}>
                  <div className="roomy">
                    <Reason code={lastError} />
                  </div>
                </td>
                <td>
                  <Button
                    size="small"
                    disabled={redrive.isPending}
                    aria-label={`${t('deliveries.redriveOne')} ${unitName} ${showMoment(createdAt)}`}
                    onClick={() => redrive.mutate([id])}
                  >
                    {t('deliveries.redriveOne')}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
