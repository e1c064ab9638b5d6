import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createPool, migrate } from '#libs/database';
import { type Postgres, startPostgres } from '#libs/embedded';
import { PgEventStore, type Recorded, UnknownOutcome, VersionConflict } from '#libs/event-store';
import { eventually, soak, temporaryFolder } from '#libs/testing';
import { random } from './random.js';

const SEED = Date.now() % 1_000_000;
const CYCLES = 10 * soak();

interface Order {
  readonly stream: string;
  readonly expected: number;
  readonly key: string;
}

/** T-ORD-9, T-KILL-PG. Own cluster, fully durable; the postmaster is killed under load, over and over. */
describe(`PostgreSQL killed ${CYCLES} times under load (seed ${SEED})`, () => {
  it(
    'loses nothing that was acknowledged, leaves no hole, and every unknown outcome can be asked for',
    async () => {
      const folder = temporaryFolder();
      const dir = join(folder.path, 'postgres');
      let postgres: Postgres = await startPostgres({ dir });
      const { port } = postgres;
      await migrate(postgres.ownerUrl);
      const pool = createPool(postgres.url, { max: 6 });
      const store = new PgEventStore(pool);
      const next = random(SEED);
      const acknowledged: (Order & { version: number; position: number })[] = [];
      const unknown: Order[] = [];
      const seen: number[] = [];

      let going = true;
      const writer = async (number: number): Promise<void> => {
        const stream = `demo-w${number}`;
        let expected = 0;
        for (let n = 0; going; n += 1) {
          const order = { stream, expected, key: `${number}-${n}` };
          try {
            const { version, position } = await append(store, order);
            acknowledged.push({ ...order, version, position });
            expected = version;
          } catch (error) {
            if (error instanceof VersionConflict) expected = error.actual;
            else if (error instanceof UnknownOutcome) unknown.push(order);
            else await pause(20); // could not even be sent: nothing happened
          }
        }
      };
      const end = new AbortController();
      const following = (async () => {
        while (!end.signal.aborted)
          try {
            for await (const page of store.follow(seen.at(-1) ?? -1, end.signal))
              seen.push(...page.map(({ position }: Recorded) => position));
          } catch {
            await pause(50); // the server is down: a follower begins again from its checkpoint
          }
      })();
      const load = Promise.all(Array.from({ length: 8 }, (_, number) => writer(number)));

      const fiftyMore = async () => {
        const before = acknowledged.length;
        await eventually(() => acknowledged.length >= before + 50);
      };
      for (let cycle = 0; cycle < CYCLES; cycle += 1) {
        await fiftyMore();
        await pause(next() * 200);
        process.kill(postgres.pid, 'SIGKILL');
        await postgres.lost;
        postgres = await startPostgres({ dir, port });
      }
      await fiftyMore();
      going = false;
      await load;

      for (const order of unknown) {
        // Asked again under its key: either it had its effect, or it has it now, or its place is taken for good.
        const answer = await append(store, order).catch((error: unknown) => error);
        if (!(answer instanceof VersionConflict)) expect(answer).toMatchObject({ version: order.expected + 1 });
      }
      const head = await store.head();
      const log: Recorded[] = [];
      while (log.length <= head) log.push(...(await store.readAll(log.length - 1, 10_000)));
      expect(log.map(({ position }) => position)).toEqual(log.map((_, n) => n));
      for (const { stream, version, position } of acknowledged)
        expect(log[position]).toMatchObject({ stream, version });
      for (let number = 0; number < 8; number += 1) {
        const { events } = await store.read(`demo-w${number}`);
        expect(events.map(({ version }) => version)).toEqual(events.map((_, n) => n + 1));
        expect(new Set(events.map(({ data }) => (data as { key: string }).key)).size).toBe(events.length);
      }
      await eventually(() => (seen.at(-1) ?? -1) >= head);
      expect(seen.slice(0, head + 1)).toEqual(log.map((_, n) => n));
      console.log(`${CYCLES} kills: ${acknowledged.length} acknowledged, ${unknown.length} unknown, 0 lost`);

      end.abort();
      await following;
      await store.close();
      await pool.end();
      await postgres.stop();
      folder.remove();
    },
    60_000 * soak(),
  );
});

const append = (store: PgEventStore, { stream, expected, key }: Order) =>
  store.append(stream, expected, [{ type: 'Done', data: { key } }], {
    actor: { personId: 'p', accountId: 'a', role: 'tester', memberOf: [] },
    commandId: crypto.randomUUID(),
    correlationId: 'r',
    idempotency: { key, requestHash: key },
  });
