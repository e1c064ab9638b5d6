import { randomUUID } from 'node:crypto';
import type { EvaluationEvent, ReviewerAssigned } from '#libs/evaluation';
import { PgEventStore } from '#libs/event-store';
import { Queues } from '#libs/queue';
import { Schemes } from '#libs/schemes';
import { eventually, giveRoles, type TestDatabase, testDatabase } from '#libs/testing';
import { AssignReviewers } from './assign-reviewers.js';
import { Bureau, QUIET, UNTIL_SUBMITTED } from './examples/bureau.spec.js';
import { Worker } from './worker.js';

const [, ...WRITTEN] = UNTIL_SUBMITTED;

describe('Assigning reviewers', () => {
  let database: TestDatabase;
  let store: PgEventStore;
  let queues: Queues;
  let worker: Worker;
  let bureau: Bureau;

  beforeEach(async () => {
    database = await testDatabase();
    store = new PgEventStore(database.pool);
    queues = new Queues({ databaseUrl: database.url }, { prefix: randomUUID(), lockMs: 1_000 });
    bureau = new Bureau(database.pool, store);
    await bureau.open();
    worker = new Worker(database.pool, store, queues, new Schemes(store), QUIET, { concurrency: 4 });
    worker.start();
  });
  afterEach(async () => {
    await worker.stop();
    await queues.close(true);
    await store.close();
    await database.drop();
  });

  const told = async (type: EvaluationEvent['type'], id = 'e1') =>
    (await store.read<EvaluationEvent>(`evaluation-${id}`)).events.filter((event) => event.type === type);
  const notices = async (kind: string) =>
    (await database.pool.query(`select person_id from job.notification where kind = $1 order by 1`, [kind])).rows.map(
      ({ person_id }) => person_id,
    );
  /** One more reviewer of the department. */
  const joins = async (person: string, role: string) => {
    await database.pool.query(
      `with p as (insert into registry.person (id, name) values ($1, $1))
       insert into identity.account (id, person_id, login, password_hash) values ('a-' || $1, $1, $1, '$argon2id$test')`,
      [person],
    );
    await giveRoles(database.pool, [`a-${person}`, role, 'department']);
  };

  it('draws two persons at the submission, tells each, and no draw is made twice', async () => {
    await bureau.told('e1', 'issueAssigned', ...WRITTEN);
    await eventually(async () => (await notices('review-assigned')).length === 2, 20_000);
    const assigned = (await told('ReviewerAssigned')).map(({ data }) => data as ReviewerAssigned);
    expect(assigned.map(({ step, personId }) => [step, personId])).toEqual([
      ['first', 'long'],
      ['second', 'liang'],
    ]);
    expect(assigned[0]?.drawn?.seed).toMatch(/^[0-9a-f]{32}$/);
    expect(await notices('review-assigned')).toEqual(['liang', 'long']);
    // Who is not assigned is asked for nothing: long may review first, and is told of it once.
    expect(await notices('first-review-due')).toEqual([]);

    const due = { position: (await told('EvaluationSubmitted'))[0]!.position, evaluationId: 'e1' };
    await new AssignReviewers(database.pool, store).run(due);
    expect(await told('ReviewerAssigned')).toHaveLength(2);
  });

  it('raises the alarm when who steps back leaves nobody, tells the manager, and draws when somebody joins', async () => {
    await giveRoles(database.pool, ['a-shi', 'campaign-manager', 'department']);
    await bureau.told('e1', 'issueAssigned', ...WRITTEN);
    await eventually(async () => (await told('ReviewerAssigned')).length === 2, 20_000);
    await bureau.told('e1', 'recuse');
    await eventually(async () => (await notices('reviewer-missing')).length === 1, 20_000);
    expect((await told('ReviewerMissing')).map(({ data }) => data)).toMatchObject([
      {
        step: 'second',
        borrowable: 0,
        excluded: [
          { personId: 'liang', reason: 'recused' },
          { personId: 'long', reason: 'other-seat' },
        ],
      },
    ]);
    expect(await notices('reviewer-missing')).toEqual(['shi']);

    await joins('dai', 'second-reviewer');
    const due = { position: (await told('ReviewerRecused'))[0]!.position, evaluationId: 'e1' };
    await new AssignReviewers(database.pool, store).run(due);
    expect((await told('ReviewerAssigned')).at(-1)?.data).toMatchObject({ step: 'second', personId: 'dai' });
  });

  it('gives the next matter to whoever has less to do', async () => {
    await joins('dai', 'second-reviewer');
    const seconds: string[] = [];
    for (const id of ['e1', 'e2', 'e3', 'e4']) {
      await bureau.told(id, 'issueAssigned', ...WRITTEN);
      await eventually(async () => (await told('ReviewerAssigned', id)).length === 2, 20_000);
      const [, second] = await told('ReviewerAssigned', id);
      seconds.push((second!.data as ReviewerAssigned).personId);
      // The list that counts what each has to do follows the log.
      const head = await store.head();
      await eventually(async () => {
        const { rows } = await database.pool.query(`select position from read.checkpoint where name = 'evaluations'`);
        return Number(rows[0].position) >= head;
      }, 20_000);
    }
    expect(seconds.filter((person) => person === 'dai')).toHaveLength(2);
  });

  it('assigns nobody in an open review, and is silent where two could review', async () => {
    await bureau.told('e1', ...UNTIL_SUBMITTED);
    await eventually(async () => {
      const { rows } = await database.pool.query(
        `select from job.inbox where handler = 'assign-reviewers' and done_at is not null`,
      );
      return rows.length === 1;
    }, 20_000);
    expect([...(await told('ReviewerAssigned')), ...(await told('ReviewerMissing'))]).toEqual([]);
  });
});
