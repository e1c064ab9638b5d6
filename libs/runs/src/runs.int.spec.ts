import { randomUUID } from 'node:crypto';
import { inTransaction } from '#libs/database';
import { type TestDatabase, testDatabase } from '#libs/testing';
import { type RunOrder, Runs } from './index.js';

const actor = { personId: 'shi', accountId: 'shi-1', role: 'campaign-manager', memberOf: [] };
const order = (): RunOrder => ({
  id: randomUUID(),
  kind: 'issue-tasks',
  campaignId: '431225-2021',
  actor,
  correlationId: 'request-1',
});
const items = (n: number) => Array.from({ length: n }, (_, i) => ({ unitId: `unit-${i + 1}` }));

describe('A run', () => {
  let database: TestDatabase;
  let runs: Runs;
  const begin = (id: string) => inTransaction(database.pool, (client) => Runs.begin(client, [id]));
  const all = async (work: Parameters<Runs['step']>[0]) => {
    while ((await runs.step(work)) > 0);
  };

  beforeEach(async () => {
    database = await testDatabase();
    runs = new Runs(database.pool);
  });
  afterEach(() => database.drop());

  it('waits until its order is in the log', async () => {
    const run = order();
    await runs.prepare(run, items(3));
    expect(await runs.step(() => Promise.reject(new Error('not yet')))).toBe(0);
    expect(await runs.find(run.id)).toMatchObject({ state: 'prepared', total: 3, done: 0 });
    expect(await runs.of(run.campaignId)).toEqual([]);
  });

  it('is prepared once, however often it is ordered', async () => {
    const run = order();
    await runs.prepare(run, items(3));
    await runs.prepare(run, items(5));
    expect(await runs.find(run.id)).toMatchObject({ ...run, total: 3 });
  });

  it('does every item once, in order, and is done', async () => {
    const run = order();
    await runs.prepare(run, items(250));
    await begin(run.id);
    const seen: unknown[] = [];
    await all(async (_, some) => {
      seen.push(...some);
      return some.map(() => 'issued');
    });
    expect(seen).toEqual(items(250));
    expect(await runs.find(run.id)).toMatchObject({ state: 'done', done: 250, failed: 0 });
  });

  it('is shared by workers without doing anything twice', async () => {
    const run = order();
    await runs.prepare(run, items(400));
    await begin(run.id);
    const seen: unknown[] = [];
    const work = async (_: RunOrder, some: readonly unknown[]) => {
      seen.push(...some);
      return some.map(() => 'issued');
    };
    await Promise.all([all(work), all(work), all(work)]);
    await all(work);
    expect(new Set(seen).size).toBe(400);
    expect(seen).toHaveLength(400);
  });

  it('goes on where it stopped when a worker breaks off', async () => {
    const run = order();
    await runs.prepare(run, items(150));
    await begin(run.id);
    await runs.step(async (_, some) => some.map(() => 'issued'));
    await expect(runs.step(() => Promise.reject(new Error('killed')))).rejects.toThrow('killed');
    expect(await runs.find(run.id)).toMatchObject({ state: 'running', done: 100 });
    await all(async (_, some) => some.map(() => 'issued'));
    expect(await runs.find(run.id)).toMatchObject({ state: 'done', done: 150 });
  });

  it('of slow work goes on beside the others, item by item, and tells what came of each', async () => {
    const slow = { kinds: ['read-reports'], atOnce: 1 } as const;
    const [reading, quick] = [{ ...order(), kind: 'read-reports' } as const, order()];
    await runs.prepare(reading, items(2));
    await begin(reading.id);
    await runs.prepare(quick, items(1));
    await begin(quick.id);
    expect(await runs.step(async () => [{ outcome: 'read', detail: { figures: 7 } }], slow)).toBe(1);
    expect(await runs.items(reading.id)).toEqual([
      { number: 1, item: { unitId: 'unit-1' }, outcome: 'read', detail: { figures: 7 } },
      { number: 2, item: { unitId: 'unit-2' }, outcome: null, detail: null },
    ]);
    await all(async () => ['issued']);
    expect(await runs.find(quick.id)).toMatchObject({ state: 'done' });
    const failed = { outcome: 'failed: source.damaged', detail: {} };
    expect(await runs.step(async () => [failed], slow)).toBe(1);
    expect(await runs.step(async () => [], slow)).toBe(0);
    await runs.resume(reading.id);
    expect((await runs.items(reading.id)).map(({ outcome, detail }) => [outcome, detail])).toEqual([
      ['read', { figures: 7 }],
      [null, null],
    ]);
  });

  it('stops when it is cancelled, and goes on when it is resumed, with what failed', async () => {
    const run = order();
    await runs.prepare(run, items(200));
    await begin(run.id);
    await runs.step(async (_, some) => some.map((__, n) => (n === 0 ? 'failed: campaign.wrong-status' : 'issued')));
    expect(await runs.cancel(run.id)).toBe(true);
    expect(await runs.step(() => Promise.reject(new Error('cancelled')))).toBe(0);
    expect(await runs.find(run.id)).toMatchObject({ state: 'cancelled', done: 100, failed: 1 });
    expect(await runs.resume(run.id)).toBe(true);
    await all(async (_, some) => some.map(() => 'issued'));
    expect(await runs.find(run.id)).toMatchObject({ state: 'done', done: 200, failed: 0 });
    expect(await runs.cancel(run.id)).toBe(false);
  });
});
