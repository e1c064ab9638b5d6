import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../api/client.js';

export const evaluationQuery = (id: string) =>
  queryOptions({
    queryKey: ['evaluation', id],
    queryFn: () => answer(api.GET('/api/evaluations/{id}', { params: { path: { id } } })),
  });

/** The fields every sheet may have; they change only with the program. */
export const catalogueQuery = queryOptions({
  queryKey: ['catalogue'],
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: () => answer(api.GET('/api/catalogue')),
});

export const scoreQuery = (id: string) =>
  queryOptions({
    queryKey: ['evaluation', id, 'score'],
    queryFn: () => answer(api.GET('/api/evaluations/{id}/score', { params: { path: { id } } })),
  });

/** A submitted version never changes. */
export const versionQuery = (id: string, number: number) =>
  queryOptions({
    queryKey: ['version', id, number],
    queryFn: () =>
      answer(api.GET('/api/evaluations/{id}/versions/{number}', { params: { path: { id, number: String(number) } } })),
  });
