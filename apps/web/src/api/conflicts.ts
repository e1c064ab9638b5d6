import { queryOptions } from '@tanstack/react-query';
import { answer, api } from './client.js';
import type { components } from './schema.js';

export type Conflict = components['schemas']['ConflictAnswer'];

/** The units in whose matters the person keeps out, by his own word. Reviewers alone may ask. */
export const conflictsQuery = queryOptions({
  queryKey: ['conflicts'],
  staleTime: 300_000,
  queryFn: async () => (await answer(api.GET('/api/conflicts'))).items,
});
