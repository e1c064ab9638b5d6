import { randomUUID } from 'node:crypto';
import { Client, Pool } from 'pg';
import { DomainError } from '#libs/kernel';
import { type TestDatabase, testDatabase } from '#libs/testing';
import { appendBatch } from './append-batch.js';
import { seal } from './envelope.js';
import { eventStoreContract, order, SCHEMAS } from './event-store.contract.spec.js';
import { PgEventStore } from './pg-event-store.js';
import { Wake } from './wake.js';

const done = (n: number) => ({ type: 'Done', data: { n } });

describe('The log on PostgreSQL', () => {
  const opened: { store: PgEventStore; database: TestDatabase }[] = [];
  eventStoreContract(async () => {
    const database = await testDatabase();
    const store = new PgEventStore(database.pool, SCHEMAS);
    opened.push({ store, database });
    return store;
  });
  afterEach(async () => {
    for (const { store, database } of opened.splice(0)) {
      await store.close();
      await database.drop();
    }
  });
});

describe('A log in use', () => {
  let database: TestDatabase;
  let store: PgEventStore;
  let owner: Client;
  beforeAll(async () => {
    database = await testDatabase();
    store = new PgEventStore(database.pool);
    owner = new Client({ connectionString: database.ownerUrl });
    await owner.connect();
    await store.append('demo-first', 0, [done(0)], order());
  });
  afterAll(async () => {
    await store.close();
    await owner.end();
    await database.drop();
  });

  it('gives positions without a hole to many appends at once', async () => {
    const many = Array.from({ length: 500 }, (_, n) =>
      store.append(`demo-many${n}`, 0, [done(n), done(n + 1)], order()),
    );
    const answers = await Promise.all(many);
    const all = await store.readAll(-1, 2_000);
    expect(all.map(({ position }) => position)).toEqual(all.map((_, n) => n));
    for (const [n, { position }] of answers.entries())
      expect(all[position]).toMatchObject({ stream: `demo-many${n}`, version: 2, position });
  });

  it.each([
    ['command', "update log.command set key = 'x'"],
    ['event', "update log.event set type = 'x'"],
    ['position', 'update log.position set position = position + 1'],
    ['event', 'delete from log.event'],
    ['command', 'delete from log.command'],
    ['position', 'delete from log.position'],
    ['batch', 'delete from log.batch'],
    ['event', 'truncate log.event cascade'],
    ['position', 'truncate log.position'],
    ['command', 'truncate log.command'],
  ])('refuses the owner a change of log.%s: %s', async (_table, statement) => {
    await expect(owner.query(statement)).rejects.toThrow('append-only');
    await owner.query('set session_replication_role = replica');
    await expect(owner.query(statement)).rejects.toThrow('append-only');
    await owner.query('set session_replication_role = default');
  });

  it('grants processes to read four tables and to call one function, and nothing else', async () => {
    const { rows } = await owner.query(`
      select privilege_type || ' on ' || relation as granted
        from (select n.nspname || '.' || c.relname as relation, c.relacl as acl
                from pg_class c join pg_namespace n on n.oid = c.relnamespace
              union all
              select n.nspname || '.' || p.proname, p.proacl from pg_proc p join pg_namespace n on n.oid = p.pronamespace
              union all
              select nspname, nspacl from pg_namespace) o, aclexplode(acl) a
       where a.grantee in (0, 'shuangshen_app'::regrole) and (relation = 'log' or relation like 'log.%')
       order by 1`);
    expect(rows.map(({ granted }) => granted)).toEqual([
      'EXECUTE on log.append',
      'SELECT on log.command',
      'SELECT on log.erasure',
      'SELECT on log.event',
      'SELECT on log.position',
      'USAGE on log',
    ]);
  });

  it.each([
    'insert into log.position (position, event_id) values (99, gen_random_uuid())',
    'insert into log.batch (event_ids) values (array[gen_random_uuid()])',
    'begin; lock table log.turn in exclusive mode',
    'select * from log.turn for update',
    'alter table log.event disable trigger all',
    'set session_replication_role = replica',
    'select log.give_positions()',
    'create function public.now() returns int language sql return 1',
  ])('refuses a process: %s', async (statement) => {
    await expect(database.pool.query(statement)).rejects.toThrow(/permission denied|trigger functions|must be owner/);
  });

  it('refuses an append in any isolation but READ COMMITTED', async () => {
    const careless = new Pool({
      connectionString: database.url,
      options: '-c default_transaction_isolation=serializable',
    });
    const strict = new PgEventStore(careless);
    await expect(strict.append('demo-serial', 0, [done(1)], order())).rejects.toThrow('read committed');
    await strict.close();
    await careless.end();
  });

  it.each([
    ['another stream', { stream: 'demo-elsewhere' }, {}],
    ['another version', { expected: 1 }, {}],
    ['another type', {}, { type: 'Undone' }],
    ['another payload', {}, { payload: '{"n":2}' }],
    ['another salt', {}, { salt: '00'.repeat(16) }],
  ])('refuses an envelope beside which lies %s than it says', async (_what, append, event) => {
    const stream = `demo-${randomUUID()}`;
    const asked = { stream, expected: 0, accountId: 'a', key: randomUUID(), requestHash: 'h' };
    // Later than the event that may stand before it, or the log would only say that the clock is behind.
    const place = { stream, version: 1, schema: 1, recordedAt: new Date(Date.now() + 60_000).toISOString() };
    const sealed = seal({ type: 'Done', data: { n: 1 } }, place, order());
    if ('expected' in append) await store.append(stream, 0, [done(0)], order());
    const changed = { ...asked, ...append, commandId: randomUUID(), recordedAt: place.recordedAt };
    await expect(
      appendBatch(database.pool, [{ ...changed, count: 1, events: () => [{ ...sealed, ...event }] }]),
    ).rejects.toThrow('leaf_hash');
  });

  it('refuses the owner a leaf hash that is not that of the envelope', async () => {
    await expect(
      owner.query(`insert into log.event (id, stream, version, type, schema, recorded_at, envelope, payload, salt, leaf_hash)
                   select gen_random_uuid(), 'demo-forged', 1, type, schema, recorded_at, envelope, payload, salt, '\\x00'
                     from log.event limit 1`),
    ).rejects.toThrow('leaf_hash');
  });

  it('refuses only the one of many that a constraint of the log refuses, with its code and details', async () => {
    await owner.query(`
      create function public.refuse_bad() returns trigger language plpgsql as $$
      begin
        if new.type = 'Bad' then
          raise exception 'demo.bad' using errcode = 'SS001', detail = '{"kind": "forbidden", "rule": "E1"}';
        end if;
        return null;
      end $$;
      create constraint trigger refuse_bad after insert on log.event deferrable initially deferred
        for each row execute function public.refuse_bad()`);
    const results = await Promise.allSettled(
      Array.from({ length: 40 }, (_, n) =>
        store.append(`demo-mix${n}`, 0, [n % 13 === 5 ? { type: 'Bad', data: {} } : done(n)], order(`mix-${n}`)),
      ),
    );
    for (const [n, result] of results.entries())
      if (n % 13 === 5)
        expect(result).toEqual({
          status: 'rejected',
          reason: new DomainError('forbidden', 'demo.bad', { rule: 'E1' }),
        });
      else expect(result.status).toBe('fulfilled');
    await expect(store.append('demo-mix5', 0, [done(5)], order('mix-5'))).resolves.toMatchObject({ replayed: false });
  });

  it('goes on from the time of the stream when the clock of this process is behind', async () => {
    const realNow = Date.now;
    try {
      await store.append('demo-clock', 0, [done(1)], order());
      Date.now = () => realNow() - 600_000;
      await store.append('demo-clock', 1, [done(2)], order());
    } finally {
      Date.now = realNow;
    }
    const [first, second] = (await store.read('demo-clock')).events;
    expect(second?.recordedAt).toBe(first?.recordedAt);
  });

  it('finds its own effect again when the connection breaks after the commit, and answers truly', async () => {
    const others = new Pool({ connectionString: database.url, max: 5 });
    others.on('error', () => undefined);
    const cut = new PgEventStore(others);
    // Cuts the reply off: the server commits, and the client hears of it only that its socket is gone.
    others.once('connect', (client) => {
      const { stream } = (client as unknown as { connection: { stream: { write: (...a: unknown[]) => boolean } } })
        .connection;
      const write = stream.write.bind(stream);
      stream.write = (...args: unknown[]) => {
        const written = write(...args);
        if (String(args[0]).includes('demo-cut')) setTimeout(() => void (client as unknown as Client).end(), 0);
        return written;
      };
    });
    const answer = await cut.append('demo-cut', 0, [done(1)], order('cut'));
    expect(answer).toMatchObject({ version: 1, replayed: false });
    expect((await store.read('demo-cut')).events).toHaveLength(1);
    await cut.close();
    await others.end();
  });

  it('wakes sleepers of other processes after a commit', async () => {
    const elsewhere = new Pool({ connectionString: database.url, max: 2 });
    const [here, there] = [new Wake(database.pool), new Wake(elsewhere)];
    const listening = there.sleep(there.commits, 0, new AbortController().signal);
    await listening; // from here on it hears
    const asleep = there.sleep(there.commits, 600_000, new AbortController().signal);
    here.committed();
    await asleep;
    await here.close();
    await there.close();
    await elsewhere.end();
  });
});
