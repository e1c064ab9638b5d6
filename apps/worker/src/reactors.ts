import type { Pool } from 'pg';
import { inTransaction } from '#libs/database';
import type { EventStore } from '#libs/event-store';
import { DUE, type Due, type HandlerName } from '#libs/jobs';
import type { Queues } from '#libs/queue';
import { raiseAlarms } from './raise-alarms.js';
import { reactable, startRuns } from './start-runs.js';

/**
 * Turns events into due work: the inbox rows and the checkpoint in one transaction, then the jobs. A crash between the
 * two loses nothing, because the reconciler looks for rows that are due and not done. Answers how many events it took.
 */
export async function react(pool: Pool, store: EventStore, queues: Queues, limit = 500): Promise<number> {
  const page = await inTransaction(pool, async (client) => {
    const { rows } = await client.query(
      `select position from job.checkpoint where name = 'reactors' for update skip locked`,
    );
    if (rows[0] === undefined) return [];
    const events = await reactable(client, await store.readAll(Number(rows[0].position), limit));
    if (events.length === 0) return [];
    await startRuns(client, events);
    await raiseAlarms(client, events);
    const due = events.flatMap(({ type, stream, position }) =>
      stream.startsWith('evaluation-') && Object.hasOwn(DUE, type)
        ? (DUE[type] ?? []).map((handler) => ({ handler, position, evaluationId: stream.slice('evaluation-'.length) }))
        : [],
    );
    await client.query(
      `insert into job.inbox (position, handler, evaluation_id)
       select * from unnest($1::bigint[], $2::text[], $3::text[]) on conflict do nothing`,
      [due.map(({ position }) => position), due.map(({ handler }) => handler), due.map((one) => one.evaluationId)],
    );
    await client.query(`update job.checkpoint set position = $1 where name = 'reactors'`, [events.at(-1)!.position]);
    return [{ due, taken: events.length }];
  });
  if (page[0] === undefined) return 0;
  await enqueue(queues, page[0].due);
  return page[0].taken;
}

const RECONCILED_AT_ONCE = 1_000;

/**
 * Finds what is due and not done for longer than `olderThanMs` and enqueues it again: an emptied or lost queue loses no
 * work. A job that is still waiting is not added twice. Answers how many it found.
 */
export async function reconcile(pool: Pool, queues: Queues, olderThanMs: number): Promise<number> {
  const { rows } = await pool.query<{ handler: HandlerName; position: string; evaluation_id: string }>(
    `select handler, position, evaluation_id from job.inbox
      where done_at is null and parked_at is null and due_at <= now() - $1 * interval '1 millisecond'
      order by position limit $2`,
    [olderThanMs, RECONCILED_AT_ONCE],
  );
  const due = rows.map((row) => ({
    handler: row.handler,
    position: Number(row.position),
    evaluationId: row.evaluation_id,
  }));
  await enqueue(queues, due);
  return due.length;
}

async function enqueue(queues: Queues, due: readonly (Due & { readonly handler: HandlerName })[]): Promise<void> {
  for (const handler of new Set(due.map((one) => one.handler))) {
    const dues = due.filter((one) => one.handler === handler);
    await queues.add(
      handler,
      dues.map(({ position, evaluationId }) => ({ position, evaluationId })),
    );
  }
}
