import { project } from '#libs/projection';
import { PROJECTIONS } from '#libs/read-models';
import { ownerDoes } from '#libs/testing';
import { type Browser, type County, county, issued, must, World } from './world.spec.js';

describe('Lists and the trail over HTTP', () => {
  let world: World;
  let cast: County;
  let at: string;

  beforeAll(async () => {
    world = await World.begin();
    cast = await county(world);
    ({ at } = await issued(cast));
  });
  afterAll(() => world.end());

  /** What the worker does all the time. */
  async function catchUp(): Promise<void> {
    const { pool, store } = world.resources;
    for (const projection of PROJECTIONS) while ((await project(pool, store, projection)) > 0);
  }

  const edit = (value: string, version: number) =>
    cast.preparer.ask('PATCH', `${at}/draft`, {
      body: { changes: [{ path: '/head/phone', before: null, after: value }] },
      version,
    });
  const ids = ({ body }: { body: { items: { id: string }[] } }) => body.items.map(({ id }) => id);
  const id = (): string => at.split('/').at(-1) ?? '';

  it('shows each person what waits for him, and to nobody what is another unit’s', async () => {
    await catchUp();
    expect(ids(await cast.preparer.get('/api/todo'))).toEqual([id()]);
    expect(ids(await cast.stranger.get('/api/todo'))).not.toContain(id());
    expect(ids(await cast.firstReviewer.get('/api/todo'))).toEqual([]);
    expect(ids(await cast.manager.get('/api/evaluations')).length).toBe(2);
    expect(ids(await cast.manager.get('/api/evaluations?limit=1')).length).toBe(1);
    expect(ids(await cast.manager.get('/api/evaluations?stage=APPROVED'))).toEqual([]);
  });

  it('waits until a list contains what the reader has just done', async () => {
    const { position } = must(await edit('0745-1', 1), 200);
    const waiting = cast.preparer.get(`/api/done?after=${position}`);
    await catchUp();
    const { body } = await waiting;
    expect(body.freshAsOf).toBeGreaterThanOrEqual(position);
    expect(body.items).toMatchObject([{ id: id(), lastType: 'DraftEdited' }]);
  });

  it('answers a list that stays behind as it is, and says so', async () => {
    const { position } = must(await edit('0745-2', 1).then((answer) => (answer.status === 412 ? next() : answer)), 200);
    const began = performance.now();
    const { status, body } = await cast.preparer.get(`/api/done?after=${position}`);
    expect(status).toBe(200);
    expect(body.freshAsOf).toBeLessThan(position);
    expect(performance.now() - began).toBeGreaterThan(1_500);
    await catchUp();
  });
  const next = () =>
    cast.preparer.ask('PATCH', `${at}/draft`, {
      body: { changes: [{ path: '/head/head', before: null, after: '粟主任' }] },
      version: 2,
    });

  it('keeps the whole trail of an evaluation for those who see it', async () => {
    must(await cast.head.post(`${at}/signatures`, { contentHash: 'a'.repeat(64) }, { version: 3 }), 409);
    await catchUp();
    for (const who of [cast.preparer, cast.firstReviewer, cast.auditor]) {
      const { items } = must(await who.get(`${at}/trail`), 200);
      expect(items.map(({ type }: { type: string }) => type)).toEqual([
        'TaskIssued',
        'DraftEdited',
        'DraftEdited',
        'CommandRefused',
      ]);
      expect(items[1]).toMatchObject({
        personName: '杨经办',
        role: 'unit-preparer',
        data: { changes: [{ path: '/head/phone', before: null, after: '0745-1' }] },
      });
    }
  });

  it('lets the auditor page and filter the trail of everything', async () => {
    const all: { position: number; type: string }[] = [];
    let cursor: string | null = null;
    do {
      const page: { items: typeof all; next: string | null } = must(
        await cast.auditor.get(`/api/trail?limit=7${cursor ? `&cursor=${cursor}` : ''}`),
        200,
      );
      all.push(...page.items);
      cursor = page.next;
    } while (cursor !== null);
    expect(all.map(({ position }) => position)).toEqual(Array.from({ length: all.length }, (_, n) => n));
    expect(new Set(all.map(({ type }) => type))).toEqual(
      new Set([
        'LoggedIn',
        'LoggedOut',
        'PasswordChanged',
        'RecordChanged',
        ...['PersonAdopted', 'PersonRegistered', 'RoleGranted'],
        'CampaignCreated',
        'CampaignOpened',
        'TaskIssued',
        'DraftEdited',
        'CommandRefused',
      ]),
    );
    const refused = must(await cast.auditor.get('/api/trail?refused=true'), 200).items;
    expect(refused.map(({ data }: { data: { code: string } }) => data.code)).toContain('evaluation.wrong-stage');
    expect(must(await cast.auditor.get('/api/trail?type=DraftEdited&from=2100-01-01T00:00:00Z'), 200).items).toEqual(
      [],
    );
  });

  it('exports the trail as CSV', async () => {
    const answer = await cast.auditor.get('/api/trail.csv?type=DraftEdited');
    expect(answer.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="trail.csv"',
      'x-content-type-options': 'nosniff',
    });
    expect(String(answer.body).trim().split('\r\n')).toHaveLength(3);
  });

  it('marks notices as read, one’s own only', async () => {
    must(await cast.preparer.get('/api/notifications'), 200);
    expect(must(await cast.preparer.post('/api/notifications/read', { ids: [1, 2, 3] }), 200)).toEqual({ marked: 0 });
  });

  it('keeps of what a person was informed, apart from what was asked of him', async () => {
    const { rows } = await world.database.pool.query(`select id from registry.person where name = '杨经办'`);
    await ownerDoes(
      world.database.pool,
      `insert into job.notification (person_id, position, kind, evaluation_id, unit_name)
       select '${rows[0].id}', 100 + n, kind, '${id()}', '中心'
         from unnest('{approved,returned,task-issued}'::text[]) with ordinality k(kind, n)`,
    );
    const list = async (who: Browser) => must(await who.get('/api/copied'), 200).items;
    const [row, ...others] = await list(cast.preparer);
    expect(row).toMatchObject({ id: id(), noticeKind: 'approved', readAt: null });
    expect(others).toEqual([]);
    must(await cast.preparer.post('/api/notifications/read', { ids: [row.noticeId] }), 200);
    expect(await list(cast.preparer)).toMatchObject([{ readAt: expect.any(String) }]);
    for (const who of [cast.stranger, cast.checker]) expect(await list(who)).toEqual([]);
    must(await cast.auditor.get('/api/copied'), 403);
    must(await cast.preparer.get('/api/copied?cursor=eA'), 400);
  });

  it('shows campaigns to those they concern', async () => {
    const mine = async (who: Browser) =>
      must(await who.get('/api/campaigns'), 200).items.map((campaign: { id: string }) => campaign.id);
    expect(await mine(cast.preparer)).toEqual(['431225-2021']);
    expect(await mine(cast.admin)).toEqual([]);
  });
});

describe('A campaign over HTTP', () => {
  let world: World;
  let cast: County;

  beforeAll(async () => {
    world = await World.begin();
    cast = await county(world);
    await issued(cast);
  });
  afterAll(() => world.end());

  it('issues a task once, however often it is told', async () => {
    const unitIds = [cast.centre.id, cast.department.id];
    const key = 'one-key-for-these-tasks';
    const first = must(await cast.manager.post('/api/campaigns/431225-2021/tasks', { unitIds }, { key }), 201);
    expect(first.tasks.map(({ outcome }: { outcome: string }) => outcome)).toEqual(['already-issued', 'issued']);
    expect(must(await cast.manager.post('/api/campaigns/431225-2021/tasks', { unitIds }, { key }), 201)).toEqual(first);
    expect((await world.events()).filter(({ type }) => type === 'TaskIssued')).toHaveLength(3);
  });

  it('lets a department’s own report be reviewed by the bureau above it', async () => {
    const { data } = (await world.events()).findLast(({ type }) => type === 'TaskIssued') as {
      data: Record<string, unknown>;
    };
    expect(data).toMatchObject({ unitId: cast.department.id, departmentId: cast.finance.id });
  });

  it('is created once a year, for a window that ends after it begins, by an owner within reach', async () => {
    const campaign = {
      name: '2022年度绩效自评',
      divisionCode: '431225',
      fiscalYear: 2022,
      ownerId: cast.finance.id,
      opensAt: '2023-03-01T00:00:00+08:00',
      dueAt: '2023-05-31T23:59:59+08:00',
    };
    const open = (change: object) => cast.manager.post('/api/campaigns', { ...campaign, ...change });
    expect(await open({ dueAt: campaign.opensAt })).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/dueAt' }] },
    });
    expect(await open({ ownerId: 'nobody' })).toMatchObject({
      status: 404,
      body: { code: 'campaign.owner-out-of-reach' },
    });
    expect(await open({ divisionCode: '431226' })).toMatchObject({ status: 404 });
    expect(must(await open({}), 201)).toMatchObject({ id: '431225-2022', version: 1 });
    expect(await open({})).toMatchObject({ status: 409, body: { code: 'campaign.wrong-status' } });
  });

  it('issues nothing when one of the units is not within reach', async () => {
    const before = (await world.events()).length;
    const answer = await cast.manager.post('/api/campaigns/431225-2021/tasks', {
      unitIds: [cast.finance.id, 'nowhere'],
    });
    expect(answer).toMatchObject({ status: 404, body: { code: 'campaign.unit-out-of-reach' } });
    expect((await world.events()).slice(before).map(({ type }) => type)).toEqual(['CommandRefused']);
    expect(await cast.manager.post('/api/campaigns/431225-1999/tasks', { unitIds: [cast.centre.id] })).toMatchObject({
      status: 404,
      body: { code: 'campaign.not-found' },
    });
  });
});
