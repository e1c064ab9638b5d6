import { type Pool, type PoolClient } from 'pg';
import { inTransaction } from '#libs/database';
import type { EventStore } from '#libs/event-store';
import { LIVE, project, write } from './project.js';
import type { Projection } from './projection.js';

const NEXT = 'read_next';

/**
 * Builds the projection anew beside the live tables while these go on, and puts the new ones in their place in one
 * transaction, at equal position. `owner` is a pool of the owner's log-in. Readers never see a half-built table.
 */
export async function rebuild(
  owner: Pool,
  store: EventStore,
  projection: Projection,
  progress: (position: number, head: number) => void = () => undefined,
): Promise<void> {
  await inTransaction(owner, (client) => layOut(client, projection));
  let at = -1;
  for (;;) {
    const taken = await project(owner, store, projection, { schema: NEXT, limit: 1_000 });
    if (taken === 0) break;
    at += taken;
    progress(at, await store.head());
  }
  await inTransaction(owner, (client) => changeOver(client, store, projection));
}

/** A digest of all rows of a table, whatever their physical order: equal tables have equal digests. */
export async function rowHash(pool: Pool, table: string, schema: string = LIVE): Promise<string> {
  const { rows } = await pool.query(
    `select coalesce(md5(string_agg(t::text, E'\\n' order by t::text)), '') as digest from ${schema}.${table} t`,
  );
  return rows[0].digest;
}

async function layOut(client: PoolClient, { name, tables }: Projection): Promise<void> {
  await client.query(`drop schema if exists ${NEXT} cascade`);
  await client.query(`create schema ${NEXT}`);
  for (const table of ['checkpoint', ...tables])
    await client.query(`create table ${NEXT}.${table} (like ${LIVE}.${table} including all)`);
  await client.query(`insert into ${NEXT}.checkpoint (name) values ($1)`, [name]);
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
  }
  await client.query(`update ${LIVE}.checkpoint set position = $2, error = null, failed_at = null where name = $1`, [
    projection.name,
    at,
  ]);
  await client.query(`drop schema ${NEXT} cascade`);
}
