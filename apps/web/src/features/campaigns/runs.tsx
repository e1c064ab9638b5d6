import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Progress } from 'antd';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, ordering } from '../../api/client.js';
import { showMoment } from '../../ui/moments.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { usePolling } from '../../ui/use-polling.js';
import { ReadFiles } from './read-files.js';
import { ReadingUpload } from './reading-upload.js';

/** Work on the whole campaign that goes on in the background: watched, stopped, resumed. */
export function Runs({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const key = ['campaigns', id, 'runs'];
  const [open, setOpen] = useState<string>();
  const { data, error } = useQuery({
    queryKey: key,
    // A run begins when the worker has read its order, so the list changes by itself.
    refetchInterval: usePolling(2_000),
    queryFn: () => answer(api.GET('/api/campaigns/{id}/runs', { params: { path: { id } } })),
  });
  const again = (): Promise<void> => queries.invalidateQueries({ queryKey: key });
  const steer = useMutation({
    mutationFn: ({ runId, to }: { runId: string; to: 'cancellation' | 'resumption' }) => {
      const how = { params: { path: { id, runId } }, headers: ordering() };
      return answer(
        to === 'cancellation'
          ? api.POST('/api/campaigns/{id}/runs/{runId}/cancellation', how)
          : api.POST('/api/campaigns/{id}/runs/{runId}/resumption', how),
      );
    },
    onSettled: again,
  });
  const recompute = useMutation({
    mutationFn: () =>
      answer(api.POST('/api/campaigns/{id}/recompute-runs', { params: { path: { id } }, headers: ordering() })),
    onSettled: again,
  });
  return (
    <section className="after-section">
      <div className="part-head">
        <h2>{t('campaign.runs')}</h2>
        <Button size="small" loading={recompute.isPending} onClick={() => recompute.mutate()}>
          {t('campaign.recompute')}
        </Button>
      </div>
      <ProblemAlert error={error ?? steer.error ?? recompute.error} />
      <ReadingUpload id={id} onSent={again} />
      {data && data.items.length > 0 && (
        <table className="grid cards" aria-label={t('campaign.runs')}>
          <tbody>
            {data.items.map((run) => (
              <Fragment key={run.id}>
                <tr>
                  <td className="wide">
                    {t(`campaign.run.${run.kind as 'issue-tasks'}`, { defaultValue: run.kind })}
                    <div className="quiet small">{showMoment(run.createdAt)}</div>
                  </td>
                  <td>{t(`campaign.runState.${run.state as 'done'}`, { defaultValue: run.state })}</td>
                  <td className="wide">
                    <Progress
                      percent={run.total === 0 ? 100 : Math.floor((100 * run.done) / run.total)}
                      size="small"
                      status={run.failed > 0 ? 'exception' : 'normal'}
                      aria-label={t(`campaign.run.${run.kind as 'issue-tasks'}`, { defaultValue: run.kind })}
                    />
                    <span className="quiet small">
                      {t('campaign.runDone', { done: run.done, total: run.total, failed: run.failed })}
                    </span>
                  </td>
                  <td>
                    {run.kind === 'read-reports' && (
                      <Button
                        size="small"
                        aria-expanded={open === run.id}
                        onClick={() => setOpen(open === run.id ? undefined : run.id)}
                      >
                        {t('campaign.readFiles')}
                      </Button>
                    )}
                    {run.state === 'running' && (
                      <Button size="small" onClick={() => steer.mutate({ runId: run.id, to: 'cancellation' })}>
                        {t('campaign.cancelRun')}
                      </Button>
                    )}
                    {(run.state === 'cancelled' || (run.state === 'done' && run.failed > 0)) && (
                      <Button size="small" onClick={() => steer.mutate({ runId: run.id, to: 'resumption' })}>
                        {t('campaign.resumeRun')}
                      </Button>
                    )}
                  </td>
                </tr>
                {open === run.id && (
                  <tr>
                    <td colSpan={4} className="wide">
                      <ReadFiles id={id} runId={run.id} running={run.state === 'running'} />
                    </td>
                  </tr>
                )}
              </Fragment>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
