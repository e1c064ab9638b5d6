import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../api/client.js';
import type { SchemeFile, SchemeHead } from './scheme-file.js';

/** Every version of every scheme. */
export const schemesQuery = queryOptions({
  queryKey: ['schemes'],
  queryFn: () => answer<{ items: readonly SchemeHead[] }>(api.GET('/api/schemes')),
});

/** A scheme's version as addresses name it: `hunan-whole-unit-A@1`. */
export const nameOf = ({ id, version }: Pick<SchemeHead, 'id' | 'version'>): string => `${id}@${version}`;

export const pathTo = ({ id, version }: Pick<SchemeHead, 'id' | 'version'>): string =>
  `/schemes/${encodeURIComponent(id)}/versions/${encodeURIComponent(version)}`;

/** One version, whole. It never changes. */
export const schemeQuery = (id: string, version: string) =>
  queryOptions({
    queryKey: ['schemes', id, version],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async () => {
      const params = { path: { id, version } };
      // The API describes it as an object; `schemes/scheme.schema.json` says the rest, and nothing else is published.
      const { file } = await answer(api.GET('/api/schemes/{id}/versions/{version}', { params }));
      return file as SchemeFile;
    },
  });
