import { join } from 'node:path';
import { Client } from 'pg';
import { createPool, migrate } from '#libs/database';
import { type Postgres, startPostgres } from '#libs/embedded';
import { PgEventStore, type Recorded } from '#libs/event-store';
import { temporaryFolder } from '#libs/testing';
import { copyFolder, copyRows, ownerOf } from './copies.js';
import { append, type Design, design, install, OURS } from './design.js';
import { Reader } from './reader.js';

const metadata = (n: number) => ({
  actor: { personId: 'p', accountId: 'a', role: 'tester', memberOf: [] },
  commandId: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
  correlationId: 'r',
});
const done = { type: 'Done', data: {} };

/** T-ORD-5: who followed the old cluster goes on in the new one from where it was. */
describe('A log in a new cluster', () => {
  const folder = temporaryFolder();
  let fresh: Postgres;
  beforeAll(async () => {
    fresh = await startPostgres({ dir: join(folder.path, 'fresh'), fast: true });
  });
  afterAll(async () => {
    await fresh.stop();
    folder.remove();
  });

  /** Half is read before the dump and the rest after the restore; answers what was missed. */
  async function faultsAfterDump(name: string): Promise<readonly string[]> {
    let one: Design | undefined;
    const clients: Client[] = [];
    try {
      one = await design(name);
      const old = await one.connect();
      clients.push(old);
      await old.query('do $$ begin for n in 1..5000 loop perform pg_current_xact_id(); commit; end loop; end $$');
      for (let n = 0; n < 40; n += 1) await append(old, `demo-${n}`, 1);
      const reader = new Reader();
      await reader.readToEnd(old);
      for (let n = 0; n < 40; n += 1) await append(old, `demo-late${n}`, 1);
      const { rows } = await old.query(`select id::text from ${one.schema}.event`);
      const committed = new Set<string>(rows.map(({ id }) => id));

      const database = `copy_${name.replaceAll('-', '_')}`;
      const admin = await ownerOf(fresh.ownerUrl);
      clients.push(admin);
      await admin.query(`create database ${database}`);
      const url = Object.assign(new URL(fresh.ownerUrl), { pathname: `/${database}` }).href;
      await migrate(url);
      const next = await ownerOf(url);
      clients.push(next);
      await install(next, name);
      await copyRows(old, next, one.schema);
      await reader.readToEnd(next);
      return reader.faults(committed);
    } finally {
      await Promise.all(clients.map((client) => client.end()));
      await one?.drop();
    }
  }

  it('shows a follower all that it had not yet seen, after a logical dump', async () => {
    expect(await faultsAfterDump(OURS)).toEqual([]);
  });

  it('kills the mutant transaction-id', async () => {
    expect(await faultsAfterDump('transaction-id')).not.toEqual([]);
  });

  it('recovers from a copy of the running cluster to a prefix of the log, and goes on', async () => {
    const source = await startPostgres({ dir: join(folder.path, 'source') });
    await migrate(source.ownerUrl);
    const pool = createPool(source.url);
    const store = new PgEventStore(pool);
    for (let n = 0; n < 50; n += 1) await store.append(`demo-a${n}`, 0, [done], metadata(n));
    const checkpoint = await store.head();

    let writing = true;
    let written = 0;
    const load = (async () => {
      for (let n = 50; writing; n += 1) {
        await store.append(`demo-b${n}`, 0, [done, done], metadata(n));
        written = n;
      }
    })();
    const owner = await ownerOf(source.ownerUrl);
    await copyFolder(owner, join(folder.path, 'source'), join(folder.path, 'copy'));
    writing = false;
    await load;
    const original = await store.readAll(-1, 100_000);
    await owner.end();
    await store.close();
    await pool.end();
    await source.stop();

    const copy = await startPostgres({ dir: join(folder.path, 'copy') });
    const copied = createPool(copy.url);
    const next = new PgEventStore(copied);
    const events: readonly Recorded[] = await next.readAll(-1, 100_000);
    expect(written).toBeGreaterThan(50);
    expect(events.length).toBeGreaterThan(checkpoint);
    expect(events).toEqual(original.slice(0, events.length));
    const answer = await next.append('demo-afterwards', 0, [done], metadata(999_999));
    expect(answer.position).toBe(events.length);
    expect(await next.readAll(events.length - 1, 10)).toHaveLength(1);
    await next.close();
    await copied.end();
    await copy.stop();
  });
});
