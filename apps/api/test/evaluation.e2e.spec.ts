import { randomUUID } from 'node:crypto';
import { type Answer, type Browser, type County, county, issued, must, World } from './world.spec.js';

describe('An evaluation over HTTP', () => {
  let world: World;
  let cast: County;
  let at: string;
  let elsewhere: string;

  beforeAll(async () => {
    world = await World.begin();
    cast = await county(world);
    ({ at, elsewhere } = await issued(cast));
  });
  afterAll(() => world.end());

  const look = async (who: Browser) => {
    const { body, headers } = await who.get(at);
    return { ...body, seen: Number(String(headers.etag).replaceAll('"', '')) };
  };
  const edit = (
    who: Browser,
    path: string,
    before: unknown,
    after: unknown,
    version: number,
    key?: string,
  ): Promise<Answer> =>
    who.ask('PATCH', `${at}/draft`, { body: { changes: [{ path, before, after }] }, version, ...(key ? { key } : {}) });

  it('begins as an empty draft of the unit that got the task', async () => {
    const draft = await look(cast.preparer);
    expect(draft).toMatchObject({ stage: 'DRAFT', version: 1, streamVersion: 1, seen: 1, myRoles: ['unit-preparer'] });
    expect(draft.actions).toContainEqual({ action: 'EditDraft', allowed: true });
    expect(draft.findings).toMatchObject([
      { rule: 'T03', severity: 'BLOCK', open: true, answer: null, waiver: null },
      { rule: 'R08', severity: 'ERROR', open: true },
    ]);
  });

  it('does not exist for another unit', async () => {
    expect(await cast.stranger.get(at)).toMatchObject({ status: 404, body: { code: 'evaluation.not-found' } });
    expect(await edit(cast.stranger, '/head/preparer', null, '吴', 1)).toMatchObject({ status: 404 });
    expect(await cast.stranger.get(elsewhere)).toMatchObject({ status: 200 });
  });

  it('merges edits of different fields and shows a conflict on the same', async () => {
    const { seen } = await look(cast.preparer);
    expect(await edit(cast.preparer, '/head/preparer', null, '杨经办', seen)).toMatchObject({
      status: 200,
      body: { version: 2 },
    });
    expect(await edit(cast.preparer, '/head/phone', null, '0745-1234567', seen)).toMatchObject({
      status: 200,
      body: { version: 3 },
    });
    expect(await edit(cast.preparer, '/head/preparer', null, '别人', seen)).toMatchObject({
      status: 412,
      body: { code: 'draft.field-conflict', conflicts: [{ pointer: '/head/preparer', current: '杨经办' }] },
    });
    expect(await edit(cast.preparer, '/head/head', null, '粟主任', 99)).toMatchObject({
      status: 412,
      body: { actual: 3 },
    });
  });

  it('answers a hundred double clicks alike and records one event', async () => {
    const { seen } = await look(cast.preparer);
    const key = randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 100 }, () => edit(cast.preparer, '/head/head', null, '粟主任', seen, key)),
    );
    expect(new Set(answers.map(({ status, body, headers }) => JSON.stringify([status, body, headers.etag])))).toEqual(
      new Set([JSON.stringify([200, answers[0]!.body, `"${seen + 1}"`])]),
    );
    expect((await look(cast.preparer)).seen).toBe(seen + 1);
    expect(await edit(cast.preparer, '/head/phone', '0745-1234567', '1', seen, key)).toMatchObject({
      status: 422,
      body: { code: 'request.idempotency-key-reused' },
    });
  });

  it('goes its way to an approval by two persons', async () => {
    const { seen: before } = await look(cast.preparer);
    const head = { unitName: '会同县工伤保险服务中心', preparedOn: '2022-04-15', sealed: 'true' };
    const none = { value: '0', unit: '万元' };
    const changes = [
      ...Object.entries(head).map(([key, after]) => ({ path: `/head/${key}`, before: null, after })),
      ...['PROC.BUDGET', 'PROC.ACTUAL'].map((id) => ({ path: `/figures/${id}`, before: null, after: none })),
    ];
    must(await cast.preparer.ask('PATCH', `${at}/draft`, { body: { changes }, version: before }), 200);
    for (const [who, path] of [
      [cast.checker, 'unit-checks'],
      [cast.head, 'signatures'],
      [cast.preparer, 'submission'],
    ] as const) {
      const { contentHash, seen } = await look(who);
      must(await who.post(`${at}/${path}`, { contentHash }, { version: seen }), 201);
    }
    const pass = async (who: Browser, step: string) => {
      const { version, contentHash, seen } = await look(who);
      return who.post(`${at}/passes`, { step, version, contentHash, opinion: '情况属实，同意。' }, { version: seen });
    };
    expect((await look(cast.secondReviewer)).actions).toContainEqual(
      expect.objectContaining({
        action: 'PassSecondReview',
        allowed: false,
        code: 'evaluation.wrong-stage',
        rule: 'E4',
      }),
    );
    expect(await pass(cast.secondReviewer, 'second')).toMatchObject({
      status: 409,
      body: { stage: 'SUBMITTED', rule: 'E4' },
    });
    must(await pass(cast.firstReviewer, 'first'), 201);
    expect((await look(cast.firstReviewerAgain)).actions).toContainEqual(
      expect.objectContaining({
        action: 'PassSecondReview',
        allowed: false,
        code: 'review.needs-another-person',
        rule: 'E1',
      }),
    );
    expect(await pass(cast.firstReviewerAgain, 'second')).toMatchObject({
      status: 403,
      body: { code: 'review.needs-another-person', rule: 'E1' },
    });
    must(await pass(cast.secondReviewer, 'second'), 201);
    expect(await look(cast.auditor)).toMatchObject({ stage: 'APPROVED', myRoles: ['auditor'], actions: [] });

    const refused = (await world.events()).filter(({ type }) => type === 'CommandRefused').map(({ data }) => data);
    expect(refused).toContainEqual({
      command: 'PassSecondReview',
      target: at.replace('/api/evaluations/', 'evaluation-'),
      code: 'review.needs-another-person',
      rule: 'E1',
      status: 403,
    });
  });

  it('keeps what was submitted', async () => {
    const { contentHash } = await look(cast.auditor);
    expect(must(await cast.auditor.get(`${at}/versions/1`), 200)).toMatchObject({ version: 1, contentHash });
    expect(must(await cast.auditor.get(`${at}/versions/1/diff?against=1`), 200)).toMatchObject({ changes: [] });
    must(await cast.auditor.get(`${at}/versions/2`), 404);
  });
});
