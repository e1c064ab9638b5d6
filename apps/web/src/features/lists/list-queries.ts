import { infiniteQueryOptions } from '@tanstack/react-query';
import type { EvaluationRow, Page } from '../../api/answers.js';
import { answer, api } from '../../api/client.js';
import { afterLatest } from '../../api/latest.js';
import type { Filters } from './filters.js';

export type ListName = 'todo' | 'done' | 'initiated' | 'copied' | 'evaluations';

/** A list, page by page; each page knows the cursor of the next and when it was read. */
export const listQuery = (list: ListName, filters: Filters) =>
  infiniteQueryOptions({
    queryKey: ['lists', list, filters],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => ask(list, filters, pageParam),
    getNextPageParam: ({ next }) => next ?? undefined,
  });

async function ask(
  list: ListName,
  filters: Filters,
  cursor: string | undefined,
): Promise<Page<EvaluationRow> & { at: number }> {
  const query = { limit: 50, ...afterLatest(), ...(cursor === undefined ? {} : { cursor }) };
  const asked =
    list === 'evaluations'
      ? api.GET('/api/evaluations', { params: { query: { ...query, ...filters } } })
      : api.GET(`/api/${list}`, { params: { query } });
  return { ...(await answer(asked)), at: Date.now() };
}
