import { evaluation, type SampleDrawn } from '#libs/evaluation';
import { Handler } from '#libs/event-store';
import { project } from '#libs/projection';
import { PROJECTIONS } from '#libs/read-models';
import { type Browser, type County, county, issued, must, PASSWORD, World } from './world.spec.js';

const SAMPLER = { personId: 'system:sampling', accountId: 'system:sampling', role: 'system', memberOf: [] };

describe('After the approval, over HTTP', () => {
  let world: World;
  let cast: County;
  let at: string;
  let rechecker: Browser;

  const look = async (who: Browser) => {
    const { body, headers } = await who.get(at);
    return { ...body, seen: Number(String(headers.etag).replaceAll('"', '')) };
  };
  const give = async (who: Browser, what: string, body: object) =>
    who.post(`${at}/${what}`, body, { version: (await look(cast.auditor)).seen });
  const reading = async () => {
    const { version, contentHash } = await look(cast.auditor);
    return { version, contentHash };
  };
  const projected = async () => {
    for (const projection of PROJECTIONS)
      while ((await project(world.database.pool, world.resources.store, projection)) > 0);
  };
  const conclusion = async () => must(await cast.auditor.get(`${at}/conclusion`), 200);

  beforeAll(async () => {
    world = await World.begin();
    cast = await county(world);
    const { admin, finance } = cast;
    const { id } = must(
      await admin.post('/api/persons', { name: '秦复核', memberships: [{ unitId: finance.id, kind: 'member' }] }),
      201,
    );
    const grants = [{ role: 'second-reviewer', unitId: finance.id }];
    const account = must(await admin.post('/api/accounts', { personId: id, login: 'qin', grants }), 201);
    rechecker = world.browser();
    must(await rechecker.post('/api/session', { login: 'qin', password: account.oneTimePassword }), 200);
    const body = { current: account.oneTimePassword, next: PASSWORD };
    must(await rechecker.ask('PUT', '/api/session/password', { body }), 204);
    ({ at } = await issued(cast));
    await approved();
  }, 60_000);
  afterAll(() => world.end());

  async function approved(): Promise<void> {
    const head = {
      ...{ unitName: '会同县工伤保险服务中心', preparedOn: '2022-04-15', sealed: 'true' },
      ...{ preparer: '杨经办', phone: '0745-1234567', head: '粟主任' },
    };
    const none = { value: '0', unit: '万元' };
    const changes = [
      ...Object.entries(head).map(([key, after]) => ({ path: `/head/${key}`, before: null, after })),
      ...['PROC.BUDGET', 'PROC.ACTUAL'].map((id) => ({ path: `/figures/${id}`, before: null, after: none })),
      { path: '/sections/problems', before: null, after: '预算编制不够精细。' },
    ];
    const { seen } = await look(cast.preparer);
    must(await cast.preparer.ask('PATCH', `${at}/draft`, { body: { changes }, version: seen }), 200);
    const { contentHash } = await look(cast.preparer);
    must(await give(cast.checker, 'unit-checks', { contentHash }), 201);
    must(await give(cast.head, 'signatures', { contentHash }), 201);
    must(await give(cast.preparer, 'submission', { contentHash }), 201);
    for (const [who, step] of [
      [cast.firstReviewer, 'first'],
      [cast.secondReviewer, 'second'],
    ] as const)
      must(await give(who, 'passes', { step, opinion: '情况属实，同意', ...(await reading()) }), 201);
    await projected();
  }

  it('is drawn for recheck by lot, with all that is needed to draw again', async () => {
    const samples = '/api/campaigns/431225-2021/samples';
    expect(await cast.auditor.post(samples, { kind: 'share', of: 10 })).toMatchObject({ status: 403 });
    expect(await cast.manager.post(samples, { kind: 'share', of: 101 })).toMatchObject({
      status: 400,
      body: { code: 'campaign.sample-rule-unfit' },
    });
    must(await cast.manager.post(samples, { kind: 'share', of: 10 }), 201);
    const { items } = must(await cast.manager.get(samples), 200);
    expect(items).toMatchObject([{ rule: { kind: 'share', percent: 10 }, population: 1, departments: 1 }]);
    const drawn = (await world.events()).find(({ type }) => type === 'SampleDrawn')?.data as SampleDrawn;
    expect(drawn.chosen).toEqual([at.split('/').at(-1)]);
    // What the worker does with the run.
    const evaluations = new Handler(world.resources.store, evaluation, { prefix: 'evaluation' });
    await evaluations.handle(
      drawn.chosen[0]!,
      { type: 'SelectForRecheck', data: { sampleId: drawn.sampleId }, by: SAMPLER, at: new Date().toISOString() },
      { metadata: { actor: SAMPLER, commandId: crypto.randomUUID(), correlationId: 'run' } },
    );
    await projected();
    expect(must(await rechecker.get('/api/todo'), 200).items).toHaveLength(1);
    expect(must(await cast.secondReviewer.get('/api/todo'), 200).items).toEqual([]);
  });

  it('is rechecked by a person without any part in it, beside the other scores', async () => {
    const said = { opinion: '抽查复核，公用经费超支扣分。', recheckScore: '86.5', ...(await reading()) };
    for (const who of [cast.secondReviewer, cast.firstReviewerAgain])
      expect(await give(who, 'rechecks', said)).toMatchObject({
        status: 403,
        body: { code: 'recheck.took-part', rule: 'E1' },
      });
    expect(await give(cast.manager, 'final-result', await reading())).toMatchObject({
      status: 409,
      body: { code: 'evaluation.wrong-stage' },
    });
    must(await give(rechecker, 'rechecks', said), 201);
    must(await give(cast.manager, 'final-result', { ...(await reading()), note: '按复核结果审定' }), 201);
    expect(await conclusion()).toMatchObject({
      recheck: { recheckScore: '86.5' },
      final: { recheckScore: '86.5', note: '按复核结果审定' },
      checks: [],
    });
  });

  it('is set right by the unit, and each finding is closed by somebody else', async () => {
    const findings = [{ text: '公用经费超预算，须整改。', path: '/sections/problems' }];
    must(await give(cast.manager, 'rectifications', { basis: '抽查复核', findings }), 201);
    await projected();
    expect(must(await cast.preparer.get('/api/todo'), 200).items).toMatchObject([{ openRectifications: 1 }]);
    expect(await give(cast.manager, 'rectification-closures', { findingId: 'z1', note: '销号' })).toMatchObject({
      status: 409,
      body: { code: 'rectification.not-replied' },
    });
    must(await give(cast.preparer, 'rectification-replies', { findingId: 'z1', reply: '已修订管理办法' }), 201);
    const reason = '没有附上修订后的管理办法';
    must(await give(cast.secondReviewer, 'rectification-rejections', { findingId: 'z1', reason }), 201);
    must(await give(cast.head, 'rectification-replies', { findingId: 'z1', reply: '管理办法已附上' }), 201);
    must(await give(cast.secondReviewer, 'rectification-closures', { findingId: 'z1', note: '已核对，销号' }), 201);
    const [finding] = (await conclusion()).findings;
    expect(finding).toMatchObject({ state: 'closed', overdue: false, closed: { text: '已核对，销号' } });
    expect(finding.replies).toHaveLength(2);
  });

  it('is published as it was approved, corrected beside, and archived', async () => {
    const place = { place: '县政府门户网站', publishedOn: '2022-08-30', repliedOn: '2022-08-01' };
    const seen = await reading();
    expect(await give(cast.head, 'publication', { ...place, ...seen, contentHash: 'b'.repeat(64) })).toMatchObject({
      status: 412,
      body: { code: 'evaluation.content-changed', rule: 'E3' },
    });
    must(await give(cast.head, 'publication', { ...place, ...seen }), 201);
    const reason = '原公开网址失效，更换网址';
    must(await give(cast.manager, 'publication-corrections', { ...place, ...seen, reason }), 201);
    const { publications, checks } = await conclusion();
    expect(publications).toMatchObject([{ contentHash: seen.contentHash }, { reason }]);
    expect(checks.map(({ rule }: { rule: string }) => rule)).toEqual(['W04']);
    must(await give(cast.manager, 'archive', seen), 201);
    expect(await look(cast.manager)).toMatchObject({ stage: 'ARCHIVED' });
    expect((await look(cast.manager)).actions.filter(({ allowed }: { allowed: boolean }) => allowed)).toEqual([]);
  });
});
