import { type TestDatabase, testDatabase } from '#libs/testing';
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
      insert into registry.person (id, name) select 'p' || n, '某人' || n from generate_series(1, 30) n;
      insert into registry.membership (person_id, unit_id, kind, from_date, to_date) values
        ('p1', 'centre', 'member', '2020-01-01', null), ('p1', 'other', 'seconded', '2020-01-01', '2020-12-31')`);
  });
  afterAll(() => database.drop());

  const enter = (login: string, password: string, ip = '192.0.2.1') => logIn.enter({ login, password, ip });
  const age = (text: string) => database.pool.query(text);

  /** An account whose holder has chosen PASSWORD. */
  async function settled(personId: string, login: string, role = 'unit-preparer', unitId: string | null = 'centre') {
    const { account, oneTimePassword } = await accounts.open({
      id: login,
      personId,
      login,
      grants: [{ role, unitId }],
    });
    await accounts.changePassword(account.id, oneTimePassword ?? '', PASSWORD);
    return account.id;
  }

  it('lets nobody do anything with a one-time password but replace it', async () => {
    const { account, oneTimePassword } = await accounts.open({
      id: 'yang',
      personId: 'p1',
      login: 'yang',
      grants: [{ role: 'unit-preparer', unitId: 'centre' }],
    });
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
    const draft = { id: 'twice', personId: 'p2', login: 'twice', grants: [] };
    expect((await accounts.open(draft)).oneTimePassword).not.toBeNull();
    expect((await accounts.open(draft)).oneTimePassword).toBeNull();
    await expect(accounts.open({ ...draft, id: 'other-id' })).rejects.toMatchObject({ code: 'account.login-taken' });
    await expect(accounts.open({ ...draft, id: 'x', login: 'x1', personId: 'none' })).rejects.toMatchObject({
      code: 'account.unknown-person',
    });
  });

  it.each([
    [10, 'a unit role below a reviewer role', 'first-reviewer', 'department', 'unit-preparer', 'centre'],
    [11, 'a reviewer role above a unit role', 'unit-head', 'centre', 'second-reviewer', 'finance'],
    [12, 'both over one unit', 'unit-checker', 'centre', 'first-reviewer', 'centre'],
    [13, 'anything beside the administrator', 'administrator', null, 'auditor', 'finance'],
    [14, 'the administrator beside anything', 'campaign-manager', 'finance', 'administrator', null],
    [15, 'work beside the audit', 'auditor', 'finance', 'unit-preparer', 'centre'],
  ])('refuses (person %i) %s, also through another account', async (n, _what, role, unitId, second, secondUnit) => {
    const grants = [{ role, unitId }];
    await age(`delete from identity.role_grant where account_id in ('a${n}', 'b${n}')`);
    const a = (await accounts.open({ id: `a${n}`, personId: `p${n}`, login: `a${n}`, grants })).account;
    const b = (await accounts.open({ id: `b${n}`, personId: `p${n}`, login: `b${n}`, grants: [] })).account;
    for (const { id } of [a, b])
      await expect(accounts.grant(id, { role: second, unitId: secondUnit })).rejects.toMatchObject({
        code: 'grant.excluded-role',
      });
    await age(`delete from identity.role_grant where account_id in ('a${n}', 'b${n}')`);
  });

  it('lets a person review units that are not his own', async () => {
    await accounts.open({
      id: 'both',
      personId: 'p3',
      login: 'both',
      grants: [{ role: 'unit-preparer', unitId: 'centre' }],
    });
    expect(await accounts.grant('both', { role: 'first-reviewer', unitId: 'other' })).toMatchObject({
      grants: [{}, {}],
    });
    await expect(age(`update registry.unit set parent_id = 'other' where id = 'department'`)).rejects.toMatchObject({
      constraint: 'role_grant_unit_or_reviewer',
    });
  });

  it('gives excluding roles to only one of two that ask at once', async () => {
    for (const id of ['race1', 'race2']) await accounts.open({ id, personId: 'p4', login: id, grants: [] });
    const outcomes = await Promise.allSettled([
      accounts.grant('race1', { role: 'unit-head', unitId: 'centre' }),
      accounts.grant('race2', { role: 'second-reviewer', unitId: 'department' }),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('ends sessions when a role is taken back and when the account is disabled', async () => {
    const id = await settled('p5', 'qin');
    for (const end of [
      () => accounts.revoke(id, { role: 'unit-preparer', unitId: 'centre' }),
      () => accounts.setDisabled(id, true),
    ]) {
      const entered = await enter('qin', PASSWORD);
      if ('refused' in entered) throw new Error(entered.refused);
      expect(await sessions.find(entered.session.token)).toBeDefined();
      await end();
      sessions.forgetAll();
      expect(await sessions.find(entered.session.token)).toBeUndefined();
    }
    expect(await enter('qin', PASSWORD)).toMatchObject({ refused: 'disabled' });
  });

  it('ends sessions when a role is given, and not when it was held already', async () => {
    const id = await settled('p6', 'mo');
    const { token } = await sessions.open(id);
    await accounts.grant(id, { role: 'unit-preparer', unitId: 'centre' });
    sessions.forgetAll();
    expect((await sessions.find(token))?.identity.grants).toHaveLength(1);
    await accounts.grant(id, { role: 'unit-checker', unitId: 'centre' });
    sessions.forgetAll();
    expect(await sessions.find(token)).toBeUndefined();
    const next = await sessions.open(id);
    expect((await sessions.find(next.token))?.identity.grants).toHaveLength(2);
  });

  it('ends a session that rests too long and one that is too old', async () => {
    const id = await settled('p7', 'tang');
    for (const aged of [`seen_at = now() - interval '31 minutes'`, `expires_at = now() - interval '1 second'`]) {
      const { token } = await sessions.open(id);
      expect(await sessions.find(token)).toBeDefined();
      const owner = database.ownerUrl;
      await asOwner(owner, `update identity.session set ${aged}`);
      sessions.forgetAll();
      expect(await sessions.find(token)).toBeUndefined();
    }
  });

  it('makes guessing slower and slower, and never locks for good', async () => {
    await settled('p8', 'xie');
    const wrong = () => enter('xie', 'a wrong password', '192.0.2.9');
    // Many at once gain nothing: each is counted before its password is looked at.
    const first = await Promise.all(Array.from({ length: 12 }, wrong));
    expect(
      first.filter((result) => 'refused' in result && result.refused === 'unknown-or-wrong').length,
    ).toBeLessThanOrEqual(6);
    expect(await enter('xie', PASSWORD, '192.0.2.9')).toMatchObject({ refused: 'too-many' });
    expect(await enter('xie', PASSWORD, '192.0.2.10')).toMatchObject({ login: 'xie' });
    await asOwner(database.ownerUrl, `update identity.attempt set last_at = last_at - interval '16 minutes'`);
    expect(await enter('xie', PASSWORD, '192.0.2.9')).toMatchObject({ login: 'xie' });
  });

  it('refuses a one-time password that is too old', async () => {
    const { oneTimePassword } = await accounts.open({ id: 'late', personId: 'p9', login: 'late', grants: [] });
    await asOwner(
      database.ownerUrl,
      `update identity.account set one_time_until = now() - interval '1 day' where id = 'late'`,
    );
    expect(await enter('late', oneTimePassword ?? '')).toMatchObject({ refused: 'one-time-expired' });
  });

  it('keeps at least one administrator', async () => {
    await accounts.open({
      id: 'admin1',
      personId: 'p28',
      login: 'admin1',
      grants: [{ role: 'administrator', unitId: null }],
    });
    await expect(accounts.setDisabled('admin1', true)).rejects.toMatchObject({ code: 'account.last-administrator' });
    await expect(accounts.revoke('admin1', { role: 'administrator', unitId: null })).rejects.toMatchObject({
      code: 'account.last-administrator',
    });
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
    await asOwner(database.ownerUrl, `update identity.bootstrap_token set expires_at = now() - interval '1 minute'`);
    await expect(bootstrap.redeem(later, first)).rejects.toMatchObject({ code: 'bootstrap.link-not-valid' });
  });
});

async function asOwner(ownerUrl: string, statement: string): Promise<void> {
  const { Client } = await import('pg');
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
