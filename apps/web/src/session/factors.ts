import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../api/client.js';

export interface Factor {
  readonly id: string;
  readonly kind: 'totp' | 'passkey';
  readonly name: string | null;
  readonly enrolledAt: string;
}

export interface Factors {
  readonly factors: readonly Factor[];
  readonly recoveryCodesLeft: number;
  readonly possible: readonly Factor['kind'][];
}

/** One's own second factors, and what kinds this address allows. */
export const factorsQuery = queryOptions({
  queryKey: ['factors'],
  staleTime: 0,
  queryFn: () => answer<Factors>(api.GET('/api/session/factors')),
});
