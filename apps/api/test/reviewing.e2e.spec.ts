import { unzipSync } from 'fflate';
import type { Pool } from 'pg';
import { project } from '#libs/projection';
import { PROJECTIONS } from '#libs/read-models';
import { type Browser, type County, county, issued, must, World } from './world.spec.js';

const CANARY = '金丝雀意见';

describe('An assigned and blind review over HTTP', () => {
  let world: World;
  let cast: County;
  let at: string;

  beforeAll(async () => {
    world = await World.begin();
    cast = await county(world);
    ({ at } = await issued(cast, { review: { assignment: 'assigned', blind: true } }));
    await submitted();
  });
  afterAll(() => world.end());

  const look = async (who: Browser) => {
    const { body, headers } = await who.get(at);
    return { ...body, seen: Number(String(headers.etag).replaceAll('"', '')) };
  };
  const give = async (who: Browser, what: string, body: object, read: Browser = who) =>
    who.post(`${at}/${what}`, body, { version: (await look(read)).seen });
  const pass = async (who: Browser, step: string, opinion: string, more: object = {}) => {
    const { version, contentHash } = await look(cast.auditor);
    return give(who, 'passes', { step, version, contentHash, opinion, ...more }, cast.auditor);
  };
  const personOf = async (name: string): Promise<string> => {
    const { items } = must(await cast.manager.get(`${at}/candidates`), 200);
    return items.find((one: { name: string }) => one.name === name).personId;
  };
  const projected = async () => {
    for (const projection of PROJECTIONS)
      while ((await project(world.database.pool, world.resources.store, projection)) > 0);
  };

  /** What the cross-checks of an empty sheet ask for is filled in; then checked, signed, submitted. */
  async function submitted(): Promise<void> {
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
  }

  it('is nobody’s before it is assigned', async () => {
    expect(await pass(cast.firstReviewer, 'first', '情况属实')).toMatchObject({
      status: 403,
      body: { code: 'review.not-assigned', rule: 'E4' },
    });
    const { actions } = await look(cast.firstReviewer);
    expect(actions).toContainEqual(
      expect.objectContaining({ action: 'PassFirstReview', allowed: false, code: 'review.not-assigned' }),
    );
  });

  it('shows the manager who could review, each with what he has to do', async () => {
    const { items } = must(await cast.manager.get(`${at}/candidates`), 200);
    expect(items).toMatchObject([
      { name: '梁复审', step: 'second', from: 'department', open: 0 },
      { name: '龙初审', step: 'first', from: 'department', open: 0 },
      { name: '龙初审', step: 'second', from: 'department', open: 0 },
    ]);
    expect(await cast.preparer.get(`${at}/candidates`)).toMatchObject({ status: 403 });
  });

  it('is assigned by the manager, to nobody twice', async () => {
    const long = await personOf('龙初审');
    const reason = '本科室分工';
    must(await give(cast.manager, 'assignments', { step: 'first', personId: long, reason }), 201);
    expect(await give(cast.manager, 'assignments', { step: 'second', personId: long, reason })).toMatchObject({
      status: 403,
      body: { code: 'assignment.not-lawful' },
    });
    expect(await give(cast.manager, 'assignments', { step: 'second', personId: 'nobody', reason })).toMatchObject({
      status: 400,
      body: { code: 'assignment.not-a-reviewer' },
    });
    must(await give(cast.manager, 'assignments', { step: 'second', personId: await personOf('梁复审'), reason }), 201);
    await projected();
    expect(must(await cast.firstReviewer.get('/api/todo'), 200).items).toHaveLength(1);
  });

  it('waits for the expert whom the reviewer asked, and who then reviews nothing of it', async () => {
    const { personId, browser: tan } = await newReviewer('谭专家', 'tan');
    const question = '公用经费超支是否有批文？';
    expect(await give(cast.firstReviewer, 'experts', { personId: 'nobody', question })).toMatchObject({ status: 400 });
    must(await give(cast.firstReviewer, 'experts', { personId, question }), 201);
    await projected();
    expect(must(await tan.get('/api/todo'), 200).items).toHaveLength(1);
    expect(await pass(cast.firstReviewer, 'first', '情况属实')).toMatchObject({
      status: 409,
      body: { code: 'expert.has-not-answered' },
    });
    must(await give(tan, 'expert-opinion', { opinion: '批文有效，口径正确。' }), 201);
    await projected();
    expect(must(await tan.get('/api/todo'), 200).items).toEqual([]);
    expect(await give(cast.manager, 'assignments', { step: 'second', personId, reason: '换人' })).toMatchObject({
      status: 403,
      body: { code: 'assignment.not-lawful' },
    });
  });

  const remark = { path: '/sections/problems', quote: '不够精细', severity: 'major', text: `${CANARY}：须整改` };
  let enclosure: { readonly hash: string; readonly size: number; readonly type: string };

  it('gives nothing of the first opinion to who takes evidence away while it is given', async () => {
    const sent = await cast.firstReviewer.ask('POST', `${at}/attachments/enclosures`, {
      raw: Buffer.from('%PDF-1.7 canary'),
      headers: { 'content-type': 'application/octet-stream' },
    });
    enclosure = must(sent, 201);
    const { hash } = enclosure;
    const naming = (one: string) => [{ ...remark, attachments: [{ hash: one, name: '../金丝雀批文.pdf' }] }];
    expect(await pass(cast.firstReviewer, 'first', CANARY, { remarks: naming('ab'.repeat(32)) })).toMatchObject({
      status: 400,
      body: { code: 'attachment.not-found', errors: [{ pointer: '/remarks/0/attachments/0/hash' }] },
    });
    expect((await cast.firstReviewer.download(`${at}/attachments/${hash}`)).status).toBe(404);
    const { pool } = world.resources;
    // Each is held at another moment: before its snapshot, in it before the second look, and while it is being written.
    const making = [];
    for (const [what, query] of [
      ['evidence', 'begin isolation level repeatable read'],
      ['evidence.zip', 'begin isolation level repeatable read'],
      ['evidence.zip', 'from audit.checkpoint order by size desc'],
      ['evidence.zip', 'e.leaf_hash, e.envelope'],
    ] as const) {
      const hold = held(pool, query);
      making.push({ hold, made: cast.auditor.download(`${at}/${what}`) });
      await hold.come;
    }
    must(await pass(cast.firstReviewer, 'first', CANARY, { remarks: naming(hash), reviewerScore: '66.61' }), 201);
    for (const { hold } of making) hold.go();
    const made = await Promise.all(making.map((one) => one.made));
    expect(made.map(({ status }) => status)).toEqual([409, 409, 409, 200]);
    expect(telling(made[3]!.bytes, hash)).toEqual([]);
  });

  it('keeps the first opinion from everybody but its giver, at every route there is', async () => {
    const { hash, size, type } = enclosure;
    const enclosed = `${at}/attachments/${hash}`;
    const remarks = [{ ...remark, attachments: [{ hash, name: '金丝雀批文.pdf', size, type }] }];
    await projected();
    const routes = await everyRead();
    expect(routes.length).toBeGreaterThan(25);
    const readers = {
      ...{ second: cast.secondReviewer, manager: cast.manager, auditor: cast.auditor },
      ...{ preparer: cast.preparer, head: cast.head, admin: cast.admin },
    };
    const told = new RegExp(`金丝雀|66\\.61|须整改|${hash}`);
    const leaks: string[] = [];
    let answered = 0;
    for (const [name, reader] of Object.entries(readers))
      for (const route of routes) {
        const { cookie } = reader;
        const { status, body, headers } = await reader.get(route);
        reader.cookie = cookie; // some ways in hand out cookies of their own
        answered += status === 200 ? 1 : 0;
        if (told.test(JSON.stringify([body, headers]))) leaks.push(`${name}: ${route}`);
      }
    expect(leaks).toEqual([]);
    for (const [name, reader] of Object.entries(readers))
      expect([name, [403, 404].includes((await reader.download(enclosed)).status)]).toEqual([name, true]);
    expect((await cast.firstReviewer.download(enclosed)).bytes.toString()).toBe('%PDF-1.7 canary');
    expect(answered).toBeGreaterThan(40);
    for (const [end, asked] of Object.entries(ASKED).filter(([path]) => /moment|comparison/.test(path)))
      must(await cast.auditor.get(`${at}${end}?${asked}`), 200);
    const sheets = [cast.secondReviewer, cast.auditor, cast.firstReviewer].map(async (reader) => {
      const { status, bytes } = await reader.download(`${at}/documents/opinions?format=docx`);
      if (status !== 200) throw new Error(`${status} ${bytes}`);
      return /金丝雀|66\.61|须整改/.test(wordsOf(bytes));
    });
    expect(await Promise.all(sheets)).toEqual([false, false, true]);
    for (const evidence of ['evidence', 'evidence.zip'])
      expect(must(await cast.auditor.get(`${at}/${evidence}`), 409).code).toBe('evidence.opinion-sealed');
    must(await cast.firstReviewer.get(`${at}/evidence`), 200);
    const { items } = must(await cast.secondReviewer.get(`${at}/reviews`), 200);
    expect(items).toMatchObject([{ kind: 'first-pass', sealed: true, opinion: null }]);
    expect(must(await cast.firstReviewer.get(`${at}/reviews`), 200).items).toMatchObject([
      { sealed: false, opinion: { opinion: CANARY, reviewerScore: '66.61', remarks } },
    ]);
  });

  it('lets a reviewer step back, which the others see, and gives the seat to another', async () => {
    expect(await give(cast.firstReviewer, 'recusal', { reason: '亲属在该单位任职' })).toMatchObject({
      status: 409,
      body: { code: 'recusal.pass-stands' },
    });
    must(await give(cast.secondReviewer, 'recusal', { reason: '亲属在该单位任职' }), 201);
    expect(await pass(cast.secondReviewer, 'second', '同意')).toMatchObject({
      status: 403,
      body: { code: 'review.recused', rule: 'E8' },
    });
    const { personId, browser } = await newReviewer('戴复核', 'dai');
    dai = browser;
    must(await give(cast.manager, 'assignments', { step: 'second', personId, reason: '原审核人回避' }), 201);
  });

  it('opens the first opinion with the decision', async () => {
    must(await pass(dai, 'second', '同意'), 201);
    await projected();
    expect((await look(cast.auditor)).stage).toBe('APPROVED');
    const { items } = must(await cast.preparer.get(`${at}/reviews`), 200);
    expect(items).toMatchObject([
      { kind: 'first-pass', sealed: false, opinion: { opinion: CANARY } },
      { kind: 'second-pass', opinion: { opinion: '同意' } },
    ]);
    const file = items[0].opinion.remarks[0].attachments[0];
    expect(file.name).toBe('金丝雀批文.pdf');
    const { headers, bytes } = await cast.preparer.download(`${at}/attachments/${file.hash}`);
    expect(bytes.toString()).toBe('%PDF-1.7 canary');
    expect(headers).toMatchObject({ 'content-type': 'application/pdf', 'x-content-type-options': 'nosniff' });
    const taken = (await cast.auditor.download(`${at}/evidence.zip`)).bytes;
    expect(telling(taken, file.hash)).toContain(`attachments/${file.hash}`);
    const bundle = unzipSync(taken);
    expect(Buffer.from(bundle[`attachments/${file.hash}`] ?? []).toString()).toBe('%PDF-1.7 canary');
    const { items: trail } = must(await cast.auditor.get('/api/trail?type=FirstReviewPassed'), 200);
    expect(trail).toMatchObject([{ data: { opinion: CANARY } }]);
  });

  let dai: Browser;
  async function newReviewer(name: string, login: string): Promise<{ personId: string; browser: Browser }> {
    const { department, admin } = cast;
    const { id } = must(
      await admin.post('/api/persons', { name, memberships: [{ unitId: department.id, kind: 'member' }] }),
      201,
    );
    const grants = [{ role: 'second-reviewer', unitId: department.id }];
    const { oneTimePassword } = must(await admin.post('/api/accounts', { personId: id, login, grants }), 201);
    const browser = world.browser();
    must(await browser.post('/api/session', { login, password: oneTimePassword }), 200);
    const next = '又一把足够长的口令-2022';
    must(await browser.ask('PUT', '/api/session/password', { body: { current: oneTimePassword, next } }), 204);
    return { personId: id, browser };
  }

  /** Every GET of the API, about this evaluation and its campaign where it is about one. */
  async function everyRead(): Promise<string[]> {
    const { paths } = must(await cast.admin.get('/api/openapi.json'), 200) as {
      paths: Record<string, Record<string, unknown>>;
    };
    return Object.entries(paths).flatMap(([path, methods]) => {
      if (!('get' in methods) || path.includes('stream') || path.includes('events')) return [];
      const id = path.startsWith('/api/evaluations') ? at.split('/').at(-1)! : '431225-2021';
      const url = path
        .replace('{id}', id)
        .replace('{number}', '1')
        .replace(/\{\w+\}/g, '1');
      const asked = Object.entries(ASKED).find(([end]) => url.endsWith(end))?.[1];
      return [asked === undefined ? url : `${url}?${asked}`];
    });
  }
});

/** What some reads must be asked, so that they answer with all they have. */
const NEWEST = 999_999;
const ASKED: Readonly<Record<string, string>> = {
  '/diff': 'against=1',
  '/moment': `position=${NEWEST}`,
  '/comparison': `from=${NEWEST}&to=${NEWEST}`,
  '/api/search': `text=${encodeURIComponent('会同')}`,
};

/** Holds the next query of the pool whose text says so: tells when it has come, and sends it when it may go. */
function held(pool: Pool, text: string): { readonly come: Promise<void>; readonly go: () => void } {
  let came = () => {};
  let go = () => {};
  const come = new Promise<void>((resolve) => (came = resolve));
  const free = new Promise<void>((resolve) => (go = resolve));
  let waitedFor = true;
  pool.on('acquire', (client) => {
    if (!waitedFor) return;
    const query = client.query.bind(client) as (...asked: unknown[]) => unknown;
    client.query = ((...asked: readonly unknown[]) => {
      const [first] = asked as readonly [string | { readonly text: string }];
      if (!waitedFor || !(typeof first === 'string' ? first : first.text).includes(text)) return query(...asked);
      waitedFor = false;
      came();
      return free.then(() => query(...asked));
    }) as typeof client.query;
  });
  return { come, go };
}

/** The files of a bundle that tell something of the opinion, or that there is one. */
function telling(zip: Buffer, enclosed: string): readonly string[] {
  const opinion = new RegExp(`金丝雀|66\\.61|须整改|"FirstReviewPassed"|${enclosed}`);
  const files = Object.entries(unzipSync(zip)).filter(([name]) => !name.endsWith('.mjs')); // the verifier knows every event
  return files.filter(([name, bytes]) => opinion.test(name + Buffer.from(bytes).toString())).map(([name]) => name);
}

/** The text of a Word document, with its marks. */
const wordsOf = (docx: Buffer): string => Buffer.from(unzipSync(docx)['word/document.xml'] ?? []).toString();

describe('A conflict of interest over HTTP', () => {
  let world: World;
  let cast: County;
  beforeAll(async () => {
    world = await World.begin();
    cast = await county(world);
  });
  afterAll(() => world.end());

  it('is declared by the reviewer, kept from the matter by it, and taken back, all in the log', async () => {
    const { at } = await issued(cast);
    const body = { unitId: cast.centre.id, reason: '配偶在该单位任职' };
    expect(must(await cast.firstReviewer.post('/api/conflicts', body), 201).items).toMatchObject([body]);
    expect(must(await cast.firstReviewer.post('/api/conflicts', body), 201).items).toHaveLength(1);
    const { items } = must(await cast.manager.get(`${at}/candidates`), 200);
    expect(items.filter(({ conflict }: { conflict?: string }) => conflict === 'declared')).toHaveLength(2);
    const { actions } = must(await cast.firstReviewer.get(at), 200);
    expect(actions.map(({ code }: { code?: string }) => code)).toContain('evaluation.wrong-stage');
    expect(must(await cast.firstReviewer.ask('DELETE', `/api/conflicts/${cast.centre.id}`), 200).items).toEqual([]);
    const told = (await world.events()).filter(
      ({ type, data }) => type === 'RecordChanged' && (data as { record: string }).record === 'conflict',
    );
    expect(told).toHaveLength(3);
  });

  it('names a unit that exists', async () => {
    expect(
      await cast.firstReviewer.post('/api/conflicts', { unitId: 'no-such-unit', reason: '配偶在该单位任职' }),
    ).toMatchObject({ status: 400, body: { code: 'registry.unknown-reference' } });
  });
});
