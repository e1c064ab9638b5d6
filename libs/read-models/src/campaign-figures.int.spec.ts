import { type TestDatabase, testDatabase } from '#libs/testing';
import { FACTS, Told } from './examples/log.spec.js';
import { aDivision } from './examples/registry.spec.js';
import { campaignFigures, type Reader } from './index.js';

const manager: Reader = { personId: 'shi', grants: [{ role: 'campaign-manager', unitId: 'finance' }] };
const other: Reader = { personId: 'wu', grants: [{ role: 'campaign-manager', unitId: 'other' }] };
const AT = new Date('2022-06-01T00:00:00Z');

describe('A campaign in figures', () => {
  let database: TestDatabase;
  let campaignId: string;

  beforeAll(async () => {
    database = await testDatabase();
    const { pool } = database;
    await aDivision(pool);
    const told = new Told(pool);
    await told.happened('evaluation-e1', 'shi', FACTS.TaskIssued);
    await told.project();
    const like = (fields: object) =>
      pool.query(
        `insert into read.evaluation
         select (jsonb_populate_record(e, $1)).* from read.evaluation e where e.id = 'e1'`,
        [fields],
      );
    const waiting_since = '2022-05-22T00:00:00Z';
    await like({ id: 'e2', stage: 'SUBMITTED', waiting_since, self_score: '100', system_score: '88.5' });
    await like({ id: 'e3', stage: 'FIRST_PASSED', waiting_since, self_score: '95', system_score: '95.01' });
    await like({ id: 'e4', stage: 'APPROVED', waiting_for: [], self_score: '95', system_score: null });
    await like({ id: 'e5', writers: ['yang'], waiting_since, self_score: '九十', system_score: '12' });
    await pool.query(`update read.evaluation set waiting_since = '2022-05-31T00:00:00Z' where id = 'e1'`);
    campaignId = (await pool.query(`select campaign_id from read.evaluation where id = 'e1'`)).rows[0].campaign_id;
  });
  afterAll(() => database.drop());

  it('counts how far each came, those that went on among those that came so far', async () => {
    const { funnel } = await campaignFigures(database.pool, manager, campaignId, AT);
    expect(funnel).toEqual([
      { step: 'issued', count: 5 },
      { step: 'begun', count: 4 },
      { step: 'submitted', count: 3 },
      { step: 'first-passed', count: 2 },
      { step: 'approved', count: 1 },
    ]);
  });

  it('puts scores into bands of ten, the full hundred into the last, and what is no number into none', async () => {
    const { selfScores, systemScores } = await campaignFigures(database.pool, manager, campaignId, AT);
    expect(selfScores).toEqual([{ from: 90, count: 3 }]);
    expect(systemScores).toEqual([
      { from: 10, count: 1 },
      { from: 80, count: 1 },
      { from: 90, count: 1 },
    ]);
  });

  it('compares a claim with a computed score only where there are both', async () => {
    const { deviations } = await campaignFigures(database.pool, manager, campaignId, AT);
    expect(deviations).toEqual([
      { from: -5, count: 1 },
      { from: 10, count: 1 },
    ]);
  });

  it('says how long what is undecided has waited, stage by stage', async () => {
    const { waiting } = await campaignFigures(database.pool, manager, campaignId, AT);
    expect(waiting).toEqual([
      { stage: 'DRAFT', from: 0, count: 1 },
      { stage: 'DRAFT', from: 7, count: 1 },
      { stage: 'FIRST_PASSED', from: 7, count: 1 },
      { stage: 'SUBMITTED', from: 7, count: 1 },
    ]);
  });

  it('counts nothing that the reader does not reach, and is nought for a campaign of nobody', async () => {
    for (const [who, id] of [[other, campaignId] as const, [manager, 'none'] as const]) {
      const { funnel, selfScores, waiting } = await campaignFigures(database.pool, who, id, AT);
      expect([funnel.map(({ count }) => count), selfScores, waiting]).toEqual([[0, 0, 0, 0, 0], [], []]);
    }
  });
});
