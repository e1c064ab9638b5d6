import { createHash, randomBytes } from 'node:crypto';
import { type TOTP, URI } from 'otpauth';
import { giveRoles, ownerDoes, SoftwareAuthenticator, type TestDatabase, testDatabase } from '#libs/testing';
import {
  Accounts,
  Confirmation,
  demandOf,
  Factors,
  isFresh,
  LogIn,
  markDemonstration,
  Passkeys,
  type Proof,
  relyingPartyOf,
  Sealing,
  Sessions,
  Totps,
} from './index.js';

const PASSWORD = '足够长的一把口令-2022';
const ORIGIN = 'https://jixiao.example.gov.cn';
const KEY = createHash('sha256').update('a key for tests').digest('base64');

describe('The second factor', () => {
  let database: TestDatabase;
  let accounts: Accounts;
  let sessions: Sessions;
  let logIn: LogIn;
  let totps: Totps;
  let passkeys: Passkeys;
  let factors: Factors;
  let confirmation: Confirmation;
  /** The clock of the authenticator app and of the server. */
  let clock = Date.UTC(2022, 4, 31, 15, 59, 59);

  beforeAll(async () => {
    database = await testDatabase();
    const { pool } = database;
    accounts = new Accounts(pool);
    sessions = new Sessions(pool, { idleMinutes: 30, maxHours: 12 });
    logIn = new LogIn(pool, sessions);
    totps = new Totps(pool, new Sealing(KEY), () => clock);
    passkeys = new Passkeys(pool, relyingPartyOf(ORIGIN));
    factors = new Factors(pool);
    confirmation = new Confirmation(pool, totps, passkeys);
    await pool.query(`
      insert into registry.fiscal_division (code, name) values ('431225', '会同县');
      insert into registry.unit (id, code, name, division_code, kind) values ('finance', '001001', '财政局', '431225', 'finance');
      insert into registry.person (id, name) select 'p' || n, '某人' || n from generate_series(1, 30) n`);
  });
  afterAll(() => database.drop());

  let accountNumber = 0;

  /** Somebody of weight who has chosen PASSWORD, logged in. */
  async function somebody(role = 'first-reviewer') {
    accountNumber += 1;
    const login = `person${accountNumber}`;
    const { oneTimePassword } = await accounts.open({ id: login, personId: `p${accountNumber}`, login });
    await giveRoles(database.pool, [login, role, 'finance']);
    await accounts.changePassword(login, oneTimePassword ?? '', PASSWORD);
    return { login, ...(await entered(login)) };
  }

  async function entered(login: string) {
    const result = await logIn.enter({ login, password: PASSWORD, ip: '192.0.2.1' });
    if ('refused' in result) throw new Error(result.refused);
    return { token: result.session.token, session: await found(result.session.token) };
  }

  async function found(token: string) {
    sessions.forgetAll();
    const session = await sessions.find(token);
    if (!session) throw new Error('no session');
    return session;
  }

  /** Somebody with an app; `code` is what it shows. */
  async function withApp(role?: string) {
    const who = await somebody(role);
    const { uri, id } = await totps.begin(who.login, who.login);
    const app = URI.parse(uri) as TOTP;
    const code = () => app.generate({ timestamp: clock });
    expect(await totps.confirm(who.login, code())).toBe(id);
    const recoveryCodes = (await factors.enrolled(who.login, who.session.id)) ?? [];
    clock += 30_000;
    return { ...who, factorId: id, uri, code, recoveryCodes };
  }

  const check = async (token: string, proof: Proof) => confirmation.check(await found(token), proof);

  describe('as an authenticator app', () => {
    it('is demanded of who decides, and of nobody else', async () => {
      expect((await somebody('first-reviewer')).session).toMatchObject({ lacks: 'enrolment', factor: 'required' });
      expect((await somebody('unit-preparer')).session).toMatchObject({ lacks: null, factor: 'free' });
      const offering = new Sessions(database.pool, { idleMinutes: 30, maxHours: 12, factorDemand: 'offered' });
      const { token } = await somebody('auditor');
      expect(await offering.find(token)).toMatchObject({ lacks: null, factor: 'offered' });
    });

    it('is told once, as an address and as text, and counts with its first right code', async () => {
      const { login, token, session } = await somebody();
      const { uri, secret } = await totps.begin(login, login);
      expect(uri).toContain(`secret=${secret}`);
      expect(decodeURIComponent(uri)).toMatch(/^otpauth:\/\/totp\/双审:person\d+\?issuer=双审&/);
      const app = URI.parse(uri) as TOTP;
      const right = app.generate({ timestamp: clock });
      const wrong = right === '000000' ? '000001' : '000000';
      expect(await totps.confirm(login, wrong)).toBeUndefined();
      expect((await found(token)).lacks).toBe('enrolment');
      expect(await totps.confirm(login, right)).toBeDefined();
      await factors.enrolled(login, session.id);
      expect((await found(token)).lacks).toBe('second-factor');
      await expect(totps.begin(login, login)).rejects.toMatchObject({ code: 'factor.already-enrolled' });
      await expect(totps.confirm(login, right)).rejects.toMatchObject({ code: 'factor.not-begun' });
    });

    it('takes each code once, of the step before, the present and the next', async () => {
      const { token, code } = await withApp();
      const now = code();
      clock += 30_000;
      expect(await check(token, { code: now })).toEqual({ kind: 'totp' });
      expect(await check(token, { code: now })).toMatchObject({ refused: 'factor.code-wrong' });
      const next = code();
      clock -= 30_000;
      expect(await check(token, { code: `${next.slice(0, 3)} ${next.slice(3)}` })).toEqual({ kind: 'totp' });
      clock += 60_000;
      expect(await check(token, { code: next })).toMatchObject({ refused: 'factor.code-wrong' });
      const late = code();
      clock += 60_000;
      expect(await check(token, { code: late })).toMatchObject({ refused: 'factor.code-wrong' });
    });

    it('takes a code of which two come at once for one of them', async () => {
      const { token, code } = await withApp();
      const session = await found(token);
      const both = await Promise.all([1, 2, 3].map(() => confirmation.check(session, { code: code() })));
      expect(both.filter((one) => !('refused' in one))).toHaveLength(1);
    });

    it('makes guessing slower and slower, from wherever and in whatever session', async () => {
      const { login, code } = await withApp();
      const wrong = code() === '123456' ? '654321' : '123456';
      for (let n = 0; n < 6; n += 1) await check((await entered(login)).token, { code: wrong });
      const held = await check((await entered(login)).token, { code: code() });
      expect(held).toMatchObject({ refused: 'too-many', waitSeconds: expect.any(Number) });
      // Nobody else waits for it, and the holder no longer than it says.
      const other = await withApp();
      expect(await check((await entered(other.login)).token, { code: other.code() })).toEqual({ kind: 'totp' });
      await ownerDoes(database.pool, `update identity.attempt set last_at = last_at - interval '2 seconds'`);
      expect(await check((await entered(login)).token, { code: code() })).toEqual({ kind: 'totp' });
    });

    it('lies sealed in the database, under its own name', async () => {
      const { login, uri, factorId } = await withApp();
      const { rows } = await database.pool.query<{ sealed_secret: Buffer }>(
        'select sealed_secret from identity.totp where account_id = $1',
        [login],
      );
      const sealed = rows[0]!.sealed_secret;
      const secret = URI.parse(uri).secret.bytes;
      expect(sealed.includes(Buffer.from(secret))).toBe(false);
      const sealing = new Sealing(KEY);
      expect(new Uint8Array(sealing.open(sealed, factorId))).toEqual(secret);
      const other = new Sealing(randomBytes(32).toString('base64'));
      const changed = Buffer.from(sealed);
      changed[20]! ^= 1;
      for (const open of [
        () => other.open(sealed, factorId),
        () => sealing.open(sealed, 'another-name'),
        () => sealing.open(changed, factorId),
      ])
        expect(open).toThrow(expect.objectContaining({ code: 'factor.secret-unreadable' }));
    });
  });

  describe('as a recovery code', () => {
    it('opens once, ten times', async () => {
      const { token, recoveryCodes, login } = await withApp();
      expect(recoveryCodes).toHaveLength(10);
      const [first = '', second = ''] = recoveryCodes;
      expect(first).toMatch(/^[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}$/);
      expect(await check(token, { code: ` ${first.toUpperCase()} ` })).toEqual({ kind: 'recovery-code' });
      expect(await check(token, { code: first })).toMatchObject({ refused: 'factor.code-wrong' });
      expect((await factors.of(login)).recoveryCodesLeft).toBe(9);
      const session = await found(token);
      const both = await Promise.all([1, 2].map(() => confirmation.check(session, { code: second })));
      expect(both.filter((one) => !('refused' in one))).toHaveLength(1);
      const renewed = await factors.renewRecoveryCodes(login);
      expect(renewed).toHaveLength(10);
      expect(await check(token, { code: recoveryCodes[2] ?? '' })).toMatchObject({ refused: 'factor.code-wrong' });
    });

    it('belongs to one account, and only its hash is kept', async () => {
      const [mine, other] = [await withApp(), await withApp()];
      expect(await check(other.token, { code: mine.recoveryCodes[0] ?? '' })).toMatchObject({
        refused: 'factor.code-wrong',
      });
      const { rows } = await database.pool.query(
        'select string_agg(c::text, $1) as text from identity.recovery_code c',
        [''],
      );
      for (const code of mine.recoveryCodes) expect(rows[0].text).not.toContain(code.slice(5));
    });
  });

  describe('as a key that signs', () => {
    async function withKey() {
      const who = await somebody();
      const key = new SoftwareAuthenticator(ORIGIN);
      const options = await passkeys.enrolmentOptions(who.session.identity, who.session.id);
      const id = await passkeys.enrol(who.login, who.session.id, '蓝色小钥匙', key.create(options));
      await factors.enrolled(who.login, who.session.id);
      return { ...who, key, keyId: id };
    }

    it('is enrolled and signs, each challenge once', async () => {
      const { login, session, token, key, keyId } = await withKey();
      expect((await factors.of(login)).factors).toMatchObject([{ id: keyId, kind: 'passkey', name: '蓝色小钥匙' }]);
      expect((await found(token)).lacks).toBe('second-factor');
      const options = await passkeys.signingOptions(login, session.id);
      expect(options).toMatchObject({ rpId: 'jixiao.example.gov.cn', timeout: 300_000 });
      const signed = key.get(options);
      expect(await check(token, { signed })).toEqual({ kind: 'passkey' });
      await expect(check(token, { signed })).rejects.toMatchObject({ code: 'factor.challenge-gone' });
    });

    it.each([
      [
        'another origin',
        (_: string) => new SoftwareAuthenticator('https://jixiao.example.org', 'jixiao.example.gov.cn'),
      ],
      ['another host', (_: string) => new SoftwareAuthenticator(ORIGIN, 'example.org')],
    ])('is not taken from %s', async (_what, made) => {
      const { login, session } = await somebody();
      const options = await passkeys.enrolmentOptions(session.identity, session.id);
      await expect(passkeys.enrol(login, session.id, 'x', made(ORIGIN).create(options))).rejects.toMatchObject({
        code: 'factor.passkey-refused',
      });
      expect((await factors.of(login)).factors).toEqual([]);
    });

    it('is not believed with the challenge of another session, another key or a copy', async () => {
      const { login, session, token, key } = await withKey();
      const elsewhere = await entered(login);
      const foreign = await passkeys.signingOptions(login, elsewhere.session.id);
      await passkeys.signingOptions(login, session.id);
      expect(await check(token, { signed: key.get(foreign) })).toMatchObject({ refused: 'factor.passkey-refused' });
      const options = await passkeys.signingOptions(login, session.id);
      const stranger = { ...new SoftwareAuthenticator(ORIGIN).get(options), id: key.get(options).id };
      expect(await check(token, { signed: { ...stranger, rawId: stranger.id } })).toMatchObject({
        refused: 'factor.passkey-refused',
      });
      expect(await check(token, { signed: key.get(await passkeys.signingOptions(login, session.id)) })).toEqual({
        kind: 'passkey',
      });
      key.forgetsToCount();
      expect(await check(token, { signed: key.get(await passkeys.signingOptions(login, session.id)) })).toMatchObject({
        refused: 'factor.passkey-refused',
      });
    });

    it('waits only so long for a finger', async () => {
      const { login, session, token, key } = await withKey();
      const options = await passkeys.signingOptions(login, session.id);
      await database.pool.query(`update identity.challenge set expires_at = now() - interval '1 second'`);
      await expect(check(token, { signed: key.get(options) })).rejects.toMatchObject({ code: 'factor.challenge-gone' });
    });

    it('is nobody else’s, and there are at most five', async () => {
      const { key } = await withKey();
      const { login, session } = await somebody();
      const enrol = async (one: SoftwareAuthenticator) =>
        passkeys.enrol(
          login,
          session.id,
          'x',
          one.create(await passkeys.enrolmentOptions(session.identity, session.id)),
        );
      await expect(enrol(key)).rejects.toMatchObject({ code: 'factor.passkey-known' });
      for (let n = 0; n < 5; n += 1) await enrol(new SoftwareAuthenticator(ORIGIN));
      await expect(enrol(new SoftwareAuthenticator(ORIGIN))).rejects.toMatchObject({ code: 'factor.too-many' });
    });

    it.each([
      ['http://127.0.0.1:3000', undefined],
      ['http://[::1]:3000', undefined],
      ['http://jixiao.example.gov.cn', undefined],
      ['http://localhost:3000', { id: 'localhost', origin: 'http://localhost:3000' }],
      [
        'https://jixiao.example.gov.cn:8443',
        { id: 'jixiao.example.gov.cn', origin: 'https://jixiao.example.gov.cn:8443' },
      ],
    ])('can be used at %s or not, as browsers have it', async (url, party) => {
      expect(relyingPartyOf(url)).toEqual(party);
      const { session } = await somebody();
      if (!party)
        await expect(
          new Passkeys(database.pool, relyingPartyOf(url)).enrolmentOptions(session.identity, session.id),
        ).rejects.toMatchObject({ code: 'factor.no-passkeys-here' });
    });
  });

  describe('in a session', () => {
    it('opens what the password left half-open, under a new token', async () => {
      const { login, code } = await withApp();
      const { token, session } = await entered(login);
      expect(session).toMatchObject({ lacks: 'second-factor', factor: 'enrolled', factorGiven: false });
      expect(await check(token, { password: PASSWORD })).toMatchObject({ refused: 'confirmation.factor-needed' });
      expect(await check(token, { code: code() })).toEqual({ kind: 'totp' });
      const next = await sessions.confirmed(token, session, { factor: true });
      expect(next).not.toBe(token);
      expect(await sessions.confirmed(token, session, { factor: true })).toBeUndefined();
      expect(await sessions.find(token)).toBeUndefined();
      expect(await found(next ?? '')).toMatchObject({ id: session.id, lacks: null, factorGiven: true });
    });

    it('comes before a new password and is asked for before one is enrolled', async () => {
      const { login } = await withApp();
      const { oneTimePassword } = await accounts.resetPassword(login);
      const result = await logIn.enter({ login, password: oneTimePassword, ip: '192.0.2.1' });
      if ('refused' in result) throw new Error(result.refused);
      expect(await found(result.session.token)).toMatchObject({
        lacks: 'second-factor',
        identity: { mustChangePassword: true },
      });
      await factors.remove(login);
      const again = await logIn.enter({ login, password: oneTimePassword, ip: '192.0.2.1' });
      if ('refused' in again) throw new Error(again.refused);
      expect((await found(again.session.token)).lacks).toBe('new-password');
    });

    it('is fresh for five minutes', async () => {
      const { login } = await somebody('unit-preparer');
      const { token, session } = await entered(login);
      expect(isFresh(session)).toBe(true);
      expect(session.confirmedUntil - performance.now()).toBeLessThanOrEqual(300_000);
      await database.pool.query(`update identity.session set confirmed_at = now() - interval '301 seconds'`);
      expect(isFresh(await found(token))).toBe(false);
      expect(await check(token, { password: 'wrong' })).toMatchObject({ refused: 'password.wrong' });
      expect(await check(token, { password: PASSWORD })).toEqual({ kind: 'password' });
      expect(await sessions.confirmed(token, await found(token), { factor: false })).toBe(token);
      expect(isFresh(await found(token))).toBe(true);
      const { token: later } = await sessions.open(login, { factorGiven: true, fresh: false });
      expect(isFresh(await found(later))).toBe(false);
    });

    it('ends all others when it is enrolled, and all when it is removed', async () => {
      const who = await somebody();
      const other = await entered(who.login);
      const { uri } = await totps.begin(who.login, who.login);
      await totps.confirm(who.login, (URI.parse(uri) as TOTP).generate({ timestamp: clock }));
      await factors.enrolled(who.login, who.session.id);
      sessions.forgetAll();
      expect(await sessions.find(other.token)).toBeUndefined();
      expect(await sessions.find(who.token)).toBeDefined();
      await factors.remove(who.login);
      sessions.forgetAll();
      expect(await sessions.find(who.token)).toBeUndefined();
      expect(await factors.of(who.login)).toEqual({ factors: [], recoveryCodesLeft: 0 });
      await expect(factors.remove(who.login)).rejects.toMatchObject({ code: 'factor.not-found' });
      await expect(factors.renewRecoveryCodes(who.login)).rejects.toMatchObject({ code: 'factor.not-found' });
    });
  });

  it('is offered where the demonstration lives, and demanded everywhere else', async () => {
    expect(await demandOf(database.pool)).toBe('required');
    await markDemonstration(database.pool);
    await markDemonstration(database.pool);
    expect(await demandOf(database.pool)).toBe('offered');
  });
});
