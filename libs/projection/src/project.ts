import type { Pool, PoolClient } from 'pg';
import { inTransaction } from '#libs/database';
import type { EventStore, Recorded } from '#libs/event-store';
import type { Projection } from './projection.js';

export const LIVE = 'read';

/** An event that a projection cannot take. The projection stands before it until somebody mends the code. */
export class PoisonEvent extends Error {
  override readonly name = 'PoisonEvent';

  constructor(
    readonly projection: string,
    readonly position: number,
    cause: unknown,
  ) {
    super(`${projection} cannot take the event at position ${position}: ${(cause as Error).message}`, { cause });
  }
}

/**
 * Takes the projection one page further: rows and checkpoint in one transaction, so a crash loses and repeats nothing.
 * Answers how many events it took; 0 when it is at the end of the log or when another process is at it. A poison event
 * is written beside the checkpoint and thrown; the events before it are taken.
 */
export async function project(
  pool: Pool,
  store: EventStore,
  projection: Projection,
  { limit = 500, schema = LIVE }: { limit?: number; schema?: string } = {},
): Promise<number> {
  try {
    return await inTransaction(pool, (client) => takePage(client, store, projection, limit, schema));
  } catch (error) {
    if (isPassing(error)) throw error;
    if (limit > 1) return project(pool, store, projection, { limit: Math.floor(limit / 8) || 1, schema });
    throw await remember(pool, projection, schema, error);
  }
}

async function takePage(client: PoolClient, store: EventStore, projection: Projection, limit: number, schema: string) {
  await client.query(`set local search_path to ${schema}, pg_temp`);
  const { rows } = await client.query<{ position: string }>(
    'select position from checkpoint where name = $1 for update skip locked',
    [projection.name],
  );
  const at = rows[0];
  if (at === undefined) return 0;
  const page = await store.readAll(Number(at.position), limit);
  if (page.length === 0) return 0;
  await write(client, projection, page);
  return page.length;
}

/** Also used by the rebuild, inside a transaction of its own. */
export async function write(client: PoolClient, projection: Projection, page: readonly Recorded[]): Promise<void> {
  for (const event of page)
    for (const { text, values } of projection.statements(event)) await client.query(text, [...values]);
  await client.query('update checkpoint set position = $2, error = null, failed_at = null where name = $1', [
    projection.name,
    page.at(-1)!.position,
  ]);
}

async function remember(pool: Pool, projection: Projection, schema: string, error: unknown): Promise<Error> {
  const { rows } = await pool.query(
    `update ${schema}.checkpoint set error = $2, failed_at = now() where name = $1 returning position`,
    [projection.name, (error as Error).message],
  );
  return new PoisonEvent(projection.name, Number(rows[0]?.position ?? -1) + 1, error);
}

/** The database was away, busy or shutting down: not the event's fault. */
function isPassing(error: unknown): boolean {
  const { code } = error as { code?: unknown };
  return typeof code !== 'string'
    ? /connect|terminated|timeout/i.test(String(error))
    : /^(08|53|55|57|40|E)/.test(code);
}
