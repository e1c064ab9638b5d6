import { type TestDatabase, testDatabase } from '#libs/testing';
import { FACTS, Told } from './examples/log.spec.js';
import { aDivision } from './examples/registry.spec.js';
import { type Reader, trail, trailCsv } from './index.js';

const auditor: Reader = { personId: 'huang', grants: [{ role: 'auditor', unitId: 'finance' }] };

describe('The trail of a blind review', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase();
    await aDivision(database.pool);
  });
  afterAll(() => database.drop());

  it('shows of a sealed opinion who gave it and when, until its version is decided or returned', async () => {
    const blind = (version: number, opinion: string) => ({
      ...FACTS.FirstReviewPassed,
      data: { ...FACTS.FirstReviewPassed.data, version, opinion, reviewerScore: '70', sealed: true as const },
    });
    const told = new Told(database.pool);
    const opinions = async () => {
      await told.project();
      const { items } = await trail(database.pool, auditor, { type: 'FirstReviewPassed' });
      return items.map(({ data }) => data);
    };
    await told.happened('evaluation-e1', 'shi', FACTS.TaskIssued);
    await told.happened('evaluation-e2', 'shi', FACTS.TaskIssued);
    await told.happened('evaluation-e1', 'long', blind(1, '数据虚高'));
    await told.happened('evaluation-e2', 'long', blind(1, '别的单位'));
    const hidden = { by: 'long', version: 1, contentHash: FACTS.FirstReviewPassed.data.contentHash, sealed: true };
    expect(await opinions()).toEqual([hidden, hidden]);
    expect(await trailCsvText()).not.toMatch(/数据虚高|别的单位|70/);

    // In one page: the return opens what was sealed before it, and not what is sealed after.
    await told.happened('evaluation-e1', 'liang', FACTS.EvaluationReturned);
    await told.happened('evaluation-e1', 'long', blind(2, '仍然虚高'));
    expect(await opinions()).toEqual([blind(1, '数据虚高').data, hidden, { ...hidden, version: 2 }]);
    await told.happened('evaluation-e1', 'liang', FACTS.SecondReviewPassed);
    expect(await opinions()).toEqual([blind(1, '数据虚高').data, hidden, blind(2, '仍然虚高').data]);

    async function trailCsvText(): Promise<string> {
      let text = '';
      for await (const part of trailCsv(database.pool, auditor, {})) text += part;
      return text;
    }
  });
});
