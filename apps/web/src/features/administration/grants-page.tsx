import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, ordering } from '../../api/client.js';
import type { components } from '../../api/schema.js';
import { GRANTING, holds, useSession } from '../../session/session.js';
import { word } from '../../texts/language.js';
import { ColumnHeads } from '../../ui/column-heads.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Loading } from '../../ui/loading.js';
import { showMoment } from '../../ui/moments.js';
import { PageHead } from '../../ui/page-head.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { DeclineDialog } from './decline-dialog.js';
import { useChange } from './use-change.js';

export type Proposal = components['schemas']['ProposalAnswer'];

/** What one office proposed waits here for the other. */
export function GrantsPage() {
  const { t } = useTranslation();
  const session = useSession();
  const [declining, setDeclining] = useState<Proposal>();
  const { data, error, refetch } = useQuery({
    queryKey: ['proposals'],
    staleTime: 0,
    queryFn: () => answer(api.GET('/api/grant-proposals')),
  });
  const confirm = useChange('proposals', (id: string) =>
    answer(api.POST('/api/grant-proposals/{id}/confirmation', { params: { path: { id } }, headers: ordering() })),
  );
  /** Whoever proposed it, whoever gets it and the same office do not confirm. */
  const confirms = ({ proposedBy, proposedAs, personId, expired }: Proposal): boolean =>
    !expired &&
    holds(session, ...GRANTING) &&
    !holds(session, proposedAs) &&
    ![proposedBy, personId].includes(session.personId);
  const columns = [t('grants.person'), t('grants.role'), t('grants.days'), t('grants.proposed'), t('admin.operations')];
  return (
    <>
      <PageHead title={t('grants.title')} />
      <ProblemAlert error={error ?? confirm.error} onRetry={() => void refetch()} />
      {!data && !error && <Loading />}
      {data && (
        <Alert
          type={data.bootstrap ? 'warning' : 'info'}
          title={t(data.bootstrap ? 'grants.bootstrap' : 'grants.two')}
        />
      )}
      {data?.items.length === 0 && <EmptyState title={t('grants.none')} />}
      {data && data.items.length > 0 && (
        <table className="grid cards after-section" aria-label={t('grants.title')}>
          <ColumnHeads names={columns} />
          <tbody>
            {data.items.map((proposal) => (
              <tr key={proposal.id}>
                <td data-label={columns[0]} className="strong">
                  {proposal.personName} <span className="quiet small">{proposal.login}</span>
                </td>
                <td data-label={columns[1]}>
                  {word(t, 'role', proposal.role)} <span className="quiet">{proposal.unitName}</span>
                </td>
                <td data-label={columns[2]}>
                  {proposal.from} {proposal.to && t('grants.until', { day: proposal.to })}
                </td>
                <td data-label={columns[3]}>
                  {proposal.proposedByName} <span className="quiet small">{word(t, 'role', proposal.proposedAs)}</span>
                  <div className={proposal.expired ? 'bad small' : 'quiet small'}>
                    {proposal.expired
                      ? t('grants.expired')
                      : t('grants.expires', { time: showMoment(proposal.expiresAt) })}
                  </div>
                </td>
                <td>
                  <span className="row-actions">
                    {confirms(proposal) && (
                      <Popconfirm
                        title={t('grants.confirmWhy', {
                          name: proposal.personName,
                          role: word(t, 'role', proposal.role),
                        })}
                        okText={t('grants.confirm')}
                        cancelText={t('common.cancel')}
                        onConfirm={() => confirm.mutate(proposal.id)}
                      >
                        <Button size="small" type="primary">
                          {t('grants.confirm')}
                        </Button>
                      </Popconfirm>
                    )}
                    {holds(session, ...GRANTING) && (
                      <Button size="small" onClick={() => setDeclining(proposal)}>
                        {t('grants.decline')}
                      </Button>
                    )}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {declining && <DeclineDialog proposal={declining} onClose={() => setDeclining(undefined)} />}
    </>
  );
}
