import type { QueryClient } from '@tanstack/react-query';
import { confirming } from '../api/client.js';
import { sessionQuery } from './session.js';

/** A download that the browser itself fetches is begun this long before the proof runs out, or after a new one. */
const ENOUGH_SECONDS = 20;

/** Asks for a fresh proof of identity where it is needed; false: the person declines. */
export async function proved(queries: QueryClient): Promise<boolean> {
  const session = await queries.fetchQuery({ ...sessionQuery, staleTime: 0 });
  if (!session || session.freshSeconds > ENOUGH_SECONDS) return true;
  return confirming.passage().then(
    () => true,
    () => false,
  );
}
