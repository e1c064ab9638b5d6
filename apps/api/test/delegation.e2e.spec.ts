import { type Browser, type County, county, issued, must, World } from './world.spec.js';

const TODAY = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

describe('A delegation over HTTP', () => {
  let world: World;
  let cast: County;
  let at: string;
  let dai: Browser;
  let daiId: string;

  beforeAll(async () => {
    world = await World.begin();
    cast = await county(world);
    ({ at } = await issued(cast, { review: { assignment: 'assigned' } }));
    await submitted();
    ({ browser: dai, personId: daiId } = await reviewer('戴代审', 'dai'));
    const { items } = must(await cast.manager.get(`${at}/candidates`), 200);
    for (const [step, name] of [
      ['first', '龙初审'],
      ['second', '梁复审'],
    ]) {
      const { personId } = items.find((one: { name: string; step: string }) => one.name === name && one.step === step);
      must(await give(cast.manager, 'assignments', { step, personId, reason: '分工' }), 201);
    }
  });
  afterAll(() => world.end());

  const look = async (who: Browser) => {
    const { body, headers } = await who.get(at);
    return { ...body, seen: Number(String(headers.etag).replaceAll('"', '')) };
  };
  const give = async (who: Browser, what: string, body: object) =>
    who.post(`${at}/${what}`, body, { version: (await look(cast.auditor)).seen });
  const pass = async (who: Browser, step: string) => {
    const { version, contentHash } = await look(cast.auditor);
    return give(who, 'passes', { step, version, contentHash, opinion: '情况属实' });
  };
  const handOver = (who: Browser, more: object = {}) =>
    who.post('/api/delegations', { delegate: daiId, from: TODAY, until: TODAY, reason: '出差', ...more });

  it('is offered to reviewers of the same units', async () => {
    const { items } = must(await cast.firstReviewer.get('/api/delegations/candidates'), 200);
    expect(items.map(({ name }: { name: string }) => name)).toEqual(['戴代审', '梁复审']);
    expect(await handOver(cast.firstReviewer, { delegate: 'nobody' })).toMatchObject({
      status: 400,
      body: { code: 'delegation.not-a-reviewer' },
    });
    expect(await handOver(cast.preparer)).toMatchObject({ status: 403 });
  });

  it('is known to the department before its first day, without the reason, and to nobody else', async () => {
    const tomorrow = new Date(Date.now() + 32 * 3_600_000).toISOString().slice(0, 10);
    must(await handOver(cast.firstReviewer, { from: tomorrow, until: tomorrow }), 201);
    const known = { delegatorName: '龙初审', delegateName: '戴代审', from: tomorrow, until: tomorrow };
    for (const who of [cast.firstReviewer, dai, cast.manager, cast.auditor]) {
      const { items } = must(await who.get('/api/delegations/department'), 200);
      expect(items).toEqual([
        { ...known, ...{ id: expect.any(String), delegate: daiId, delegator: expect.any(String) } },
      ]);
    }
    expect(await cast.preparer.get('/api/delegations/department')).toMatchObject({ status: 403 });
    const elsewhere = await reviewer('外审', 'elsewhere', cast.otherUnit.id);
    expect(must(await elsewhere.browser.get('/api/delegations/department'), 200).items).toEqual([]);
    const { given } = must(await cast.firstReviewer.get('/api/delegations'), 200);
    must(await cast.firstReviewer.post(`/api/delegations/${given[0].id}/end`, { reason: '行程取消' }), 201);
    expect(must(await dai.get('/api/delegations/department'), 200).items).toEqual([]);
  });

  it('gives the seat to whom it names, who signs in his own name, and takes it for both', async () => {
    expect(await pass(dai, 'first')).toMatchObject({ status: 403, body: { code: 'review.not-assigned' } });
    must(await handOver(cast.firstReviewer), 201);
    expect(must(await dai.get('/api/delegations'), 200).actingFor).toHaveLength(1);
    expect((await look(dai)).actions).toContainEqual(
      expect.objectContaining({ action: 'PassFirstReview', allowed: true }),
    );
    must(await pass(dai, 'first'), 201);
    const passed = (await world.events()).find(({ type }) => type === 'FirstReviewPassed') as never as {
      data: { by: string; onBehalfOf: string };
      actor: { personId: string; onBehalfOf: string };
    };
    expect(passed.data).toMatchObject({ by: daiId });
    expect(passed.actor).toMatchObject({ personId: daiId, onBehalfOf: passed.data.onBehalfOf });
    expect(await pass(cast.firstReviewerAgain, 'second')).toMatchObject({
      status: 403,
      body: { code: 'review.roles-swapped', rule: 'E2' },
    });
  });

  it('does not let one person take both steps for two others', async () => {
    must(await handOver(cast.secondReviewer), 201);
    expect(await pass(dai, 'second')).toMatchObject({
      status: 403,
      body: { code: 'review.needs-another-person', rule: 'E1' },
    });
    must(await pass(cast.secondReviewer, 'second'), 201);
  });

  it('is ended by the one who gave it', async () => {
    const { given } = must(await cast.firstReviewer.get('/api/delegations'), 200);
    const { id } = given.find(({ ended }: { ended: boolean }) => !ended);
    expect(await dai.post(`/api/delegations/${id}/end`, { reason: '返岗' })).toMatchObject({ status: 404 });
    must(await cast.firstReviewer.post(`/api/delegations/${id}/end`, { reason: '返岗' }), 201);
    expect(must(await dai.get('/api/delegations'), 200).actingFor).toHaveLength(1);
  });

  async function reviewer(name: string, login: string, unitId: string = cast.department.id) {
    const { admin } = cast;
    const memberships = [{ unitId, kind: 'member' }];
    const { id } = must(await admin.post('/api/persons', { name, memberships }), 201);
    const grants = ['first-reviewer', 'second-reviewer'].map((role) => ({ role, unitId }));
    const { oneTimePassword } = must(await admin.post('/api/accounts', { personId: id, login, grants }), 201);
    const browser = world.browser();
    must(await browser.post('/api/session', { login, password: oneTimePassword }), 200);
    const next = '又一把足够长的口令-2022';
    must(await browser.ask('PUT', '/api/session/password', { body: { current: oneTimePassword, next } }), 204);
    return { browser, personId: id };
  }

  async function submitted(): Promise<void> {
    const head = {
      ...{ unitName: '会同县工伤保险服务中心', preparedOn: '2022-04-15', sealed: 'true' },
      ...{ preparer: '杨经办', phone: '0745-1234567', head: '粟主任' },
    };
    const none = { value: '0', unit: '万元' };
    const changes = [
      ...Object.entries(head).map(([key, after]) => ({ path: `/head/${key}`, before: null, after })),
      ...['PROC.BUDGET', 'PROC.ACTUAL'].map((id) => ({ path: `/figures/${id}`, before: null, after: none })),
    ];
    const { seen } = await look(cast.preparer);
    must(await cast.preparer.ask('PATCH', `${at}/draft`, { body: { changes }, version: seen }), 200);
    const { contentHash } = await look(cast.preparer);
    must(await give(cast.checker, 'unit-checks', { contentHash }), 201);
    must(await give(cast.head, 'signatures', { contentHash }), 201);
    must(await give(cast.preparer, 'submission', { contentHash }), 201);
  }
});
