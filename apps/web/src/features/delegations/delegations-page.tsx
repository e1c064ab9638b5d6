import { SwapOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { holds, REVIEWING, useSession } from '../../session/session.js';
import { ColumnHeads } from '../../ui/column-heads.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Loading } from '../../ui/loading.js';
import { PageHead } from '../../ui/page-head.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { DelegationDialog } from './delegation-dialog.js';
import { Mine } from './mine.js';
import { departmentQuery } from './queries.js';

/** Who acts for whom: what a reviewer handed over himself, and what the department has to know. */
export function DelegationsPage() {
  const { t } = useTranslation();
  const reviews = holds(useSession(), ...REVIEWING);
  const [giving, setGiving] = useState(false);
  return (
    <>
      <PageHead title={t('delegation.title')}>
        {reviews && (
          <Button type="primary" icon={<SwapOutlined />} onClick={() => setGiving(true)}>
            {t('delegation.give')}
          </Button>
        )}
      </PageHead>
      <p className="quiet">{t('delegation.hint')}</p>
      {reviews && <Mine />}
      <Department />
      {giving && <DelegationDialog onClose={() => setGiving(false)} />}
    </>
  );
}

/** What holds today in the department, or will. */
function Department() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(departmentQuery);
  const columns = [t('delegation.delegator'), t('delegation.delegate'), t('delegation.days')];
  return (
    <section className="after-section">
      <h2>{t('delegation.department')}</h2>
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {!data && !error && <Loading rows={3} />}
      {data?.length === 0 && <EmptyState title={t('delegation.departmentEmpty')} />}
      {data && data.length > 0 && (
        <table className="grid cards" aria-label={t('delegation.department')}>
          <ColumnHeads names={columns} />
          <tbody>
            {data.map(({ id, delegatorName, delegateName, from, until }) => (
              <tr key={id}>
                <td data-label={columns[0]}>{delegatorName}</td>
                <td data-label={columns[1]}>{delegateName}</td>
                <td data-label={columns[2]} className="number">
                  {from} – {until}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
