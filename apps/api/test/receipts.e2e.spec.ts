import { ed25519Signer, ed25519Verifier, joinedReceipt, parseReceipt, verifyReceipt } from '#libs/audit';
import { createPool } from '#libs/database';
import { Horizon, Sealer, Sealing } from '#libs/sealing';
import { type Browser, type County, county, issued, must, World } from './world.spec.js';

const ORIGIN = 'huitong.example/log';
const KEY = ed25519Signer(ORIGIN, Buffer.alloc(32, 1));

describe('A receipt over HTTP', () => {
  let world: World;
  let cast: County;
  let at: string;

  const look = async (who: Browser) => {
    const { body, headers } = await who.get(at);
    return { ...body, version: Number(String(headers.etag).replaceAll('"', '')) };
  };
  const give = async (who: Browser, what: string) => {
    const { contentHash, version } = await look(who);
    return must(await who.post(`${at}/${what}`, { contentHash }, { version }), 201);
  };

  /** A sealer that signs once what there is. */
  async function seal(): Promise<void> {
    const pool = createPool(world.database.sealerUrl, { max: 2 });
    let last: string | null = null;
    const own = {
      read: () => last,
      write: (text: string) => {
        last = text;
      },
    };
    const nothing = () => undefined;
    const keys = {
      ...{ origin: ORIGIN, signers: [KEY], verifierKeys: [KEY.verifierKey], notice: nothing, settle: nothing },
      verifiers: [ed25519Verifier(KEY.verifierKey)],
    };
    const cosigners = { quorum: 0, states: [], cosigned: async ({ note }: { note: string }) => ({ note, met: true }) };
    const horizon = new Horizon(pool, 'commit');
    const sealable = () => horizon.sealable();
    const sealer = new Sealer({ pool, keys, own, cosigners, sealable, holder: 'test' });
    const log = { info: nothing, error: nothing };
    await new Sealing({ pool, sealer, keys, cosigners, after: 'commit', log }).turn();
    await pool.end();
  }

  beforeAll(async () => {
    world = await World.begin();
    cast = await county(world);
    ({ at } = await issued(cast));
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
    const { version } = await look(cast.preparer);
    must(await cast.preparer.ask('PATCH', `${at}/draft`, { body: { changes }, version }), 200);
    await give(cast.checker, 'unit-checks');
    await give(cast.head, 'signatures');
  });
  afterAll(() => world.end());

  it('is of nothing before the submission, and nobody ever sealed', async () => {
    expect(must(await cast.preparer.get(`${at}/receipts`), 200)).toEqual({ items: [] });
    expect(must(await cast.preparer.get('/api/sealing'), 200)).toMatchObject({ status: 'none', size: 0, alarm: null });
  });

  it('has to wait until the submission is sealed', async () => {
    await give(cast.preparer, 'submission');
    const { items } = must(await cast.preparer.get(`${at}/receipts`), 200);
    expect(items).toMatchObject([{ type: 'EvaluationSubmitted', sealed: false }]);
    const early = await cast.preparer.get(`${at}/receipts/${items[0].number}`);
    expect(early).toMatchObject({ status: 409, body: { code: 'receipt.not-sealed' } });
  });

  it('is a file that proves the submission to whoever has the key, and the same on paper', async () => {
    await seal();
    const { items } = must(await cast.preparer.get(`${at}/receipts`), 200);
    expect(items).toMatchObject([{ sealed: true }]);
    const { number, position } = items[0];
    const file = await cast.preparer.get(`${at}/receipts/${number}/file`);
    expect(file.headers).toMatchObject({
      'content-type': 'text/plain; charset=utf-8',
      'content-disposition': `attachment; filename="EvaluationSubmitted-${position}.tlog-proof"`,
    });
    const receipt = parseReceipt(file.body);
    const trust = { origin: ORIGIN, log: [ed25519Verifier(KEY.verifierKey)], witnesses: [], quorum: 0 };
    const { size, root } = verifyReceipt(receipt, receipt.extra!, trust);
    expect(JSON.parse(receipt.extra!.toString())).toMatchObject({ type: 'EvaluationSubmitted', version: number });
    const paper = must(await cast.preparer.get(`${at}/receipts/${number}`), 200);
    expect(paper).toMatchObject({ size, root: root.toString('hex'), origin: ORIGIN, keys: [KEY.verifierKey] });
    expect(joinedReceipt(paper.parts.join('\n'))).toBe(file.body);
  });

  it('is there for those within reach alone, and of submissions and decisions alone', async () => {
    expect(await cast.firstReviewer.get(`${at}/receipts`)).toMatchObject({ status: 200 });
    expect(await cast.preparer.get(`${at}/receipts/1`)).toMatchObject({
      ...{ status: 404, body: { code: 'receipt.not-found' } },
    });
    expect(await cast.preparer.get(`${at}/receipts/no`)).toMatchObject({ status: 404 });
    expect(await world.browser().get(`${at}/receipts`)).toMatchObject({ status: 401 });
  });

  it('stands beside what everybody may know of the sealing, and health tells it', async () => {
    const { head, size, ...sealing } = must(await cast.preparer.get('/api/sealing'), 200);
    expect(sealing).toMatchObject({
      status: 'sealing',
      origin: ORIGIN,
      keys: [KEY.verifierKey],
      quorum: 0,
      alarm: null,
    });
    expect(size).toBeLessThanOrEqual(head);
    const pool = createPool(world.database.ownerUrl, { max: 1 });
    await pool.query(`update audit.sealer_state set reported_at = now() - interval '2 minutes'`);
    await pool.end();
    const { sealing: told } = must(await cast.admin.get('/health/work'), 200);
    expect(told).toMatchObject({ status: 'silent', alarm: { code: 'sealer.silent' } });
  });
});
