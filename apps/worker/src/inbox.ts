import type { Pool, PoolClient } from 'pg';
import { inTransaction } from '#libs/database';
import type { Due, HandlerName } from '#libs/jobs';
import { ATTEMPTS } from '#libs/queue';

/** What a handler writes, inside the transaction that marks its work done. */
export type Effect = (client: PoolClient) => Promise<void>;

/** Reads and computes, without holding a transaction. What it does by itself is harmless when done again. */
export type Prepare = () => Promise<Effect | undefined>;

/**
 * Has the effect once for (event, handler), however often the job comes: it is written under the lock of its row, in the
 * transaction that marks it done. The last failing attempt parks it with the reason.
 */
export async function once(
  pool: Pool,
  handler: HandlerName,
  due: Due,
  attempt: number,
  prepare: Prepare,
): Promise<'done' | 'was-done'> {
  try {
    if (!(await isOpen(pool, handler, due))) return 'was-done';
    const effect = await prepare();
    return await inTransaction(pool, async (client) => {
      if (!(await isOpen(client, handler, due, 'for update'))) return 'was-done';
      await effect?.(client);
      await client.query(
        'update job.inbox set done_at = now(), parked_at = null, reason = null where position = $1 and handler = $2',
        [due.position, handler],
      );
      return 'done';
    });
  } catch (error) {
    if (attempt >= ATTEMPTS)
      await pool.query(
        'update job.inbox set parked_at = now(), reason = $3 where position = $1 and handler = $2 and done_at is null',
        [due.position, handler, (error as Error).message.slice(0, 1_000)],
      );
    throw error;
  }
}

/**
 * Without a row the event was never made due, or for another evaluation: a job that nobody of ours added. It does nothing, and
 * above all it does not use up what is due.
 */
async function isOpen(
  db: Pool | PoolClient,
  handler: HandlerName,
  { position, evaluationId }: Due,
  lock: '' | 'for update' = '',
) {
  const { rows } = await db.query(
    `select from job.inbox where position = $1 and handler = $2 and evaluation_id = $3 and done_at is null ${lock}`,
    [position, handler, evaluationId],
  );
  return rows.length > 0;
}
