import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { uuidV7 } from '#libs/event-store';
import { append, type Design } from './design.js';
import { random } from './random.js';
import { Reader } from './reader.js';

/** Plays one situation on a design and answers what went wrong; nothing, for a design that holds. */
export type Scenario = (design: Design) => Promise<readonly string[]>;

/** While the work runs, the design's sequencer (if it has one) works in the background. */
async function staged(
  design: Design,
  connections: number,
  work: (clients: Client[], reader: Reader) => Promise<readonly string[]>,
): Promise<readonly string[]> {
  const clients = await Promise.all(Array.from({ length: connections + 1 }, () => design.connect()));
  const sequencer = clients.pop() as Client;
  const has = await sequencer.query("select to_regprocedure('design.work()') is not null as sequencer");
  let going = has.rows[0].sequencer;
  const sequencing = (async () => {
    while (going) await sequencer.query('select design.work()').then(() => pause(1));
  })();
  try {
    return await work(clients, new Reader());
  } finally {
    going = false;
    await sequencing;
    await Promise.all([...clients, sequencer].map((client) => client.end()));
  }
}

/** Reads until nothing new came for `idle` ms, or `most` ms are over. */
async function drain(reader: Reader, client: Client, idle = 60, most = 3_000): Promise<void> {
  const until = performance.now() + most;
  for (let quiet = performance.now(); performance.now() - quiet < idle && performance.now() < until; await pause(5))
    if ((await reader.read(client)) > 0) quiet = performance.now();
}

/**
 * T-ORD-1. Eight writers; some sleep before they commit, some roll back, some write elsewhere first; a reader reads all the
 * while. At the end it must have seen what is committed, once, each stream in order.
 */
export const torture =
  (seed: number, ms: number): Scenario =>
  (design) =>
    staged(design, 9, async ([follower, ...writers], reader) => {
      const next = random(seed);
      const committed = new Set<string>();
      const heads = new Map<string, { version: number; busy: boolean }>();
      await writers[0]!.query('create table if not exists elsewhere (n int)');
      const end = performance.now() + ms;
      const write = async (client: Client, writer: number): Promise<void> => {
        while (performance.now() < end) {
          // Half of the writers share streams: they take turns in JavaScript, as expected versions would make them.
          const stream = `demo-${next() < 0.5 ? 'shared' : writer}${Math.floor(next() * 3)}`;
          const head = heads.get(stream) ?? { version: 0, busy: false };
          heads.set(stream, head);
          const id = uuidV7();
          await client.query('begin');
          if (next() < 0.3) await client.query('insert into elsewhere values (1)');
          while (head.busy) await pause(1);
          head.busy = true;
          await append(client, stream, head.version + 1, id);
          if (next() < 0.05) await pause(next() * 150);
          if (next() < 0.05) await client.query('rollback');
          else {
            await client.query('commit');
            committed.add(id);
            head.version += 1;
          }
          head.busy = false;
        }
      };
      let writing = true;
      const following = (async () => {
        while (writing) if ((await reader.read(follower!)) === 0) await pause(1);
      })();
      await Promise.all(writers.map(write));
      writing = false;
      await following;
      await drain(reader, follower!, 300);
      return reader.faults(committed);
    });

/** T-ORD-2 and 3. One append is held before its commit for `holdMs` while twenty others commit and a reader reads on. */
export const heldBeforeCommit =
  (holdMs: number): Scenario =>
  (design) =>
    staged(design, 3, async ([follower, held, other], reader) => {
      const committed = new Set<string>();
      const id = uuidV7();
      await held!.query('begin');
      await append(held!, 'demo-held', 1, id);
      for (let n = 0; n < 20; n += 1) {
        const each = uuidV7();
        await append(other!, `demo-other${n}`, 1, each);
        committed.add(each);
        await reader.read(follower!);
      }
      const until = performance.now() + holdMs;
      do {
        await reader.read(follower!);
        await pause(5);
      } while (performance.now() < until);
      await held!.query('commit');
      committed.add(id);
      await drain(reader, follower!);
      return reader.faults(committed);
    });

/** T-ORD-4. A transaction in another database of the cluster has written and stays open: readers must not wait for it. */
export const foreignTransaction: Scenario = (design) =>
  staged(design, 2, async ([follower, writer], reader) => {
    const elsewhere = new URL(design.database.ownerUrl);
    elsewhere.pathname = '/postgres';
    const foreign = new Client({ connectionString: elsewhere.href });
    await foreign.connect();
    await foreign.query('begin');
    await foreign.query('select pg_current_xact_id()');
    const committed = new Set<string>();
    for (let n = 0; n < 20; n += 1) {
      const id = uuidV7();
      await append(writer!, `demo-${n}`, 1, id);
      committed.add(id);
    }
    await drain(reader, follower!, 200, 1_000);
    const stalled = committed.size - reader.seen.length;
    await foreign.query('rollback');
    await foreign.end();
    return stalled > 0 ? [`${stalled} of ${committed.size} not seen while a foreign transaction was open`] : [];
  });

/** T-ORD-6. A transaction writes elsewhere first; another appends version 1 meanwhile; then the first appends version 2. */
export const earlyTransactionId: Scenario = (design) =>
  staged(design, 3, async ([follower, early, late], reader) => {
    const [one, two] = [uuidV7(), uuidV7()];
    await early!.query('create table if not exists elsewhere (n int)');
    await early!.query('begin');
    await early!.query('insert into elsewhere values (1)');
    await append(late!, 'demo-early', 1, one);
    await append(early!, 'demo-early', 2, two);
    await early!.query('commit');
    await drain(reader, follower!);
    return reader.faults(new Set([one, two]));
  });

/** T-ORD-7. A client stops between its append and its commit: the others must not notice. */
export const stoppedClient: Scenario = (design) =>
  staged(design, 2, async ([stopped, other]) => {
    await stopped!.query('begin');
    await append(stopped!, 'demo-stopped', 1);
    const took: number[] = [];
    try {
      await other!.query("set lock_timeout = '1s'");
      for (let n = 0; n < 50; n += 1) {
        const began = performance.now();
        await append(other!, `demo-other${n}`, 1);
        took.push(performance.now() - began);
      }
    } catch (error) {
      return [`others stood still: ${(error as Error).message}`];
    } finally {
      await stopped!.query('rollback');
    }
    took.sort((a, b) => a - b);
    const median = took[25] ?? 0;
    return median < 50 ? [] : [`others took ${median} ms`];
  });

/** T-ORD-8. An old snapshot keeps every dead row alive: no table of few rows may grow under load, for each append reads it. */
export const oldSnapshot =
  (appends: number): Scenario =>
  (design) =>
    staged(design, 2, async ([old, writer]) => {
      await old!.query('begin isolation level repeatable read');
      await old!.query('select count(*) from pg_class');
      for (let n = 0; n < appends; n += 1) await append(writer!, `demo-${n}`, 1);
      const { rows } = await writer!.query(
        `select c.relname, pg_relation_size(c.oid) / 8192 as pages,
                (xpath('/row/n/text()', query_to_xml('select count(*) as n from ' || c.oid::regclass, false, true, '')))[1]::text::int as rows
           from pg_class c where c.relnamespace = $1::regnamespace and c.relkind = 'r'`,
        [design.schema],
      );
      await old!.query('rollback');
      return rows
        .filter((table) => table.rows < 10 && Number(table.pages) > 1)
        .map((table) => `${table.relname}: ${table.rows} rows on ${table.pages} pages`);
    });
