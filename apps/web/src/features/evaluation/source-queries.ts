import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../api/client.js';
import type { components } from '../../api/schema.js';

type Schemas = components['schemas'];

/** A document as it was read: its text, its tables, and for each field the values found. */
export type ReadSource = Schemas['SourceAnswer'];
export type Proposal = Schemas['FoundFieldAnswer'];
/** A span of a document's text. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

export const sourcesQuery = (id: string) =>
  queryOptions({
    queryKey: ['evaluation', id, 'sources'],
    queryFn: () => answer(api.GET('/api/evaluations/{id}/sources', { params: { path: { id } } })),
  });

export const sourceQuery = (id: string, document: string) =>
  queryOptions({
    queryKey: ['evaluation', id, 'sources', document],
    queryFn: () => answer(api.GET('/api/evaluations/{id}/sources/{document}', { params: { path: { id, document } } })),
  });

/** Has a file read, as it is. */
export function readFile(id: string, file: File): Promise<ReadSource> {
  return answer(
    api.POST('/api/evaluations/{id}/sources', {
      params: { path: { id }, query: { name: file.name } },
      headers: { 'content-type': 'application/octet-stream' },
      body: file as never,
      bodySerializer: (body: unknown) => body as File,
    }),
  );
}
