import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#libs/config';
import { type EvaluationCommand, evaluation } from '#libs/evaluation';
import { Handler, PgEventStore } from '#libs/event-store';
import type { Actor } from '#libs/kernel';
import { Queues } from '#libs/queue';
import { parseScheme } from '#libs/scoring';
import { applyChanges, contentHash, EMPTY_SHEET, type Figure } from '#libs/sheet';
import { eventually, queueBackends, type TestDatabase, type TestRedis, testDatabase, testRedis } from '#libs/testing';
import { once } from './inbox.js';
import { react, reconcile, redrive } from './reactors.js';
import { Worker } from './worker.js';

const SCHEME = parseScheme(readFileSync(join(projectRoot(), 'schemes/hunan-whole-unit-2023.v1.json'), 'utf8'));
const QUIET = { info: () => undefined, error: () => undefined };
const wan = (value: string): Figure => ({ value, unit: '万元' });
const CHANGES = [
  { path: '/figures/EXP.TOTAL', before: null, after: wan('45') },
  { path: '/figures/FULL.TOTAL', before: null, after: wan('50') },
];
const HASH = contentHash(applyChanges(EMPTY_SHEET, CHANGES));
const by = (personId: string, role: string): Actor => ({ personId, accountId: `a-${personId}`, role, memberOf: [] });

type Order = {
  [Type in EvaluationCommand['type']]: readonly [Actor, Type, Extract<EvaluationCommand, { type: Type }>['data']];
};
const PASS = { version: 1, contentHash: HASH, opinion: '情况属实，同意', openErrors: [] };
const ORDERS = {
  issue: [
    by('shi', 'campaign-manager'),
    'IssueTask',
    {
      campaignId: '431225-2021',
      unitId: 'centre',
      unitName: '中心',
      departmentId: 'department',
      fiscalYear: 2021,
      kind: 'whole-unit',
      dueAt: '2022-05-31T16:00:00.000Z',
    },
  ],
  edit: [by('yang', 'unit-preparer'), 'EditDraft', { changes: CHANGES }],
  check: [by('lin', 'unit-checker'), 'CheckInUnit', { contentHash: HASH }],
  sign: [by('su', 'unit-head'), 'SignForUnit', { contentHash: HASH }],
  submit: [by('yang', 'unit-preparer'), 'Submit', { contentHash: HASH, openBlocks: [] }],
  first: [by('long', 'first-reviewer'), 'PassFirstReview', PASS],
  second: [by('liang', 'second-reviewer'), 'PassSecondReview', PASS],
  return: [
    by('long', 'first-reviewer'),
    'Return',
    { reason: '数据与决算不一致，请核实', items: [{ path: '/figures/EXP.TOTAL', text: '与决算不一致' }] },
  ],
} satisfies Record<string, Order[EvaluationCommand['type']]>;
const UNTIL_SUBMITTED = ['issue', 'edit', 'check', 'sign', 'submit'] as const;

describe.each(queueBackends())('What happens later, with the queue on %s', (backend) => {
  let database: TestDatabase;
  let redis: TestRedis | undefined;
  let store: PgEventStore;
  let queues: Queues;
  let worker: Worker | undefined;
  let evaluations: Handler<never, never, never>;

  beforeAll(async () => {
    if (backend === 'redis') redis = await testRedis();
  });
  afterAll(() => redis?.stop());

  beforeEach(async () => {
    database = await testDatabase();
    store = new PgEventStore(database.pool);
    queues = newQueues();
    evaluations = new Handler(store, evaluation, { prefix: 'evaluation' }) as never;
    await people();
  });
  afterEach(async () => {
    await worker?.stop();
    worker = undefined;
    await queues.close(true);
    await store.close();
    await database.drop();
  });

  const prefix = randomUUID();
  const newQueues = () =>
    new Queues({ databaseUrl: database.url, ...(redis === undefined ? {} : { redisUrl: redis.url }) }, { prefix });

  async function people(): Promise<void> {
    await database.pool.query(`
      insert into registry.fiscal_division (code, name) values ('431225', '会同县');
      insert into registry.unit (id, code, name, division_code, parent_id, kind) values
        ('department', '117', '人社局', '431225', null, 'department'),
        ('centre', '117003', '中心', '431225', 'department', 'unit');
      insert into registry.person (id, name)
        select id, id from unnest(array['yang', 'lin', 'su', 'long', 'liang', 'shi']) as id;
      insert into identity.account (id, person_id, login, password_hash)
        select 'a-' || id, id, id, '$argon2id$test' from registry.person;
      insert into identity.role_grant (account_id, role, unit_id) values
        ('a-yang', 'unit-preparer', 'centre'), ('a-lin', 'unit-checker', 'centre'), ('a-su', 'unit-head', 'centre'),
        ('a-long', 'first-reviewer', 'department'), ('a-long', 'second-reviewer', 'department'),
        ('a-liang', 'second-reviewer', 'department')`);
  }

  /** The orders, one after the other, on evaluation `id`. */
  async function told(id: string, ...names: readonly (keyof typeof ORDERS)[]): Promise<void> {
    for (const name of names) {
      const [actor, type, data] = ORDERS[name];
      const command = { type, data, by: actor, at: new Date().toISOString() } as never;
      const metadata = { actor, commandId: randomUUID(), correlationId: randomUUID() };
      await evaluations.handle(id, command, { metadata });
    }
  }

  function start(reconcileAfterMs = 60_000): void {
    worker = new Worker(database.pool, store, queues, SCHEME, QUIET, {
      concurrency: 4,
      reconcileAfterMs,
      reconcileEveryMs: 200,
    });
    worker.start();
  }

  const rows = async (text: string) => (await database.pool.query(text)).rows;
  const open = () => rows('select position, handler from job.inbox where done_at is null');
  const scores = () => rows(`select version from log.event where type = 'ScoreRecomputed'`);
  const allDone = () =>
    eventually(async () => {
      const [{ position }] = await rows(`select position from job.checkpoint`);
      // The score that a job appends is the newest event and makes nothing due.
      return Number(position) >= (await store.head()) && (await open()).length === 0;
    }, 20_000);

  it('computes the score of a submission and asks the reviewers whom no rule excludes', async () => {
    start();
    await told('e1', ...UNTIL_SUBMITTED);
    await eventually(async () => (await scores()).length === 1, 20_000);
    await told('e1', 'first');
    await allDone();

    const { events } = await store.read('evaluation-e1');
    expect(events.find(({ type }) => type === 'ScoreRecomputed')).toMatchObject({
      actor: { personId: 'system:scoring' },
      causationId: events.find(({ type }) => type === 'EvaluationSubmitted')?.id,
      data: { version: 1, score: { total: '9' } },
    });
    expect(await rows(`select person_id, kind from job.notification order by position, person_id`)).toEqual([
      { person_id: 'yang', kind: 'task-issued' },
      { person_id: 'su', kind: 'sign-off-due' },
      { person_id: 'yang', kind: 'submission-due' },
      { person_id: 'long', kind: 'first-review-due' },
      // Not long: the same person may not give the second review (E1), whatever roles his account has.
      { person_id: 'liang', kind: 'second-review-due' },
    ]);
  });

  it('tells everybody on the unit’s side of a return and of the decision', async () => {
    start();
    await told('e1', ...UNTIL_SUBMITTED, 'return');
    await told('e2', ...UNTIL_SUBMITTED, 'first', 'second');
    await allDone();
    const of = (kind: string) =>
      rows(`select person_id from job.notification where kind = '${kind}' order by person_id`).then((all) =>
        all.map(({ person_id }) => person_id),
      );
    expect(await of('returned')).toEqual(['lin', 'su', 'yang']);
    expect(await of('approved')).toEqual(['lin', 'su', 'yang']);
  });

  it('does nothing again for a job that comes twice, in parallel or later', async () => {
    start();
    await told('e1', ...UNTIL_SUBMITTED);
    await eventually(async () => (await scores()).length === 1, 20_000);
    await allDone();
    const before = await rows('select * from job.notification order by id');
    const due = (await rows(`select position from job.inbox where handler = 'notify'`)).map(({ position }) => ({
      position: Number(position),
      evaluationId: 'e1',
    }));
    await queues.add('notify', due);
    await queues.add('recompute-scores', due);
    await eventually(async () => (await queues.waiting('notify')) + (await queues.waiting('recompute-scores')) === 0);
    expect(await rows('select * from job.notification order by id')).toEqual(before);
    expect(await scores()).toHaveLength(1);
  });

  it('changes nothing when the job comes after the decision', async () => {
    await told('e1', ...UNTIL_SUBMITTED, 'first', 'second');
    start();
    await allDone();
    expect(await scores()).toEqual([]);
  });

  it('loses nothing when the queue is emptied', async () => {
    await told('e1', ...UNTIL_SUBMITTED);
    while ((await react(database.pool, store, queues)) > 0);
    expect((await open()).length).toBeGreaterThan(0);
    await queues.forgetAll();
    expect(await queues.waiting('notify')).toBe(0);
    start(0);
    await eventually(async () => (await scores()).length === 1 && (await open()).length === 0, 20_000);
  });

  it('loses nothing when it stops between taking the events and adding the jobs', async () => {
    await told('e1', ...UNTIL_SUBMITTED);
    const broken = { add: () => Promise.reject(new Error('the process died here')) } as unknown as Queues;
    await expect(react(database.pool, store, broken)).rejects.toThrow('died here');
    start(0);
    await eventually(async () => (await scores()).length === 1 && (await open()).length === 0, 20_000);
  });

  it('does the work of one killed in the middle of a job, once', async () => {
    await told('e1', ...UNTIL_SUBMITTED);
    while ((await react(database.pool, store, queues)) > 0);
    const dying = newQueues();
    const begun = new Promise<void>((resolve) => {
      dying.work('notify', 1, () => {
        resolve();
        return new Promise(() => undefined);
      });
    });
    await begun;
    await dying.close(true);
    await queues.forgetAll(); // what the dead one held is locked for a while; the reconciler need not wait for that
    start(0);
    await eventually(async () => (await open()).length === 0, 20_000);
    expect(await rows(`select kind from job.notification where kind = 'first-review-due'`)).toHaveLength(1);
  });

  it('parks what keeps failing, with the reason, until an operator drives it again', async () => {
    await told('e1', ...UNTIL_SUBMITTED);
    while ((await react(database.pool, store, queues)) > 0);
    const due = { position: 0, evaluationId: 'e1' };
    const failing = () => Promise.reject(new Error('no such column'));
    await expect(once(database.pool, 'notify', due, 5, failing)).rejects.toThrow('no such column');
    expect(await rows('select reason from job.inbox where parked_at is not null')).toEqual([
      { reason: 'no such column' },
    ]);
    expect(await reconcile(database.pool, queues, 0)).toBe((await open()).length - 1);
    start();
    await redrive(database.pool, queues);
    await eventually(async () => (await open()).length === 0, 20_000);
  });
});
