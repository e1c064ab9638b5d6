import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ColumnHeads } from '../../ui/column-heads.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Loading } from '../../ui/loading.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { EndDialog } from './end-dialog.js';
import { type Delegation, mineQuery } from './queries.js';
import { bureauDay, standing } from './standing.js';

const TONES = { coming: 'tone-blue', standing: 'tone-green', over: 'tone-grey', ended: 'tone-grey' } as const;

/** For whom one acts today, and what one handed over, the newest first. */
export function Mine() {
  const { t } = useTranslation();
  const [ending, setEnding] = useState<Delegation>();
  const { data, error, refetch } = useQuery(mineQuery);
  const nameOf = (person: string): string => data?.names[person] ?? person;
  const columns = [
    ...[t('delegation.delegate'), t('delegation.days'), t('delegation.reason')],
    ...[t('delegation.state'), t('admin.operations')],
  ];
  const today = bureauDay();
  return (
    <section className="after-section">
      {data && data.actingFor.length > 0 && (
        <Alert
          type="info"
          showIcon
          title={t('delegation.acting', {
            count: data.actingFor.length,
            names: data.actingFor.map(nameOf).join(' / '),
          })}
        />
      )}
      <h2>{t('delegation.mine')}</h2>
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {!data && !error && <Loading rows={3} />}
      {data?.given.length === 0 && <EmptyState title={t('delegation.mineEmpty')} />}
      {data && data.given.length > 0 && (
        <table className="grid cards" aria-label={t('delegation.mine')}>
          <ColumnHeads names={columns} />
          <tbody>
            {data.given.toReversed().map((given) => {
              const state = standing(given, today);
              return (
                <tr key={given.id}>
                  <td data-label={columns[0]} className="strong">
                    {nameOf(given.delegate)}
                  </td>
                  <td data-label={columns[1]} className="number">
                    {given.from} – {given.until}
                  </td>
                  <td data-label={columns[2]}>{given.reason}</td>
                  <td data-label={columns[3]}>
                    <span className={`tag ${TONES[state]}`}>{t(`delegation.states.${state}`)}</span>
                  </td>
                  <td>
                    {(state === 'coming' || state === 'standing') && (
                      <Button
                        size="small"
                        aria-label={t('delegation.endOf', { name: nameOf(given.delegate) })}
                        onClick={() => setEnding(given)}
                      >
                        {t('delegation.end')}
                      </Button>
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      {ending && <EndDialog id={ending.id} name={nameOf(ending.delegate)} onClose={() => setEnding(undefined)} />}
    </section>
  );
}
