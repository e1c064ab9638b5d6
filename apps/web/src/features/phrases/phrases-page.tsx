import { DeleteOutlined } from '@ant-design/icons';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { answer, api, ordering } from '../../api/client.js';
import { type Phrase, phrasesQuery } from '../../api/phrases.js';
import { atOrBelow, unitsQuery } from '../../api/units.js';
import { useSession } from '../../session/session.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Loading } from '../../ui/loading.js';
import { PageHead } from '../../ui/page-head.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { NewPhrase } from './new-phrase.js';

/** What one says in opinions again and again: kept for oneself, or shared with the reviewers of a unit by its manager. */
export function PhrasesPage() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const managed = useSession().grants.flatMap(({ role, unitId }) =>
    role === 'campaign-manager' && unitId !== null ? [unitId] : [],
  );
  const { data: units = [] } = useQuery({ ...unitsQuery, enabled: managed.length > 0 });
  const { data: phrases, error, refetch } = useQuery(phrasesQuery);
  const remove = useMutation({
    mutationFn: (id: string) =>
      answer(api.DELETE('/api/phrases/{id}', { params: { path: { id } }, headers: ordering() })),
    onSettled: () => queries.invalidateQueries({ queryKey: phrasesQuery.queryKey }),
  });
  return (
    <>
      <PageHead title={t('phrases.title')} />
      <p className="quiet">{t('phrases.hint')}</p>
      <NewPhrase units={atOrBelow(units, managed)} />
      <ProblemAlert error={error ?? remove.error} onRetry={() => void refetch()} />
      {!phrases && !error && <Loading />}
      {phrases?.length === 0 && <EmptyState title={t('phrases.empty')} />}
      {phrases && phrases.length > 0 && (
        <table className="grid cards" aria-label={t('phrases.title')}>
          <thead>
            <tr>
              <th scope="col">{t('phrases.text')}</th>
              <th scope="col">{t('phrases.owner')}</th>
              <th scope="col">{t('admin.operations')}</th>
            </tr>
          </thead>
          <tbody>
            {phrases.map((phrase) => (
              <tr key={phrase.id}>
                <td className="wide prose">{phrase.text}</td>
                <td data-label={t('phrases.owner')}>
                  {phrase.unitId === null ? t('phrases.own') : (phrase.unitName ?? phrase.unitId)}
                </td>
                <td>{phrase.removable && <Remove phrase={phrase} onRemove={remove.mutate} />}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

function Remove({ phrase, onRemove }: { readonly phrase: Phrase; readonly onRemove: (id: string) => void }) {
  const { t } = useTranslation();
  return (
    <Button
      size="small"
      icon={<DeleteOutlined />}
      aria-label={`${t('common.remove')} ${phrase.text}`}
      onClick={() => onRemove(phrase.id)}
    >
      {t('common.remove')}
    </Button>
  );
}
