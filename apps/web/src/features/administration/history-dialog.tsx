import { useQuery } from '@tanstack/react-query';
import { Modal, Timeline } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Person } from '../../api/answers.js';
import { answer, api } from '../../api/client.js';
import type { components } from '../../api/schema.js';
import { unitsQuery } from '../../api/units.js';
import { word } from '../../texts/language.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Loading } from '../../ui/loading.js';
import { showMoment } from '../../ui/moments.js';
import { ProblemAlert } from '../../ui/problem-alert.js';

type Fact = components['schemas']['PersonFactAnswer'];
/** What any of a person's facts may say; each says some of it. */
type Said = Partial<
  Record<'role' | 'unitId' | 'kind' | 'from' | 'to' | 'lastDay' | 'reason' | 'opinion' | 'name', string>
>;

/** Where the person belonged and what the person could do, when, and by whom: the newest first. */
export function HistoryDialog({ person, onClose }: { readonly person: Person; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { data, error } = useQuery({
    queryKey: ['persons', 'history', person.id],
    staleTime: 0,
    queryFn: () => answer(api.GET('/api/persons/{id}/history', { params: { path: { id: person.id } } })),
  });
  return (
    <Modal open width={680} title={`${t('history.title')} · ${person.name}`} footer={null} onCancel={onClose}>
      <ProblemAlert error={error} />
      {!data && !error && <Loading />}
      {data?.items.length === 0 && <EmptyState title={t('history.none')} />}
      {data && <Timeline items={data.items.map((fact, n) => ({ key: n, content: <FactLine fact={fact} /> }))} />}
    </Modal>
  );
}

function FactLine({ fact: { type, at, by, byName, data } }: { readonly fact: Fact }) {
  const { t } = useTranslation();
  const { data: units = [] } = useQuery(unitsQuery);
  const { role, unitId, kind, from, to, lastDay, reason, opinion, name } = (data ?? {}) as Said;
  const said = [
    role && word(t, 'role', role),
    name,
    unitId && (units.find(({ id }) => id === unitId)?.name ?? unitId),
    kind && t(`admin.membership.${kind as 'member'}`),
    from,
    to && t('history.until', { day: to }),
    lastDay && t('history.lastDay', { day: lastDay }),
    reason,
    opinion,
  ];
  return (
    <>
      <div>
        <span className="strong">{word(t, 'event', type)}</span> {said.filter(Boolean).join(' · ')}
      </div>
      <div className="quiet small">
        {showMoment(at)} · {t('history.by')} {byName ?? by}
      </div>
    </>
  );
}
