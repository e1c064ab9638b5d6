import { createHash } from 'node:crypto';
import { read } from '@e965/xlsx';
import { unzipSync } from 'fflate';
import { project } from '#libs/projection';
import { PROJECTIONS } from '#libs/read-models';
import { type Browser, type County, county, issued, must, World } from './world.spec.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

describe('Documents of an evaluation over HTTP', () => {
  let world: World;
  let cast: County;
  let at: string;
  let elsewhere: string;

  beforeAll(async () => {
    world = await World.begin();
    cast = await county(world);
    ({ at, elsewhere } = await issued(cast, { review: { blind: true } }));
    const fields = {
      '/head/preparer': '=杨经办',
      '/figures/BUD.TOTAL': { value: '40.70', unit: '万元' },
      '/figures/EXP.TOTAL': { value: '729200.00', unit: '元' },
      '/sections/problems': '公用经费控制率偏高',
    };
    const changes = Object.entries(fields).map(([path, after]) => ({ path, before: null, after }));
    must(await cast.preparer.ask('PATCH', `${at}/draft`, { body: { changes }, version: 1 }), 200);
    const { pool, store } = world.resources;
    for (const projection of PROJECTIONS) while ((await project(pool, store, projection)) > 0);
  });
  afterAll(() => world.end());

  const file = async (who: Browser, url: string) => {
    const answer = await who.download(url);
    expect(answer.status).toBe(200);
    return answer;
  };
  const versionNow = async () => must(await cast.preparer.get(at), 200).streamVersion as number;
  const sendBack = async (form: Buffer, who = cast.preparer) =>
    who.ask('POST', `${at}/filled-forms?name=${encodeURIComponent('..\\..\\自评\u202e表.xlsx')}`, {
      raw: form,
      headers: { 'content-type': XLSX },
      version: await versionNow(),
    });

  it('come as a file that is saved and never shown, under the unit’s name', async () => {
    const { headers, bytes } = await file(cast.preparer, `${at}/documents/report?format=docx`);
    expect(headers).toMatchObject({
      'content-type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'x-content-type-options': 'nosniff',
      'content-disposition': expect.stringMatching(/^attachment; filename="[\x20-\x7e]+\.docx"; filename\*=UTF-8''%E4/),
    });
    expect(bytes.subarray(0, 2).toString()).toBe('PK');
  });

  it('are printed as PDF, the trail too', async () => {
    const { bytes } = await file(cast.auditor, `${at}/documents/trail?format=pdf`);
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
  }, 60_000);

  it('say what there is not, and which formats there are', async () => {
    expect((await cast.preparer.get(`${at}/documents/novel?format=pdf`)).body.code).toBe('document.unknown');
    const wrong = await cast.preparer.get(`${at}/documents/trail?format=xlsx`);
    expect([wrong.status, wrong.body.code]).toEqual([400, 'document.not-in-this-format']);
    expect((await cast.preparer.get(`${at}/documents/report?format=pdf&version=7`)).body.code).toBe(
      'evaluation.no-such-version',
    );
    expect((await cast.stranger.get(`${at}/documents/report?format=pdf`)).status).toBe(404);
  });

  it('are told to the log when an auditor or a reviewer takes one away, and not when the unit does', async () => {
    const exports = async () => (await world.events()).filter(({ type }) => type === 'RecordsExported');
    const before = (await exports()).length;
    await file(cast.preparer, `${at}/documents/base-data?format=xlsx`);
    expect(await exports()).toHaveLength(before);
    await file(cast.firstReviewer, `${at}/documents/base-data?format=xlsx`);
    expect((await exports()).slice(before)).toMatchObject([
      { data: { operation: 'exportDocument', target: at.split('/').at(-1), asked: { format: 'xlsx' } } },
    ]);
  });

  it('hold texts as texts and amounts as numbers, exactly', async () => {
    const { bytes } = await file(cast.preparer, `${at}/documents/self-evaluation?format=xlsx`);
    const sheet = read(bytes, { dense: false }).Sheets.表格!;
    const cells = Object.values(sheet) as { t?: string; v?: unknown; f?: string; w?: string }[];
    expect(cells.find(({ v }) => v === '=杨经办')).toMatchObject({ t: 's' });
    expect(cells.filter(({ f }) => f !== undefined)).toEqual([]);
    expect(cells.find(({ v }) => v === 40.7)).toMatchObject({ t: 'n', w: '40.70' });
    expect(cells.find(({ v }) => v === 72.92)).toMatchObject({ t: 'n' });
  });

  it('come back unchanged, and change nothing', async () => {
    const { bytes } = await file(cast.preparer, `${at}/documents/self-evaluation?format=xlsx`);
    const before = await versionNow();
    expect(must(await sendBack(bytes), 201)).toMatchObject({ fields: 0, edited: [], notUnderstood: [] });
    expect(await versionNow()).toBe(before);
  });

  it('restore what the draft has lost since, and leave what was changed since as it is', async () => {
    const { bytes } = await file(cast.preparer, `${at}/documents/self-evaluation?format=xlsx`);
    const { sheet } = must(await cast.preparer.get(at), 200);
    const changes = [
      { path: '/figures/BUD.TOTAL', before: sheet.figures['BUD.TOTAL'], after: null },
      { path: '/sections/problems', before: sheet.sections.problems, after: '已压减公用经费' },
    ];
    must(await cast.preparer.ask('PATCH', `${at}/draft`, { body: { changes }, version: await versionNow() }), 200);
    expect(must(await sendBack(bytes), 201).fields).toBe(1);
    const now = must(await cast.preparer.get(at), 200).sheet;
    expect(now.figures).toEqual(sheet.figures);
    expect(now.sections.problems).toBe('已压减公用经费');
    const imported = (await world.events()).filter(({ type }) => type === 'DraftImported').at(-1);
    expect(imported?.data).toMatchObject({ document: { name: '自评_表.xlsx' } });
  });

  it('are refused when they are no form of this evaluation, with the draft unchanged', async () => {
    const before = await versionNow();
    const refused = await sendBack(Buffer.from('PK\u0003\u0004 nothing'));
    expect([refused.status, refused.body.code]).toEqual([400, 'form.not-a-form']);
    expect(await versionNow()).toBe(before);
  });

  it('summarise a campaign for those who run or audit it', async () => {
    const { task } = must(await cast.preparer.get(at), 200);
    const { bytes } = await file(cast.manager, `/api/campaigns/${task.campaignId}/summary.xlsx`);
    const sheet = read(bytes).Sheets.汇总表!;
    expect([sheet.B3?.v, sheet.B4?.v]).toEqual(['会同县农技推广站', '会同县工伤保险服务中心']);
    expect((await cast.preparer.get(`/api/campaigns/${task.campaignId}/summary.xlsx`)).status).toBe(403);
  });

  describe('and their attachments', () => {
    const HASH = createHash('sha256').update('%PDF-1.7 evidence').digest('hex');
    const attach = async (name: string, bytes: string, who = cast.preparer) =>
      who.ask('POST', `${at}/attachments?name=${encodeURIComponent(name)}`, {
        raw: Buffer.from(bytes),
        headers: { 'content-type': 'application/octet-stream' },
        version: await versionNow(),
      });

    it('belong to the content: its hash changes with them, and the trail tells who attached what', async () => {
      const before = must(await cast.preparer.get(at), 200).contentHash;
      const answer = must(await attach('../佐证\u202e材料.pdf', '%PDF-1.7 evidence'), 201);
      expect(answer).toMatchObject({ hash: HASH, size: 17, type: 'application/pdf' });
      const now = must(await cast.preparer.get(at), 200);
      const told = { name: '佐证_材料.pdf', size: 17, type: 'application/pdf' };
      expect(now.sheet.attachments).toEqual({ [HASH]: told });
      expect(now.contentHash).not.toBe(before);
      expect((await world.events()).at(-1)).toMatchObject({
        type: 'DraftEdited',
        data: { changes: [{ path: `/attachments/${HASH}`, before: null, after: told }] },
      });
    });

    it('are given out to be saved, in a sandbox, and only of the evaluation that names them', async () => {
      const { status, headers, bytes } = await cast.auditor.download(`${at}/attachments/${HASH}`);
      expect([status, bytes.toString()]).toEqual([200, '%PDF-1.7 evidence']);
      expect(headers).toMatchObject({
        'content-type': 'application/pdf',
        'x-content-type-options': 'nosniff',
        'content-security-policy': "default-src 'none'; sandbox",
        'content-disposition': expect.stringMatching(/^attachment; filename="[\x20-\x7e]+"; filename\*=UTF-8''/),
      });
      expect((await cast.auditor.get(`${elsewhere}/attachments/${HASH}`)).body.code).toBe('attachment.not-found');
      expect((await cast.stranger.get(`${at}/attachments/${HASH}`)).status).toBe(404);
    });

    it('are enclosed in the evidence of the matter, under their hash', async () => {
      const { bytes } = await cast.auditor.download(`${at}/evidence.zip`);
      const files = unzipSync(bytes);
      expect(Buffer.from(files[`attachments/${HASH}`] ?? []).toString()).toBe('%PDF-1.7 evidence');
      expect(JSON.parse(Buffer.from(files['attachments.json'] ?? []).toString())).toContainEqual({
        ...{ position: expect.any(Number), kind: 'attached', name: '佐证_材料.pdf', sha256: HASH },
      });
      expect(Buffer.from(files['README.txt'] ?? []).toString()).toContain('attachments/');
    });

    it('come by upload alone, and nothing that runs', async () => {
      const path = `/attachments/${'ab'.repeat(32)}`;
      const changes = [{ path, before: null, after: { name: 'a', size: 1, type: 'text/plain' } }];
      const edited = await cast.preparer.ask('PATCH', `${at}/draft`, {
        body: { changes },
        version: await versionNow(),
      });
      expect([edited.status, edited.body.errors[0].pointer]).toEqual([400, '/changes/0/path']);
      expect((await attach('报告.pdf', 'MZ\u0001')).body.code).toBe('attachment.of-a-kind-not-taken');
      expect((await attach('报告.pdf', '%PDF', cast.checker)).status).toBe(403);
    });

    it('are removed from the draft, and earlier content keeps them', async () => {
      const url = `${at}/attachments/${HASH}`;
      must(await cast.preparer.ask('DELETE', url, { version: await versionNow() }), 200);
      expect(must(await cast.preparer.get(at), 200).sheet.attachments).toBeUndefined();
      expect((await cast.preparer.ask('DELETE', url, { version: await versionNow() })).status).toBe(404);
      expect((await cast.auditor.download(url)).status).toBe(200);
    });
  });
});
