import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { Attachments, FolderStore } from '#libs/attachments';
import { projectRoot } from '#libs/config';
import { PgEventStore } from '#libs/event-store';
import { Queues, redriveJobs } from '#libs/queue';
import { Runs } from '#libs/runs';
import { Schemes } from '#libs/schemes';
import { DocumentsRead } from '#libs/sources';
import {
  eventually,
  giveRoles,
  ownerDoes,
  queueBackends,
  type TestDatabase,
  type TestRedis,
  temporaryFolder,
  testDatabase,
  testRedis,
} from '#libs/testing';
import { Bureau, QUIET, UNTIL_SUBMITTED } from './examples/bureau.spec.js';
import { once } from './inbox.js';
import { notify } from './notify.js';
import { react, reconcile } from './reactors.js';
import { Worker } from './worker.js';

describe.each(queueBackends())('What happens later, with the queue on %s', (backend) => {
  let database: TestDatabase;
  let redis: TestRedis | undefined;
  let store: PgEventStore;
  let queues: Queues;
  let worker: Worker | undefined;
  let bureau: Bureau;
  let attachments: Attachments;

  beforeAll(async () => {
    if (backend === 'redis') redis = await testRedis();
  });
  const folder = temporaryFolder();
  afterAll(async () => {
    await redis?.stop();
    folder.remove();
  });

  beforeEach(async () => {
    database = await testDatabase();
    store = new PgEventStore(database.pool);
    queues = newQueues();
    attachments = new Attachments(database.pool, new FolderStore(folder.path), {
      incoming: join(folder.path, 'incoming'),
      mostBytes: 20 * 1_048_576,
      quotaBytes: 200 * 1_048_576,
    });
    bureau = new Bureau(database.pool, store);
    await bureau.open();
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
    new Queues(
      { databaseUrl: database.url, ...(redis === undefined ? {} : { redisUrl: redis.url }) },
      { prefix, lockMs: 1_000 },
    );

  function start(reconcileAfterMs = 60_000): void {
    worker = new Worker(database.pool, store, queues, new Schemes(store), QUIET, {
      concurrency: 4,
      reconcileAfterMs,
      reconcileEveryMs: 200,
      attachments,
    });
    worker.start();
  }

  const rows = async (text: string) => (await database.pool.query(text)).rows;
  const open = () => rows('select position, handler from job.inbox where done_at is null');
  const scores = () => rows(`select version from log.event where type = 'ScoreRecomputed'`);
  const allDone = () =>
    eventually(async () => {
      const [{ position }] = await rows(`select position from job.checkpoint where name = 'reactors'`);
      // The score that a job appends is the newest event and makes nothing due.
      return Number(position) >= (await store.head()) && (await open()).length === 0;
    }, 20_000);

  it('computes the score of a submission and asks the reviewers whom no rule excludes', async () => {
    start();
    await bureau.told('e1', ...UNTIL_SUBMITTED);
    await eventually(async () => (await scores()).length === 1, 20_000);
    await bureau.told('e1', 'first');
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
    await bureau.told('e1', ...UNTIL_SUBMITTED, 'return');
    await bureau.told('e2', ...UNTIL_SUBMITTED, 'first', 'second');
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
    await bureau.told('e1', ...UNTIL_SUBMITTED);
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

  it('gives a decision that was quicker than the job its score, and leaves it as it is then', async () => {
    await bureau.told('e1', ...UNTIL_SUBMITTED, 'first', 'second');
    start();
    await allDone();
    expect(await scores()).toHaveLength(1);
    await bureau.call({
      type: 'ChangeScheme',
      data: { kind: 'whole-unit', scheme: await bureau.scheme('hunan-whole-unit-A'), reason: '改用县里的分值' },
    });
    await allDone();
    expect(await scores()).toHaveLength(1);
  });

  it('scores again what is under review when the campaign’s scheme changes', async () => {
    start();
    await bureau.told('e1', ...UNTIL_SUBMITTED);
    await bureau.told('e2', 'issue', 'edit');
    await eventually(async () => (await scores()).length === 1, 20_000);
    const scheme = await bureau.scheme('hunan-whole-unit-A');
    await bureau.call({ type: 'ChangeScheme', data: { kind: 'whole-unit', scheme, reason: '改用县里的分值' } });
    await eventually(async () => (await scores()).length === 2, 20_000);
    await eventually(async () => (await rows(`select from job.run where state = 'done'`)).length === 1, 20_000);
    const { events } = await store.read('evaluation-e1');
    expect(events.at(-1)).toMatchObject({ type: 'ScoreRecomputed', data: { scheme } });
    expect(await rows('select total from job.run')).toEqual([{ total: 1 }]);
  });

  it('issues tasks to many units in a run, once each, and tells what came of every one', async () => {
    const runs = new Runs(database.pool);
    const id = randomUUID();
    const actor = { personId: 'shi', accountId: 'a-shi', role: 'campaign-manager', memberOf: [] };
    const task = {
      ...{ campaignId: '431225-2021', unitId: 'centre', unitName: '中心', departmentId: 'department' },
      ...{ fiscalYear: 2021, kind: 'whole-unit' },
    };
    const items = Array.from({ length: 230 }, (_, n) => ({ evaluationId: `unit-${n}`, task }));
    await bureau.told('unit-7', 'issue');
    await runs.prepare({ id, kind: 'issue-tasks', campaignId: '431225-2021', actor, correlationId: 'r' }, items);
    await bureau.call({ type: 'OrderTasks', data: { runId: id, tasks: 230 } });
    start();
    await eventually(async () => (await runs.find(id))?.state === 'done', 20_000);
    expect(await runs.find(id)).toMatchObject({ total: 230, done: 230, failed: 0 });
    const [{ issued }] = await rows(`select count(*)::int as issued from log.event where type = 'TaskIssued'`);
    expect(issued).toBe(230);
    expect(await rows(`select outcome, count(*)::int as n from job.run_item group by 1 order by 1`)).toEqual([
      { outcome: 'already-issued', n: 1 },
      { outcome: 'issued', n: 229 },
    ]);
  });

  it('refuses each task of a run when the campaign was closed meanwhile', async () => {
    const runs = new Runs(database.pool);
    const id = randomUUID();
    const actor = { personId: 'shi', accountId: 'a-shi', role: 'campaign-manager', memberOf: [] };
    const order = { id, kind: 'issue-tasks', campaignId: '431225-2021', actor, correlationId: 'r' } as const;
    await runs.prepare(order, [{ evaluationId: 'unit-1', task: {} }]);
    await bureau.call({ type: 'OrderTasks', data: { runId: id, tasks: 1 } });
    await bureau.call({ type: 'CloseCampaign', data: { reason: '本年度自评结束' } });
    start();
    await eventually(async () => (await runs.find(id))?.state === 'done', 20_000);
    expect(await rows('select outcome from job.run_item')).toEqual([{ outcome: 'failed: campaign.wrong-status' }]);
  });

  it('reads reports that came together, each for the evaluation it is about, and lists what it cannot place', async () => {
    await bureau.told('e1', 'issue');
    await bureau.told('e2', 'issueProject');
    const runs = new Runs(database.pool);
    const id = randomUUID();
    const actor = { personId: 'shi', accountId: 'a-shi', role: 'campaign-manager', memberOf: [] };
    const kept = async (bytes: Buffer) => (await attachments.take(Readable.from([bytes]), id, 0)).hash;
    const sample = (name: string) => readFileSync(join(projectRoot(), 'samples/documents', name));
    const report = await kept(sample('prose-03-two-values.docx'));
    await runs.prepare({ id, kind: 'read-reports', campaignId: '431225-2021', actor, correlationId: 'r' }, [
      { name: '117003.docx', hash: report },
      { name: '117003-工伤预防宣传.docx', hash: report },
      { name: '自评.docx', hash: report },
      { name: '117003.txt', hash: await kept(Buffer.from('今天天气很好。')) },
      { name: '117003.xls', hash: '0'.repeat(64) },
      { name: 'a.exe', refused: { code: 'attachment.of-a-kind-not-taken', details: {} } },
    ]);
    await bureau.call({ type: 'OrderReading', data: { runId: id, files: 6 } });
    start();
    await eventually(async () => (await runs.find(id))?.state === 'done', 30_000);
    expect(await runs.find(id)).toMatchObject({ total: 6, done: 6, failed: 3 });
    const items = await runs.items(id);
    expect(items.map(({ outcome }) => outcome)).toEqual([
      'read',
      'read',
      'unmatched',
      'failed: intake.not-a-report',
      'failed: source.gone',
      'failed: attachment.of-a-kind-not-taken',
    ]);
    const whole = { evaluationId: 'e1', unitName: '中心', project: null, conflicts: 1 };
    expect(items.slice(0, 3).map(({ detail }) => detail)).toMatchObject([
      whole,
      { ...whole, evaluationId: 'e2', project: '工伤预防宣传' },
      { why: 'nobody-named' },
    ]);
    const [document] = await new DocumentsRead(database.pool).list('e1');
    expect(document).toMatchObject({ name: '117003.docx', format: 'docx', readBy: 'shi' });
    expect((await store.read('evaluation-e1')).events.map(({ type }) => type)).toEqual(['TaskIssued']);
  });

  it('stops a reading that is cancelled after the file under way, and reads the rest when it is resumed', async () => {
    await bureau.told('e1', 'issue');
    const runs = new Runs(database.pool);
    const id = randomUUID();
    const actor = { personId: 'shi', accountId: 'a-shi', role: 'campaign-manager', memberOf: [] };
    const order = { id, kind: 'read-reports', campaignId: '431225-2021', actor, correlationId: 'r' } as const;
    const text = readFileSync(join(projectRoot(), 'samples/huitong-2021/report.txt'));
    const { hash } = await attachments.take(Readable.from([text]), id, 0);
    await runs.prepare(
      order,
      Array.from({ length: 6 }, () => ({ name: '117003.txt', hash })),
    );
    await bureau.call({ type: 'OrderReading', data: { runId: id, files: 6 } });
    start();
    await eventually(async () => ((await runs.find(id))?.done ?? 0) > 0, 20_000);
    await runs.cancel(id);
    await worker?.stop();
    const stopped = await runs.find(id);
    expect(stopped).toMatchObject({ state: 'cancelled', failed: 0 });
    expect(stopped?.done).toBeLessThan(6);
    await runs.resume(id);
    queues = newQueues();
    start();
    await eventually(async () => (await runs.find(id))?.state === 'done', 30_000);
    expect(await runs.find(id)).toMatchObject({ done: 6, failed: 0 });
    expect(await new DocumentsRead(database.pool).list('e1')).toHaveLength(1);
  });

  it('loses nothing when the queue is emptied', async () => {
    await bureau.told('e1', ...UNTIL_SUBMITTED);
    while ((await react(database.pool, store, queues)) > 0);
    expect((await open()).length).toBeGreaterThan(0);
    await queues.forgetAll();
    expect(await queues.waiting('notify')).toBe(0);
    start(0);
    await eventually(async () => (await scores()).length === 1 && (await open()).length === 0, 20_000);
  });

  it('loses nothing when it stops between taking the events and adding the jobs', async () => {
    await bureau.told('e1', ...UNTIL_SUBMITTED);
    const broken = { add: () => Promise.reject(new Error('the process died here')) } as unknown as Queues;
    await expect(react(database.pool, store, broken)).rejects.toThrow('died here');
    start(0);
    await eventually(async () => (await scores()).length === 1 && (await open()).length === 0, 20_000);
  });

  it('does the work of one killed in the middle of a job, once', async () => {
    await bureau.told('e1', ...UNTIL_SUBMITTED);
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
    start(); // what the dead one held is locked for a while, then it is taken over
    await eventually(async () => (await open()).length === 0, 20_000);
    expect(await rows(`select kind from job.notification where kind = 'first-review-due'`)).toHaveLength(1);
  });

  it('parks what keeps failing, with the reason, until an operator drives it again', async () => {
    await bureau.told('e1', ...UNTIL_SUBMITTED);
    while ((await react(database.pool, store, queues)) > 0);
    const [first] = await open();
    const due = { position: Number(first.position), evaluationId: 'e1' };
    const failing = () => Promise.reject(new Error('no such column'));
    await expect(once(database.pool, 'notify', due, 5, failing)).rejects.toThrow('no such column');
    expect(await rows('select reason from job.inbox where parked_at is not null')).toEqual([
      { reason: 'no such column' },
    ]);
    expect(await reconcile(database.pool, queues, 0)).toBe((await open()).length - 1);
    expect(await redriveJobs(database.pool)).toEqual([{ position: due.position, handler: 'notify' }]);
    start(0);
    await eventually(async () => (await open()).length === 0, 20_000);
  });

  it('is not used up by a job that names another evaluation', async () => {
    await bureau.told('e1', ...UNTIL_SUBMITTED);
    while ((await react(database.pool, store, queues)) > 0);
    const before = await open();
    const forged = { position: Number(before[0].position), evaluationId: 'e2' };
    const prepare = () => Promise.reject(new Error('was begun'));
    expect(await once(database.pool, 'notify', forged, 1, prepare)).toBe('was-done');
    expect(await open()).toEqual(before);
  });

  it('writes of each event what a punctual job would have, when the jobs come late and in any order', async () => {
    await bureau.told('e1', ...UNTIL_SUBMITTED, 'first', 'revoke', 'first', 'returnSecond');
    while ((await react(database.pool, store, queues)) > 0);
    const due = await rows(`select position, evaluation_id from job.inbox where handler = 'notify' order by position`);
    for (const { position } of due.toReversed()) {
      const one = { position: Number(position), evaluationId: 'e1' };
      await once(database.pool, 'notify', one, 1, () => notify(store, one));
    }
    const events = await store.readAll(-1, 100);
    const notices = await rows('select position, person_id, kind from job.notification order by position, person_id');
    expect(notices.map((one) => [events[Number(one.position)]?.type, one.kind, one.person_id])).toEqual([
      ['TaskIssued', 'task-issued', 'yang'],
      ['UnitChecked', 'sign-off-due', 'su'],
      ['UnitSigned', 'submission-due', 'yang'],
      ['EvaluationSubmitted', 'first-review-due', 'long'],
      ['FirstReviewPassed', 'second-review-due', 'liang'],
      // Who revokes his pass is not told of it, and nobody else holds the role.
      ['FirstReviewPassed', 'second-review-due', 'liang'],
      ['EvaluationReturned', 'returned', 'lin'],
      ['EvaluationReturned', 'returned', 'su'],
      ['EvaluationReturned', 'returned', 'yang'],
    ]);
  });

  it('asks nobody for what a rule would refuse him: participants, the checker to sign, who once passed', async () => {
    await bureau.told('e1', ...UNTIL_SUBMITTED);
    // lin may sign as well as check; yang, who wrote it, has moved to the department since.
    await ownerDoes(database.pool, `delete from identity.role_grant where account_id = 'a-yang'`);
    await giveRoles(
      database.pool,
      ['a-lin', 'unit-head', 'centre'],
      ['a-yang', 'first-reviewer', 'department'],
      ['a-yang', 'second-reviewer', 'department'],
      ['a-liang', 'first-reviewer', 'department'],
    );
    start(5_000); // a job whose lock ran out on a busy machine is brought back within the patience of this test
    await bureau.told('e1', 'first', 'revoke', 'firstByLiang');
    await allDone();
    expect(
      await rows(`select kind, array_agg(person_id order by person_id) as persons from job.notification
                   where kind like '%-due' group by kind, position order by position`),
    ).toEqual([
      { kind: 'sign-off-due', persons: ['su'] },
      { kind: 'first-review-due', persons: ['liang', 'long'] },
      { kind: 'second-review-due', persons: ['liang'] },
      { kind: 'first-review-due', persons: ['liang'] },
      // Nobody for the second review after liang's pass: long once gave the first one, yang wrote it (E1, E2).
    ]);
  });
});
