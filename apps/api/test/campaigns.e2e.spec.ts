import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { utils, write } from '@e965/xlsx';
import { projectRoot } from '#libs/config';
import { project } from '#libs/projection';
import { PROJECTIONS } from '#libs/read-models';
import { type County, county, must, World } from './world.spec.js';

const PLAN = {
  name: '2021年度部门整体支出绩效自评',
  opensAt: '2022-03-01T00:00:00+08:00',
  dueAt: '2099-05-31T23:59:59+08:00',
  wholeUnitScheme: 'hunan-whole-unit-A@1',
};

describe('A campaign over HTTP', () => {
  let world: World;
  let cast: County;
  const at = '/api/campaigns/431225-2021';

  beforeAll(async () => {
    world = await World.begin();
    cast = await county(world);
  });
  afterAll(() => world.end());

  it('is drafted, edited and opened', async () => {
    const plan = { ...PLAN, divisionCode: '431225', fiscalYear: 2021, ownerId: cast.finance.id };
    expect(await cast.manager.post('/api/campaigns', { ...plan, wholeUnitScheme: 'no-such@1' })).toMatchObject({
      status: 404,
      body: { code: 'scheme.not-found' },
    });
    expect(
      await cast.manager.post('/api/campaigns', { ...plan, wholeUnitScheme: 'national-project-2020@1' }),
    ).toMatchObject({ status: 400, body: { code: 'scheme.of-another-kind' } });
    must(await cast.manager.post('/api/campaigns', plan), 201);
    must(
      await cast.manager.ask('PUT', at, {
        body: { ...PLAN, projectScheme: 'national-project-2020@1', publishWithinDays: 15 },
      }),
      200,
    );
    must(await cast.manager.post(`${at}/opening`, {}), 201);
    expect(must(await cast.manager.get(at), 200)).toMatchObject({
      status: 'open',
      fiscalYear: 2021,
      publishWithinDays: 15,
      schemes: { 'whole-unit': { id: 'hunan-whole-unit-A', version: '1' }, project: { id: 'national-project-2020' } },
      tables: ['base-data', 'self-evaluation'],
    });
    expect(await cast.manager.ask('PUT', at, { body: PLAN })).toMatchObject({
      status: 409,
      body: { code: 'campaign.wrong-status', status: 409, detail: '自评通知当前状态（已发布）不能这样办理。' },
    });
  });

  it('orders tasks for everything below a unit, and for projects, as runs', async () => {
    const { runId } = must(await cast.manager.post(`${at}/task-runs`, { under: cast.finance.id }), 201);
    const tasks = [
      { unitId: cast.centre.id, project: '工伤预防宣传' },
      { unitId: cast.centre.id, project: '信息系统运维' },
    ];
    must(await cast.manager.post(`${at}/task-runs`, { tasks }), 201);
    const { items } = must(await cast.manager.get(`${at}/runs`), 200);
    expect(items).toEqual([]); // they begin when the worker has seen their orders
    const { rows } = await world.resources.pool.query(
      `select i.run_id = $1 as below, i.item ->> 'evaluationId' as id from job.run_item i order by i.run_id = $1 desc, id`,
      [runId],
    );
    expect(rows.filter(({ below }) => below).map(({ id }) => id)).toContain('431225-117003-2021-unit');
    expect(rows.filter(({ below }) => !below).map(({ id }) => id)).toEqual([
      '431225-117003-2021-p01',
      '431225-117003-2021-p02',
    ]);
    const ordered = (await world.events()).filter(({ type }) => type === 'TasksOrdered');
    expect(ordered.map(({ data }) => (data as { tasks: number }).tasks)).toEqual([
      rows.filter(({ below }) => below).length,
      2,
    ]);
    await world.resources.pool.query(`update job.run set state = 'running' where id = $1`, [runId]);
    expect(must(await cast.manager.post(`${at}/runs/${runId}/cancellation`, {}), 201)).toMatchObject({
      state: 'cancelled',
    });
    expect(must(await cast.manager.post(`${at}/runs/${runId}/resumption`, {}), 201)).toMatchObject({
      state: 'running',
    });
    expect(await cast.manager.post(`${at}/runs/${runId}/resumption`, {})).toMatchObject({
      status: 409,
      body: { code: 'run.is-running' },
    });
    expect(await cast.manager.post(`${at}/runs/nothing/cancellation`, {})).toMatchObject({ status: 404 });
  });

  it.each([
    ['nothing', {}, 400, 'campaign.scope-not-said'],
    ['a unit that is not below it', { tasks: [{ unitId: 'nowhere' }] }, 404, 'campaign.unit-out-of-reach'],
    ['a unit without units below it', { under: 'nowhere' }, 400, 'campaign.nobody-in-scope'],
    ['something unknown', { units: [] }, 400, 'request.invalid'],
  ])('refuses a run over %s', async (_, body, status, code) => {
    expect(await cast.manager.post(`${at}/task-runs`, body)).toMatchObject({ status, body: { code } });
  });

  it('reads whom it is for from a spreadsheet, with what is wrong line by line', async () => {
    const book = (rows: readonly (readonly string[])[]): Buffer => {
      const file = utils.book_new();
      utils.book_append_sheet(file, utils.aoa_to_sheet(rows as string[][]), '任务');
      return Buffer.from(write(file, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
    };
    const headers = { 'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' };
    const read = (raw: Buffer) => cast.manager.ask('POST', `${at}/scope-imports`, { raw, headers });
    const { items, errors } = must(
      await read(
        book([
          ['会同县2021年度绩效自评单位'],
          ['单位编码', '单位名称', '项目名称'],
          [cast.centre.code, cast.centre.name, ''],
          [cast.centre.code, '', '工伤预防宣传'],
          ['', '', ''],
          ['999999', '某单位', ''],
          [cast.centre.code, '别的单位', '另一个项目'],
          [cast.centre.code, '', ''],
          ['', '某单位', ''],
        ]),
      ),
      200,
    );
    expect(items).toEqual([
      { row: 3, unitId: cast.centre.id, unitCode: cast.centre.code, unitName: cast.centre.name, project: null },
      expect.objectContaining({ row: 4, project: '工伤预防宣传' }),
    ]);
    expect(errors.map(({ row, column }: { row: number; column: string }) => [row, column])).toEqual([
      [6, '单位编码'],
      [7, '单位名称'],
      [8, '单位编码'],
      [9, '单位编码'],
    ]);
    expect(errors[2].text.zh).toBe('与第 3 行重复');
    expect(await read(Buffer.from('单位编码'))).toMatchObject({ status: 400, body: { code: 'table.unreadable' } });
    expect(await read(book([['甲', '乙']]))).toMatchObject({ status: 400, body: { code: 'table.no-header' } });
  });

  it('tells its progress by supervising department', async () => {
    must(await cast.manager.post(`${at}/tasks`, { unitIds: [cast.centre.id, cast.otherUnit.id] }), 201);
    for (const each of PROJECTIONS) while ((await project(world.resources.pool, world.resources.store, each)) > 0);
    const { items } = must(await cast.manager.get(`${at}/progress`), 200);
    expect(items).toEqual([
      expect.objectContaining({ departmentId: cast.department.id, issued: 1, drafting: 1, approved: 0, overdue: 0 }),
      expect.objectContaining({ issued: 1, drafting: 1 }),
    ]);
    must(await cast.preparer.get(`${at}/progress`), 403);
  });

  it('scores everything under review again by hand', async () => {
    expect(must(await cast.manager.post(`${at}/recompute-runs`, {}), 201)).toMatchObject({ runId: expect.any(String) });
    expect((await world.events()).findLast(({ type }) => type === 'RecomputeOrdered')?.data).toMatchObject({
      evaluations: 0,
    });
  });

  it('changes its scheme, closes, and is opened again by an extension', async () => {
    const change = { kind: 'whole-unit', scheme: 'hunan-whole-unit-B@1', reason: '省厅修订了分值' };
    must(await cast.manager.post(`${at}/scheme-changes`, change), 201);
    must(await cast.manager.post(`${at}/closing`, { reason: '本年度自评结束' }), 201);
    expect(await cast.manager.post(`${at}/tasks`, { unitIds: [cast.centre.id] })).toMatchObject({ status: 409 });
    expect(
      await cast.manager.post(`${at}/extensions`, { dueAt: '2022-01-01T00:00:00Z', reason: '提前' }),
    ).toMatchObject({
      status: 400,
      body: { code: 'campaign.extension-ends-earlier' },
    });
    must(await cast.manager.post(`${at}/extensions`, { dueAt: '2099-12-31T00:00:00Z', reason: '决算批复推迟' }), 201);
    expect(must(await cast.manager.get(at), 200)).toMatchObject({
      status: 'open',
      dueAt: '2099-12-31T00:00:00.000Z',
      schemes: { 'whole-unit': { id: 'hunan-whole-unit-B' } },
    });
  });

  it('does not exist for those who do not manage it', async () => {
    must(await cast.preparer.post(`${at}/closing`, { reason: '不该我关' }), 403);
    must(await cast.manager.get('/api/campaigns/431225-1999'), 404);
    must(await cast.manager.post('/api/campaigns/431225-1999/opening', {}), 404);
  });
});

describe('Schemes over HTTP', () => {
  let world: World;
  let cast: County;
  const shipped = readFileSync(join(projectRoot(), 'schemes/hunan-whole-unit-A.v1.json'), 'utf8');
  const county2 = (change: (file: Record<string, unknown>) => void = () => undefined): string => {
    const file = { ...JSON.parse(shipped), id: 'huitong-2022', version: '1', place: '会同县' };
    change(file);
    return JSON.stringify(file);
  };

  beforeAll(async () => {
    world = await World.begin();
    cast = await county(world);
  });
  afterAll(() => world.end());

  it('are listed and shown whole', async () => {
    const { items } = must(await cast.preparer.get('/api/schemes'), 200);
    expect(items.map(({ id }: { id: string }) => id)).toEqual(
      expect.arrayContaining(['hunan-whole-unit-2023', 'hunan-whole-unit-A', 'national-project-2020-capped']),
    );
    expect(must(await cast.preparer.get('/api/schemes/hunan-whole-unit-A/versions/1'), 200)).toMatchObject({
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      file: { id: 'hunan-whole-unit-A', tree: expect.any(Array) },
    });
    must(await cast.preparer.get('/api/schemes/hunan-whole-unit-A/versions/9'), 404);
  });

  it('are published version after version, and never change', async () => {
    must(await cast.preparer.post('/api/schemes', { text: county2() }), 403);
    must(await cast.manager.post('/api/schemes', { text: county2() }), 201);
    expect(
      await cast.manager.post('/api/schemes', { text: county2((file) => Object.assign(file, { place: '别处' })) }),
    ).toMatchObject({
      status: 409,
      body: { code: 'scheme.version-is-published', detail: expect.stringContaining('版本 2') },
    });
    must(
      await cast.manager.post('/api/schemes', { text: county2((file) => Object.assign(file, { version: '2' })) }),
      201,
    );
    expect(await cast.manager.post('/api/schemes', { text: shipped })).toMatchObject({ status: 409 });
    expect(must(await cast.preparer.get('/api/schemes'), 200).items).toContainEqual(
      expect.objectContaining({ id: 'huitong-2022', version: '2' }),
    );
  });

  it.each<[string, string]>([
    ['no JSON', '{"id": '],
    [
      'points that do not add up',
      county2((file) => {
        (file.tree as { points: string }[])[0]!.points = '11';
      }),
    ],
    [
      'a circle in formulas',
      county2((file) => {
        const names = file.names as Record<string, object>;
        names.甲 = { formula: '乙 + 1' };
        names.乙 = { formula: '甲 + 1' };
      }),
    ],
    [
      'an unknown figure',
      county2((file) => {
        (file.names as Record<string, object>).甲 = { figure: 'NO.SUCH' };
      }),
    ],
    [
      'a huge exponent',
      county2((file) => {
        (file.names as Record<string, object>).甲 = { formula: '9e999999999' };
      }),
    ],
    [
      'thousands of indicators',
      county2((file) => {
        const leaf = { id: 'x', name: 'x', points: '0.01', rule: { kind: 'unpublished' }, clause: 'x', source: 'x' };
        file.tree = Array.from({ length: 5_000 }, (_, n) => ({ ...leaf, id: `x-${n}` }));
      }),
    ],
  ])('that are bad are told their faults: %s', async (_, text) => {
    const { faults } = must(await cast.manager.post('/api/schemes/validation', { text }), 200);
    expect(faults.length).toBeGreaterThan(0);
    expect(faults[0]).toMatchObject({ line: expect.any(Number), column: expect.any(Number) });
    const refused = await cast.manager.post('/api/schemes', { text });
    expect(refused.status).toBe(400);
    expect(refused.body.code).toMatch(/^scheme\./);
    expect(refused.body.title).not.toBe('');
  });

  it('compute a sheet that is not kept', async () => {
    const before = (await world.events()).length;
    const wan = (value: string) => ({ value, unit: '万元' });
    const changes = [
      { path: '/figures/BUD.BASIC.PUBLIC', after: wan('5.30') },
      { path: '/figures/EXP.BASIC.GOODS', after: wan('7.64') },
    ];
    const { score } = must(
      await cast.preparer.post('/api/schemes/computations', { scheme: 'hunan-whole-unit-A@1', changes }),
      200,
    );
    expect(score.indicators).toContainEqual(
      expect.objectContaining({ id: 'public-cost-control', value: '144.1509', points: '0' }),
    );
    must(await cast.preparer.post('/api/schemes/computations', { text: county2(), changes }), 200);
    must(await cast.preparer.post('/api/schemes/computations', { scheme: 'no-such@1', changes }), 404);
    must(await cast.preparer.post('/api/schemes/computations', { changes }), 400);
    expect((await world.events()).length - before).toBeLessThanOrEqual(2); // refusals only
  });
});
