import type { Pool, PoolClient } from 'pg';
import { Explained } from '#libs/config';
import { inTransaction } from '#libs/database';
import type { EventStore } from '#libs/event-store';
import { LIVE, project, write } from './project.js';
import type { Projection } from './projection.js';

const NEXT = 'read_next';
/** Any number that nobody else locks: two rebuilds would build on the same shadow. */
const LOCK = 7_305_102;
/** How often the change-over is tried again when a long reader holds a table. */
const TRIES = 10;

/** Somebody else rebuilds in this database. */
export class RebuildUnderWay extends Explained {
  override readonly name = 'RebuildUnderWay';

  constructor() {
    super('正在由另一个进程重建 / another process is rebuilding');
  }
}

/**
 * Builds the projection anew beside the live tables while these go on, and puts the new ones in their place in one
 * transaction, at equal position. `owner` is a pool of the owner's log-in. Readers never see a half-built table. Killed
 * at any moment, it leaves the live tables as they were. Throws PoisonEvent, and RebuildUnderWay when there is another.
 */
export async function rebuild(
  owner: Pool,
  store: EventStore,
  projection: Projection,
  progress: (position: number, head: number) => void = () => undefined,
): Promise<void> {
  const guard = await owner.connect();
  try {
    const { rows } = await guard.query('select pg_try_advisory_lock($1) as mine', [LOCK]);
    if (!rows[0].mine) throw new RebuildUnderWay();
    await inTransaction(owner, (client) => layOut(client, projection));
    await catchUp(owner, store, projection, progress);
    await replace(owner, store, projection);
  } finally {
    // Asked for: the server notices the end of a connection only some time later, and the next rebuild begins at once.
    await guard.query('select pg_advisory_unlock($1)', [LOCK]).catch(() => undefined);
    guard.release(true); // killed midway, the lock goes with the connection
  }
}

/** A digest of all rows of a table, whatever their physical order: equal tables have equal digests. */
export async function rowHash(pool: Pool, table: string, schema: string = LIVE): Promise<string> {
  const { rows } = await pool.query(
    `select coalesce(md5(string_agg(md5(t::text), '' order by md5(t::text))), '') as digest from ${schema}.${table} t`,
  );
  return rows[0].digest;
}

async function layOut(client: PoolClient, { name, tables }: Projection): Promise<void> {
  await client.query(`drop schema if exists ${NEXT} cascade`);
  await client.query(`create schema ${NEXT}`);
  for (const table of ['checkpoint', ...tables]) await copyShape(client, table);
  await client.query(`insert into ${NEXT}.checkpoint (name) values ($1)`, [name]);
}

/** The table without its rows; constraints and indexes keep their names, by which later migrations speak of them. */
async function copyShape(client: PoolClient, table: string): Promise<void> {
  await client.query(`create table ${NEXT}.${table} (like ${LIVE}.${table} including all excluding indexes)`);
  const { rows } = await client.query<{ statement: string }>(
    `select format('alter table ${NEXT}.${table} add constraint %I %s', conname, pg_get_constraintdef(oid)) as statement
       from pg_constraint where conrelid = $1::regclass and contype in ('p', 'u', 'x')
     union all
     select replace(pg_get_indexdef(indexrelid), ' ON ${LIVE}.${table} ', ' ON ${NEXT}.${table} ')
       from pg_index
      where indrelid = $1::regclass and not exists (select from pg_constraint where conindid = indexrelid)`,
    [`${LIVE}.${table}`],
  );
  for (const { statement } of rows) await client.query(statement);
}

async function catchUp(
  owner: Pool,
  store: EventStore,
  projection: Projection,
  progress: (position: number, head: number) => void,
): Promise<void> {
  let at = -1;
  for (;;) {
    const taken = await project(owner, store, projection, { schema: NEXT, limit: 1_000 });
    if (taken === 0) return;
    at += taken;
    progress(at, await store.head());
  }
}

/** A table is replaced only while nobody reads it; who reads longer than the lock's time-out is waited for again. */
async function replace(owner: Pool, store: EventStore, projection: Projection): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await inTransaction(owner, (client) => changeOver(client, store, projection));
    } catch (error) {
      const { code } = error as { code?: string };
      if (attempt === TRIES || (code !== '55P03' && code !== '40P01')) throw error;
      await catchUp(owner, store, projection, () => undefined);
    }
  }
}

async function changeOver(client: PoolClient, store: EventStore, projection: Projection): Promise<void> {
  // The live projection waits here; readers do not, until the names change.
  const live = await client.query<{ position: string }>(
    `select position from ${LIVE}.checkpoint where name = $1 for update`,
    [projection.name],
  );
  const goal = Number(live.rows[0]?.position ?? -1);
  await client.query(`set local search_path to ${NEXT}, pg_temp`);
  let at = Number((await client.query('select position from checkpoint')).rows[0].position);
  while (at < goal) {
    const page = await store.readAll(at, Math.min(1_000, goal - at));
    await write(client, projection, page);
    at = page.at(-1)!.position;
  }
  for (const table of projection.tables) {
    await client.query(`drop table ${LIVE}.${table}`);
    await client.query(`alter table ${NEXT}.${table} set schema ${LIVE}`);
    await client.query(`grant select, insert, update, delete on ${LIVE}.${table} to shuangshen_app`);
    await client.query('select read.wall($1)', [`${LIVE}.${table}`]);
  }
  await client.query(`update ${LIVE}.checkpoint set position = $2, error = null, failed_at = null where name = $1`, [
    projection.name,
    at,
  ]);
  await client.query(`drop schema ${NEXT} cascade`);
}
