import { type TestDatabase, testDatabase } from '#libs/testing';
import { Accounts, PASSWORD_POLICIES, Sessions } from './index.js';

const nth = (n: number) => `Nr${n}-Kx7vq`;

describe('Under the profile dengbao', () => {
  let database: TestDatabase;
  let accounts: Accounts;
  const { dengbao } = PASSWORD_POLICIES;

  beforeAll(async () => {
    database = await testDatabase();
    accounts = new Accounts(database.pool, dengbao);
    await database.pool.query(
      `insert into registry.person (id, name) select 'p' || n, '某人' from generate_series(1, 9) n`,
    );
  });
  afterAll(() => database.drop());

  async function somebody(id: string) {
    const { oneTimePassword } = await accounts.open({
      id,
      personId: id.replace('a', 'p'),
      login: `login-${id}`,
    });
    await accounts.changePassword(id, oneTimePassword ?? '', nth(1));
  }

  const former = async (id: string) =>
    (await database.pool.query('select from identity.former_password where account_id = $1', [id])).rowCount;

  it('none of the last five passwords is taken again, the one before them is', async () => {
    await somebody('a1');
    for (let n = 2; n <= 6; n += 1) await accounts.changePassword('a1', nth(n - 1), nth(n));
    for (const n of [2, 3, 4, 5])
      await expect(accounts.changePassword('a1', nth(6), nth(n))).rejects.toMatchObject({
        code: 'password.used-before',
        details: { pointer: '/next', remembered: 5 },
      });
    await expect(accounts.changePassword('a1', nth(6), nth(6))).rejects.toMatchObject({ code: 'password.as-before' });
    await accounts.changePassword('a1', nth(6), nth(1));
    expect(await former('a1')).toBe(4);
  });

  it('a reset is no way round it, and what the system drew is not remembered', async () => {
    await somebody('a2');
    expect(await former('a2')).toBe(0);
    const { oneTimePassword } = await accounts.resetPassword('a2');
    await expect(accounts.changePassword('a2', oneTimePassword, nth(1))).rejects.toMatchObject({
      code: 'password.used-before',
    });
    await accounts.changePassword('a2', oneTimePassword, nth(2));
    expect(await former('a2')).toBe(1);
  });

  it('a password has to be replaced after ninety days, and not before', async () => {
    await somebody('a3');
    const sessions = new Sessions(database.pool, {
      idleMinutes: 30,
      maxHours: 12,
      passwordDays: dengbao.days ?? undefined,
    });
    const forever = new Sessions(database.pool, { idleMinutes: 30, maxHours: 12 });
    const { token } = await sessions.open('a3');
    const aged = async (days: number) => {
      await database.pool.query('update identity.account set password_set_at = now() - make_interval(hours => $1)', [
        Math.round(days * 24),
      ]);
      for (const one of [sessions, forever]) one.forgetAll();
      return [(await sessions.find(token))?.lacks, (await forever.find(token))?.lacks];
    };
    expect(await aged(89.9)).toEqual([null, null]);
    expect(await aged(90.1)).toEqual(['new-password', null]);
    await accounts.changePassword('a3', nth(1), nth(2));
    const next = await sessions.open('a3');
    expect((await sessions.find(next.token))?.lacks).toBeNull();
  });

  it('under asvs no former password is kept', async () => {
    const asvs = new Accounts(database.pool);
    const { oneTimePassword } = await asvs.open({ id: 'a4', personId: 'p4', login: 'login-a4' });
    await asvs.changePassword('a4', oneTimePassword ?? '', 'correct horse battery');
    await asvs.changePassword('a4', 'correct horse battery', 'correct mule battery');
    expect(await former('a4')).toBe(0);
    await asvs.changePassword('a4', 'correct mule battery', 'correct horse battery');
  });
});
