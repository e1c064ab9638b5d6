import { type TestDatabase, testDatabase } from '#libs/testing';
import { FACTS, Told } from './examples/log.spec.js';
import { aDivision } from './examples/registry.spec.js';
import { indicators } from './indicators.js';

interface Decision {
  readonly id: string;
  readonly by: string;
  readonly review?: 'first' | 'second';
  readonly outcome?: 'passed' | 'returned';
  readonly seconds?: number;
  readonly revoked?: boolean;
}

describe('The indicators of audit', () => {
  let database: TestDatabase;
  let position = 0;
  beforeEach(async () => {
    database = await testDatabase();
    await aDivision(database.pool);
  });
  afterEach(() => database.drop());

  const auditor = { personId: 'huang', grants: [{ role: 'auditor', unitId: 'department' }] };
  const asked = async (reader = auditor, filter = {}) => (await indicators(database.pool, reader, filter)).items;

  /** An evaluation that was decided, and the decisions. */
  async function decided(...all: readonly Decision[]): Promise<void> {
    for (const { id, by, review = 'first', outcome = 'passed', seconds = 600, revoked = false } of all) {
      await database.pool.query(
        `insert into read.evaluation (id, campaign_id, unit_id, unit_name, department_id, fiscal_year, kind, due_at, stage,
                                      version, waiting_for, waiting_since, stream_version, position)
         values ($1, '431225-2021', 'centre', '中心', 'department', 2021, 'whole-unit', now(), 'APPROVED', 1, '{}', now(), 1, 1)
         on conflict do nothing`,
        [id],
      );
      position += 1;
      await database.pool.query(
        `insert into read.review values ($1, $2, 1, $3, $4, $5, $6, '2022-05-01T01:00:00Z',
                                         '2022-05-01T01:00:00Z'::timestamptz + $7 * interval '1 second')`,
        [position, id, review, outcome, by, revoked, seconds],
      );
    }
  }
  const approved = (id: string, first: string, second: string): Promise<void> =>
    decided({ id, by: first }, { id, by: second, review: 'second' });

  it('show who passed within a minute, how often of how many, and where', async () => {
    await decided(
      { id: 'e1', by: 'long', seconds: 59.999 },
      { id: 'e2', by: 'long', seconds: 60 },
      { id: 'e3', by: 'long', seconds: 3, outcome: 'returned' },
      { id: 'e3', by: 'liang', seconds: 4_000 },
    );
    expect(await asked()).toEqual([
      {
        kind: 'fast-pass',
        persons: [{ id: 'long', name: 'long' }],
        count: 1,
        of: 3,
        evaluations: [{ evaluationId: 'e1', unitName: '中心', version: 1, review: 'first', seconds: 59.999 }],
      },
    ]);
  });

  it('show two who approve with nobody else, in whichever order, from five on', async () => {
    for (const n of [1, 2, 3, 4]) await approved(`e${n}`, 'long', 'liang');
    expect(await asked()).toEqual([]);
    await approved('e5', 'liang', 'long');
    expect(await asked()).toMatchObject([
      { kind: 'same-pair', persons: [{ id: 'liang' }, { id: 'long' }], count: 5, of: 5, evaluations: { length: 5 } },
    ]);
    await approved('e6', 'long', 'shi');
    expect(await asked()).toEqual([]);
  });

  it('do not count a pass that was taken back as an approval together', async () => {
    for (const n of [1, 2, 3, 4, 5]) {
      await decided({ id: `e${n}`, by: 'shi', revoked: true });
      await approved(`e${n}`, 'long', 'liang');
    }
    expect(await asked()).toMatchObject([{ kind: 'same-pair', persons: [{ id: 'liang' }, { id: 'long' }] }]);
  });

  it('show who returned nothing in ten decisions', async () => {
    for (let n = 1; n <= 9; n += 1) await decided({ id: `e${n}`, by: 'long' });
    expect(await asked()).toEqual([]);
    await decided({ id: 'e10', by: 'long' });
    expect(await asked()).toMatchObject([{ kind: 'never-returned', persons: [{ id: 'long' }], count: 10, of: 10 }]);
    await decided({ id: 'e11', by: 'long', outcome: 'returned' });
    expect(await asked()).toEqual([]);
  });

  it('are cut to a year or a campaign, and to what the reader reaches as auditor or manager', async () => {
    await decided({ id: 'e1', by: 'long', seconds: 5 });
    expect(await asked(auditor, { fiscalYear: 2021, campaignId: '431225-2021' })).toHaveLength(1);
    expect(await asked(auditor, { fiscalYear: 2022 })).toEqual([]);
    expect(await asked(auditor, { campaignId: 'another' })).toEqual([]);
    const with_ = (role: string, unitId: string) => asked({ personId: 'x', grants: [{ role, unitId }] });
    expect(await with_('campaign-manager', 'department')).toHaveLength(1);
    expect(await with_('first-reviewer', 'department')).toEqual([]);
    expect(await with_('auditor', 'elsewhere')).toEqual([]);
  });

  it('follow the log: a review begins with the submission or the pass before it', async () => {
    const told = new Told(database.pool);
    const rows = async () =>
      (await database.pool.query('select review, outcome, person_id, revoked from read.review order by position')).rows;
    await told.happened('evaluation-e1', 'shi', FACTS.TaskIssued);
    await told.happened('evaluation-e1', 'yang', FACTS.EvaluationSubmitted);
    await told.happened('evaluation-e1', 'long', FACTS.FirstReviewPassed, FACTS.PassRevoked, FACTS.FirstReviewPassed);
    await told.happened('evaluation-e1', 'liang', FACTS.SecondReviewPassed);
    await told.project();
    expect(await rows()).toEqual([
      { review: 'first', outcome: 'passed', person_id: 'long', revoked: true },
      { review: 'first', outcome: 'passed', person_id: 'long', revoked: false },
      { review: 'second', outcome: 'passed', person_id: 'liang', revoked: false },
    ]);
    const { rows: late } = await database.pool.query('select from read.review where decided_at < began_at');
    expect(late).toEqual([]);
  });
});
