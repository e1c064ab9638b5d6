import { ownerDoes } from '#libs/testing';
import { type Answer, Browser, must, PASSWORD, World } from './world.spec.js';

describe('A session', () => {
  let world: World;
  let admin: Browser;

  beforeAll(async () => {
    world = await World.begin();
    admin = await world.administrator();
  });
  afterAll(() => world.end());

  const oneTimePasswords: string[] = [];
  const credentials = { login: 'admin', password: PASSWORD };

  it('begins with a cookie that no script reads and no other host gets', async () => {
    const answer = await world.browser().post('/api/session', credentials);
    expect(must(answer, 200)).toMatchObject({
      name: '覃管理',
      login: 'admin',
      grants: [{ role: 'administrator', unitId: null }],
      next: 'administer',
    });
    expect(String(answer.headers['set-cookie'])).toMatch(
      /^__Host-session=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
  });

  it('is new at every log-in, and the one before ends', async () => {
    const browser = world.browser();
    must(await browser.post('/api/session', credentials), 200);
    const before = browser.cookie;
    must(await browser.post('/api/session', credentials), 200);
    expect(browser.cookie).not.toBe(before);
    const old = world.browser();
    old.cookie = before;
    must(await old.get('/api/session'), 401);
  });

  it('ends with the log-out', async () => {
    const browser = world.browser();
    must(await browser.post('/api/session', credentials), 200);
    const kept = browser.cookie;
    must(await browser.ask('DELETE', '/api/session'), 204);
    browser.cookie = kept;
    expect(await browser.get('/api/session')).toMatchObject({ status: 401, body: { code: 'session.required' } });
  });

  it('does nothing before the one-time password is replaced', async () => {
    const { id: personId } = must(await admin.post('/api/persons', { name: '新来的', memberships: [] }), 201);
    const { oneTimePassword } = must(
      await admin.post('/api/accounts', { personId, login: 'xin', grants: [{ role: 'administrator' }] }),
      201,
    );
    oneTimePasswords.push(oneTimePassword);
    const browser = world.browser();
    expect(must(await browser.post('/api/session', { login: 'xin', password: oneTimePassword }), 200)).toMatchObject({
      next: 'change-password',
    });
    expect(await browser.get('/api/accounts')).toMatchObject({
      status: 403,
      body: { code: 'password.must-be-changed' },
    });
    expect(
      await browser.ask('PUT', '/api/session/password', { body: { current: oneTimePassword, next: 'too short' } }),
    ).toMatchObject({
      status: 400,
      body: { code: 'password.too-short', errors: [{ pointer: '/next' }] },
    });
    must(
      await browser.ask('PUT', '/api/session/password', { body: { current: oneTimePassword, next: PASSWORD } }),
      204,
    );
    must(await browser.get('/api/accounts'), 200);
  });

  it('is refused alike to a stranger and to a wrong password, in the same class of time', async () => {
    const times: Record<string, number[]> = { admin: [], nobody: [] };
    const answers = new Set<string>();
    for (let round = 0; round < 4; round += 1) {
      for (const login of ['admin', 'nobody']) {
        const began = performance.now();
        const { status, body } = await world.browser().post('/api/session', { login, password: 'not the password' });
        times[login]?.push(performance.now() - began);
        answers.add(JSON.stringify([status, body.code, body.detail, body.title]));
      }
    }
    expect([...answers]).toEqual([JSON.stringify([401, 'session.log-in-failed', '用户名或口令不正确。', '未登录'])]);
    const fastest = (login: string) => Math.min(...(times[login] ?? []));
    expect(fastest('nobody')).toBeGreaterThan(fastest('admin') / 3);
  });

  /** An answer without what names the one request and the moment. */
  const told = ({ status, body, headers }: Answer) => {
    const { requestId: _, ...said } = body;
    const { date: __, 'x-request-id': ___, ...rest } = headers;
    return { status, said, rest };
  };

  it('is slowed down when somebody guesses, with a time to wait, whether there is such an account or not', async () => {
    const { id: personId } = must(await admin.post('/api/persons', { name: '被猜的', memberships: [] }), 201);
    must(await admin.post('/api/accounts', { personId, login: 'guessed', grants: [] }), 201);
    const guesses = async (login: string) => {
      const answers: Answer[] = [];
      for (let n = 0; n < 6; n += 1)
        answers.push(await world.browser().post('/api/session', { login, password: `guess number ${n}` }));
      return answers;
    };
    const answers = await guesses('guessed');
    expect(answers.at(-1)).toMatchObject({
      status: 429,
      body: { code: 'session.too-many-attempts' },
      headers: { 'retry-after': '1' },
    });
    expect((await guesses('guesser')).map(told)).toEqual(answers.map(told));
  });

  it('tells a disabled account and an old one-time password from nothing', async () => {
    const opened = async (login: string) => {
      const { id: personId } = must(await admin.post('/api/persons', { name: '某人', memberships: [] }), 201);
      return must(await admin.post('/api/accounts', { personId, login, grants: [] }), 201);
    };
    const [off, late] = [await opened('off'), await opened('late')];
    must(await admin.ask('PUT', `/api/accounts/${off.id}/status`, { body: { status: 'disabled' } }), 200);
    await ownerDoes(
      world.database.pool,
      `update identity.account set one_time_until = now() - interval '1 day' where login = 'late'`,
    );
    const enter = async (login: string, password: string) =>
      told(await world.browser().post('/api/session', { login, password }));
    const stranger = await enter('no-such-account', 'whatever it is');
    expect(stranger.status).toBe(401);
    expect(await enter('off', off.oneTimePassword)).toEqual(stranger);
    expect(await enter('late', late.oneTimePassword)).toEqual(stranger);
  });

  it('begins with no one-time link that is unknown, replaced or too old, and tells them not apart', async () => {
    const { bootstrap } = world.resources;
    const replaced = await bootstrap.createToken();
    const late = await bootstrap.createToken();
    const redeem = async (token: string) =>
      told(await world.browser().post('/api/bootstrap', { token, name: '某人', login: 'second', password: PASSWORD }));
    const unknown = await redeem('A'.repeat(43));
    expect(unknown).toMatchObject({ status: expect.any(Number), said: { code: 'bootstrap.link-not-valid' } });
    expect(await redeem(replaced)).toEqual(unknown);
    await ownerDoes(
      world.database.pool,
      `update identity.bootstrap_token set expires_at = now() - interval '1 second'`,
    );
    expect(await redeem(late)).toEqual(unknown);
  });

  it('leaves its beginning, its end and every refusal in the log', async () => {
    const types = (await world.events()).map(({ type }) => type);
    expect(types).toEqual(expect.arrayContaining(['LoggedIn', 'LoggedOut', 'LogInRefused', 'RecordChanged']));
    const text = JSON.stringify(await world.events());
    expect(text).not.toContain(PASSWORD);
    expect(text).not.toContain('not the password');
    expect(oneTimePasswords.length).toBeGreaterThan(0);
    for (const password of oneTimePasswords) expect(text).not.toContain(password);
  });

  it.each([
    ['another site', { origin: 'https://evil.example' }],
    ['a page without an origin', { origin: 'null' }],
    ['what a browser calls cross-site', { 'sec-fetch-site': 'cross-site' }],
    ['what a browser calls same-site', { 'sec-fetch-site': 'same-site' }],
  ])('takes no orders from %s', async (_, headers) => {
    const before = (await world.events()).length;
    for (const [method, url, body] of [
      ['POST', '/api/session', credentials],
      ['POST', '/api/divisions', { code: '431226', name: '别处' }],
      ['DELETE', '/api/session', undefined],
    ] as const)
      expect(
        await admin.ask(method, url, { body, headers: headers as unknown as Record<string, string> }),
      ).toMatchObject({
        status: 403,
        body: { code: 'request.foreign-origin' },
      });
    expect((await world.events()).length).toBe(before);
  });

  it('takes orders from its own pages', async () => {
    for (const [n, headers] of [{ origin: 'http://127.0.0.1:3000' }, { 'sec-fetch-site': 'same-origin' }].entries())
      must(
        await admin.ask('POST', '/api/divisions', {
          body: { code: `43122${n}`, name: `区划${n}` },
          headers: headers as unknown as Record<string, string>,
        }),
        201,
      );
  });

  it('does not believe an address that the client writes', async () => {
    await world
      .browser()
      .post('/api/session', { login: 'spoof', password: 'x' }, { headers: { 'x-forwarded-for': '203.0.113.9' } });
    const refusal = (await world.events()).findLast(({ type }) => type === 'LogInRefused');
    expect(refusal?.data).toMatchObject({ login: 'spoof', ip: '127.0.0.1' });
  });
});
