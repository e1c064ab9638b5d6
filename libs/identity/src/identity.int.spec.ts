import { eventually, giveRoles, ownerDoes, type TestDatabase, testDatabase } from '#libs/testing';
import { Accounts, Bootstrap, LogIn, Sessions } from './index.js';

const PASSWORD = '足够长的一把口令-2022';

describe('Accounts and sessions', () => {
  let database: TestDatabase;
  let accounts: Accounts;
  let sessions: Sessions;
  let logIn: LogIn;

  beforeAll(async () => {
    database = await testDatabase();
    const { pool } = database;
    accounts = new Accounts(pool);
    sessions = new Sessions(pool, { idleMinutes: 30, maxHours: 12 });
    logIn = new LogIn(pool, sessions);
    await pool.query(`
      insert into registry.fiscal_division (code, name) values ('431225', '会同县');
      insert into registry.unit (id, code, name, division_code, parent_id, kind) values
        ('finance', '001001', '财政局', '431225', null, 'finance'), ('department', '117001', '人社局', '431225', 'finance', 'department'),
        ('centre', '117003', '工伤中心', '431225', 'department', 'unit'), ('other', '118001', '农业局', '431225', 'finance', 'department');
      insert into registry.person (id, name) select 'p' || n, '某人' || n from generate_series(1, 30) n`);
    await ownerDoes(
      pool,
      `insert into registry.membership (person_id, unit_id, kind, from_date, to_date) values
        ('p1', 'centre', 'member', '2020-01-01', null), ('p1', 'other', 'seconded', '2020-01-01', '2020-12-31')`,
    );
  });
  afterAll(() => database.drop());

  const enter = (login: string, password: string, ip = '192.0.2.1') => logIn.enter({ login, password, ip });
  const owner = (text: string) => ownerDoes(database.pool, text);

  /** An account whose holder has chosen PASSWORD. */
  async function settled(personId: string, login: string, role = 'unit-preparer', unitId: string | null = 'centre') {
    const { account, oneTimePassword } = await accounts.open({ id: login, personId, login });
    await giveRoles(database.pool, [login, role, unitId]);
    await accounts.changePassword(account.id, oneTimePassword ?? '', PASSWORD);
    return account.id;
  }

  it('lets nobody do anything with a one-time password but replace it', async () => {
    const { account, oneTimePassword } = await accounts.open({ id: 'yang', personId: 'p1', login: 'yang' });
    await giveRoles(database.pool, ['yang', 'unit-preparer', 'centre']);
    expect(oneTimePassword).toMatch(/^[a-z2-9]{4}(?:-[a-z2-9]{4}){3}$/);
    const entered = await enter(' YANG ', oneTimePassword ?? '');
    if ('refused' in entered) throw new Error(entered.refused);
    expect((await sessions.find(entered.session.token))?.identity).toMatchObject({
      accountId: 'yang',
      personId: 'p1',
      name: '某人1',
      login: 'yang',
      grants: [{ role: 'unit-preparer', unitId: 'centre' }],
      memberOf: ['centre'],
      conflictsWith: [],
      mustChangePassword: true,
    });
    await accounts.changePassword(account.id, oneTimePassword ?? '', PASSWORD);
    sessions.forgetAll();
    expect(await sessions.find(entered.session.token)).toBeUndefined();
    expect(await enter('yang', oneTimePassword ?? '')).toMatchObject({ refused: 'unknown-or-wrong' });
    expect(await enter('yang', PASSWORD)).toMatchObject({ accountId: 'yang' });
  });

  it('does not tell an unknown log-in from a wrong password', async () => {
    expect(await enter('nobody', 'whatever it is', '192.0.2.2')).toEqual(
      await enter('yang', 'whatever it is', '192.0.2.2'),
    );
  });

  it.each([
    ['短口令', 'password.too-short'],
    ['a'.repeat(129), 'password.too-long'],
    ['Password1234', 'password.too-common'],
    ['ababababababab', 'password.too-common'],
    ['lin-lin-lin-1', 'password.too-common'],
  ])('refuses %s as a password', async (next, code) => {
    const { oneTimePassword } = await accounts.resetPassword('yang');
    await expect(
      accounts.changePassword('yang', oneTimePassword, next.replaceAll('lin', 'yang')),
    ).rejects.toMatchObject({
      code,
      details: { pointer: '/next' },
    });
  });

  it('answers an account that is opened twice without a password', async () => {
    const draft = { id: 'twice', personId: 'p2', login: 'twice' };
    expect((await accounts.open(draft)).oneTimePassword).not.toBeNull();
    expect((await accounts.open(draft)).oneTimePassword).toBeNull();
    await expect(accounts.open({ ...draft, id: 'other-id' })).rejects.toMatchObject({ code: 'account.login-taken' });
    await expect(accounts.open({ ...draft, id: 'x', login: 'x1', personId: 'none' })).rejects.toMatchObject({
      code: 'account.unknown-person',
    });
  });

  it('gives a role on its days only', async () => {
    await settled('p3', 'wen');
    const entered = await sessions.open('wen');
    const held = async () => {
      sessions.forgetAll();
      return (await sessions.find(entered.token))?.identity.grants.length;
    };
    const days = (from: string, to: string) =>
      owner(`update identity.dated_grant set from_date = ${from}, to_date = ${to} where account_id = 'wen'`);
    const today = `(now() at time zone 'Asia/Shanghai')::date`;
    await days(today, today);
    expect(await held()).toBe(1);
    await days(`${today} - 9`, `${today} - 1`);
    expect(await held()).toBe(0);
    await days(`${today} + 1`, 'null');
    expect(await held()).toBe(0);
    expect((await accounts.find('wen')).grants).toMatchObject([{ role: 'unit-preparer', to: null }]);
  });

  it('ends sessions when the account is disabled', async () => {
    const id = await settled('p5', 'qin');
    const entered = await enter('qin', PASSWORD);
    if ('refused' in entered) throw new Error(entered.refused);
    expect(await sessions.find(entered.session.token)).toBeDefined();
    await accounts.setDisabled(id, true);
    sessions.forgetAll();
    expect(await sessions.find(entered.session.token)).toBeUndefined();
    expect(await enter('qin', PASSWORD)).toMatchObject({ refused: 'disabled' });
  });

  it('tells where an account is logged in, and ends one of its sessions', async () => {
    const id = await settled('p6', 'mo');
    const [one, other] = [await sessions.open(id), await sessions.open(id, { factorGiven: true })];
    expect((await sessions.of(id)).map((session) => [session.id, session.factorGiven]).sort()).toEqual(
      [
        [one.id, false],
        [other.id, true],
      ].sort(),
    );
    expect(await sessions.end('yang', one.id)).toBe(false);
    expect(await sessions.end(id, one.id)).toBe(true);
    expect(await sessions.end(id, one.id)).toBe(false);
    expect(await sessions.find(one.token)).toBeUndefined();
    expect(await sessions.find(other.token)).toBeDefined();
  });

  it('ends a session that rests too long and one that is too old', async () => {
    const id = await settled('p7', 'tang');
    for (const aged of [`seen_at = now() - interval '31 minutes'`, `expires_at = now() - interval '1 second'`]) {
      const { token } = await sessions.open(id);
      expect(await sessions.find(token)).toBeDefined();
      await owner(`update identity.session set ${aged}`);
      sessions.forgetAll();
      expect(await sessions.find(token)).toBeUndefined();
    }
  });

  it('makes guessing slower and slower, and never locks for good', async () => {
    await settled('p8', 'xie');
    const wrong = () => enter('xie', 'a wrong password', '192.0.2.9');
    for (let n = 0; n < 5; n += 1) expect(await wrong()).toMatchObject({ refused: 'unknown-or-wrong' });
    expect(await enter('xie', PASSWORD, '192.0.2.9')).toMatchObject({ refused: 'too-many' });
    expect(await enter('xie', PASSWORD, '192.0.2.10')).toMatchObject({ login: 'xie' });
    await ownerDoes(database.pool, `update identity.attempt set last_at = last_at - interval '16 minutes'`);
    expect(await enter('xie', PASSWORD, '192.0.2.9')).toMatchObject({ login: 'xie' });
  });

  it('counts guesses that come at the same moment one by one, so that many at once gain nothing', async () => {
    await settled('p14', 'xin');
    const wrong = () => enter('xin', 'a wrong password', '192.0.2.11');
    for (let n = 0; n < 4; n += 1) await wrong();
    const held = await database.pool.connect();
    await held.query('begin');
    await held.query('select from identity.attempt for update');
    const guesses = Array.from({ length: 6 }, wrong);
    const blocked = `select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`;
    await eventually(async () => (await database.pool.query(blocked)).rowCount === guesses.length);
    await held.query('commit');
    held.release();
    const told = (await Promise.all(guesses)).map((result) => 'refused' in result && result.refused);
    expect(told.filter((reason) => reason !== 'too-many')).toEqual(['unknown-or-wrong']);
  });

  /** As if so many seconds had passed since the last attempt. */
  const pass = (seconds: number) =>
    owner(`update identity.attempt set last_at = last_at - interval '${seconds} seconds'`);
  const waitOf = async (login: string, ip: string): Promise<number> => {
    const result = await enter(login, 'a wrong password', ip);
    return 'refused' in result ? result.waitSeconds : -1;
  };

  it.each(['guessed', 'unknown'])(
    'lets one wait twice as long after each guess, up to a quarter of an hour: %s',
    async (login) => {
      if (login === 'guessed') await settled('p10', login);
      const ip = `198.51.100.${login.length}`;
      for (let n = 0; n < 5; n += 1) expect(await waitOf(login, ip)).toBe(0);
      const waits: number[] = [];
      for (let n = 0; n < 12; n += 1) {
        waits.push(await waitOf(login, ip));
        await pass(waits[n]!); // then one more guess is looked at, and counted
        expect(await waitOf(login, ip)).toBe(0);
      }
      expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900]);
      expect(await waitOf('yang', ip)).toBe(0); // another log-in does not wait for it
    },
    30_000,
  );

  it('slows an address down that tries many log-ins, and nobody elsewhere', async () => {
    await settled('p11', 'own');
    const sprayer = '203.0.113.7';
    const spray = (from: number, to: number) =>
      Promise.all(Array.from({ length: to - from }, (_, n) => waitOf(`sprayed${from + n}`, sprayer)));
    expect(new Set(await spray(0, 49))).toEqual(new Set([0]));
    // To log in oneself in between takes back that one attempt, and none of the guesses.
    expect(await enter('own', PASSWORD, sprayer)).toMatchObject({ login: 'own' });
    expect(await spray(49, 50)).toEqual([0]);
    expect(await waitOf('sprayed50', sprayer)).toBe(1);
    expect(await enter('own', PASSWORD, sprayer)).toMatchObject({ refused: 'too-many' });
    expect(await enter('own', PASSWORD, '203.0.113.8')).toMatchObject({ login: 'own' });
    await pass(1);
    expect(await enter('own', PASSWORD, sprayer)).toMatchObject({ login: 'own' });
  }, 30_000);

  it('lets who guesses the present password from within a session wait as well', async () => {
    const id = await settled('p15', 'within');
    const guess = () => accounts.changePassword(id, 'a wrong password', '又一把足够长的口令-2023');
    for (let n = 0; n < 5; n += 1) await expect(guess()).rejects.toMatchObject({ code: 'password.wrong' });
    const change = () => accounts.changePassword(id, PASSWORD, '又一把足够长的口令-2023');
    await expect(change()).rejects.toMatchObject({ code: 'password.too-many-guesses', details: { seconds: 1 } });
    await pass(1);
    await change();
  });

  it('refuses a one-time password that is too old', async () => {
    const { oneTimePassword } = await accounts.open({ id: 'late', personId: 'p9', login: 'late' });
    await owner(`update identity.account set one_time_until = now() - interval '1 day' where id = 'late'`);
    expect(await enter('late', oneTimePassword ?? '')).toMatchObject({ refused: 'one-time-expired' });
  });

  it('keeps at least one administrator', async () => {
    await accounts.open({ id: 'admin1', personId: 'p28', login: 'admin1' });
    await giveRoles(database.pool, ['admin1', 'administrator', null]);
    await expect(accounts.setDisabled('admin1', true)).rejects.toMatchObject({ code: 'account.last-administrator' });
  });

  it('keeps no password and no token that could be used', async () => {
    const { token } = await sessions.open('yang');
    const { rows } = await database.pool.query(
      `select string_agg(a::text, '') || (select string_agg(s::text, '') from identity.session s) as text from identity.account a`,
    );
    expect(rows[0].text).not.toContain(PASSWORD);
    expect(rows[0].text).not.toContain(token);
    expect(rows[0].text).toContain('$argon2id$v=19$m=19456,t=2,p=1$');
  });
});

describe('The one-time link', () => {
  let database: TestDatabase;
  let bootstrap: Bootstrap;

  beforeAll(async () => {
    database = await testDatabase();
    bootstrap = new Bootstrap(database.pool);
  });
  afterAll(() => database.drop());

  const first = { accountId: 'a', personId: 'p', name: '覃管理', login: 'admin', password: PASSWORD };

  it('ends when another is made, when it is too old, and with its first use', async () => {
    const before = await bootstrap.createToken();
    const token = await bootstrap.createToken();
    await expect(bootstrap.redeem(before, first)).rejects.toMatchObject({ code: 'bootstrap.link-not-valid' });
    await expect(bootstrap.redeem(token, { ...first, password: 'short' })).rejects.toMatchObject({
      code: 'password.too-short',
    });
    const outcomes = await Promise.allSettled([bootstrap.redeem(token, first), bootstrap.redeem(token, first)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await new Accounts(database.pool).find('a')).toMatchObject({
      grants: [{ role: 'administrator', unitId: null }],
      oneTime: false,
    });
    const later = await bootstrap.createToken();
    await expect(bootstrap.redeem(later, { ...first, login: 'second' })).rejects.toMatchObject({
      code: 'bootstrap.already-done',
    });
    await ownerDoes(database.pool, `update identity.bootstrap_token set expires_at = now() - interval '1 minute'`);
    await expect(bootstrap.redeem(later, first)).rejects.toMatchObject({ code: 'bootstrap.link-not-valid' });
  });
});
