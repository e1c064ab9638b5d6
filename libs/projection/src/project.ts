import { createHash } from 'node:crypto';
import type { Pool, PoolClient } from 'pg';
import { Explained } from '#libs/config';
import { inTransaction, type Statement, sql } from '#libs/database';
import type { EventStore, Recorded } from '#libs/event-store';
import type { Projection } from './projection.js';

export const LIVE = 'read';

/** An event that a projection cannot take. The projection stands before it until somebody mends the code. */
export class PoisonEvent extends Explained {
  override readonly name = 'PoisonEvent';

  constructor(
    readonly projection: string,
    readonly position: number,
    cause: unknown,
  ) {
    super(
      `${projection} 无法处理第 ${position} 号事件 / cannot take the event at position ${position}: ${(cause as Error).message}`,
      { cause },
    );
  }
}

/**
 * Takes the projection one page further: rows and checkpoint in one transaction, so a crash loses and repeats nothing.
 * Answers how many events it took; 0 when it is at the end of the log or when another process is at it. A poison event
 * is written beside the checkpoint and thrown; the events before it are taken. On a pool with `pipeline` a page costs
 * two round trips, whatever its size.
 */
export async function project(
  pool: Pool,
  store: EventStore,
  projection: Projection,
  { limit = 500, schema = LIVE }: { limit?: number; schema?: string } = {},
): Promise<number> {
  let from: number | undefined;
  try {
    return await inTransaction(pool, async (client) => {
      from = await lease(client, projection, schema);
      if (from === undefined) return 0;
      const page = await store.readAll(from, limit);
      if (page.length > 0) await write(client, projection, page);
      return page.length;
    });
  } catch (error) {
    if (from === undefined || isAway(error)) throw error;
    if (limit > 1) return project(pool, store, projection, { limit: Math.floor(limit / 8) || 1, schema });
    if (!(await remember(pool, projection, schema, from, error))) return 0;
    throw new PoisonEvent(projection.name, from + 1, error);
  }
}

/** Locks the checkpoint for this transaction and answers its position; undefined when another process has it. */
async function lease(client: PoolClient, { name }: Projection, schema: string): Promise<number | undefined> {
  await client.query(`set local search_path to ${schema}, pg_temp`);
  const { rows } = await client.query<{ position: string }>(
    'select position from checkpoint where name = $1 for update skip locked',
    [name],
  );
  return rows[0] && Number(rows[0].position);
}

/** The rows and the checkpoint, in the caller's transaction. */
export async function write(client: PoolClient, projection: Projection, page: readonly Recorded[]): Promise<void> {
  const moved = sql`
    update checkpoint set position = ${page.at(-1)!.position}, error = null, failed_at = null
     where name = ${projection.name}`;
  const statements = [...projection.statements(page), moved];
  if (client.pipeline) await Promise.all(statements.map((statement) => client.query(prepared(statement))));
  else for (const statement of statements) await client.query(prepared(statement));
}

const names = new Map<string, string>();

/** Projections say the same few statements again and again: each connection plans them once. */
function prepared({ text, values }: Statement): { name: string; text: string; values: unknown[] } {
  let name = names.get(text);
  if (name === undefined) {
    name = `projection-${createHash('sha256').update(text).digest('hex').slice(0, 16)}`;
    names.set(text, name);
  }
  return { name, text, values: [...values] };
}

/** Whether the projection still stood there: another process may have a version of the code that can take the event. */
async function remember(pool: Pool, { name }: Projection, schema: string, from: number, error: unknown) {
  const { rowCount } = await pool.query(
    `update ${schema}.checkpoint set error = $3, failed_at = now() where name = $1 and position = $2`,
    [name, from, (error as Error).message],
  );
  return rowCount === 1;
}

/** The database is away, or somebody was in the way (40, 55P03): not the event's fault. */
function isAway(error: unknown): boolean {
  const { code, message } = error as { code?: unknown; message?: unknown };
  return typeof code === 'string'
    ? /^(08|40|53|55P03|57P|58|E[A-Z])/.test(code)
    : /^(Connection terminated|timeout exceeded when trying to connect|Client (has encountered|was closed))/.test(
        String(message),
      );
}
