import { project } from '#libs/projection';
import { PROJECTIONS } from '#libs/read-models';
import { type Browser, type County, county, issued, must, World } from './world.spec.js';

describe('The search over HTTP', () => {
  let world: World;
  let cast: County;
  let evaluation: string;

  beforeAll(async () => {
    world = await World.begin();
    cast = await county(world);
    const { at } = await issued(cast);
    evaluation = at.split('/').at(-1)!;
    const { pool, store } = world.resources;
    for (const projection of PROJECTIONS) while ((await project(pool, store, projection)) > 0);
  });
  afterAll(() => world.end());

  const found = async (who: Browser, text: string): Promise<string[]> => {
    const { items } = must(await who.get(`/api/search?text=${encodeURIComponent(text)}`), 200);
    return items.map(({ kind, id }: { kind: string; id: string }) => `${kind} ${id}`);
  };

  it('finds a unit and its evaluation for its clerk, and for who reviews and supervises it', async () => {
    const expected = [`evaluation ${evaluation}`, `unit ${cast.centre.id}`];
    for (const who of [cast.preparer, cast.firstReviewer, cast.manager, cast.auditor])
      expect(await found(who, '工伤')).toEqual(expected);
    expect(await found(cast.preparer, '117003 2021')).toEqual([expected[0]]);
  });

  it('finds nothing of it for the clerk of another unit, by whatever name, code or year', async () => {
    for (const text of ['工伤', '117003', '会同县工伤保险服务中心', evaluation, '人力资源'])
      expect(await found(cast.stranger, text)).toEqual([]);
    const all = await found(cast.stranger, '会同县');
    expect(all).toHaveLength(2);
    expect(all).toContain(`unit ${cast.otherUnit.id}`);
    expect(all).not.toContain(`evaluation ${evaluation}`);
  });

  it('finds persons for the offices that keep them, and for nobody else', async () => {
    const { items } = must(await cast.admin.get(`/api/search?text=${encodeURIComponent('杨经办')}`), 200);
    expect(items).toMatchObject([{ kind: 'person', name: '杨经办', belongsTo: '会同县工伤保险服务中心' }]);
    for (const who of [cast.manager, cast.auditor, cast.preparer]) expect(await found(who, '杨经办')).toEqual([]);
    expect(await found(cast.admin, '工伤')).toEqual([`unit ${cast.centre.id}`]);
  });

  it('finds campaigns by the name they have now, for those they concern', async () => {
    const plan = {
      ...{ name: '人社系统2023年度自评', divisionCode: '431225', fiscalYear: 2023, ownerId: cast.department.id },
      ...{ opensAt: '2024-03-01T00:00:00.000Z', dueAt: '2099-05-31T16:00:00.000Z', sections: [], tables: [] },
      wholeUnitScheme: 'hunan-whole-unit-A@1',
    };
    const { id, version } = must(await cast.manager.post('/api/campaigns', plan), 201);
    expect(await found(cast.manager, '人社系统')).toEqual([`campaign ${id}`]);
    const { divisionCode: _, fiscalYear: __, ownerId: ___, ...asBefore } = plan;
    const edited = { ...asBefore, name: '人社局2023年度绩效自评' };
    must(await cast.manager.ask('PUT', `/api/campaigns/${id}`, { body: edited, version }), 200);
    expect(await found(cast.manager, '人社系统')).toEqual([]);
    expect(await found(cast.manager, '人社局 2023')).toEqual([`campaign ${id}`]);
    expect(await found(cast.preparer, '人社局 2023')).toEqual([`campaign ${id}`]);
    expect(await found(cast.stranger, '人社局 2023')).toEqual([]);
    expect(await found(cast.admin, '人社局 2023')).toEqual([]);
  });

  it('is told of an auditor, and refuses what is no search', async () => {
    const told = (await world.events()).filter(({ type }) => type === 'RecordsSearched');
    expect(told).toContainEqual(expect.objectContaining({ data: { operation: 'search', asked: { text: '工伤' } } }));
    for (const query of ['', '?text=', '?text=a', `?text=${'a'.repeat(101)}`, '?text=%00%00', '?text=aa&text=bb'])
      expect([query, (await cast.manager.get(`/api/search${query}`)).status]).toEqual([query, 400]);
    expect((await world.browser().get('/api/search?text=aa')).status).toBe(401);
  });
});
