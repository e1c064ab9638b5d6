import { project } from '#libs/projection';
import { PROJECTIONS } from '#libs/read-models';
import { type Browser, type County, confirmAll, county, must, PASSWORD, World } from './world.spec.js';

describe('Persons, roles and offices', () => {
  let world: World;
  let cast: County;
  let security: Browser;
  let audit: Browser;

  beforeAll(async () => {
    world = await World.begin();
    cast = await county(world);
    audit = await world.officer(cast.admin, 'audit-administrator');
    security = await world.officer(cast.admin, 'security-administrator');
  });
  afterAll(() => world.end());

  const person = async (name: string, memberships: readonly object[] = []): Promise<string> =>
    must(await cast.admin.post('/api/persons', { name, memberships }), 201).id;
  const account = async (personId: string, login: string, grants: readonly object[] = []) =>
    must(await cast.admin.post('/api/accounts', { personId, login, grants }), 201);
  const proposals = async (who = security) => must(await who.get('/api/grant-proposals'), 200);
  const history = async (id: string) =>
    must(await cast.auditor.get(`/api/persons/${id}/history`), 200).items.map(({ type }: { type: string }) => type);

  it('in the bootstrap one alone gives roles, and the trail says so; it ends with the second office', async () => {
    const granted = (await world.events()).filter(({ type }) => type === 'RoleGranted');
    expect(granted.length).toBeGreaterThan(8);
    expect(granted.map(({ data }) => (data as { basis: string }).basis)).toEqual(granted.map(() => 'bootstrap'));
    expect(await proposals()).toEqual({ bootstrap: false, items: [] });
  });

  it('a role is proposed by one office and confirmed by the other; until then it opens nothing', async () => {
    const id = await person('何复审');
    const grants = [{ role: 'second-reviewer', unitId: cast.department.id, to: '2099-12-31' }];
    const opened = await account(id, 'he', grants);
    expect(opened).toMatchObject({
      grants: [],
      proposals: [
        { role: 'second-reviewer', unitName: '会同县人力资源和社会保障局', to: '2099-12-31', proposedByName: '覃管理' },
      ],
    });
    const { items } = await proposals();
    const confirm = (who: Browser) => who.ask('POST', `/api/grant-proposals/${items[0].id}/confirmation`);
    expect(await confirm(cast.admin)).toMatchObject({
      status: 403,
      body: { code: 'grant.needs-two-persons', rule: 'E10' },
    });
    must(await confirm(audit), 403);
    expect(must(await confirm(security), 201).items).toEqual([]);
    expect(await confirm(security)).toMatchObject({ status: 404, body: { code: 'grant.proposal-not-found' } });
    expect(must(await cast.admin.get(`/api/accounts/${opened.id}`), 200).grants).toMatchObject([
      { role: 'second-reviewer', basis: 'two-persons', to: '2099-12-31' },
    ]);
    expect(await history(id)).toEqual(['RoleGranted', 'RoleProposed', 'PersonRegistered']);
  });

  it('a proposal is declined in writing, by either office', async () => {
    const { id } = await account(await person('甘审核'), 'gan', [{ role: 'auditor', unitId: cast.finance.id }]);
    const { items } = await proposals();
    const url = `/api/grant-proposals/${items[0].id}/refusal`;
    expect((await security.post(url, { reason: '' })).status).toBe(400);
    expect(must(await security.post(url, { reason: '不属本局编制' }), 201).items).toEqual([]);
    expect(must(await cast.admin.get(`/api/accounts/${id}`), 200).grants).toEqual([]);
  });

  it('nobody gives himself a role, and no one person what excludes what he is', async () => {
    const { accountId } = must(await cast.admin.get('/api/session'), 200);
    expect(
      await cast.admin.post(`/api/accounts/${accountId}/grants`, { role: 'auditor', unitId: cast.finance.id }),
    ).toMatchObject({
      status: 403,
      body: { code: 'grant.to-oneself' },
    });
    const { personId } = must(await cast.preparer.get('/api/session'), 200);
    const second = await cast.admin.post('/api/accounts', {
      ...{ personId, login: 'yang2', grants: [{ role: 'first-reviewer', unitId: cast.department.id }] },
    });
    expect(second).toMatchObject({
      status: 409,
      body: { code: 'grant.excluded-role', excludes: 'unit-preparer', errors: [{ pointer: '/role' }] },
    });
    expect(must(await cast.admin.get(`/api/accounts?personId=${personId}`), 200).items).toHaveLength(1);
  });

  it('a secondment has its days, and what is past stays', async () => {
    const home = { unitId: cast.department.id, kind: 'member', from: '2020-01-01' };
    const past = { unitId: cast.otherUnit.id, kind: 'seconded', from: '2021-01-01', to: '2021-12-31' };
    const id = await person('邓借调', [home, past]);
    const set = async (...memberships: readonly object[]) =>
      must(await cast.admin.ask('PATCH', `/api/persons/${id}`, { body: { memberships } }), 200).memberships;
    const seconded = { unitId: cast.centre.id, kind: 'seconded', from: '2022-05-01', to: '2099-10-31' };
    expect(await set(home, past, seconded)).toHaveLength(3);
    expect(await set(home)).toMatchObject([{ from: '2020-01-01', to: null }, past, { from: '2022-05-01' }]);
    expect(await history(id)).toEqual(['MembershipEnded', 'MembershipBegun', 'PersonRegistered']);
    expect(
      await cast.admin.ask('PATCH', `/api/persons/${id}`, { body: { memberships: [{ ...home, to: '2019-01-01' }] } }),
    ).toMatchObject({ status: 400, body: { code: 'membership.days-reversed' } });
  });

  it('one alone breaks the glass: three days, an open item, and a written review of the audit closes it', async () => {
    const reason = '安全管理员出差失联，今日须完成复审';
    const { id: accountId } = await account(await person('毛应急'), 'mao');
    const body = { accountId, role: 'second-reviewer', unitId: cast.department.id, reason };
    expect((await cast.admin.post('/api/break-glass', { ...body, reason: '急' })).status).toBe(400);
    must(await audit.post('/api/break-glass', body), 403);
    const broken = must(await cast.admin.post('/api/break-glass', body), 201);
    expect(broken).toMatchObject({
      open: 1,
      items: [{ brokenByName: '覃管理', reason, justified: null, login: 'mao' }],
    });
    const url = `/api/break-glass/${broken.items[0].id}/review`;
    const opinion = '已核对值班记录，情况属实，处置得当';
    must(await cast.admin.post(url, { justified: true, opinion }), 403);
    must(await cast.auditor.post(url, { justified: true, opinion: '好' }), 400);
    expect(must(await cast.auditor.post(url, { justified: true, opinion }), 201)).toMatchObject({
      open: 0,
      items: [{ justified: true, opinion, reviewerName: '黄审计' }],
    });
    expect(await audit.post(url, { justified: false, opinion })).toMatchObject({
      status: 409,
      body: { code: 'break-glass.reviewed-already' },
    });
  });

  it('the audit administrator reads what belongs to no unit, and nothing of an evaluation', async () => {
    const { pool, store } = world.resources;
    for (const projection of PROJECTIONS) while ((await project(pool, store, projection)) > 0);
    const { items } = must(await audit.get('/api/trail?limit=200'), 200);
    expect(items.length).toBeGreaterThan(20);
    expect(items.filter(({ unitId }: { unitId: string | null }) => unitId !== null)).toEqual([]);
    for (const url of ['/api/evaluations', '/api/todo', '/api/findings']) must(await audit.get(url), 403);
  });

  it('an order that is repeated is answered, and done once', async () => {
    const draft = {
      personId: await person('重复者'),
      login: 'chong',
      grants: [{ role: 'auditor', unitId: cast.finance.id }],
    };
    const key = 'the-same-key-twice';
    const once = must(await cast.admin.post('/api/accounts', draft, { key }), 201);
    const again = must(await cast.admin.post('/api/accounts', draft, { key }), 201);
    expect([again.id, again.oneTimePassword, again.proposals.length]).toEqual([once.id, null, 1]);
    await confirmAll(security);
    const browser = world.browser();
    must(await browser.post('/api/session', { login: 'chong', password: once.oneTimePassword }), 200);
    must(
      await browser.ask('PUT', '/api/session/password', { body: { current: once.oneTimePassword, next: PASSWORD } }),
      204,
    );
    must(await browser.get('/api/trail'), 200);
  });
});
