import { randomUUID } from 'node:crypto';
import { type TestDatabase, testDatabase } from '#libs/testing';
import { IdempotencyMismatch, VersionConflict } from './errors.js';
import { PgEventStore } from './pg-event-store.js';

const actor = { personId: 'p', accountId: 'a', role: 'tester', memberOf: [] };
const metadata = (key?: string, requestHash = 'h') => ({
  actor,
  commandId: randomUUID(),
  correlationId: randomUUID(),
  ...(key === undefined ? {} : { idempotency: { key, requestHash } }),
});

describe('The log on PostgreSQL', () => {
  let database: TestDatabase;
  let store: PgEventStore;
  beforeAll(async () => {
    database = await testDatabase();
    store = new PgEventStore(database.pool);
  });
  afterAll(async () => {
    await store.close();
    await database.drop();
  });

  it('answers a double click a hundred times in parallel with one event and one answer', async () => {
    const answers = await Promise.all(
      Array.from({ length: 100 }, () =>
        store.append('demo-1', 0, [{ type: 'Done', data: { n: '1' } }], metadata('k1')),
      ),
    );
    expect(new Set(answers.map(({ version, position }) => `${version}/${position}`)).size).toBe(1);
    expect(answers.filter(({ replayed }) => !replayed)).toHaveLength(1);
    expect((await store.read('demo-1')).events).toHaveLength(1);
  });

  it('refuses the key for another request', async () => {
    await expect(store.append('demo-1', 1, [{ type: 'Done', data: {} }], metadata('k1', 'other'))).rejects.toThrow(
      IdempotencyMismatch,
    );
  });

  it('tells the loser of a race the version there is', async () => {
    const results = await Promise.allSettled(
      Array.from({ length: 20 }, () => store.append('demo-2', 0, [{ type: 'Done', data: {} }], metadata())),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const result of results)
      if (result.status === 'rejected') expect(result.reason).toEqual(new VersionConflict('demo-2', 0, 1));
  });

  it('gives positions without a hole', async () => {
    await Promise.all(
      Array.from({ length: 200 }, (_, n) =>
        store.append(
          `demo-x${n}`,
          0,
          [
            { type: 'A', data: {} },
            { type: 'B', data: {} },
          ],
          metadata(),
        ),
      ),
    );
    const all = await store.readAll(-1, 1_000);
    expect(all.map(({ position }) => position)).toEqual(all.map((_, n) => n));
    expect(await store.head()).toBe(all.length - 1);
  });
});
