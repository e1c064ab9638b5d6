import { type TestDatabase, testDatabase } from '#libs/testing';
import { FACTS, Told } from './examples/log.spec.js';
import { aDivision } from './examples/registry.spec.js';
import { type Kept, type Reader, search } from './index.js';

const reader = (personId: string, role: string, unitId: string | null): Reader => ({
  personId,
  grants: [{ role, unitId }],
});

const NOTHING: Kept = { units: false, persons: false };
const EVERYTHING: Kept = { units: true, persons: true };

describe('The search', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await testDatabase();
    await aDivision(database.pool);
    const told = new Told(database.pool);
    await told.happened('evaluation-e1', 'shi', FACTS.TaskIssued);
    await told.happened('evaluation-e2', 'shi', {
      ...FACTS.TaskIssued,
      data: { ...FACTS.TaskIssued.data, unitId: 'other', unitName: '会同县图书馆', departmentId: 'finance' },
    });
    await told.project();
  });
  afterAll(() => database.drop());

  const found = async (who: Reader, text: string, kept: Kept = NOTHING) =>
    (await search(database.pool, who, text, kept)).map(({ kind, id }) => `${kind} ${id}`);
  const manager = reader('shi', 'campaign-manager', 'finance');

  it('finds evaluations and units by a part of the name, by code and by year, whatever the order of the words', async () => {
    expect(await found(manager, '工伤')).toEqual(['evaluation e1', 'unit centre']);
    expect(await found(manager, '117003')).toEqual(['evaluation e1', 'unit centre']);
    expect(await found(manager, '2021  图书')).toEqual(['evaluation e2']);
    expect(await search(database.pool, manager, '图书馆', NOTHING)).toEqual([
      expect.objectContaining({
        kind: 'evaluation',
        name: '会同县图书馆',
        code: '118001',
        fiscalYear: 2021,
        stage: 'DRAFT',
      }),
      expect.objectContaining({ kind: 'unit', name: '会同县图书馆', code: '118001', belongsTo: '会同县财政局' }),
    ]);
  });

  it('lets nothing of another unit be found', async () => {
    const wu = reader('wu', 'unit-preparer', 'other');
    for (const text of ['工伤', '117003', '会同县', '2021', 'e1', '人力资源'])
      expect((await found(wu, text)).filter((one) => /e1|centre|department/.test(one))).toEqual([]);
    expect(await found(wu, '会同县')).toEqual(['evaluation e2', 'unit other']);
    expect(await found({ personId: 'wu', grants: [] }, '会同县')).toEqual([]);
  });

  it('finds persons and every unit for those who keep the registry, and no evaluation', async () => {
    const office = reader('admin', 'administrator', null);
    expect(await found(office, '会同县', EVERYTHING)).toEqual([
      'unit finance',
      'unit department',
      'unit centre',
      'unit other',
    ]);
    expect(await search(database.pool, office, 'second', EVERYTHING)).toMatchObject([
      { kind: 'person', id: 'seconded', belongsTo: '会同县工伤保险服务中心' },
    ]);
    expect(await found(manager, 'yang')).toEqual([]);
  });

  it.each(['%', '_', '\\', '%%', '__', "'", "' or 1=1 --", '\\%', '$1', '工_'])(
    'takes %s as what it is',
    async (text) => {
      expect(await found(manager, text)).toEqual([]);
    },
  );

  it('answers nothing to blanks, and at most 20 to anything', async () => {
    expect(await found(manager, '  ')).toEqual([]);
    await database.pool.query(`insert into registry.unit (id, code, name, division_code, parent_id, kind)
      select 'many' || n, 'm' || n, '很多单位' || n, '431225', 'finance', 'unit' from generate_series(1, 30) n`);
    expect(await found(manager, '很多单位')).toHaveLength(6);
  });
});
