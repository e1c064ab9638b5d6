import { type TestDatabase, testDatabase } from '#libs/testing';
import { BY, FACTS, Told } from './examples/log.spec.js';
import { aDivision } from './examples/registry.spec.js';
import { type Reader, trail, trailCsv } from './index.js';

const auditor: Reader = { personId: 'huang', grants: [{ role: 'auditor', unitId: 'finance' }] };
const below: Reader = { personId: 'x', grants: [{ role: 'auditor', unitId: 'department' }] };
const preparer: Reader = { personId: 'yang', grants: [{ role: 'unit-preparer', unitId: 'centre' }] };

describe('The trail', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase();
    await aDivision(database.pool);
    const told = new Told(database.pool);
    for (const type of Object.keys(FACTS) as (keyof typeof FACTS)[])
      await told.happened('evaluation-e1', BY[type], FACTS[type]);
    await told.happened('refusal-1', 'long', {
      type: 'CommandRefused',
      data: { command: 'PassSecondReview', target: 'evaluation-e1', code: 'review.needs-another-person', status: 403 },
    });
    await told.happened('refusal-2', 'nobody', {
      type: 'LogInRefused',
      data: { login: 'x', reason: 'unknown-or-wrong' },
    });
    await told.happened('session-1', 'huang', {
      type: 'LoggedIn',
      data: { accountId: 'a', personId: 'huang', login: 'h' },
    });
    await told.happened('refusal-3', 'nobody', {
      type: 'LogInRefused',
      data: { login: 'a\u0000b\\u0000c😀', reason: 'unknown-or-wrong' },
    });
    await told.happened('campaign-1', 'shi', { type: 'CampaignOpened', data: { name: '2021' } });
    await told.project();
  });
  afterAll(() => database.drop());

  it('holds one entry for every event of every stream, in order', async () => {
    const { items, freshAsOf } = await trail(database.pool, auditor, {}, { limit: 200 });
    expect(items.map(({ position }) => position)).toEqual(items.map((_, n) => n));
    expect(new Set(items.map(({ type }) => type))).toEqual(
      new Set([...Object.keys(FACTS), 'CommandRefused', 'LogInRefused', 'LoggedIn', 'CampaignOpened']),
    );
    expect(freshAsOf).toBe(items.length - 1);
  });

  it('shows what stood before and what stands after', async () => {
    const { items } = await trail(database.pool, auditor, { type: 'DraftEdited' });
    expect(items).toMatchObject([
      { personId: 'wu', unitName: '会同县工伤保险服务中心', correlationId: 'request-1', data: FACTS.DraftEdited.data },
    ]);
  });

  it('counts a refused command to the evaluation it was aimed at', async () => {
    const { items } = await trail(database.pool, auditor, { evaluationId: 'e1', refused: true });
    expect(items).toMatchObject([{ type: 'CommandRefused', personId: 'long', unitId: 'centre' }]);
  });

  it('goes on whatever somebody typed, as far as it can be kept', async () => {
    const { items } = await trail(database.pool, auditor, { type: 'LogInRefused' });
    expect(items.at(-1)?.data).toMatchObject({ login: 'a\ufffdb\\u0000c😀' });
  });

  it.each([
    [{ personId: 'lin' }, ['UnitChecked']],
    [{ unitId: 'centre', type: 'PassRevoked' }, ['PassRevoked']],
    [{ from: '2000-01-01T00:00:00Z', to: '2000-01-02T00:00:00Z' }, []],
  ])('filters by %p', async (filter, types) => {
    const { items } = await trail(database.pool, auditor, filter);
    expect(items.map(({ type }) => type)).toEqual(types);
  });

  it.each([
    ['追加的是县里', ['FindingAnswered']],
    ['扶贫', ['FindingAnswered']],
    ['NEEDS-another', ['CommandRefused']],
    ['已说明', ['ItemAnswered']],
    ['answer', []],
    ['10.00', []], // what the system worked out has a list of its own
    ['%_', []],
  ])('finds %s in what events say, and not in the names of their fields', async (text, types) => {
    const { items, next } = await trail(database.pool, auditor, { text });
    expect(items.map(({ type }) => type)).toEqual(types);
    expect(next).toBeNull();
  });

  it('shows of a text only what the reader may see, and pages through it', async () => {
    expect((await trail(database.pool, preparer, { text: 'needs-another' })).items).toHaveLength(1);
    const stranger: Reader = { personId: 'x', grants: [{ role: 'unit-preparer', unitId: 'other' }] };
    expect((await trail(database.pool, stranger, { text: 'needs-another' })).items).toEqual([]);
    const all = await trail(database.pool, auditor, { text: 'aaaa' });
    const first = await trail(database.pool, auditor, { text: 'aaaa' }, { limit: 2 });
    const rest = await trail(database.pool, auditor, { text: 'aaaa' }, { cursor: first.next! });
    expect([...first.items, ...rest.items]).toEqual(all.items);
    expect(all.items.length).toBeGreaterThan(3);
  });

  it('looks for a text in an index, and not in every row', async () => {
    const answers = await database.pool.query(`
      begin; set local enable_seqscan = off;
      explain select from read.trail t where read.pairs(read.words(t.data)) @> read.pairs('扶贫') and t.type <> 'ScoreRecomputed';
      rollback`);
    expect(JSON.stringify(answers)).toContain('trail_words');
  });

  it('pages without skipping or repeating', async () => {
    const seen: number[] = [];
    let cursor: string | null | undefined;
    do {
      const page = await trail(database.pool, auditor, {}, { limit: 4, ...(cursor ? { cursor } : {}) });
      seen.push(...page.items.map(({ position }) => position));
      cursor = page.next;
    } while (cursor !== null);
    expect(seen).toEqual(seen.map((_, n) => n));
  });

  it('shows log-ins only to an auditor of the whole division, and a unit only its own', async () => {
    const types = async (reader: Reader) =>
      (await trail(database.pool, reader, {}, { limit: 200 })).items.map(({ type }) => type);
    expect(await types(below)).not.toContain('LoggedIn');
    expect(await types(preparer)).not.toContain('LoggedIn');
    expect(await types(preparer)).toContain('UnitSigned');
    expect(await types({ personId: 'x', grants: [{ role: 'unit-preparer', unitId: 'other' }] })).toEqual([]);
  });

  it('exports what is seen as CSV with a byte order mark', async () => {
    let csv = '';
    for await (const piece of trailCsv(database.pool, auditor)) csv += piece;
    const lines = csv.trimEnd().split('\r\n');
    expect(csv.startsWith('\ufeff位置,')).toBe(true);
    expect(lines).toHaveLength(1 + Object.keys(FACTS).length + 5);
  });
});
