import { PlusOutlined } from '@ant-design/icons';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, ordering } from '../../api/client.js';
import { conflictsQuery } from '../../api/conflicts.js';
import { unitsQuery } from '../../api/units.js';
import { ColumnHeads } from '../../ui/column-heads.js';
import { ConflictDialog } from '../../ui/conflict-dialog.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Loading } from '../../ui/loading.js';
import { showMoment } from '../../ui/moments.js';
import { PageHead } from '../../ui/page-head.js';
import { ProblemAlert } from '../../ui/problem-alert.js';

/** In whose matters a reviewer keeps out, by his own word. */
export function ConflictsPage() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [declaring, setDeclaring] = useState(false);
  const { data: units } = useQuery(unitsQuery);
  const { data: conflicts, error, refetch } = useQuery(conflictsQuery);
  const withdraw = useMutation({
    mutationFn: (unitId: string) =>
      answer(api.DELETE('/api/conflicts/{unitId}', { params: { path: { unitId } }, headers: ordering() })),
    onSuccess: ({ items }) => {
      queries.setQueryData(conflictsQuery.queryKey, items);
      void queries.invalidateQueries();
      void message.success(t('recusal.withdrawn'));
    },
  });
  const nameOf = (unitId: string): string => units?.find(({ id }) => id === unitId)?.name ?? unitId;
  const free = units?.filter(({ id }) => !conflicts?.some(({ unitId }) => unitId === id)) ?? [];
  const columns = [t('recusal.unit'), t('recusal.reason'), t('recusal.declaredAt'), t('admin.operations')];
  return (
    <>
      <PageHead title={t('recusal.title')}>
        <Button
          type="primary"
          icon={<PlusOutlined />}
          disabled={!conflicts || free.length === 0}
          onClick={() => setDeclaring(true)}
        >
          {t('recusal.declare')}
        </Button>
      </PageHead>
      <p className="quiet">{t('recusal.hint')}</p>
      <ProblemAlert error={error ?? withdraw.error} onRetry={() => void refetch()} />
      {!conflicts && !error && <Loading />}
      {conflicts?.length === 0 && <EmptyState title={t('recusal.empty')} />}
      {conflicts && conflicts.length > 0 && (
        <table className="grid cards" aria-label={t('recusal.title')}>
          <ColumnHeads names={columns} />
          <tbody>
            {conflicts.map(({ unitId, reason, declaredAt }) => (
              <tr key={unitId}>
                <td className="wide strong">{nameOf(unitId)}</td>
                <td data-label={columns[1]}>{reason}</td>
                <td data-label={columns[2]}>{showMoment(declaredAt)}</td>
                <td>
                  <Popconfirm
                    title={t('recusal.withdrawAsk')}
                    okText={t('recusal.withdraw')}
                    cancelText={t('common.cancel')}
                    onConfirm={() => withdraw.mutate(unitId)}
                  >
                    <Button size="small" aria-label={t('recusal.withdrawOf', { unit: nameOf(unitId) })}>
                      {t('recusal.withdraw')}
                    </Button>
                  </Popconfirm>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {declaring && <ConflictDialog units={free} onClose={() => setDeclaring(false)} />}
    </>
  );
}
