import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../api/client.js';
import type { components } from '../../api/schema.js';

export type Delegation = components['schemas']['DelegationAnswer'];

/** Everything about delegations: read anew when one is given or ended. */
export const DELEGATIONS = ['delegations'] as const;

/** What the person handed over, and for whom he acts today. Reviewers alone may ask. */
export const mineQuery = queryOptions({
  queryKey: [...DELEGATIONS, 'mine'],
  queryFn: () => answer(api.GET('/api/delegations')),
});

export const departmentQuery = queryOptions({
  queryKey: [...DELEGATIONS, 'department'],
  queryFn: async () => (await answer(api.GET('/api/delegations/department'))).items,
});

/** Who could act for the person. */
export const candidatesQuery = queryOptions({
  queryKey: [...DELEGATIONS, 'candidates'],
  queryFn: async () => (await answer(api.GET('/api/delegations/candidates'))).items,
});
