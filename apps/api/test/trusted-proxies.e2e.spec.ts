import { type Answer, must, PASSWORD, World } from './world.spec.js';

const PROXY = '10.20.0.7';
const STRANGER = '198.51.100.7';

describe('Behind a proxy that TRUSTED_PROXIES names', () => {
  let world: World;

  beforeAll(async () => {
    world = await World.begin({ TRUSTED_PROXIES: '127.0.0.2, 10.20.0.0/16' });
    await world.administrator();
  });
  afterAll(() => world.end());

  /** A wrong password, as it comes over the connection `from`. */
  const guess = (login: string, from: string, forwardedFor: string): Promise<Answer> => {
    const headers = { 'x-forwarded-for': forwardedFor };
    return world.browser().post('/api/session', { login, password: 'a guess' }, { from, headers });
  };
  const guesses = async (login: string, from: string, forwardedFor: (n: number) => string) => {
    const all: number[] = [];
    for (let n = 1; n <= 6; n += 1) all.push((await guess(login, from, forwardedFor(n))).status);
    return all;
  };
  const lastRefused = async () => (await world.events()).findLast(({ type }) => type === 'LogInRefused')?.data;
  const SLOWED = [401, 401, 401, 401, 401, 429];

  it('a client who guesses is slowed down by the own address, and nobody else behind the proxy is', async () => {
    expect(await guesses('guessed', PROXY, () => '203.0.113.1')).toEqual(SLOWED);
    expect(await lastRefused()).toMatchObject({ reason: 'too-many', ip: '203.0.113.1' });
    expect(await guess('guessed', PROXY, '203.0.113.2')).toMatchObject({ status: 401 });
    expect(await lastRefused()).toMatchObject({ ip: '203.0.113.2' });
  });

  it('a client wins nothing by an address written before the one the proxy saw', async () => {
    expect(await guesses('pretended', PROXY, (n) => `192.0.2.${n}, 203.0.113.3`)).toEqual(SLOWED);
    expect(await lastRefused()).toMatchObject({ ip: '203.0.113.3' });
  });

  it('whoever comes past the proxy has the address of the connection, whatever is written', async () => {
    expect(await guesses('spoofed', STRANGER, (n) => `192.0.2.${n}`)).toEqual(SLOWED);
    expect(await lastRefused()).toMatchObject({ ip: STRANGER });
  });

  it('a log-in is told in the trail with the address of the client', async () => {
    const headers = { 'x-forwarded-for': '2001:db8::17' };
    must(
      await world.browser().post('/api/session', { login: 'admin', password: PASSWORD }, { from: PROXY, headers }),
      200,
    );
    const entered = (await world.events()).findLast(({ type }) => type === 'LoggedIn');
    expect(entered?.data).toMatchObject({ ip: '2001:db8::17' });
  });

  it('nothing else that it forwards is believed: another site stays another site', async () => {
    const headers = {
      origin: 'https://evil.example',
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'https',
      'x-forwarded-for': '203.0.113.4',
    };
    expect(
      await world.browser().post('/api/session', { login: 'admin', password: PASSWORD }, { from: PROXY, headers }),
    ).toMatchObject({ status: 403, body: { code: 'request.foreign-origin' } });
  });
});
