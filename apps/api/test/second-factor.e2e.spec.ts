import { type TOTP, URI } from 'otpauth';
import { isOffice } from '#libs/evaluation';
import { SoftwareAuthenticator } from '#libs/testing';
import { Browser, must, PASSWORD, SECRETS_KEY, World } from './world.spec.js';

const ORIGIN = 'https://jixiao.example.gov.cn';

describe('Where a second factor is demanded', () => {
  let world: World;
  /** The administrator with the app that was enrolled first thing. */
  let admin: Browser;
  let adminApp: TOTP;
  let adminRecovery: readonly string[];

  beforeAll(async () => {
    world = await World.begin({ SECOND_FACTOR: 'required', PUBLIC_URL: ORIGIN, SECRETS_KEY });
    admin = await world.administrator();
    ({ app: adminApp, recoveryCodes: adminRecovery } = await enrolApp(admin));
  });
  afterAll(() => world.end());

  async function enrolApp(browser: Browser): Promise<{ app: TOTP; recoveryCodes: string[]; id: string }> {
    const { uri, id } = must(await browser.post('/api/session/factors/totp', undefined), 201);
    const app = URI.parse(uri) as TOTP;
    const { recoveryCodes } = must(
      await browser.post('/api/session/factors/totp/confirmation', { code: app.generate() }),
      201,
    );
    return { app, recoveryCodes, id };
  }

  /** A code that was not used yet: of the next step, which the server takes as well. */
  const nextCode = (app: TOTP): string => app.generate({ timestamp: Date.now() + 30_000 });

  /** Lets the code of this very moment be taken again, as if half a minute had passed. */
  const halfAMinutePasses = () => world.database.pool.query('update identity.totp set last_step = last_step - 2');

  const fiveMinutesPass = async () => {
    await world.database.pool.query(`update identity.session set confirmed_at = now() - interval '301 seconds'`);
    world.resources.sessions.forgetAll();
  };

  let number = 0;

  /** Somebody with a role and a password of their own, logged in and nothing more. */
  async function newcomer(role: string) {
    number += 1;
    const login = `person${number}`;
    const { id: personId } = must(await admin.post('/api/persons', { name: `某人${number}`, memberships: [] }), 201);
    const unitId = await unit();
    const account = must(
      await admin.post('/api/accounts', {
        ...{ personId, login },
        grants: [isOffice(role) ? { role } : { role, unitId }],
      }),
      201,
    );
    const browser = world.browser();
    must(await browser.post('/api/session', { login, password: account.oneTimePassword }), 200);
    const body = { current: account.oneTimePassword, next: PASSWORD };
    must(await browser.ask('PUT', '/api/session/password', { body }), 204);
    return { browser, login, id: account.id as string };
  }

  let unitId: string | undefined;
  async function unit(): Promise<string> {
    if (unitId === undefined) {
      must(await admin.post('/api/divisions', { code: '431225', name: '会同县' }), 201);
      const body = { code: '001001', name: '会同县财政局', kind: 'finance', divisionCode: '431225' };
      unitId = must(await admin.post('/api/units', body), 201).id as string;
    }
    return unitId;
  }

  async function loggedIn(login: string) {
    const browser = world.browser();
    return { browser, answer: must(await browser.post('/api/session', { login, password: PASSWORD }), 200) };
  }

  const types = async (accountId: string) =>
    (await world.events()).filter(({ stream }) => stream === `account-${accountId}`).map(({ type }) => type);

  it.each([
    'first-reviewer',
    'second-reviewer',
    'unit-head',
    'campaign-manager',
    'auditor',
    'administrator',
    'audit-administrator',
  ])('a %s without one can only enrol', async (role) => {
    const { browser } = await newcomer(role);
    expect(must(await browser.get('/api/session'), 200)).toMatchObject({
      next: 'enrol-second-factor',
      secondFactor: 'required',
    });
    for (const url of ['/api/lists/todo', '/api/trail', '/api/accounts', '/api/campaigns', '/api/notifications']) {
      const { status, body } = await browser.get(url);
      if (status !== 404) expect([url, status, body.code]).toEqual([url, 403, 'session.enrolment-needed']);
    }
    const before = browser.cookie;
    await enrolApp(browser);
    expect(browser.cookie).not.toBe(before);
    expect(must(await browser.get('/api/session'), 200)).toMatchObject({
      next: isOffice(role) ? 'administer' : 'work',
      secondFactor: 'enrolled',
    });
  });

  it('a preparer needs none, and is half-open like the others once there is one', async () => {
    const { browser, login } = await newcomer('unit-preparer');
    expect(must(await browser.get('/api/session'), 200)).toMatchObject({ next: 'work', secondFactor: 'free' });
    const { app } = await enrolApp(browser);
    const { browser: second, answer } = await loggedIn(login);
    expect(answer).toMatchObject({ next: 'give-second-factor', secondFactor: 'enrolled' });
    expect(await second.get('/api/units')).toMatchObject({
      status: 403,
      body: { code: 'session.second-factor-needed', detail: '请先完成第二步验证。' },
    });
    must(await second.post('/api/session/confirmation', { code: nextCode(app) }), 200);
    must(await second.get('/api/units'), 200);
  });

  it('the password alone reaches nothing: no factor, no password, no other route', async () => {
    const { browser, login } = await newcomer('first-reviewer');
    await enrolApp(browser);
    const { browser: half } = await loggedIn(login);
    for (const [method, url, body] of [
      ['GET', '/api/session/factors', undefined],
      ['POST', '/api/session/factors/totp', undefined],
      ['POST', '/api/session/factors/recovery-codes', undefined],
      ['POST', '/api/session/factors/passkeys/challenge', undefined],
      ['PUT', '/api/session/password', { current: PASSWORD, next: `${PASSWORD}-next` }],
      ['GET', '/api/units', undefined],
    ] as const)
      expect([url, (await half.ask(method, url, { body })).body.code]).toEqual([url, 'session.second-factor-needed']);
    expect(await half.post('/api/session/confirmation', { password: PASSWORD })).toMatchObject({
      status: 403,
      body: { code: 'confirmation.factor-needed' },
    });
    expect(await half.post('/api/session/confirmation', { code: '000000' })).toMatchObject({ status: 403 });
    must(await half.ask('DELETE', '/api/session'), 204);
  });

  it('a code works once, a recovery code too, and a token from before opens nothing after', async () => {
    await halfAMinutePasses();
    const { browser: first } = await loggedIn('admin');
    const before = first.cookie;
    const code = nextCode(adminApp);
    must(await first.post('/api/session/confirmation', { code }), 200);
    const old = world.browser();
    old.cookie = before;
    must(await old.get('/api/session'), 401);
    const { browser: second } = await loggedIn('admin');
    expect(await second.post('/api/session/confirmation', { code })).toMatchObject({
      status: 403,
      body: { code: 'factor.code-wrong' },
    });
    const recovery = adminRecovery[0];
    must(await second.post('/api/session/confirmation', { code: recovery }), 200);
    expect(must(await second.get('/api/session/factors'), 200)).toMatchObject({
      recoveryCodesLeft: 9,
      factors: [{ kind: 'totp', name: null }],
      possible: ['totp', 'passkey'],
    });
    const { browser: third } = await loggedIn('admin');
    must(await third.post('/api/session/confirmation', { code: recovery }), 403);
  });

  it('a key signs in the place of a code', async () => {
    const { browser, login, id } = await newcomer('second-reviewer');
    const key = new SoftwareAuthenticator(ORIGIN);
    const options = must(await browser.post('/api/session/factors/passkeys/challenge', undefined), 200);
    const enrolled = must(
      await browser.post('/api/session/factors/passkeys', { name: '办公室的钥匙', key: key.create(options) }),
      201,
    );
    expect(enrolled.recoveryCodes).toHaveLength(10);
    const { browser: half } = await loggedIn(login);
    const challenge = must(await half.post('/api/session/confirmation/challenge', undefined), 200);
    const signed = key.get(challenge);
    expect(must(await half.post('/api/session/confirmation', { signed }), 200)).toMatchObject({ next: 'work' });
    expect(await half.post('/api/session/confirmation', { signed })).toMatchObject({
      status: 409,
      body: { code: 'factor.challenge-gone' },
    });
    expect(await types(id)).toEqual(['PasswordChanged', 'SecondFactorEnrolled', 'IdentityConfirmed']);
  });

  it.each([
    [{}, 400],
    [{ code: '123456', password: 'x' }, 400],
    [{ code: '12' }, 400],
    [{ signed: 'x' }, 400],
    [{ signed: null }, 400],
    [{ signed: {} }, 400],
    [{ signed: { id: 7, response: {} } }, 409],
    [{ code: 'abcd-efgh-jkmn' }, 403],
    [{ password: 'x', extra: 1 }, 400],
  ])('never stumbles over %j', async (body, status) => {
    expect(await admin.post('/api/session/confirmation', body)).toMatchObject({ status });
    await world.database.pool.query('delete from identity.attempt');
  });

  it.each([{}, { id: 'x', rawId: 'x', type: 'public-key', response: {} }, { response: { attestationObject: '!!' } }])(
    'never stumbles over %j as a key',
    async (key) => {
      must(await admin.post('/api/session/factors/passkeys/challenge', undefined), 200);
      const { status } = await admin.post('/api/session/factors/passkeys', { name: 'x', key });
      expect([400, 403]).toContain(status);
    },
  );

  describe('after five minutes', () => {
    it('what weighs much needs a proof again, and everything else does not', async () => {
      const { browser, login } = await newcomer('auditor');
      const { app } = await enrolApp(browser);
      must(await browser.get('/api/trail.csv'), 200);
      await fiveMinutesPass();
      expect(await browser.get('/api/trail.csv', { headers: { 'accept-language': 'en' } })).toMatchObject({
        status: 403,
        body: { code: 'session.confirmation-needed', detail: 'This needs a fresh proof of who you are.' },
      });
      must(await browser.get('/api/trail'), 200);
      must(await browser.post('/api/session/confirmation', { password: PASSWORD }), 403);
      const cookie = browser.cookie;
      must(await browser.post('/api/session/confirmation', { code: nextCode(app) }), 200);
      expect(browser.cookie).toBe(cookie);
      must(await browser.get('/api/trail.csv'), 200);
      expect(login).toBeDefined();
    });

    it('a change of the password is no proof where there is a factor', async () => {
      const { browser } = await newcomer('auditor');
      await enrolApp(browser);
      const next = `${PASSWORD}-anders`;
      must(await browser.ask('PUT', '/api/session/password', { body: { current: PASSWORD, next } }), 204);
      expect(must(await browser.get('/api/session'), 200)).toMatchObject({ next: 'work' });
      expect((await browser.get('/api/trail.csv')).body.code).toBe('session.confirmation-needed');
    });

    it('a factor is neither added nor removed without a proof', async () => {
      const { browser, id } = await newcomer('first-reviewer');
      const { app, id: factor } = await enrolApp(browser);
      await fiveMinutesPass();
      for (const [method, url] of [
        ['DELETE', `/api/session/factors/${factor}`],
        ['POST', '/api/session/factors/recovery-codes'],
        ['POST', '/api/session/factors/passkeys/challenge'],
      ] as const)
        expect([url, (await browser.ask(method, url)).body.code]).toEqual([url, 'session.confirmation-needed']);
      must(await browser.post('/api/session/confirmation', { code: nextCode(app) }), 200);
      must(await browser.post('/api/session/factors/recovery-codes', undefined), 201);
      must(await browser.ask('DELETE', `/api/session/factors/${factor}`), 204);
      must(await browser.get('/api/session'), 401);
      expect((await types(id)).slice(-2)).toEqual(['RecoveryCodesIssued', 'SecondFactorRemoved']);
    });
  });

  it('leaves every step in the stream of the account, and no secret', async () => {
    const { browser, id } = await newcomer('campaign-manager');
    const { uri, secret } = must(await browser.post('/api/session/factors/totp', undefined), 201);
    const app = URI.parse(uri) as TOTP;
    const { recoveryCodes } = must(
      await browser.post('/api/session/factors/totp/confirmation', { code: app.generate() }),
      201,
    );
    must(await browser.post('/api/session/confirmation', { code: '111111' }), 403);
    must(await browser.post('/api/session/confirmation', { code: recoveryCodes[3] }), 200);
    expect(await types(id)).toEqual([
      ...['PasswordChanged', 'SecondFactorEnrolled', 'ConfirmationRefused', 'IdentityConfirmed'],
    ]);
    const text = JSON.stringify(await world.events());
    for (const hidden of [secret, ...recoveryCodes, ...adminRecovery]) expect(text).not.toContain(hidden);
  });

  it('the security administrator removes the factors of somebody who lost them; nobody else does', async () => {
    const { browser, login, id } = await newcomer('first-reviewer');
    await enrolApp(browser);
    must(await browser.ask('DELETE', `/api/accounts/${id}/factors`), 403);
    expect(must(await admin.get(`/api/accounts/${id}`), 200)).toMatchObject({ factors: ['totp'] });
    must(await admin.ask('DELETE', `/api/accounts/${id}/factors`), 403);
    const security = await world.officer(admin, 'security-administrator');
    await enrolApp(security);
    must(await security.ask('DELETE', `/api/accounts/${id}/factors`), 204);
    must(await browser.get('/api/session'), 401);
    expect((await loggedIn(login)).answer).toMatchObject({ next: 'enrol-second-factor' });
    must(await security.ask('DELETE', `/api/accounts/${id}/factors`), 404);
    expect((await types(id)).at(-1)).toBe('SecondFactorRemoved');
  });
});

describe('Where a second factor is offered', () => {
  it('who has none goes on, is told so, and confirms with the password', async () => {
    const world = await World.begin({ SECOND_FACTOR: 'offered' });
    try {
      const admin = await world.administrator();
      expect(must(await admin.get('/api/session'), 200)).toMatchObject({ next: 'administer', secondFactor: 'offered' });
      await world.database.pool.query(`update identity.session set confirmed_at = now() - interval '301 seconds'`);
      world.resources.sessions.forgetAll();
      const url = '/api/grant-proposals/none/confirmation';
      for (const weighty of [url, '/api/accounts/none/password-reset'])
        expect((await admin.ask('POST', weighty)).body.code).toBe('session.confirmation-needed');
      must(await admin.post('/api/session/confirmation', { password: 'wrong' }), 403);
      must(await admin.post('/api/session/confirmation', { password: PASSWORD }), 200);
      must(await admin.ask('POST', url), 404);
      expect(must(await admin.get('/api/session/factors'), 200).possible).toEqual(['totp']);
      expect((await admin.post('/api/session/factors/passkeys/challenge', undefined)).body.code).toBe(
        'factor.no-passkeys-here',
      );
    } finally {
      await world.end();
    }
  });
});
