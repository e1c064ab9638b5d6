import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../../api/client.js';
import { unitsQuery } from '../../api/units.js';
import { holds, useSession } from '../../session/session.js';

const LIMIT = 200;

/** The divisions for which the person decides where they are told: all for an administrator, his own for a manager. */
export function useDivisions() {
  const session = useSession();
  const everywhere = holds(session, 'administrator');
  const { data: units, error: noUnits } = useQuery({ ...unitsQuery, enabled: !everywhere });
  const { data, error } = useQuery({
    queryKey: ['divisions'],
    staleTime: 300_000,
    queryFn: () => answer(api.GET('/api/divisions', { params: { query: { limit: LIMIT } } })),
  });
  const managed = session.grants.filter(({ role }) => role === 'campaign-manager').map(({ unitId }) => unitId);
  const own = new Set(
    units?.flatMap(({ id, parentId, divisionCode }) => (parentId === null && managed.includes(id) ? divisionCode : [])),
  );
  const ready = data !== undefined && (everywhere || units !== undefined);
  return {
    error: error ?? noUnits,
    divisions: ready ? data.items.filter(({ code }) => everywhere || own.has(code)) : undefined,
  };
}
