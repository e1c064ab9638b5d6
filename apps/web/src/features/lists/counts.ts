import { useQuery } from '@tanstack/react-query';
import type { Page } from '../../api/answers.js';
import { answer, api } from '../../api/client.js';
import { afterLatest } from '../../api/latest.js';
import { usePolling } from '../../ui/use-polling.js';

/** The API pages lists and does not count them: so many are looked at, and more are told as more. */
const MOST = 200;

/** How many, as it is shown: a number, `200+`, or nothing. */
export function countOf(page: Pick<Page<unknown>, 'items' | 'next'> | undefined): string | undefined {
  if (page === undefined || page.items.length === 0) return undefined;
  return `${page.items.length}${page.next === null ? '' : '+'}`;
}

/** What waits for the person, looked up again each half minute. */
export function useToDoCount(enabled: boolean): string | undefined {
  const { data } = useQuery({
    queryKey: ['lists', 'todo', 'count'],
    enabled,
    refetchInterval: usePolling(30_000),
    queryFn: () => answer(api.GET('/api/todo', { params: { query: { limit: MOST, ...afterLatest() } } })),
  });
  return countOf(data);
}

/** What the person was informed of and has not looked at. A notice that comes has the lists read again by itself. */
export function useCopiedCount(enabled: boolean): string | undefined {
  const { data } = useQuery({
    queryKey: ['lists', 'copied', 'count'],
    enabled,
    refetchInterval: usePolling(300_000),
    queryFn: () => answer(api.GET('/api/copied', { params: { query: { limit: MOST } } })),
  });
  return data && countOf({ ...data, items: data.items.filter(({ readAt }) => readAt === null) });
}
