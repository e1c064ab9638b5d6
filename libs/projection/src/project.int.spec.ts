import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { createPool, sql } from '#libs/database';
import { InMemoryEventStore } from '#libs/event-store';
import { eventually, type TestDatabase, testDatabase } from '#libs/testing';
import { PoisonEvent, type Projection, project, projection, RebuildUnderWay, rebuild, rowHash } from './index.js';

const count = projection('count', ['tally'], {
  Counted: (event) => sql`insert into tally (position, stream) values (${event.position}, ${event.stream})`,
  Poisoned: (event) => [
    sql`insert into tally (position, stream) values (${event.position}, 'half')`,
    sql`insert into tally (position, stream) values (null, 'poison')`,
  ],
});

describe.each([
  ['statement by statement', false],
  ['a page at a time', true],
])('A projection, written %s,', (_, pipeline) => {
  let database: TestDatabase;
  let pool: Pool;
  let owner: Pool;
  let store: InMemoryEventStore;
  beforeEach(async () => {
    database = await testDatabase();
    pool = createPool(database.url, { pipeline });
    owner = createPool(database.ownerUrl, { pipeline });
    store = new InMemoryEventStore();
    await owner.query(`
      create table read.tally (position bigint primary key, stream text not null);
      create index tally_stream on read.tally (stream, position desc);
      insert into read.checkpoint (name) values ('count');
      grant select, insert, update, delete on read.tally to shuangshen_app`);
  });
  afterEach(async () => {
    await Promise.all([owner.end(), pool.end()]);
    await database.drop();
  });

  const happened = async (...types: readonly string[]) => {
    for (const type of types)
      await store.append(`demo-${randomUUID()}`, 0, [{ type, data: {} }], {
        actor: { personId: 'p', accountId: 'a', role: 'r', memberOf: [] },
        commandId: randomUUID(),
        correlationId: randomUUID(),
      });
  };
  const toTheEnd = async (which: Projection = count) => {
    while ((await project(pool, store, which, { limit: 10 })) > 0);
  };
  const positions = async () =>
    (await owner.query('select position from read.tally order by position')).rows.map((row) => Number(row.position));
  const checkpoint = async () =>
    (await owner.query(`select position::integer, error from read.checkpoint where name = 'count'`)).rows[0];

  it('takes every event once, in order, and moves its checkpoint with the rows', async () => {
    await happened(...Array.from({ length: 25 }, () => 'Counted'), 'Unheard');
    await toTheEnd();
    await toTheEnd();
    expect(await positions()).toEqual(Array.from({ length: 25 }, (_, n) => n));
    expect(await checkpoint()).toEqual({ position: 25, error: null });
  });

  it('is advanced by one process at a time, however many there are', async () => {
    await happened(...Array.from({ length: 60 }, () => 'Counted'));
    await Promise.all(Array.from({ length: 5 }, () => toTheEnd()));
    await toTheEnd();
    expect(await positions()).toEqual(Array.from({ length: 60 }, (_, n) => n));
  });

  it('stands before a poison event, with position and reason, keeps what came before, and skips nothing', async () => {
    await happened(...Array.from({ length: 7 }, () => 'Counted'), 'Poisoned', 'Counted');
    await expect(toTheEnd()).rejects.toThrow(PoisonEvent);
    expect(await positions()).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(await checkpoint()).toEqual({
      position: 6,
      error: expect.stringContaining('null value in column "position"'),
    });
    await expect(toTheEnd()).rejects.toThrow('position 7');

    const mended = projection('count', ['tally'], {
      Counted: (event) => sql`insert into tally (position, stream) values (${event.position}, ${event.stream})`,
    });
    await toTheEnd(mended);
    expect(await positions()).toEqual([0, 1, 2, 3, 4, 5, 6, 8]);
    expect(await checkpoint()).toEqual({ position: 8, error: null });
  });

  it('stands just so before an event that its code trips over', async () => {
    await happened('Counted', 'Erased', 'Counted');
    const tripping = projection('count', ['tally'], {
      Counted: (event) => sql`insert into tally (position, stream) values (${event.position}, ${event.stream})`,
      Erased: () => {
        throw new TypeError('cannot read properties of null');
      },
    });
    await expect(toTheEnd(tripping)).rejects.toThrow('position 1: cannot read properties of null');
    expect(await checkpoint()).toEqual({ position: 0, error: 'cannot read properties of null' });
  });

  it('does not stand when another process with other code has passed the place meanwhile', async () => {
    await happened('Counted');
    const late = projection('count', ['tally'], {
      Counted: () => sql`select pg_sleep(0.2), 1 / 0`,
    });
    const failing = project(pool, store, late, { limit: 1 });
    const passing = (async () => {
      while ((await checkpoint()).position < 0) await toTheEnd();
    })();
    await Promise.allSettled([failing, passing]);
    await toTheEnd();
    expect(await checkpoint()).toEqual({ position: 0, error: null });
  });

  it('leaves no half page when the connection is cut in the middle of it', async () => {
    await happened(...Array.from({ length: 30 }, () => 'Counted'));
    let cuts = 0;
    const cut = projection('count', ['tally'], {
      Counted: (event) =>
        event.position === 15 && cuts++ === 0
          ? [sql`insert into tally values (${event.position}, 'x')`, sql`select pg_terminate_backend(pg_backend_pid())`]
          : sql`insert into tally (position, stream) values (${event.position}, ${event.stream})`,
    });
    await expect(toTheEnd(cut)).rejects.toThrow();
    expect(await positions()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    await toTheEnd(cut);
    expect(await positions()).toEqual(Array.from({ length: 30 }, (_, n) => n));
  });

  it('is rebuilt beside the live one while that goes on, and is the same', async () => {
    await happened(...Array.from({ length: 300 }, () => 'Counted'));
    await toTheEnd();
    const live = await rowHash(owner, 'tally');
    await owner.query(`update read.tally set stream = 'somebody changed it' where position = 5`);
    expect(await rowHash(owner, 'tally')).not.toBe(live);

    let writing = true;
    const meanwhile = (async () => {
      for (let n = 0; n < 100; n += 1) {
        await happened('Counted');
        await project(pool, store, count);
      }
      writing = false;
    })();
    const seen: number[] = [];
    const readers = (async () => {
      while (writing) seen.push(Number((await pool.query('select count(*) from read.tally')).rows[0].count));
    })();
    await rebuild(owner, store, count);
    await Promise.all([meanwhile, readers]);
    await toTheEnd();

    expect(Math.min(...seen)).toBeGreaterThanOrEqual(300);
    expect(await positions()).toEqual(Array.from({ length: 400 }, (_, n) => n));
    const rebuilt = await rowHash(owner, 'tally');
    await rebuild(owner, store, count);
    expect(await rowHash(owner, 'tally')).toBe(rebuilt);
    expect(
      (await owner.query(`select count(*) from read.tally where stream = 'somebody changed it'`)).rows[0].count,
    ).toBe('0');
  });

  it('keeps the names of indexes and constraints and the rights of the processes through a rebuild', async () => {
    const shape = async () =>
      (
        await owner.query(`
          select pg_get_indexdef(indexrelid) as is from pg_index where indrelid = 'read.tally'::regclass
          union all select conname || ' ' || pg_get_constraintdef(oid) from pg_constraint where conrelid = 'read.tally'::regclass
          union all select unnest(relacl)::text from pg_class where oid = 'read.tally'::regclass order by 1`)
      ).rows;
    const before = await shape();
    await rebuild(owner, store, count);
    expect(await shape()).toEqual(before);
  });

  it('is rebuilt by one process at a time', async () => {
    await happened('Counted', 'Counted');
    const live = await owner.connect();
    await live.query('begin');
    await live.query(`select from read.checkpoint where name = 'count' for update`);
    const first = rebuild(owner, store, count);
    const begun = `select from pg_locks where locktype = 'advisory' and granted and database = (select oid from pg_database where datname = current_database())`;
    await eventually(async () => (await owner.query(begun)).rowCount === 1);
    await expect(rebuild(owner, store, count)).rejects.toThrow(RebuildUnderWay);
    await live.query('rollback');
    live.release();
    await first;
    expect(await positions()).toEqual([0, 1]);
    await rebuild(owner, store, count);
  });

  it('waits with the change-over for somebody who reads the table for long', async () => {
    await happened('Counted', 'Counted');
    await toTheEnd();
    const reader = await pool.connect();
    await reader.query('begin');
    await reader.query('select * from read.tally');
    const rebuilding = rebuild(owner, store, count);
    await eventually(async () => {
      const { rows } = await owner.query(
        `select from pg_locks where relation = 'read.tally'::regclass and not granted`,
      );
      return rows.length > 0;
    });
    await reader.query('commit');
    reader.release();
    await rebuilding;
    expect(await positions()).toEqual([0, 1]);
  });
});
