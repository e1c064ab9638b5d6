import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { answer, api, ordering } from '../../api/client.js';
import { unitsQuery } from '../../api/units.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Loading } from '../../ui/loading.js';
import { showMoment } from '../../ui/moments.js';
import { PageHead } from '../../ui/page-head.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { saveFile } from '../../ui/save-file.js';
import { usePolling } from '../../ui/use-polling.js';
import { EndDialog } from './end-dialog.js';
import { Figures } from './figures.js';
import { Runs } from './runs.js';
import { Samples } from './samples.js';
import { StatusTag } from './status-tag.js';
import { TasksDialog } from './tasks-dialog.js';

/** One campaign: its plan, how far it is, and what the manager may do with it. */
export function CampaignPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [dialog, setDialog] = useState<'tasks' | 'extension' | 'closing'>();
  const path = { id };
  const { data, error, refetch } = useQuery({
    queryKey: ['campaigns', id],
    queryFn: () => answer(api.GET('/api/campaigns/{id}', { params: { path } })),
  });
  const { data: units } = useQuery(unitsQuery);
  const again = (): Promise<void> => queries.invalidateQueries({ queryKey: ['campaigns'] });
  const open = useMutation({
    mutationFn: () => answer(api.POST('/api/campaigns/{id}/opening', { params: { path }, headers: ordering() })),
    onSuccess: () => message.success(t('campaign.opened')),
    onSettled: again,
  });
  const summary = useMutation({
    mutationFn: async () => {
      const asked = api.GET('/api/campaigns/{id}/summary.xlsx', { params: { path }, parseAs: 'blob' });
      saveFile(await answer<Blob>(asked), (await asked).response.headers.get('content-disposition'));
    },
  });
  if (!data) return error ? <ProblemAlert error={error} onRetry={() => void refetch()} /> : <Loading />;
  const schemes = Object.values(data.schemes).flatMap((one) => (one ? [`${one.id}@${one.version}`] : []));
  return (
    <>
      <PageHead title={data.name}>
        {data.status === 'created' && (
          <Popconfirm
            title={t('campaign.openConfirm')}
            okText={t('campaign.open')}
            cancelText={t('common.cancel')}
            onConfirm={() => open.mutate()}
          >
            <Button type="primary" loading={open.isPending}>
              {t('campaign.open')}
            </Button>
          </Popconfirm>
        )}
        {data.status === 'open' && (
          <Button type="primary" onClick={() => setDialog('tasks')}>
            {t('campaign.tasks')}
          </Button>
        )}
        {data.status !== 'created' && <Button onClick={() => setDialog('extension')}>{t('campaign.extend')}</Button>}
        {data.status === 'open' && <Button onClick={() => setDialog('closing')}>{t('campaign.close')}</Button>}
        <Button loading={summary.isPending} onClick={() => summary.mutate()}>
          {t('documents.summary')}
        </Button>
      </PageHead>
      <ProblemAlert error={open.error ?? summary.error} />
      <section className="panel">
        <dl className="facts">
          <div>
            <dt>{t('campaign.status.label')}</dt>
            <dd>
              <StatusTag status={data.status} />
            </dd>
          </div>
          <div>
            <dt>{t('campaign.year')}</dt>
            <dd>{data.fiscalYear}</dd>
          </div>
          <div>
            <dt>{t('campaign.owner')}</dt>
            <dd>{units?.find((unit) => unit.id === data.ownerId)?.name ?? data.ownerId}</dd>
          </div>
          <div>
            <dt>{t('campaign.opensAt')}</dt>
            <dd>{showMoment(data.opensAt)}</dd>
          </div>
          <div>
            <dt>{t('campaign.dueAt')}</dt>
            <dd>{showMoment(data.dueAt)}</dd>
          </div>
          <div>
            <dt>{t('campaign.wholeUnitScheme')}</dt>
            <dd>{schemes.join(' / ') || t('common.none')}</dd>
          </div>
        </dl>
        <p className="quiet small after">
          {t('campaign.days', {
            publish: data.publishWithinDays,
            feedback: data.feedbackWithinDays,
            rectify: data.rectifyWithinDays,
          })}
          {' · '}
          {t('deadline.reviewWithinDays')} {data.reviewWithinDays}
        </p>
      </section>
      <Progress id={id} />
      <Samples id={id} />
      <Figures id={id} />
      <Runs id={id} />
      {dialog === 'tasks' && <TasksDialog campaign={data} onClose={() => setDialog(undefined)} />}
      {(dialog === 'extension' || dialog === 'closing') && (
        <EndDialog kind={dialog} id={id} onClose={() => setDialog(undefined)} />
      )}
    </>
  );
}

const COUNTS = [
  'issued',
  'drafting',
  'submitted',
  'firstPassed',
  'approved',
  'toRecheck',
  'final',
  'published',
  'overdue',
] as const;

function Progress({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery({
    queryKey: ['campaigns', id, 'progress'],
    refetchInterval: usePolling(10_000),
    queryFn: () => answer(api.GET('/api/campaigns/{id}/progress', { params: { path: { id } } })),
  });
  return (
    <section>
      <div className="part-head">
        <h2>{t('campaign.progress')}</h2>
        <Link to={`/evaluations?campaign=${encodeURIComponent(id)}`}>{t('menu.evaluations')}</Link>
      </div>
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {!data && !error && <Loading rows={3} />}
      {data?.items.length === 0 && <EmptyState title={t('list.empty.evaluations')} />}
      {data && data.items.length > 0 && (
        <table className="grid cards" aria-label={t('campaign.progress')}>
          <thead>
            <tr>
              <th scope="col">{t('campaign.department')}</th>
              {COUNTS.map((count) => (
                <th key={count} scope="col" className="right">
                  {t(`campaign.count.${count}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {data.items.map((row) => (
              <tr key={row.departmentId}>
                <td className="wide strong">{row.departmentName}</td>
                {COUNTS.map((count) => (
                  <td
                    key={count}
                    data-label={t(`campaign.count.${count}`)}
                    className={count === 'overdue' && row[count] > 0 ? 'right number bad' : 'right number'}
                  >
                    {row[count]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
