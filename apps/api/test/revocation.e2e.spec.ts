import { settings } from '#libs/config';
import { eventually } from '#libs/testing';
import { createApi } from '../src/create-api.js';
import { openResources, type Resources } from '../src/resources.js';
import { Browser, confirmAll, must, PASSWORD, SECRETS_KEY, World } from './world.spec.js';

/** How long another process may still believe in a session, and what the machine may take on top. */
const BELIEVED_MS = 1_000;
const MACHINE_MS = 500;

describe('Of two processes of the API', () => {
  let world: World;
  let admin: Browser;
  let security: Browser;
  let elsewhere: Resources;
  let other: Awaited<ReturnType<typeof createApi>>;
  let unitId: string;

  beforeAll(async () => {
    world = await World.begin();
    admin = await world.administrator();
    elsewhere = await openResources(
      settings({
        ...{ DATABASE_URL: world.database.url, LOG_LEVEL: 'silent' },
        ...{ SECOND_FACTOR: 'offered', SECRETS_KEY },
      }),
    );
    other = await createApi(elsewhere);
    must(await admin.post('/api/divisions', { code: '431225', name: '会同县' }), 201);
    const body = { code: '001001', name: '会同县财政局', kind: 'finance', divisionCode: '431225' };
    unitId = must(await admin.post('/api/units', body), 201).id;
    security = await world.officer(admin, 'security-administrator');
  });
  afterAll(async () => {
    await other.close();
    await elsewhere.close();
    await world.end();
  });

  let number = 0;

  async function somebody(role = 'first-reviewer') {
    number += 1;
    const login = `person${number}`;
    const { id: personId } = must(await admin.post('/api/persons', { name: `某人${number}`, memberships: [] }), 201);
    const grants = [{ role, unitId }];
    const { id, oneTimePassword } = must(await admin.post('/api/accounts', { personId, login, grants }), 201);
    await confirmAll(security);
    const browser = world.browser();
    must(await browser.post('/api/session', { login, password: oneTimePassword }), 200);
    const body = { current: oneTimePassword, next: PASSWORD };
    must(await browser.ask('PUT', '/api/session/password', { body }), 204);
    return { login, id: id as string, browser, factor: await withFactor(id) };
  }

  /** A factor in the database, as if enrolled through some process. */
  async function withFactor(accountId: string): Promise<void> {
    await world.database.pool.query(
      `insert into identity.passkey (id, account_id, credential_id, public_key, counter, transports, name)
       values (gen_random_uuid(), $1, $1, '\\x00', 0, '{}', '钥匙')`,
      [accountId],
    );
    await world.database.pool.query('update identity.session set factor_given = true where account_id = $1', [
      accountId,
    ]);
  }

  /** The same browser at the other process. */
  function across({ cookie }: Browser): Browser {
    const browser = new Browser(other);
    browser.cookie = cookie;
    return browser;
  }

  const ORDERS: readonly [string, (id: string, login: string) => Promise<unknown>][] = [
    [
      'the account is disabled',
      async (id) => must(await admin.ask('PUT', `/api/accounts/${id}/status`, { body: { status: 'disabled' } }), 200),
    ],
    [
      'a role is given',
      async (id) => {
        must(await admin.post(`/api/accounts/${id}/grants`, { role: 'second-reviewer', unitId }), 201);
        await confirmAll(security);
      },
    ],
    [
      'a role is taken back',
      async (id) =>
        must(await admin.ask('DELETE', `/api/accounts/${id}/grants?role=first-reviewer&unitId=${unitId}`), 200),
    ],
    ['the password is reset', async (id) => must(await admin.post(`/api/accounts/${id}/password-reset`, {}), 201)],
    [
      'the second factor is removed',
      async (id) => must(await security.ask('DELETE', `/api/accounts/${id}/factors`), 204),
    ],
    [
      'an office ends the session',
      async (id) => {
        const { items } = must(await security.get(`/api/accounts/${id}/sessions`), 200);
        for (const { id: session } of items)
          must(await security.ask('DELETE', `/api/accounts/${id}/sessions/${session}`), 204);
        must(await security.ask('DELETE', `/api/accounts/${id}/sessions/none`), 404);
      },
    ],
  ];

  it.each(ORDERS)(
    'both are closed to somebody when %s: one at once, the other within a second',
    async (_what, order) => {
      const { browser, id, login } = await somebody();
      const there = across(browser);
      must(await browser.get('/api/session'), 200);
      must(await there.get('/api/session'), 200);
      await order(id, login);
      const began = performance.now();
      must(await browser.get('/api/session'), 401);
      await eventually(async () => (await there.get('/api/session')).status === 401, BELIEVED_MS + MACHINE_MS);
      expect(performance.now() - began).toBeLessThan(BELIEVED_MS + MACHINE_MS);
      must(await there.get('/api/session'), 401);
    },
  );

  it('a session that is used all the time is looked up again all the same', async () => {
    const { browser, id } = await somebody();
    const there = across(browser);
    must(await there.get('/api/session'), 200);
    must(await admin.ask('PUT', `/api/accounts/${id}/status`, { body: { status: 'disabled' } }), 200);
    const statuses: number[] = [];
    const until = performance.now() + BELIEVED_MS + MACHINE_MS;
    while (performance.now() < until) statuses.push((await there.get('/api/session')).status);
    expect(statuses.at(-1)).toBe(401);
    expect(statuses.indexOf(401)).toBe(statuses.lastIndexOf(200) + 1);
  });

  it('a new password ends one’s other sessions and keeps one’s own, under a new token', async () => {
    const { browser, login } = await somebody('unit-preparer');
    const [second, third] = [world.browser(), new Browser(other)];
    for (const one of [second, third]) must(await one.post('/api/session', { login, password: PASSWORD }), 200);
    const before = browser.cookie;
    const body = { current: PASSWORD, next: `${PASSWORD}-next` };
    must(await browser.ask('PUT', '/api/session/password', { body }), 204);
    expect(browser.cookie).not.toBe(before);
    must(await browser.get('/api/session'), 200);
    must(await second.get('/api/session'), 401);
    await eventually(async () => (await third.get('/api/session')).status === 401, BELIEVED_MS + MACHINE_MS);
  });

  it('none sends somebody away for what was mended through the other', async () => {
    const { browser, login } = await somebody('auditor');
    const there = across(browser);
    await world.database.pool.query(
      `update identity.session set confirmed_at = now() - interval '301 seconds'
        where account_id = (select id from identity.account where login = $1)`,
      [login],
    );
    for (const { sessions } of [world.resources, elsewhere]) sessions.forgetAll();
    expect((await there.get('/api/trail.csv')).body.code).toBe('session.confirmation-needed');
    // The key is of no use here: the proof is written as the other process would.
    await world.database.pool.query('update identity.session set confirmed_at = now()');
    must(await there.get('/api/trail.csv'), 200);
  });
});
