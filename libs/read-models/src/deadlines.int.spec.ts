import { type TestDatabase, testDatabase } from '#libs/testing';
import { deadline, deadlines } from './deadlines.js';
import { evaluations } from './evaluations.js';
import { FACTS, Told } from './examples/log.spec.js';
import { aDivision } from './examples/registry.spec.js';

const NOW = '2026-11-24T01:00:00.000Z';
const manager = { personId: 'shi', grants: [{ role: 'campaign-manager', unitId: 'department' }] };

describe('The list of deadlines', () => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await testDatabase();
    await aDivision(database.pool);
  });
  afterEach(() => database.drop());

  const counted = (id: string, step: string, dueAt: string | null, campaignId = '431225-2021') =>
    database.pool.query(
      `insert into job.deadline (evaluation_id, campaign_id, unit_id, unit_name, department_id, step, began_at,
                                 began_position, window_ends_at, window_position, due_at)
       values ($1, $3, 'centre', '中心', 'department', $2, $5, 1, $5, 1, $4)`,
      [id, step, campaignId, dueAt, NOW],
    );
  const asked = async (filter = {}, page = {}, reader = manager) =>
    deadlines(database.pool, reader, { now: NOW, ...filter }, page);
  const ids = ({ items }: Awaited<ReturnType<typeof asked>>) => items.map(({ evaluationId }) => evaluationId);

  it('has the nearest first, page by page, within reach, and without what was not counted yet', async () => {
    await counted('later', 'unit', '2026-12-01T16:00:00Z');
    await counted('late', 'first-review', '2026-11-23T16:00:00Z');
    await counted('same', 'second-review', '2026-12-01T16:00:00Z');
    await counted('new', 'unit', null);
    expect(ids(await asked())).toEqual(['late', 'later', 'same']);
    const first = await asked({}, { limit: 2 });
    expect(ids(first)).toEqual(['late', 'later']);
    expect(ids(await asked({}, { limit: 2, cursor: first.next }))).toEqual(['same']);
    expect(
      ids(await asked({}, {}, { personId: 'x', grants: [{ role: 'campaign-manager', unitId: 'other' }] })),
    ).toEqual([]);
  });

  it('tells the overdue from the others by the clock it is given', async () => {
    await counted('e1', 'unit', NOW);
    expect((await asked()).items).toMatchObject([{ evaluationId: 'e1', overdue: false, divisionCode: '431225' }]);
    expect(ids(await asked({ overdue: true }))).toEqual([]);
    expect(ids(await asked({ overdue: true, now: '2026-11-24T01:00:00.001Z' }))).toEqual(['e1']);
    expect(ids(await asked({ overdue: false, campaignId: '431225-2021' }))).toEqual(['e1']);
    expect(ids(await asked({ campaignId: '431225-2022' }))).toEqual([]);
    expect(await deadline(database.pool, manager, 'e1', '2026-11-25T00:00:00.000Z')).toMatchObject({
      step: 'unit',
      overdue: true,
    });
    expect(await deadline(database.pool, manager, 'e2', NOW)).toBeUndefined();
  });

  it('decides what the lists call overdue: the window for the unit, then the days of the review', async () => {
    const told = new Told(database.pool);
    const row = async () => {
      await told.project();
      return (await evaluations(database.pool, manager)).items[0];
    };
    await told.happened('evaluation-e1', 'shi', FACTS.TaskIssued);
    expect(await row()).toMatchObject({ dueAt: '2022-05-31T16:00:00.000Z', overdue: true });
    await told.happened('evaluation-e1', 'yang', FACTS.EvaluationSubmitted);
    expect(await row()).toMatchObject({ dueAt: '2022-05-31T16:00:00.000Z', overdue: false });
    await counted('e1', 'first-review', '2099-06-07T16:00:00Z');
    expect(await row()).toMatchObject({ dueAt: '2099-06-07T16:00:00.000Z', overdue: false });
    await database.pool.query(`update job.deadline set due_at = '2022-06-07T16:00:00Z'`);
    expect(await row()).toMatchObject({ dueAt: '2022-06-07T16:00:00.000Z', overdue: true });
  });
});
