import type { Pool, PoolClient } from 'pg';
import { inTransaction } from '#libs/database';
import type { Due, HandlerName } from '#libs/jobs';
import { ATTEMPTS } from '#libs/queue';

/** What a handler does with one due event, inside the transaction that marks it done. */
export type Effect = (due: Due, client: PoolClient) => Promise<void>;

/**
 * Runs the effect once for (event, handler), however often the job comes: the row is locked while it runs, and marked
 * done in the same transaction. The last failing attempt parks it with the reason.
 */
export async function once(
  pool: Pool,
  handler: HandlerName,
  due: Due,
  attempt: number,
  effect: Effect,
): Promise<'done' | 'was-done'> {
  try {
    return await inTransaction(pool, async (client) => {
      const { rows } = await client.query(
        'select done_at from job.inbox where position = $1 and handler = $2 for update',
        [due.position, handler],
      );
      // Without a row the event was never made due: a job that nobody of ours added.
      if (rows[0] === undefined || rows[0].done_at !== null) return 'was-done';
      await effect(due, client);
      await client.query('update job.inbox set done_at = now(), reason = null where position = $1 and handler = $2', [
        due.position,
        handler,
      ]);
      return 'done';
    });
  } catch (error) {
    if (attempt >= ATTEMPTS)
      await pool.query('update job.inbox set parked_at = now(), reason = $3 where position = $1 and handler = $2', [
        due.position,
        handler,
        (error as Error).message.slice(0, 1_000),
      ]);
    throw error;
  }
}
