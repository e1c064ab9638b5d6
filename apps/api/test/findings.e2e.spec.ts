import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#libs/config';
import { type Browser, type County, county, issued, must, World } from './world.spec.js';

interface Finding {
  readonly id: string;
  readonly rule: string;
  readonly severity: string;
  readonly open: boolean;
  readonly answer: { readonly text: string } | null;
  readonly waiver: { readonly reason: string } | null;
}

describe('The cross-checks over HTTP', () => {
  let world: World;
  let cast: County;
  let at: string;

  beforeAll(async () => {
    world = await World.begin();
    cast = await county(world);
    ({ at } = await issued(cast, { sections: ['overview', 'problems'] }));
  });
  afterAll(() => world.end());

  interface Seen {
    readonly stage: string;
    readonly version: number;
    readonly contentHash: string;
    readonly findings: readonly Finding[];
    readonly returned: readonly { readonly id: string; readonly fixed: boolean; readonly answer: string | null }[];
    readonly seen: number;
  }
  const look = async (who: Browser): Promise<Seen> => {
    const { body, headers } = await who.get(at);
    return { ...body, seen: Number(String(headers.etag).replaceAll('"', '')) };
  };
  const give = async (who: Browser, path: string, body: object) => {
    const { seen } = await look(who);
    return who.post(`${at}/${path}`, body, { version: seen });
  };
  const step = async (who: Browser, path: string, more: object = {}) => {
    const { contentHash } = await look(who);
    return give(who, path, { contentHash, ...more });
  };
  const fill = async (fields: Record<string, string>) => {
    const { seen } = await look(cast.preparer);
    const changes = Object.entries(fields).map(([path, after]) => ({ path, before: null, after }));
    must(await cast.preparer.ask('PATCH', `${at}/draft`, { body: { changes }, version: seen }), 200);
  };
  const open = async (who: Browser, severity: string) =>
    (await look(who)).findings.filter((finding) => finding.open && finding.severity === severity);

  it('read the sample report as it is imported, and score it under the campaign’s scheme', async () => {
    const text = readFileSync(join(projectRoot(), 'samples/huitong-2021/report.txt'), 'utf8');
    must(await give(cast.preparer, 'imports', { name: '2021年自评.txt', text }), 201);
    const rules = new Set((await look(cast.preparer)).findings.map(({ rule }) => rule));
    for (const rule of ['T01', 'T03', 'C12', 'R05', 'R04']) expect(rules).toContain(rule);
    const quick = must(await cast.preparer.get(`${at}/findings?fast=true`), 200).items.map(({ rule }: Finding) => rule);
    expect(quick).toContain('R05');
    expect(quick).not.toContain('T01');
    expect(must(await cast.preparer.get(`${at}/findings`), 200).items).toEqual((await look(cast.preparer)).findings);
    const { score } = must(await cast.preparer.get(`${at}/score`), 200);
    expect(score).toMatchObject({
      scheme: { id: 'hunan-whole-unit-A', version: '1' },
      computable: { points: '27', maxPoints: '40' },
      ceiling: '87',
      claim: { verdict: 'not-reproducible' },
    });
  });

  it('stop submission while something blocks', async () => {
    await fill({ '/head/preparer': '杨经办', '/sections/problems': '预算编制不够细，追加较多。' });
    must(await step(cast.checker, 'unit-checks'), 201);
    must(await step(cast.head, 'signatures'), 201);
    expect(await step(cast.preparer, 'submission')).toMatchObject({
      status: 409,
      body: { code: 'submission.open-blocks', rule: 'E6', findings: [expect.stringMatching(/^T03-/)] },
    });
    must(
      await give(cast.head, 'returns', {
        reason: '表头还没有填完整，请补充。',
        items: [{ path: '/head', text: '补全' }],
      }),
      201,
    );
    await fill({ '/head/preparedOn': '2022-04-15', '/head/head': '粟主任', '/head/sealed': 'true' });
  });

  it('want an answer to every warning', async () => {
    must(await step(cast.checker, 'unit-checks'), 201);
    must(await step(cast.head, 'signatures'), 201);
    const warnings = (await open(cast.preparer, 'WARN')).map(({ id }) => id);
    expect(warnings.length).toBeGreaterThan(3);
    expect(await step(cast.preparer, 'submission')).toMatchObject({
      status: 409,
      body: { code: 'submission.unanswered-warnings', findings: warnings },
    });
    const sent = await cast.head.ask('POST', `${at}/attachments/enclosures`, {
      raw: Buffer.from('%PDF-1.7 warnings'),
      headers: { 'content-type': 'application/octet-stream' },
    });
    const file = { ...must(sent, 201), name: '清单.pdf' };
    must(
      await give(cast.head, 'returns', {
        reason: '校验提示还没有答复，请逐条答复。',
        items: [{ path: '/head', text: '答复', attachments: [{ hash: file.hash, name: file.name }] }],
      }),
      201,
    );
    const { items } = must(await cast.preparer.get(`${at}/reviews`), 200);
    expect(items.at(-1).items).toMatchObject([{ path: '/head', attachments: [file] }]);
    expect((await cast.preparer.download(`${at}/attachments/${file.hash}`)).status).toBe(200);
    const { returned } = await look(cast.preparer);
    for (const { id } of returned.filter((item) => !item.fixed && !item.answer))
      must(await give(cast.preparer, 'answers', { itemId: id, answer: '已逐条答复。' }), 201);
    for (const findingId of warnings)
      must(await give(cast.preparer, 'finding-answers', { findingId, answer: '已核实，系县里交办任务。' }), 201);
    expect(await open(cast.preparer, 'WARN')).toEqual([]);
    expect(await give(cast.preparer, 'finding-answers', { findingId: 'R04-00000000', answer: '没有' })).toMatchObject({
      status: 404,
      body: { code: 'finding.unknown' },
    });
    must(await step(cast.checker, 'unit-checks'), 201);
    must(await step(cast.head, 'signatures'), 201);
    must(await step(cast.preparer, 'submission'), 201);
  });

  it('stop both passes while an error is open that the second reviewer has not waived', async () => {
    const errors = (await open(cast.firstReviewer, 'ERROR')).map(({ id }) => id);
    expect(errors.length).toBeGreaterThan(1);
    const pass = async (who: Browser, which: string) => {
      const { version } = await look(who);
      return step(who, 'passes', { step: which, version, opinion: '情况属实，同意。' });
    };
    expect(await pass(cast.firstReviewer, 'first')).toMatchObject({
      status: 409,
      body: { code: 'review.open-errors', rule: 'E6', findings: errors },
    });
    const waive = (who: Browser, findingId: string, reason = '超支有县政府批文，同意保留。') =>
      give(who, 'waivers', { findingId, reason });
    expect(await waive(cast.firstReviewer, errors[0]!)).toMatchObject({ status: 403 });
    expect(await waive(cast.secondReviewer, errors[0]!, '同意')).toMatchObject({ status: 400 });
    for (const id of errors) must(await waive(cast.secondReviewer, id), 201);
    expect(await waive(cast.secondReviewer, 'R04-00000000')).toMatchObject({ status: 404 });
    must(await pass(cast.firstReviewer, 'first'), 201);
    must(await pass(cast.secondReviewer, 'second'), 201);
    const { stage, findings } = await look(cast.auditor);
    expect(stage).toBe('APPROVED');
    expect(findings.filter(({ waiver }) => waiver !== null).map(({ id }) => id)).toEqual(errors);
    expect(findings.some(({ answer }) => answer?.text === '已核实，系县里交办任务。')).toBe(true);
  });
});
