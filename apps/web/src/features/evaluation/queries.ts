import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../api/client.js';
import type { Evaluation, Score, SubmittedVersion } from '../../api/evaluation-answers.js';
import type { components } from '../../api/schema.js';

export const evaluationQuery = (id: string) =>
  queryOptions({
    queryKey: ['evaluation', id],
    queryFn: () => answer<Evaluation>(api.GET('/api/evaluations/{id}', { params: { path: { id } } })),
  });

/** The fields every sheet may have; they change only with the program. */
export const catalogueQuery = queryOptions({
  queryKey: ['catalogue'],
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: () => answer<components['schemas']['CatalogueAnswer']>(api.GET('/api/catalogue')),
});

export const scoreQuery = (id: string) =>
  queryOptions({
    queryKey: ['evaluation', id, 'score'],
    queryFn: () =>
      answer<{ score: Score | null }>(api.GET('/api/evaluations/{id}/score', { params: { path: { id } } })),
  });

/** A submitted version never changes. */
export const versionQuery = (id: string, number: number) =>
  queryOptions({
    queryKey: ['version', id, number],
    queryFn: () =>
      answer<SubmittedVersion>(
        api.GET('/api/evaluations/{id}/versions/{number}', { params: { path: { id, number: String(number) } } }),
      ),
  });
