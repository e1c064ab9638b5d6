import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { createPool, sql } from '#libs/database';
import { InMemoryEventStore } from '#libs/event-store';
import { type TestDatabase, testDatabase } from '#libs/testing';
import { PoisonEvent, type Projection, project, projection, rebuild, rowHash } from './index.js';

const count = projection('count', ['tally'], {
  Counted: (event) => sql`insert into tally (position, stream) values (${event.position}, ${event.stream})`,
  Poisoned: (event) => [
    sql`insert into tally (position, stream) values (${event.position}, 'half')`,
    sql`insert into tally (position, stream) values (null, 'poison')`,
  ],
});

describe('A projection', () => {
  let database: TestDatabase;
  let owner: Pool;
  let store: InMemoryEventStore;
  beforeEach(async () => {
    database = await testDatabase();
    owner = createPool(database.ownerUrl);
    store = new InMemoryEventStore();
    await owner.query(`
      create table read.tally (position bigint primary key, stream text not null);
      insert into read.checkpoint (name) values ('count');
      grant select, insert, update, delete on read.tally to shuangshen_app`);
  });
  afterEach(async () => {
    await owner.end();
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
    while ((await project(database.pool, store, which, { limit: 10 })) > 0);
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
        await project(database.pool, store, count);
      }
      writing = false;
    })();
    const seen: number[] = [];
    const readers = (async () => {
      while (writing) seen.push(Number((await database.pool.query('select count(*) from read.tally')).rows[0].count));
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
});
