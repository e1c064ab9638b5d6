import { type TestDatabase, testDatabase } from '#libs/testing';
import { FACTS, Told } from './examples/log.spec.js';
import { aDivision } from './examples/registry.spec.js';
import {
  copied,
  done,
  evaluations,
  freshness,
  initiated,
  markRead,
  notifications,
  type Reader,
  todo,
  waitFor,
} from './index.js';

const reader = (personId: string, role: string, unitId: string): Reader => ({ personId, grants: [{ role, unitId }] });
const ids = ({ items }: { items: readonly { id: string }[] }) => items.map(({ id }) => id);

describe('What people see in their lists', () => {
  let database: TestDatabase;
  let told: Told;
  beforeEach(async () => {
    database = await testDatabase();
    await aDivision(database.pool);
    told = new Told(database.pool);
    await told.happened('evaluation-e1', 'shi', FACTS.TaskIssued);
  });
  afterEach(() => database.drop());

  const submitted = async () => {
    await told.happened('evaluation-e1', 'yang', FACTS.DraftImported);
    await told.happened('evaluation-e1', 'lin', FACTS.UnitChecked);
    await told.happened('evaluation-e1', 'su', FACTS.UnitSigned);
    await told.happened('evaluation-e1', 'yang', FACTS.EvaluationSubmitted);
  };
  const mine = async (personId: string, role: string, unitId: string) => {
    await told.project();
    return ids(await todo(database.pool, reader(personId, role, unitId)));
  };

  it('gives a draft to the preparer and the checker of its unit, and to nobody of another', async () => {
    expect(await mine('yang', 'unit-preparer', 'centre')).toEqual(['e1']);
    expect(await mine('lin', 'unit-checker', 'centre')).toEqual(['e1']);
    expect(await mine('wu', 'unit-preparer', 'other')).toEqual([]);
    expect(await mine('su', 'unit-head', 'centre')).toEqual([]);
  });

  it('gives a submitted one to first reviewers of the department and above, not to the second', async () => {
    await submitted();
    expect(await mine('long', 'first-reviewer', 'department')).toEqual(['e1']);
    expect(await mine('long', 'first-reviewer', 'finance')).toEqual(['e1']);
    expect(await mine('liang', 'second-reviewer', 'department')).toEqual([]);
    expect(await mine('yang', 'unit-preparer', 'centre')).toEqual([]);
  });

  it('asks nobody to review whom a rule would refuse', async () => {
    await submitted();
    // Wrote it, through an account with the role of a reviewer (E1); belongs to the unit (E8).
    expect(await mine('yang', 'first-reviewer', 'department')).toEqual([]);
    expect(await mine('seconded', 'first-reviewer', 'department')).toEqual([]);
    await told.happened('evaluation-e1', 'long', FACTS.FirstReviewPassed);
    // The same natural person, through another account (E1).
    expect(await mine('long', 'second-reviewer', 'department')).toEqual([]);
    expect(await mine('liang', 'second-reviewer', 'department')).toEqual(['e1']);
  });

  it('still lets the preparer who wrote it submit it', async () => {
    await told.happened('evaluation-e1', 'yang', FACTS.DraftImported);
    await told.happened('evaluation-e1', 'lin', FACTS.UnitChecked);
    await told.happened('evaluation-e1', 'su', FACTS.UnitSigned);
    expect(await mine('yang', 'unit-preparer', 'centre')).toEqual(['e1']);
  });

  it('keeps what is done and what was initiated', async () => {
    await submitted();
    await told.project();
    const { pool } = database;
    expect((await done(pool, reader('lin', 'unit-checker', 'centre'))).items).toMatchObject([
      { id: 'e1', lastType: 'UnitChecked' },
    ]);
    expect(ids(await initiated(pool, reader('yang', 'unit-preparer', 'centre')))).toEqual(['e1']);
    expect(ids(await initiated(pool, reader('lin', 'unit-checker', 'centre')))).toEqual([]);
  });

  it('shows an evaluation to whom its unit is in reach of, and filters and pages', async () => {
    for (const n of [2, 3, 4]) await told.happened(`evaluation-e${n}`, 'shi', FACTS.TaskIssued);
    await told.project();
    const { pool } = database;
    const auditor = reader('huang', 'auditor', 'finance');
    expect(ids(await evaluations(pool, reader('x', 'unit-preparer', 'other')))).toEqual([]);
    expect(ids(await evaluations(pool, reader('x', 'administrator', 'finance')))).toEqual([]);

    const first = await evaluations(pool, auditor, {}, { limit: 3 });
    expect(ids(first)).toEqual(['e1', 'e2', 'e3']);
    expect(first.items[0]).toMatchObject({ stage: 'DRAFT', overdue: true });
    const second = await evaluations(pool, auditor, {}, { limit: 3, cursor: first.next! });
    expect([ids(second), second.next]).toEqual([['e4'], null]);
    expect(ids(await evaluations(pool, auditor, { stage: 'APPROVED' }))).toEqual([]);
    expect(ids(await evaluations(pool, auditor, { name: '工伤', fiscalYear: 2021, unitId: 'centre' }))).toHaveLength(4);
  });

  it('keeps of what the person was informed: each evaluation once, by its last notice, within reach, and in pages', async () => {
    for (const n of [2, 3]) await told.happened(`evaluation-e${n}`, 'shi', FACTS.TaskIssued);
    await told.happened('evaluation-e4', 'shi', {
      ...FACTS.TaskIssued,
      data: { ...FACTS.TaskIssued.data, unitId: 'other', departmentId: 'finance' },
    });
    await told.project();
    const { pool } = database;
    await pool.query(`insert into job.notification (person_id, position, kind, evaluation_id, unit_name) values
      ('yang', 1, 'approved', 'e1', '中心'), ('yang', 2, 'approved', 'e2', '中心'), ('yang', 3, 'returned', 'e3', '中心'),
      ('yang', 4, 'published', 'e1', '中心'), ('yang', 5, 'approved', 'e4', '中心'), ('lin', 6, 'finalized', 'e2', '中心'),
      ('yang', 7, 'returned', 'e2', '中心')`);
    const kinds = ['approved', 'finalized', 'published'];
    const yang = reader('yang', 'unit-preparer', 'centre');
    const { items, next } = await copied(pool, yang, kinds);
    expect(items).toMatchObject([
      { id: 'e1', noticeKind: 'published', readAt: null, stage: 'DRAFT' },
      { id: 'e2', noticeKind: 'approved', readAt: null },
    ]);
    expect(next).toBeNull();
    const first = await copied(pool, yang, kinds, { limit: 1 });
    expect(ids(first)).toEqual(['e1']);
    const second = await copied(pool, yang, kinds, { limit: 1, cursor: first.next! });
    expect([ids(second), second.next]).toEqual([['e2'], null]);
    await markRead(pool, 'yang', [items[1]!.noticeId]);
    expect((await copied(pool, yang, kinds)).items[1]?.readAt).toMatch(/Z$/);
    // Another person's notices, another unit's evaluations, and what no role reaches any more are not there.
    expect(ids(await copied(pool, reader('lin', 'unit-checker', 'centre'), kinds))).toEqual(['e2']);
    expect(ids(await copied(pool, reader('yang', 'unit-preparer', 'other'), kinds))).toEqual(['e4']);
    expect(ids(await copied(pool, { personId: 'yang', grants: [] }, kinds))).toEqual([]);
    await expect(copied(pool, yang, kinds, { cursor: 'x' })).rejects.toThrow('page.unknown-cursor');
  });

  it('tells the deadline of a review under review, and not that of what is to be set right', async () => {
    await submitted();
    await told.project();
    const { pool } = database;
    const dueOf = async (step: string, dueAt: string) => {
      await pool.query(
        `insert into job.deadline (evaluation_id, campaign_id, unit_id, unit_name, department_id, step, began_at,
           began_position, window_ends_at, window_position, due_at)
         select id, campaign_id, unit_id, unit_name, department_id, $1, now(), 0, due_at, 0, $2 from read.evaluation
         on conflict (evaluation_id) do update set step = $1, due_at = $2`,
        [step, dueAt],
      );
      return (await evaluations(pool, reader('huang', 'auditor', 'finance'))).items[0]?.dueAt;
    };
    expect(await dueOf('first-review', '2031-01-01T00:00:00.000Z')).toBe('2031-01-01T00:00:00.000Z');
    expect(await dueOf('rectification', '2032-01-01T00:00:00.000Z')).not.toBe('2032-01-01T00:00:00.000Z');
  });

  it('refuses a cursor that no page gave out', async () => {
    await expect(evaluations(database.pool, reader('h', 'auditor', 'finance'), {}, { cursor: 'x' })).rejects.toThrow(
      'page.unknown-cursor',
    );
  });

  it('says how fresh it is and waits for a position', async () => {
    expect(await freshness(database.pool)).toBe(-1);
    expect(await waitFor(database.pool, 0, 50)).toBe(false);
    const waiting = waitFor(database.pool, 0);
    await told.project();
    expect(await waiting).toBe(true);
  });

  it('marks only one’s own notices as read', async () => {
    const { pool } = database;
    await pool.query(`insert into job.notification (person_id, position, kind, evaluation_id, unit_name)
      values ('yang', 1, 'returned', 'e1', '中心'), ('lin', 1, 'returned', 'e1', '中心')`);
    const { items } = await notifications(pool, 'yang');
    expect(items).toMatchObject([{ kind: 'returned', readAt: null }]);
    expect(await markRead(pool, 'lin', [items[0]!.id])).toBe(0);
    expect(await markRead(pool, 'yang', [items[0]!.id])).toBe(1);
  });
});
