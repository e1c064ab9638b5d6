import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.js';
import type { components } from '../../api/schema.js';
import { GRANTING, holds, useSession } from '../../session/session.js';
import { word } from '../../texts/language.js';
import { ColumnHeads } from '../../ui/column-heads.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Loading } from '../../ui/loading.js';
import { showMoment } from '../../ui/moments.js';
import { PageHead } from '../../ui/page-head.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { BreakGlassDialog } from './break-glass-dialog.js';
import { GlassReviewDialog } from './glass-review-dialog.js';

type BreakGlass = components['schemas']['BreakGlassAnswer'];

/** Roles that one alone gave: what is open comes first, and the audit closes it in writing. */
export function BreakGlassPage() {
  const { t } = useTranslation();
  const session = useSession();
  const [breaking, setBreaking] = useState(false);
  const [reviewing, setReviewing] = useState<BreakGlass>();
  const { data, error, refetch } = useQuery({
    queryKey: ['break-glass'],
    staleTime: 0,
    queryFn: () => answer<components['schemas']['BreakGlassesAnswer']>(api.GET('/api/break-glass')),
  });
  const reviews = ({ justified, brokenBy, personId }: BreakGlass): boolean =>
    justified === null &&
    holds(session, 'auditor', 'audit-administrator') &&
    ![brokenBy, personId].includes(session.personId);
  const columns = [t('grants.person'), t('grants.role'), t('breakGlass.by'), t('grants.reason'), t('breakGlass.state')];
  return (
    <>
      <PageHead title={t('breakGlass.title')}>
        {holds(session, ...GRANTING) && (
          <Button danger onClick={() => setBreaking(true)}>
            {t('breakGlass.do')}
          </Button>
        )}
      </PageHead>
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {!data && !error && <Loading />}
      <Alert type="info" title={t('breakGlass.what')} />
      {data?.items.length === 0 && <EmptyState title={t('breakGlass.none')} />}
      {data && data.items.length > 0 && (
        <>
          {data.open > 0 && <p className="bad strong">{t('breakGlass.openCount', { count: data.open })}</p>}
          <table className="grid cards after-section" aria-label={t('breakGlass.title')}>
            <ColumnHeads names={columns} />
            <tbody>
              {data.items.map((glass) => (
                <tr key={glass.id}>
                  <td data-label={columns[0]} className="strong">
                    {glass.personName} <span className="quiet small">{glass.login}</span>
                  </td>
                  <td data-label={columns[1]}>
                    {word(t, 'role', glass.role)} <span className="quiet">{glass.unitName}</span>
                    <div className="quiet small">
                      {glass.from} – {glass.to}
                    </div>
                  </td>
                  <td data-label={columns[2]}>
                    {glass.brokenByName ?? glass.brokenBy}
                    <div className="quiet small">{showMoment(glass.at)}</div>
                  </td>
                  <td data-label={columns[3]}>{glass.reason}</td>
                  <td data-label={columns[4]}>
                    <Verdict glass={glass} />
                    {reviews(glass) && (
                      <Button size="small" type="primary" onClick={() => setReviewing(glass)}>
                        {t('breakGlass.review')}
                      </Button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
      {breaking && <BreakGlassDialog onClose={() => setBreaking(false)} />}
      {reviewing && <GlassReviewDialog glass={reviewing} onClose={() => setReviewing(undefined)} />}
    </>
  );
}

function Verdict({ glass: { justified, opinion, reviewerName } }: { readonly glass: BreakGlass }) {
  const { t } = useTranslation();
  if (justified === null) return <span className="tag tone-red">{t('breakGlass.open')}</span>;
  return (
    <>
      <span className={`tag ${justified ? 'tone-green' : 'tone-red'}`}>
        {t(justified ? 'breakGlass.justified' : 'breakGlass.unjustified')}
      </span>
      <div>{opinion}</div>
      <div className="quiet small">{reviewerName}</div>
    </>
  );
}
