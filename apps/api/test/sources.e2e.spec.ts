import { readFileSync } from 'node:fs';
import { join } from 'node:path';
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

  it('may be large only within bounds, and its name may not turn the reading direction', async () => {
    expect(await upload(cast.preparer, 'a.txt', Buffer.alloc(20 * 1_048_576 + 1))).toMatchObject({
      status: 400,
      body: { code: 'source.too-large' },
    });
    expect((await upload(cast.preparer, 'a\u202etxt.docx', Buffer.from('x'))).status).toBe(400);
  });
});
