import { createHash } from 'node:crypto';
import { project } from '#libs/projection';
import { PROJECTIONS } from '#libs/read-models';
import { type County, county, issued, must, World } from './world.spec.js';

describe('The workbench of auditors over HTTP', () => {
  let world: World;
  let cast: County;
  let at: string;
  const id = (): string => at.split('/').at(-1) ?? '';

  beforeAll(async () => {
    world = await World.begin();
    cast = await county(world);
    ({ at } = await issued(cast));
    const edits = [
      { path: '/head/preparer', before: null, after: '杨经办' },
      { path: '/sections/problems', before: null, after: '公用经费控制率偏高' },
      { path: '/sections/problems', before: '公用经费控制率偏高', after: '已压减公用经费' },
    ];
    for (const [n, change] of edits.entries())
      must(await cast.preparer.ask('PATCH', `${at}/draft`, { body: { changes: [change] }, version: n + 1 }), 200);
    await catchUp();
  }, 180_000);
  afterAll(() => world.end());

  /** What the worker does all the time. */
  async function catchUp(): Promise<void> {
    const { pool, store } = world.resources;
    for (const projection of PROJECTIONS) while ((await project(pool, store, projection)) > 0);
  }

  const types = ({ items }: { items: { type: string }[] }) => items.map(({ type }) => type);
  const accesses = async () =>
    (await world.resources.store.readAll(-1, 100_000)).flatMap(({ type, data }) =>
      /^Records/.test(type) ? [{ type, ...(data as object) }] : [],
    );

  it('find what was said, by text, by the name of a person and by both', async () => {
    const found = async (query: object) =>
      types(must(await cast.auditor.get(`/api/trail?${new URLSearchParams(query as never)}`), 200));
    expect(await found({ text: '公用经费控制率' })).toEqual(['DraftEdited', 'DraftEdited']);
    expect(await found({ text: '压减', personId: '杨经办' })).toEqual(['DraftEdited']);
    expect(await found({ text: '压减', personId: '林审核' })).toEqual([]);
    expect((await cast.auditor.get('/api/trail?text=x')).body.code).toBe('request.invalid');
  });

  it('travel in time: the state at a position or a time, and what differs from now', async () => {
    const { items, names } = must(await cast.auditor.get(`${at}/moments`), 200);
    expect(types({ items })).toEqual(['TaskIssued', 'DraftEdited', 'DraftEdited', 'DraftEdited']);
    expect(Object.values(names)).toContain('杨经办');
    const [, , second, last] = items;
    const then = must(await cast.auditor.get(`${at}/moment?position=${second.position}`), 200);
    expect(then).toMatchObject({
      from: { streamVersion: 3, stage: 'DRAFT', sheet: { sections: { problems: '公用经费控制率偏高' } } },
      to: { streamVersion: 4 },
      changes: [{ path: '/sections/problems', before: '公用经费控制率偏高', after: '已压减公用经费' }],
      differences: [],
    });
    const byTime = must(await cast.auditor.get(`${at}/moment?at=${last.recordedAt}`), 200);
    expect(byTime).toMatchObject({ from: { position: last.position }, changes: [] });
  });

  it('compare two moments, the later with the earlier as well', async () => {
    const { items } = must(await cast.auditor.get(`${at}/moments`), 200);
    const compared = must(
      await cast.auditor.get(`${at}/comparison?from=${items[0].position}&to=${items[1].position}`),
      200,
    );
    expect(compared.changes).toEqual([{ path: '/head/preparer', before: null, after: '杨经办' }]);
    expect(compared.differences).toEqual([{ what: 'participants', before: null, after: items[1].personId }]);
    const back = must(
      await cast.auditor.get(`${at}/comparison?from=${items[1].position}&to=${items[0].position}`),
      200,
    );
    expect(back.changes).toEqual([{ path: '/head/preparer', before: '杨经办', after: null }]);
  });

  it.each([
    ['moment?position=0', 404, 'moment.before-the-task'],
    ['moment?at=2001-01-01T00:00:00Z', 404, 'moment.before-the-task'],
    ['moment', 400, 'moment.position-or-time'],
    ['moment?position=1&at=2001-01-01T00:00:00Z', 400, 'moment.position-or-time'],
    ['moment?position=-1', 400, 'request.invalid'],
    ['comparison?from=1', 400, 'request.invalid'],
  ])('are told what is wrong with %s', async (what, status, code) => {
    expect(must(await cast.auditor.get(`${at}/${what}`), status).code).toBe(code);
  });

  it('leave a trail themselves: one entry for each act, however many pages it takes', async () => {
    const before = (await accesses()).length;
    const query = '/api/trail?text=%E5%85%AC%E7%94%A8&limit=1';
    const { next } = must(await cast.auditor.get(query), 200);
    must(await cast.auditor.get(`${query}&cursor=${next}`), 200);
    // The evaluation as a whole was read before, when its moments were listed: that act goes on.
    for (const part of ['', '/findings', '/reviews', '/trail']) must(await cast.auditor.get(`${at}${part}`), 200);
    must(await cast.auditor.get('/api/trail.csv?type=DraftEdited'), 200);
    must(await cast.auditor.get('/api/trail.csv?type=DraftEdited'), 200);
    must(await cast.auditor.get('/api/notifications'), 200);
    must(await cast.manager.get(at), 200);
    must(await cast.auditor.get(`${at.slice(0, -1)}x`), 404);
    expect((await accesses()).slice(before)).toEqual([
      { type: 'RecordsSearched', operation: 'getTrail', asked: { text: '公用' } },
      { type: 'RecordsExported', operation: 'exportTrail', asked: { type: 'DraftEdited' } },
      { type: 'RecordsExported', operation: 'exportTrail', asked: { type: 'DraftEdited' } },
    ]);
  });

  it('see in the trail who looked at what', async () => {
    expect(await accesses()).toContainEqual({ type: 'RecordsRead', operation: 'listMoments', target: id() });
    await catchUp();
    const { items } = must(await cast.auditor.get(`/api/trail?text=${id()}&type=RecordsRead`), 200);
    expect(items[0]).toMatchObject({ personName: '黄审计', role: 'auditor', data: { target: id() } });
    expect(types(must(await cast.preparer.get(`${at}/trail`), 200))).not.toContain('RecordsRead');
  });

  it('take one matter away as a bundle, and get its events to check for themselves', async () => {
    const { items, checkpoint, next } = must(await cast.auditor.get(`${at}/evidence?limit=3`), 200);
    expect({ count: items.length, checkpoint, next }).toEqual({ count: 3, checkpoint: null, next: 3 });
    const { payloadHash } = JSON.parse(items[1].envelope);
    const salted = [Buffer.from(items[1].salt, 'hex'), Buffer.from(items[1].payload)];
    expect(createHash('sha256').update(Buffer.concat(salted)).digest('hex')).toBe(payloadHash);
    const rest = must(await cast.auditor.get(`${at}/evidence?from=${next}`), 200);
    expect(rest.items.map(({ proof }: { proof: unknown }) => proof)).toEqual([null]);

    const bundle = await cast.auditor.get(`${at}/evidence.zip`);
    expect(bundle).toMatchObject({ status: 200, headers: { 'content-type': 'application/zip' } });
    expect(await accesses()).toContainEqual({ type: 'RecordsExported', operation: 'exportEvidence', target: id() });
    must(await cast.preparer.get(`${at}/evidence.zip`), 403);
    must(await cast.stranger.get(`${at}/evidence`), 404);
  });

  it('see for each year how many matters were decided by two persons', async () => {
    expect(must(await cast.auditor.get('/api/dual-review'), 200)).toEqual({ years: [] });
  });

  it('erase by two persons what somebody left behind: ordered, looked at, confirmed, and gone', async () => {
    const { admin, auditor } = cast;
    const { items: people } = must(await admin.get('/api/persons'), 200);
    const wanted = people.find(({ name }: { name: string }) => name === '吴外人');
    const reason = '依个人信息保护法第四十七条，本人申请删除';
    const order = must(await admin.post('/api/erasures', { personId: wanted.id, reason }), 201);
    expect(must(await admin.post(`/api/erasures/${order.id}/confirmation`, {}), 403).code).toBe(
      'erasure.needs-another-person',
    );
    const shown = must(await auditor.get(`/api/erasures/${order.id}`), 200);
    expect(shown).toMatchObject({ stage: 'ORDERED', reason, target: { personId: wanted.id }, open: 0 });
    expect(new Set(types({ items: shown.wouldErase }))).toEqual(new Set(['LoggedIn', 'LoggedOut', 'PasswordChanged']));
    must(await auditor.post(`/api/erasures/${order.id}/confirmation`, {}), 201);
    await catchUp();
    expect(must(await admin.get('/api/erasures'), 200).items).toMatchObject([
      { id: order.id, outcome: 'ErasureConfirmed', settledByName: '黄审计', erased: shown.wouldErase.length },
    ]);
    const { items } = must(await auditor.get(`/api/trail?personId=${wanted.id}`), 200);
    for (const row of items)
      expect(row).toMatchObject({ data: null, erasedBy: expect.any(Number), personName: '〔依令删除〕' });
    expect(must(await auditor.post(`/api/erasures/${order.id}/refusal`, { reason }), 409).code).toBe('erasure.settled');
  });

  it('erase nothing of a matter that is not decided, nor what one of the two did', async () => {
    const { admin, auditor } = cast;
    const reason = '误填他人电话，依申请删除';
    const ordered = async (body: object) => must(await admin.post('/api/erasures', { ...body, reason }), 201).id;
    const { items } = must(await auditor.get('/api/trail?type=DraftEdited'), 200);
    const open = await ordered({ position: items[0].position });
    expect(must(await auditor.post(`/api/erasures/${open}/confirmation`, {}), 409).code).toBe('erasure.matter-open');
    must(await admin.post(`/api/erasures/${open}/refusal`, { reason }), 201);
    const own = must(await auditor.get('/api/trail?type=LoggedIn&personId=%E9%BB%84%E5%AE%A1%E8%AE%A1'), 200).items;
    const its = await ordered({ position: own[0].position });
    expect(must(await auditor.post(`/api/erasures/${its}/confirmation`, {}), 403).code).toBe('erasure.own-acts');
  });

  it.each([
    [{ reason: '依申请删除个人信息，见附件' }, 400, 'erasure.person-or-position'],
    [{ position: 999_999, reason: '依申请删除个人信息，见附件' }, 404, 'erasure.unknown-target'],
    [{ personId: 'nobody', reason: '依申请删除个人信息，见附件' }, 404, 'erasure.unknown-target'],
    [{ position: 1, reason: '删' }, 400, 'request.invalid'],
  ])('are told what is wrong with an order %j', async (body, status, code) => {
    expect(must(await cast.admin.post('/api/erasures', body), status).code).toBe(code);
  });
});
