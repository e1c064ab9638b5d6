import { OpenIdIssuer } from './issuer.spec.js';
import { type Browser, must, PASSWORD, World } from './world.spec.js';

const ORIGIN = 'https://jixiao.example.gov.cn';
const CALLBACK = `${ORIGIN}/api/session/sign-in/callback`;
const CLIENT = { id: 'shuangshen', secret: 'a-secret-of-the-provider', redirect: CALLBACK };

describe('Single sign-on', () => {
  let issuer: OpenIdIssuer;
  let world: World;
  let admin: Browser;
  let accountId: string;

  beforeAll(async () => {
    issuer = await OpenIdIssuer.begin(CLIENT);
    world = await World.begin({
      ...{ PUBLIC_URL: ORIGIN, OIDC_ISSUER: issuer.url },
      ...{ OIDC_CLIENT_ID: CLIENT.id, OIDC_CLIENT_SECRET: CLIENT.secret },
    });
    admin = await world.administrator();
    const { id: personId } = must(await admin.post('/api/persons', { name: '杨经办', memberships: [] }), 201);
    accountId = must(await admin.post('/api/accounts', { personId, login: 'yang', grants: [] }), 201).id;
  });
  afterAll(async () => {
    await world.end();
    await issuer.end();
  });

  const location = ({ headers }: { headers: Readonly<Record<string, unknown>> }) => String(headers.location);

  /** What comes back to us as the path a browser would ask for. */
  const pathOf = (address: string): string => address.slice(ORIGIN.length);

  /** The cookies of a real browser: our `Browser` keeps the last one that was set. */
  async function leave(browser: Browser, to = ''): Promise<{ address: string; cookie: string | undefined }> {
    const left = await browser.get(`/api/session/sign-in${to}`);
    expect(left.status).toBe(302);
    return { address: location(left), cookie: browser.cookie };
  }

  async function comeBack(browser: Browser, address: string, cookie: string | undefined) {
    browser.cookie = cookie;
    const back = await browser.get(pathOf(address));
    const cookies = [back.headers['set-cookie'] ?? []].flat().map(String);
    browser.cookie = cookies.find((one) => one.startsWith('__Host-session='))?.split(';', 1)[0];
    return { to: location(back), cookies };
  }

  async function signIn(browser: Browser, to = '') {
    const { address, cookie } = await leave(browser, to);
    return comeBack(browser, await issuer.lead(address), cookie);
  }

  const refused = (to: string) => Object.fromEntries(new URLSearchParams(to.replace('/login#', '')));

  it('leaves with a challenge, a state and a nonce, all new each time', async () => {
    expect(must(await world.browser().get('/api/session/sign-in/offer'), 200)).toEqual({ issuer: issuer.url });
    const seen = new Set<string>();
    for (let n = 0; n < 2; n += 1) {
      const { address, cookie } = await leave(world.browser());
      const { searchParams } = new URL(address);
      expect(Object.fromEntries(searchParams)).toMatchObject({
        ...{ client_id: CLIENT.id, redirect_uri: CALLBACK, response_type: 'code', scope: 'openid' },
        code_challenge_method: 'S256',
      });
      for (const name of ['code_challenge', 'state', 'nonce']) seen.add(searchParams.get(name) ?? '');
      expect(cookie).toMatch(/^__Host-sign-in=[\w-]+$/);
    }
    expect(seen.size).toBe(6);
  });

  it('makes no account, and tells the name an administrator can link', async () => {
    issuer.who = 'sub-of-yang';
    const browser = world.browser();
    const accounts = async () => must(await admin.get('/api/accounts?limit=200'), 200).items.length;
    const before = await accounts();
    const { to, cookies } = await signIn(browser);
    expect(refused(to)).toEqual({ refused: 'sign-in.not-linked', subject: 'sub-of-yang' });
    expect(cookies.some((one) => one.startsWith('__Host-session='))).toBe(false);
    expect(await accounts()).toBe(before);
    expect((await world.events()).at(-1)).toMatchObject({
      type: 'LogInRefused',
      data: { login: 'sub-of-yang', reason: 'not-linked' },
    });
  });

  it('opens the account that was linked, where the person wanted to go, without the one-time password', async () => {
    const link = { body: { subject: 'sub-of-yang' } };
    must(await admin.ask('PUT', `/api/accounts/${accountId}/external-identity`, link), 200);
    expect(must(await admin.get(`/api/accounts/${accountId}/external-identity`), 200)).toEqual([
      { issuer: issuer.url, subject: 'sub-of-yang' },
    ]);
    const browser = world.browser();
    const { to, cookies } = await signIn(browser, '?to=/evaluations%3Fstage=DRAFT');
    expect(to).toBe('/evaluations?stage=DRAFT');
    expect(cookies.find((one) => one.startsWith('__Host-sign-in='))).toMatch(/^__Host-sign-in=;/);
    expect(must(await browser.get('/api/session'), 200)).toMatchObject({ login: 'yang', next: 'work' });
    expect((await world.events()).at(-1)).toMatchObject({ type: 'LoggedIn', data: { issuer: issuer.url } });
  });

  it('is linked to one account only, by one identity', async () => {
    const put = (id: string, subject: string) =>
      admin.ask('PUT', `/api/accounts/${id}/external-identity`, { body: { subject } });
    const { id: personId } = must(await admin.post('/api/persons', { name: '另一人', memberships: [] }), 201);
    const { id } = must(await admin.post('/api/accounts', { personId, login: 'other', grants: [] }), 201);
    expect((await put(id, 'sub-of-yang')).body.code).toBe('sign-in.linked-already');
    expect((await put(accountId, 'another-sub')).body.code).toBe('sign-in.linked-already');
    expect((await put('nobody', 'third-sub')).status).toBe(404);
  });

  it.each(['//evil.example', '/\\evil.example', 'https://evil.example', 'evil'])(
    'leads nobody to %s afterwards',
    async (to) => {
      expect((await signIn(world.browser(), `?to=${encodeURIComponent(to)}`)).to).toBe('/');
    },
  );

  describe('is not finished', () => {
    it('by another browser than began it, nor twice, nor with a state of its own making', async () => {
      const browser = world.browser();
      const { address, cookie } = await leave(browser);
      const back = await issuer.lead(address);
      expect(refused((await comeBack(world.browser(), back, undefined)).to)).toEqual({ refused: 'sign-in.failed' });
      const victim = world.browser();
      const foreign = await leave(victim);
      expect(refused((await comeBack(victim, back, foreign.cookie)).to)).toEqual({ refused: 'sign-in.failed' });
      const forged = new URL(back);
      forged.searchParams.set('state', 'x'.repeat(43));
      expect(refused((await comeBack(browser, forged.href, cookie)).to)).toEqual({ refused: 'sign-in.failed' });
      expect((await comeBack(browser, back, cookie)).to).toBe('/');
      expect(refused((await comeBack(browser, back, cookie)).to)).toEqual({ refused: 'sign-in.failed' });
    });

    it.each(['', '?code=x', '?code=x&state=y', '?error=access_denied', '?state=%00&code=%ff', '?iss=https://evil'])(
      'by knocking with %j, and no trace is left',
      async (query) => {
        const before = (await world.events()).length;
        const browser = world.browser();
        browser.cookie = '__Host-sign-in=AAAA';
        const { to } = await comeBack(browser, `${CALLBACK}${query}`, browser.cookie);
        expect(refused(to)).toEqual({ refused: 'sign-in.failed' });
        expect((await world.events()).length).toBe(before);
      },
    );

    it('by somebody who turns back at the provider', async () => {
      issuer.who = undefined;
      expect(refused((await signIn(world.browser())).to)).toEqual({ refused: 'sign-in.declined' });
      issuer.who = 'sub-of-yang';
    });

    it('for a disabled account, in the same words as for an unknown one', async () => {
      const status = (to: string) => admin.ask('PUT', `/api/accounts/${accountId}/status`, { body: { status: to } });
      must(await status('disabled'), 200);
      expect(refused((await signIn(world.browser())).to)).toMatchObject({ refused: 'sign-in.not-linked' });
      must(await status('open'), 200);
    });
  });

  it('asks for the second factor all the same', async () => {
    await world.database.pool.query(
      `insert into identity.passkey (id, account_id, credential_id, public_key, counter, transports, name)
       values (gen_random_uuid(), $1, 'key-of-yang', '\\x00', 0, '{}', '钥匙')`,
      [accountId],
    );
    const browser = world.browser();
    await signIn(browser);
    expect(must(await browser.get('/api/session'), 200)).toMatchObject({ next: 'give-second-factor' });
    await world.database.pool.query('delete from identity.passkey');
  });

  it('ends with the link, at once', async () => {
    const browser = world.browser();
    await signIn(browser);
    must(await browser.get('/api/session'), 200);
    must(await browser.ask('DELETE', `/api/accounts/${accountId}/external-identity`), 403);
    must(await admin.ask('DELETE', `/api/accounts/${accountId}/external-identity`), 204);
    must(await browser.get('/api/session'), 401);
    expect(refused((await signIn(world.browser())).to)).toMatchObject({ refused: 'sign-in.not-linked' });
    must(await admin.ask('DELETE', `/api/accounts/${accountId}/external-identity`), 404);
    const stream = (await world.events()).filter((one) => one.stream === `account-${accountId}`);
    expect(stream.map(({ type }) => type)).toEqual(['ExternalIdentityLinked', 'ExternalIdentityUnlinked']);
  });
});

describe('Without single sign-on', () => {
  it('nobody is led anywhere, and nothing is linked', async () => {
    const world = await World.begin({ OIDC_ISSUER: '' });
    try {
      expect(must(await world.browser().get('/api/session/sign-in/offer'), 200)).toEqual({ issuer: null });
      for (const url of ['/api/session/sign-in', '/api/session/sign-in/callback?code=x'])
        expect((await world.browser().get(url)).headers.location).toBe('/login#refused=sign-in.not-offered');
      const admin = await world.administrator();
      const put = await admin.ask('PUT', '/api/accounts/x/external-identity', { body: { subject: 'x' } });
      expect(put).toMatchObject({ status: 404, body: { code: 'sign-in.not-offered' } });
    } finally {
      await world.end();
    }
  });

  it('is what is told while the provider does not answer', async () => {
    const world = await World.begin({ OIDC_ISSUER: 'http://127.0.0.1:1', OIDC_CLIENT_ID: 'x' });
    try {
      const left = await world.browser().get('/api/session/sign-in');
      expect(left.headers.location).toBe('/login#refused=sign-in.unavailable');
      must(await world.browser().post('/api/session', { login: 'nobody', password: PASSWORD }), 401);
    } finally {
      await world.end();
    }
  });
});
