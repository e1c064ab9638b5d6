import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { projectRoot } from '#libs/config';
import { type Browser, type County, county, issued, must, World } from './world.spec.js';

const sample = (name: string) => readFileSync(join(projectRoot(), 'samples/documents', name));

describe('A document that the unit has', () => {
  let world: World;
  let cast: County;
  let elsewhere: string;
  let at: string;
  const upload = (who: Browser, name: string, raw: Uint8Array, to = at) =>
    who.ask('POST', `${to}/sources?name=${encodeURIComponent(name)}`, {
      raw: Buffer.from(raw),
      headers: { 'content-type': 'application/octet-stream' },
    });
  const look = async () => must(await cast.preparer.get(at), 200);

  beforeAll(async () => {
    world = await World.begin();
    cast = await county(world);
    ({ at, elsewhere } = await issued(cast));
  }, 120_000);
  afterAll(() => world.end());

  it('is read without changing the draft, and kept with the place of every figure', async () => {
    const before = await look();
    const source = must(await upload(cast.preparer, '..\\..\\自评表.docx', sample('prose-03-two-values.docx')), 201);
    expect(source).toMatchObject({ name: '自评表.docx', format: 'docx' });
    expect(await look()).toEqual(before);
    const kept = must(await cast.auditor.get(`${at}/sources/${source.sha256}`), 200);
    expect(kept).toEqual(source);
    const { values } = kept.proposals.find(({ path }: { path: string }) => path === '/figures/EXP.BASIC');
    const { source: place } = values[0];
    expect(kept.text.slice(place.start, place.end)).toBe(place.text);
    expect(must(await cast.preparer.get(`${at}/sources`), 200).items).toHaveLength(1);
    must(await cast.preparer.get(`${at}/sources/${'0'.repeat(64)}`), 404);
    must(await upload(cast.preparer, 'x.docx', sample('prose-03-two-values.docx'), elsewhere), 404);
    must(await upload(cast.checker, 'x.docx', sample('prose-03-two-values.docx')), 403);
  });

  it('is taken over field by field, the preparer settling what it says twice, and the trail keeps where it stood', async () => {
    const [{ sha256 }] = must(await cast.preparer.get(`${at}/sources`), 200).items;
    const { proposals } = must(await cast.preparer.get(`${at}/sources/${sha256}`), 200);
    const spent = proposals.find(({ path }: { path: string }) => path === '/figures/EXP.TOTAL');
    expect(spent.values.map(({ value }: { value: string }) => value).sort()).toEqual(['228.46', '228.64']);
    const { streamVersion: version } = await look();
    const accept = (fields: object[]) =>
      cast.preparer.post(`${at}/sources/${sha256}/acceptances`, { fields }, { version });
    expect(await accept([{ path: '/figures/INC.TOTAL' }])).toMatchObject({
      status: 400,
      body: { code: 'source.not-proposed' },
    });
    must(await accept([{ path: '/figures/EXP.TOTAL', value: 1 }, { path: '/figures/BUD.TOTAL' }]), 201);
    const { sheet } = await look();
    expect(sheet.figures['EXP.TOTAL']).toEqual(spent.values[1]);
    expect(sheet.figures['BUD.TOTAL']).toMatchObject({ value: '215.00', source: { document: sha256 } });
    expect(sheet.figures['BUD.PROJECT']).toBeUndefined();
  });

  it.each([
    ['nothing', 'a.docx', Buffer.alloc(0), 'source.empty'],
    ['a picture named .docx', 'a.docx', Buffer.from('89504e470d0a1a0a0000', 'hex'), 'source.unknown-format'],
    ['half of a document', 'a.docx', sample('prose-03-two-values.docx').subarray(0, 5_000), 'source.damaged'],
    ['another text', 'a.txt', Buffer.from('今天天气很好。\n'.repeat(9)), 'intake.not-a-report'],
  ])('is refused with a reason, the draft as it was, when it is %s', async (_, name, bytes, code) => {
    const before = await look();
    expect(await upload(cast.preparer, name, bytes)).toMatchObject({ status: 400, body: { code } });
    expect(await look()).toEqual(before);
  });

  describe('and comes with others in one ZIP', () => {
    const campaign = '/api/campaigns/431225-2021';
    const pack = (files: Readonly<Record<string, Uint8Array | string>>) =>
      zipSync(
        Object.fromEntries(
          Object.entries(files).map(([name, file]) => [name, typeof file === 'string' ? strToU8(file) : file]),
        ),
      );
    const send = (raw: Uint8Array, who = cast.manager, key?: string) =>
      who.ask('POST', `${campaign}/reading-runs`, {
        raw: Buffer.from(raw),
        headers: { 'content-type': 'application/octet-stream' },
        ...(key && { key }),
      });
    const one = { '117003.docx': sample('prose-03-two-values.docx') };

    it('is listed under a safe name, waits, and is ordered once under one key', async () => {
      const zip = pack({ ...one, '../../b/..\\x\u202e.exe': 'MZ program', 'c.txt': '' });
      const ordered = must(await send(zip, cast.manager, 'reading-1'), 201);
      expect(ordered).toMatchObject({ total: 3, runId: expect.any(String) });
      expect(must(await send(zip, cast.manager, 'reading-1'), 201)).toEqual(ordered);
      expect((await world.events()).filter(({ type }) => type === 'ReadingOrdered')).toMatchObject([
        { data: { runId: ordered.runId, files: 3 } },
      ]);
      const { items } = must(await cast.manager.get(`${campaign}/runs/${ordered.runId}/files`), 200);
      const waiting = { outcome: 'waiting', reason: null, read: null };
      expect(items).toEqual([
        { number: 1, name: '117003.docx', ...waiting },
        { number: 2, name: 'x_.exe', ...waiting },
        { number: 3, name: 'c.txt', ...waiting },
      ]);
      const { rows } = await world.resources.pool.query('select item from job.run_item order by number');
      expect(rows.map(({ item }) => item.hash ?? item.refused.code)).toEqual([
        expect.stringMatching(/^[0-9a-f]{64}$/),
        'attachment.of-a-kind-not-taken',
        'attachment.empty',
      ]);
      expect(await world.resources.attachments.open(rows[0].item.hash)).toBeDefined();
      must(await cast.manager.get(`${campaign}/runs/${'0'.repeat(8)}/files`), 404);
    });

    it('is told with what came of it, in both languages', async () => {
      const { pool } = world.resources;
      const read = { evaluationId: 'e', unitName: '中心', project: null, document: 'd' };
      await pool.query(
        `update job.run_item i set outcome = o.outcome, detail = o.detail
           from (values (1, 'read', $1::jsonb), (2, 'unmatched', '{"why": "several-named"}'),
                        (3, 'failed: source.too-long', '{"details": {"most": 300}}')) as o(number, outcome, detail)
          where i.number = o.number`,
        [JSON.stringify({ ...read, found: 30, conflicts: 2, notUnderstood: 1 })],
      );
      const [{ run_id: runId }] = (await pool.query('select run_id from job.run_item limit 1')).rows;
      const { items } = must(await cast.manager.get(`${campaign}/runs/${runId}/files`), 200);
      expect(items).toMatchObject([
        { outcome: 'read', reason: null, read: { ...read, found: 30, conflicts: 2, notUnderstood: 1 } },
        { outcome: 'unmatched', reason: { zh: '文件名指向不止一个单位或项目' }, read: null },
        { outcome: 'refused', reason: { zh: '文件超过 300 页。', en: 'The file has more than 300 pages.' } },
      ]);
    });

    it.each([
      ['nothing', () => Buffer.alloc(0), 'source.empty'],
      ['no ZIP', () => Buffer.from('%PDF-1.7'), 'source.not-packed'],
      ['a program', () => Buffer.from('MZ program'), 'source.not-packed'],
      ['a bomb', () => pack({ 'a.txt': new Uint8Array(15_000_000) }), 'source.unsafe'],
    ])('is refused with a reason, and nothing is ordered, when the upload is %s', async (_, bytes, code) => {
      const before = (await world.events()).filter(({ type }) => type === 'ReadingOrdered').length;
      expect(await send(bytes())).toMatchObject({ status: 400, body: { code } });
      expect((await world.events()).filter(({ type }) => type === 'ReadingOrdered')).toHaveLength(before);
    });

    it('is taken from those alone who manage the campaign', async () => {
      must(await send(pack(one), cast.preparer), 403);
      must(
        await cast.manager.ask('POST', '/api/campaigns/431225-1999/reading-runs', {
          raw: Buffer.from(pack(one)),
          headers: { 'content-type': 'application/octet-stream' },
        }),
        404,
      );
    });
  });

  it('may be large only within bounds, and its name may not turn the reading direction', async () => {
    expect(await upload(cast.preparer, 'a.txt', Buffer.alloc(20 * 1_048_576 + 1))).toMatchObject({
      status: 400,
      body: { code: 'source.too-large' },
    });
    expect((await upload(cast.preparer, 'a\u202etxt.docx', Buffer.from('x'))).status).toBe(400);
  });
});
