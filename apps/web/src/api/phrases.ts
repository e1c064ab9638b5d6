import { queryOptions } from '@tanstack/react-query';
import { answer, api } from './client.js';
import type { components } from './schema.js';

export type Phrase = components['schemas']['PhraseAnswer'];

/** What the person says again and again, and what bureaus share. */
export const phrasesQuery = queryOptions({
  queryKey: ['phrases'],
  staleTime: 300_000,
  queryFn: async () => (await answer<components['schemas']['PhrasesAnswer']>(api.GET('/api/phrases'))).items,
});
