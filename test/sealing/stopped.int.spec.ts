import { join } from 'node:path';
import type { Pool } from 'pg';
import { createPool } from '#libs/database';
import { PgEventStore } from '#libs/event-store';
import { eventually, type TestDatabase, temporaryFolder, testDatabase } from '#libs/testing';
import { Program } from './program.js';

describe('The sealer as a process', () => {
  const folder = temporaryFolder();
  const programs: Program[] = [];
  let database: TestDatabase;
  let owner: Pool;
  let store: PgEventStore;
  let count = 0;

  const sealer = (): Program => {
    const env = { SEALER_DATABASE_URL: database.sealerUrl, SEALER_DIR: join(folder.path, 'sealer') };
    programs.push(new Program(env));
    return programs.at(-1)!;
  };
  const append = async () => {
    count += 1;
    const actor = { personId: 'yang', accountId: 'yang', role: 'unit-preparer', memberOf: [] };
    const id = `00000000-0000-7000-8000-00000000000${count}`;
    await store.append(`note-${count}`, 0, [{ type: 'Noted', data: { count } }], {
      ...{ actor, commandId: id, correlationId: id },
    });
  };
  const sealed = async () => {
    const { rows } = await owner.query('select coalesce(max(size), 0) as size from audit.checkpoint');
    return Number(rows[0].size);
  };
  const epoch = async () => Number((await owner.query('select epoch from audit.lease')).rows[0].epoch);

  beforeAll(async () => {
    database = await testDatabase();
    owner = createPool(database.ownerUrl, { max: 1 });
    store = new PgEventStore(database.pool);
  });
  afterAll(async () => {
    for (const program of programs) program.signal('SIGKILL');
    await Promise.all([owner.end(), store.close()]);
    await database.drop();
    folder.remove();
  });

  it('seals within seconds; stopped past its lease and continued it is fenced, and the next one goes on', async () => {
    const first = sealer();
    await append();
    await eventually(async () => (await sealed()) === 1, 30_000);
    first.signal('SIGSTOP');
    // Its fifteen seconds are over.
    await owner.query(`update audit.lease set until = '-infinity'`);
    const second = sealer();
    await append();
    await eventually(async () => (await sealed()) === 2, 30_000);
    expect(await epoch()).toBe(2);
    await append();
    first.signal('SIGCONT');
    await eventually(() => first.said.includes('"fenced"'), 30_000);
    await eventually(async () => (await sealed()) === 3, 30_000);
    expect(await epoch()).toBe(2);

    // Asked to stop, it gives the lease back, and the other one takes it at once.
    expect(await second.end()).toBe(0);
    await append();
    await eventually(async () => (await sealed()) === 4, 30_000);
    expect(await epoch()).toBe(3);
    expect(await first.end()).toBe(0);
    for (const { said } of [first, second]) expect(said).not.toContain('ALARM');
  });
});
