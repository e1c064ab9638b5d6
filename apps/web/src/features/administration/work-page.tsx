import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { answer, api, ordering } from '../../api/client.js';
import { Loading } from '../../ui/loading.js';
import { PageHead } from '../../ui/page-head.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { SealingState } from '../../ui/sealing-state.js';
import { usePolling } from '../../ui/use-polling.js';
import { Backups } from './backups.js';

/** How far the background work has come, and what stands still. */
export function WorkPage() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const redrive = useMutation({
    mutationFn: () => answer(api.POST('/api/jobs/redrive', { headers: ordering() })),
    onSuccess: ({ redriven }) => void message.success(t('work.redriven', { count: redriven.length })),
    onSettled: () => queries.invalidateQueries({ queryKey: ['work'] }),
  });
  const { data, error, refetch } = useQuery({
    queryKey: ['work'],
    refetchInterval: usePolling(5_000),
    queryFn: () => answer(api.GET('/health/work')),
  });
  return (
    <>
      <PageHead title={t('menu.work')} />
      <SealingState />
      <ProblemAlert error={error ?? redrive.error} onRetry={() => void refetch()} />
      {!data && !error && <Loading />}
      {data && (
        <>
          <section className="panel">
            <dl className="facts">
              <div>
                <dt>{t('work.head')}</dt>
                <dd className="big number">{data.head}</dd>
              </div>
              <div>
                <dt>{t('work.due')}</dt>
                <dd className="big number">{data.due}</dd>
              </div>
              <div>
                <dt>{t('work.parked')}</dt>
                <dd className={data.parked.length > 0 ? 'big number bad' : 'big number'}>{data.parked.length}</dd>
              </div>
            </dl>
          </section>
          <table className="grid cards" aria-label={t('work.projection')}>
            <thead>
              <tr>
                <th scope="col">{t('work.projection')}</th>
                <th scope="col" className="right">
                  {t('work.position')}
                </th>
                <th scope="col">{t('campaign.status.label')}</th>
              </tr>
            </thead>
            <tbody>
              {data.projections.map(({ name, position, error: stuck }) => (
                <tr key={name}>
                  <td className="wide">{t(`work.${name as 'trail'}`, { defaultValue: name })}</td>
                  <td data-label={t('work.position')} className="right number">
                    {position}
                  </td>
                  <td data-label={t('campaign.status.label')}>
                    {stuck ? (
                      <span className="bad">{t('work.error', { error: stuck })}</span>
                    ) : position >= data.head ? (
                      <span className="good">{t('work.upToDate')}</span>
                    ) : (
                      t('work.behind', { count: data.head - position })
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <section className="after-section">
            <h2>{t('work.parked')}</h2>
            {data.parked.length === 0 ? (
              <p className="quiet">{t('work.parkedNone')}</p>
            ) : (
              <>
                <p>{t('work.redrive')}</p>
                <Button loading={redrive.isPending} onClick={() => redrive.mutate()}>
                  {t('work.redriveAll')}
                </Button>
                <table className="grid cards" aria-label={t('work.parked')}>
                  <thead>
                    <tr>
                      <th scope="col" className="right">
                        {t('trail.position')}
                      </th>
                      <th scope="col">{t('work.handler')}</th>
                      <th scope="col">{t('work.reason')}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {data.parked.map(({ position, handler, reason }) => (
                      <tr key={`${position} ${handler}`}>
                        <td data-label={t('trail.position')} className="right number">
                          {position}
                        </td>
                        <td data-label={t('work.handler')}>{handler}</td>
                        <td data-label={t('work.reason')}>{reason}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </>
            )}
          </section>
        </>
      )}
      <Backups />
    </>
  );
}
