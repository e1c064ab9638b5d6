import { useQuery } from '@tanstack/react-query';
import { Button, Modal, Popconfirm } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Account } from '../../api/answers.js';
import { answer, api } from '../../api/client.js';
import type { components } from '../../api/schema.js';
import { EmptyState } from '../../ui/empty-state.js';
import { showMoment } from '../../ui/moments.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { useChange } from './use-change.js';

/** Where an account is logged in; each session can be ended. */
export function SessionsDialog({ account, onClose }: { readonly account: Account; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { data, error } = useQuery({
    queryKey: ['sessions', account.id],
    staleTime: 0,
    queryFn: () =>
      answer<components['schemas']['OpenSessionsAnswer']>(
        api.GET('/api/accounts/{id}/sessions', { params: { path: { id: account.id } } }),
      ),
  });
  const end = useChange('sessions', (sessionId: string) =>
    answer(api.DELETE('/api/accounts/{id}/sessions/{sessionId}', { params: { path: { id: account.id, sessionId } } })),
  );
  return (
    <Modal open title={`${t('sessions.title')} · ${account.login}`} footer={null} onCancel={onClose}>
      <ProblemAlert error={error ?? end.error} />
      {data?.items.length === 0 && <EmptyState title={t('sessions.none')} />}
      <ul className="notices">
        {data?.items.map(({ id, openedAt, seenAt, factorGiven }) => (
          <li key={id} className="notice">
            <span>
              {t('sessions.opened')} {showMoment(openedAt)}
            </span>
            <span className="quiet small">
              {t('sessions.seen')} {showMoment(seenAt)} {factorGiven && `· ${t('sessions.factor')}`}
            </span>
            <Popconfirm
              title={t('sessions.endConfirm')}
              okText={t('sessions.end')}
              cancelText={t('common.cancel')}
              onConfirm={() => end.mutate(id)}
            >
              <Button size="small">{t('sessions.end')}</Button>
            </Popconfirm>
          </li>
        ))}
      </ul>
    </Modal>
  );
}
