import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../api/client.js';
import type { components } from '../api/schema.js';

export type Factor = components['schemas']['FactorAnswer'];

/** One's own second factors, and what kinds this address allows. */
export const factorsQuery = queryOptions({
  queryKey: ['factors'],
  staleTime: 0,
  queryFn: () => answer(api.GET('/api/session/factors')),
});
