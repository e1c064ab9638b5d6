import { randomUUID } from 'node:crypto';
import { ownerDoes } from '#libs/testing';
import { type Browser, type County, county, must, World } from './world.spec.js';

interface Listed {
  readonly text: string;
  readonly removable: boolean;
}

describe('Common phrases of opinions over HTTP', () => {
  let world: World;
  let cast: County;

  beforeAll(async () => {
    world = await World.begin();
    cast = await county(world);
  });
  afterAll(() => world.end());

  const add = (who: Browser, text: string, unitId?: string) =>
    who.post('/api/phrases', { text, ...(unitId ? { unitId } : {}) });
  const texts = async (who: Browser): Promise<string[]> =>
    must(await who.get('/api/phrases'), 200).items.map(({ text }: { text: string }) => text);
  const idOf = async (who: Browser, text: string): Promise<string> =>
    must(await who.get('/api/phrases'), 200).items.find((one: { text: string }) => one.text === text).id;

  it('are a person’s own, kept once, whichever account the person uses', async () => {
    must(await add(cast.firstReviewer, '  决算数据与报告一致。 '), 200);
    must(await add(cast.firstReviewer, '决算数据与报告一致。'), 200);
    expect(await texts(cast.firstReviewer)).toEqual(['决算数据与报告一致。']);
    expect(await texts(cast.firstReviewerAgain)).toEqual(['决算数据与报告一致。']);
    expect(await texts(cast.secondReviewer)).toEqual([]);
  });

  it('are shared by a unit that the manager manages, with those at it and below, after their own', async () => {
    must(await add(cast.manager, '请补充佐证材料。', cast.department.id), 200);
    const { items } = must(await cast.firstReviewer.get('/api/phrases'), 200);
    expect(items).toMatchObject([
      { text: '决算数据与报告一致。', unitId: null, unitName: null },
      { text: '请补充佐证材料。', unitId: cast.department.id, unitName: '会同县人力资源和社会保障局' },
    ]);
    must(await add(cast.manager, '全县通用。', cast.finance.id), 200);
    expect(await texts(cast.secondReviewer)).toEqual(expect.arrayContaining(['请补充佐证材料。', '全县通用。']));
  });

  it('are listed for the manager who shares them below, and say who may remove them', async () => {
    const seen = async (who: Browser) =>
      must(await who.get('/api/phrases'), 200).items.map(({ text, removable }: Listed) => [text, removable]);
    expect((await seen(cast.manager)).sort()).toEqual([
      ['全县通用。', true],
      ['请补充佐证材料。', true],
    ]);
    expect((await seen(cast.firstReviewer)).sort()).toEqual([
      ['全县通用。', false],
      ['决算数据与报告一致。', true],
      ['请补充佐证材料。', false],
    ]);
  });

  it('are shared by nobody else, and removed by nobody whose they are not', async () => {
    expect(await add(cast.firstReviewer, '越权共用', cast.department.id)).toMatchObject({
      status: 404,
      body: { code: 'phrase.out-of-reach' },
    });
    const shared = await idOf(cast.firstReviewer, '请补充佐证材料。');
    const own = await idOf(cast.firstReviewer, '决算数据与报告一致。');
    for (const [who, id] of [
      [cast.firstReviewer, shared],
      [cast.secondReviewer, own],
      [cast.manager, own],
      [cast.manager, randomUUID()],
    ] as const)
      expect(await who.ask('DELETE', `/api/phrases/${id}`)).toMatchObject({
        status: 404,
        body: { code: 'phrase.unknown' },
      });
    expect(await texts(cast.firstReviewer)).toHaveLength(3);
  });

  it('are removed by their owner, also when the order comes twice, and every change is in the log', async () => {
    const own = await idOf(cast.firstReviewer, '决算数据与报告一致。');
    const shared = await idOf(cast.firstReviewer, '请补充佐证材料。');
    const key = randomUUID();
    const { sessions } = world.resources;
    const forgetAll = sessions.forgetAll.bind(sessions);
    let forgotten = 0;
    sessions.forgetAll = () => {
      forgotten += 1;
      forgetAll();
    };
    for (const _ of ['once', 'again'])
      must(await cast.firstReviewer.ask('DELETE', `/api/phrases/${own}`, { key }), 200);
    must(await cast.manager.ask('DELETE', `/api/phrases/${shared}`), 200);
    sessions.forgetAll = forgetAll;
    expect(forgotten).toBe(0); // nobody's session says what a phrase says
    expect(await texts(cast.firstReviewer)).toEqual(['全县通用。']);
    const told = (await world.events()).filter(
      ({ type, data }) => type === 'RecordChanged' && (data as { record: string }).record === 'phrase',
    );
    expect(told.map(({ data }) => data)).toMatchObject([
      { id: own, before: null, after: { text: '决算数据与报告一致。' } },
      { before: null, after: { text: '请补充佐证材料。', unitId: cast.department.id } },
      { before: null, after: { text: '全县通用。' } },
      { before: { text: '决算数据与报告一致。' }, after: null },
      { before: { text: '请补充佐证材料。' }, after: null },
    ]);
  });

  it('are bounded: 2 to 500 characters, 100 of each owner, in the database as well', async () => {
    for (const text of ['', '一', '   ', ' 一 ', '😀', '长'.repeat(501), '\u0000\u0000', 7])
      expect([text, (await cast.secondReviewer.post('/api/phrases', { text })).status]).toEqual([text, 400]);
    must(await add(cast.secondReviewer, '长'.repeat(500)), 200);
    const { pool } = world.database;
    const { rows } = await pool.query(`select person_id from registry.phrase where person_id is not null`);
    const fill = `insert into registry.phrase (id, person_id, text)
      select 'p' || n, '${rows[0].person_id}', '常用语' || n from generate_series(1, %) n`;
    await expect(ownerDoes(pool, fill.replace('%', '100'))).rejects.toThrow('as many phrases as one may have');
    await ownerDoes(pool, fill.replace('%', '98'));
    const raced = await Promise.all(['第一百条', '也是第一百条'].map((text) => add(cast.secondReviewer, text)));
    expect(raced.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await add(cast.secondReviewer, '第一百零一条')).toMatchObject({
      status: 409,
      body: { code: 'phrase.too-many' },
    });
    must(await add(cast.secondReviewer, '常用语98'), 200); // said already, which is no more than there were
    await expect(
      ownerDoes(
        pool,
        `insert into registry.phrase (id, person_id, unit_id, text)
        values ('both', '${rows[0].person_id}', '${cast.department.id}', '两处')`,
      ),
    ).rejects.toThrow('phrase');
    must(await add(cast.secondReviewer, '本局共用'), 409);
    expect(await add(cast.manager, '其他单位', 'no-such-unit')).toMatchObject({ status: 404 });
  });

  it('are nothing for those who review nothing', async () => {
    for (const who of [cast.preparer, cast.auditor, cast.admin])
      expect(await who.get('/api/phrases')).toMatchObject({ status: 403, body: { code: 'role.not-allowed' } });
  });
});
