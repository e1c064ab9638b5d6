import { queryOptions } from '@tanstack/react-query';
import type { Unit } from './answers.js';
import { answer, api } from './client.js';

const MOST_PAGES = 25;

/** All units, to choose from by name: up to 5,000 of them, page by page. */
export const unitsQuery = queryOptions({
  queryKey: ['units'],
  staleTime: 300_000,
  queryFn: async (): Promise<readonly Unit[]> => {
    const units: Unit[] = [];
    let cursor: string | undefined;
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const query = { limit: 200, ...(cursor === undefined ? {} : { cursor }) };
      const { items, next } = await answer(api.GET('/api/units', { params: { query } }));
      units.push(...items);
      if (next === null) break;
      cursor = next;
    }
    return units;
  },
});

/** Of these units, those that stand at or below one of the roots, as a role that was granted there reaches. */
export function atOrBelow(units: readonly Unit[], roots: readonly string[]): readonly Unit[] {
  const parents = new Map(units.map(({ id, parentId }) => [id, parentId]));
  const within = new Set(roots);
  const reached = (id: string | null | undefined, seen: number): boolean =>
    id != null && seen < parents.size && (within.has(id) || reached(parents.get(id), seen + 1));
  return units.filter(({ id }) => reached(id, 0));
}
