import { join } from 'node:path';
import { createPool, migrate } from '#libs/database';
import { type Postgres, startPostgres } from '#libs/embedded';
import { PgEventStore } from '#libs/event-store';
import { eventually, temporaryFolder } from '#libs/testing';
import { Horizon } from './index.js';
import { metadata } from './world.spec.js';

describe('What may be sealed', () => {
  const folder = temporaryFolder();
  let postgres: Postgres;
  let pools: Record<'app' | 'sealer' | 'owner', ReturnType<typeof createPool>>;
  let store: PgEventStore;
  const append = (name: string) => store.append(`note-${name}`, 0, [{ type: 'Noted', data: {} }], metadata(name));

  beforeAll(async () => {
    const parameters = { archive_mode: 'on', archive_command: '/bin/true' };
    postgres = await startPostgres({ dir: join(folder.path, 'postgres'), fast: true, parameters });
    await migrate(postgres.ownerUrl);
    const { url, sealerUrl, ownerUrl } = postgres;
    pools = { app: createPool(url), sealer: createPool(sealerUrl), owner: createPool(ownerUrl) };
    store = new PgEventStore(pools.app);
  }, 120_000);
  afterAll(async () => {
    await store.close();
    await Promise.all(Object.values(pools).map((pool) => pool.end()));
    await postgres.stop();
    folder.remove();
  });

  it('is everything that is committed, unless more is asked for', async () => {
    await append('one');
    expect(await new Horizon(pools.sealer, 'commit').sealable()).toBe(1);
  });

  it('is nothing before its WAL is archived, and everything up to there afterwards', async () => {
    const horizon = new Horizon(pools.sealer, 'archive');
    expect(await horizon.sealable()).toBe(0);
    await append('two');
    await pools.owner.query('select pg_switch_wal()');
    // What was written when it was first looked at; the second entry came later and waits for the next look.
    await eventually(async () => (await horizon.sealable()) === 1);
    // It looks again. A switch does nothing where nothing was written since the last: then the end lies in the file before.
    await horizon.sealable();
    await pools.owner.query('select pg_switch_wal()');
    await eventually(async () => (await horizon.sealable()) === 2);
  });

  it('is nothing while there is no standby, where one is asked for', async () => {
    expect(await new Horizon(pools.sealer, 'standby').sealable()).toBe(0);
  });
});
