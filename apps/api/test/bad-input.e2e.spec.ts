import { type Ask, type Browser, type County, county, issued, must, World } from './world.spec.js';

const HASH = 'a'.repeat(64);
const deep = (n: number): string => `${'['.repeat(n)}${']'.repeat(n)}`;

describe('Bad input', () => {
  let world: World;
  let cast: County;
  let at: string;

  beforeAll(async () => {
    world = await World.begin();
    cast = await county(world);
    ({ at } = await issued(cast));
  });
  afterAll(() => world.end());

  /** The answer is a problem of this status and code; nothing was written and nothing of our insides is told. */
  async function refuses(who: Browser, method: string, url: string, ask: Ask, status: number, code: string) {
    const before = (await world.events()).filter(({ type }) => type !== 'CommandRefused').length;
    const answer = await who.ask(method, url, ask);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(answer.body).toMatchObject({
      type: `urn:shuangshen:problem:${code}`,
      status,
      requestId: answer.headers['x-request-id'],
    });
    expect(answer.body.detail).toMatch(/[\u4e00-\u9fff]/);
    expect(JSON.stringify(answer.body)).not.toMatch(/node_modules|select |at .*\(|Error:|postgres/i);
    expect((await world.events()).filter(({ type }) => type !== 'CommandRefused').length).toBe(before);
    return answer.body;
  }

  const edit = (change: unknown, ask: Ask = {}): [string, string, Ask] => [
    'PATCH',
    `${at}/draft`,
    { body: { changes: [change] }, version: 1, ...ask },
  ];
  const raw = (text: string | Buffer): [string, string, Ask] => ['PATCH', `${at}/draft`, { raw: text, version: 1 }];
  const figure = (value: unknown) => edit({ path: '/figures/BUD.TOTAL', before: null, after: { value, unit: '万元' } });

  it.each<[string, () => [string, string, Ask], number, string]>([
    ['half a JSON', () => raw('{"changes":['), 400, 'request.malformed-json'],
    ['no JSON at all', () => raw('changes=1'), 400, 'request.malformed-json'],
    ['bytes that are not UTF-8', () => raw(Buffer.from([0x22, 0xff, 0xfe, 0x22])), 400, 'request.not-utf8'],
    ['an empty body', () => ['PATCH', `${at}/draft`, { version: 1 }], 400, 'request.invalid'],
    ['null', () => raw('null'), 400, 'request.invalid'],
    ['a list', () => raw('[]'), 400, 'request.invalid'],
    ['a number', () => raw('7'), 400, 'request.invalid'],
    ['a nesting of 21', () => raw(`{"changes":${deep(20)}}`), 400, 'request.too-deep'],
    ['a nesting of 100,000', () => raw(deep(100_000)), 400, 'request.too-deep'],
    ['a body of 1 MB and one byte', () => raw(`"${'a'.repeat(1_048_575)}"`), 413, 'request.too-large'],
    ['a list of 21,000', () => raw(`{"changes":[${'0,'.repeat(20_999)}0]}`), 400, 'request.list-too-long'],
    [
      'more changes than are taken',
      () => raw(`{"changes":[${'{"path":"/head/head"},'.repeat(500)}{"path":"/head/head"}]}`),
      400,
      'request.invalid',
    ],
    ['__proto__', () => raw('{"changes":[],"__proto__":{"polluted":true}}'), 400, 'request.forbidden-key'],
    [
      '__proto__, escaped and deep inside',
      () => raw('{"changes":[{"path":"/head/head","after":{"\\u005f_proto__":1}}]}'),
      400,
      'request.forbidden-key',
    ],
    ['constructor', () => raw('{"changes":[],"constructor":{"prototype":{}}}'), 400, 'request.forbidden-key'],
    [
      'a NUL character',
      () => raw('{"changes":[{"path":"/head/head","after":"a\\u0000b"}]}'),
      400,
      'request.unprintable',
    ],
    [
      'half a surrogate pair',
      () => raw('{"changes":[{"path":"/head/head","after":"\\ud83d"}]}'),
      400,
      'request.unprintable',
    ],
    [
      'a mark that turns writing around',
      () => edit({ path: '/head/head', before: null, after: '\u202egnp.exe' }),
      400,
      'sheet.control-character',
    ],
    [
      'an unknown key',
      () => ['PATCH', `${at}/draft`, { body: { changes: [], admin: true }, version: 1 }],
      400,
      'request.invalid',
    ],
    [
      'an unknown key in a change',
      () => edit({ path: '/head/head', after: 'x', role: 'administrator' }),
      400,
      'request.invalid',
    ],
    [
      'a text for a list',
      () => ['PATCH', `${at}/draft`, { body: { changes: 'all' }, version: 1 }],
      400,
      'request.invalid',
    ],
    ['a path to nowhere', () => edit({ path: '/stage', after: 'APPROVED' }), 400, 'request.invalid'],
    [
      'a field that is none',
      () => edit({ path: '/head/toString', before: null, after: 'x' }),
      400,
      'sheet.unknown-field',
    ],
    ['an amount as a number', () => figure(118.78), 400, 'sheet.wrong-type'],
    ['an amount with a separator', () => figure('1,187.8'), 400, 'sheet.not-a-decimal'],
    ['an amount with an exponent', () => figure('1e9'), 400, 'sheet.not-a-decimal'],
    ['an amount of NaN', () => figure('NaN'), 400, 'sheet.not-a-decimal'],
    ['an amount in full-width digits', () => figure('１１８.７８'), 400, 'sheet.not-a-decimal'],
    ['an amount of 40 digits', () => figure('9'.repeat(40)), 400, 'sheet.not-a-decimal'],
    [
      'no If-Match',
      () => edit({ path: '/head/head', before: null, after: 'x' }, { version: undefined as never }),
      428,
      'request.if-match-missing',
    ],
    [
      'an If-Match of *',
      () =>
        edit(
          { path: '/head/head', before: null, after: 'x' },
          { version: undefined as never, headers: { 'if-match': '*' } },
        ),
      400,
      'request.if-match-malformed',
    ],
    [
      'no Idempotency-Key',
      () => edit({ path: '/head/head', before: null, after: 'x' }, { key: null }),
      400,
      'request.idempotency-key-missing',
    ],
    [
      'a short Idempotency-Key',
      () => edit({ path: '/head/head', before: null, after: 'x' }, { key: 'short' }),
      400,
      'request.idempotency-key-malformed',
    ],
    [
      'a version that never was',
      () => edit({ path: '/head/head', before: null, after: 'x' }, { version: 99 }),
      412,
      'request.stale',
    ],
    [
      'a field that reads otherwise',
      () => edit({ path: '/head/head', before: 'seen', after: 'x' }),
      412,
      'draft.field-conflict',
    ],
    [
      'an evaluation that is not there',
      () => [
        'PATCH',
        '/api/evaluations/431225-999999-2021-unit/draft',
        { body: { changes: [{ path: '/head/head', after: 'x' }] }, version: 1 },
      ],
      404,
      'evaluation.not-found',
    ],
    [
      'an id with a quote',
      () => [
        'PATCH',
        "/api/evaluations/1'or'1/draft",
        { body: { changes: [{ path: '/head/head', after: 'x' }] }, version: 1 },
      ],
      404,
      'request.no-such-resource',
    ],
    [
      'an id with NUL',
      () => [
        'PATCH',
        '/api/evaluations/a%00b/draft',
        { body: { changes: [{ path: '/head/head', after: 'x' }] }, version: 1 },
      ],
      404,
      'request.no-such-resource',
    ],
    [
      'a path that cannot be decoded',
      () => ['PATCH', '/api/evaluations/%E0%A4%A/draft', { body: {}, version: 1 }],
      400,
      'request.malformed',
    ],
    [
      'a form',
      () => [
        'PATCH',
        `${at}/draft`,
        { raw: 'a=1', version: 1, headers: { 'content-type': 'application/x-www-form-urlencoded' } },
      ],
      415,
      'request.unsupported-media-type',
    ],
    [
      'XML',
      () => ['PATCH', `${at}/draft`, { raw: '<a/>', version: 1, headers: { 'content-type': 'application/xml' } }],
      415,
      'request.unsupported-media-type',
    ],
    [
      'a report that is none',
      () => ['POST', `${at}/imports`, { body: { name: 'a.txt', text: '今天天气很好。' }, version: 1 }],
      400,
      'intake.not-a-report',
    ],
    [
      'a report that is a number',
      () => ['POST', `${at}/imports`, { body: { name: 'a.txt', text: 7 }, version: 1 }],
      400,
      'request.invalid',
    ],
  ])('refuses %s', async (_, of, status, code) => {
    const [method, url, ask] = of();
    await refuses(cast.preparer, method, url, ask, status, code);
  });

  it('says where each fault lies, in the reader’s language', async () => {
    const body = { step: 'third', version: 0, contentHash: 'x', opinion: '' };
    const german = await cast.firstReviewer.post(`${at}/passes`, body, {
      version: 1,
      headers: { 'accept-language': 'de, en;q=0.8, zh;q=0.2' },
    });
    expect(german.headers['content-language']).toBe('en');
    expect(german.body.errors).toEqual([
      { pointer: '/step', message: 'This has to be one of: first, second.' },
      { pointer: '/version', message: 'This has to be at least 1.' },
      { pointer: '/contentHash', message: 'This does not have the form that is asked for.' },
      { pointer: '/opinion', message: 'This has to have 1 to 16000 characters.' },
    ]);
    const chinese = await cast.firstReviewer.post(`${at}/passes`, body, { version: 1 });
    expect(chinese.headers['content-language']).toBe('zh-CN');
    expect(chinese.body.errors[0]).toEqual({ pointer: '/step', message: '须为下列之一：first, second。' });
  });

  it('names the state when it is not the time', async () => {
    const body = { contentHash: HASH };
    const told = await refuses(
      cast.head,
      'POST',
      `${at}/signatures`,
      { body, version: 1 },
      409,
      'evaluation.wrong-stage',
    );
    expect(told).toMatchObject({ stage: 'DRAFT', allowed: ['UNIT_CHECKED'] });
    await refuses(cast.preparer, 'POST', `${at}/submission`, { body, version: 1 }, 409, 'evaluation.wrong-stage');
    await refuses(cast.checker, 'POST', `${at}/unit-checks`, { body, version: 1 }, 412, 'evaluation.content-changed');
    await refuses(cast.checker, 'POST', `${at}/unit-checks`, { body, version: 0 }, 412, 'request.stale');
  });

  it('tells another unit nothing, whatever it asks', async () => {
    const ask = { body: { reason: '想看看别人的' }, version: 1 };
    await refuses(cast.stranger, 'POST', `${at}/withdrawal`, ask, 404, 'evaluation.not-found');
    for (const path of ['', '/trail', '/versions/1', '/versions/1/diff?against=1'])
      expect(await cast.stranger.get(`${at}${path}`)).toMatchObject({
        status: 404,
        body: { code: 'evaluation.not-found' },
      });
  });

  it.each([
    ['GET', '/api/nowhere', 404, 'request.no-such-route'],
    ['DELETE', '/api/todo', 405, 'request.method-not-allowed'],
    ['PUT', '/api/session', 405, 'request.method-not-allowed'],
    ['GET', '/api/todo?limit=0', 400, 'request.invalid'],
    ['GET', '/api/todo?limit=ten', 400, 'request.invalid'],
    ['GET', '/api/todo?limit=1&limit=2', 400, 'request.invalid'],
    ['GET', '/api/todo?everything=1', 400, 'request.invalid'],
    ['GET', '/api/todo?cursor=eyJhIjoxfQ', 400, 'page.unknown-cursor'],
    ['GET', `/api/todo?cursor=${Buffer.from('["never","x"]').toString('base64url')}`, 400, 'page.unknown-cursor'],
    ['GET', '/api/units?cursor=bm90', 400, 'page.unknown-cursor'],
    ['GET', '/api/units/%20', 404, 'request.no-such-resource'],
    ['GET', '/api/evaluations?stage=DROP', 400, 'request.invalid'],
  ])('refuses %s %s', async (method, url, status, code) => {
    await refuses(cast.preparer, method, url, {}, status, code);
  });

  it('says which methods an address knows', async () => {
    expect((await cast.preparer.ask('PUT', '/api/session')).headers.allow).toBe('DELETE, GET, HEAD, POST');
  });

  it.each([
    [{ name: '', memberships: [] }],
    [{ name: '人', memberships: [{ unitId: 'x', kind: 'owner' }] }],
    [{ name: '人', memberships: [{ unitId: 'x', kind: 'member', from: '2021-02-30' }] }],
    [{ name: '人', memberships: 'none' }],
    [{ name: ['人'], memberships: [] }],
    [{ name: { toString: 1 }, memberships: [] }],
    [{ name: '人\u0007', memberships: [] }],
    [{ name: '人'.repeat(61), memberships: [] }],
    [{ id: 'chosen', name: '人', memberships: [] }],
  ])('refuses the person %j', async (body) => {
    await refuses(cast.admin, 'POST', '/api/persons', { body }, 400, 'request.invalid');
  });

  it('takes unusual text that is honest', async () => {
    const name = '𠮷野 “O’Brien” =1+1 ‘;drop table --';
    const { id } = must(await cast.admin.post('/api/persons', { name, memberships: [] }), 201);
    expect(must(await cast.admin.get(`/api/persons/${id}`), 200)).toMatchObject({ name });
  });

  it('answers a repeated order of the registry alike, and once', async () => {
    const ask = { key: 'one key for two units' };
    ask.key = ask.key.replaceAll(' ', '-');
    const body = { code: '300001', name: '重复单位', divisionCode: '431225', kind: 'unit', parentId: cast.finance.id };
    const answers = await Promise.all(Array.from({ length: 10 }, () => cast.admin.post('/api/units', body, ask)));
    expect(new Set(answers.map(({ status, body: unit }) => JSON.stringify([status, unit]))).size).toBe(1);
    expect(await cast.admin.post('/api/units', { ...body, name: '别的单位' }, ask)).toMatchObject({ status: 422 });
  });

  it('puts the same guard on every answer, refusals included', async () => {
    for (const url of ['/', '/api/nowhere', '/api/todo', '/health/live', '/api/openapi.json']) {
      const { headers } = await world.browser().get(url);
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'no-referrer',
        'cache-control': 'no-store',
      });
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
      expect(headers['x-powered-by']).toBeUndefined();
    }
  });
});
