import { SETTINGS } from './catalogue.js';
import { projectRoot } from './project-root.js';
import { asEnvironment, InvalidSettings, needed, settings } from './settings.js';

function problems(env: Record<string, string>): readonly string[] {
  try {
    settings(env);
  } catch (error) {
    if (error instanceof InvalidSettings) return error.problems;
  }
  return [];
}

describe('An empty environment', () => {
  it('is enough for the embedded default', () => {
    expect(settings({})).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      publicUrl: 'http://127.0.0.1:3000',
      dataDir: `${projectRoot()}/data`,
      databaseUrl: undefined,
      redisUrl: undefined,
    });
  });

  it('is the same as one whose variables are empty, as a compose file leaves them', () => {
    const empty = Object.fromEntries(Object.values(SETTINGS).map(({ variable }) => [variable, '']));
    expect(settings(empty)).toEqual(settings({}));
  });
});

describe('Settings', () => {
  it('cannot be changed', () => {
    expect(Object.isFrozen(settings({}))).toBe(true);
  });

  it('take DATABASE_URL for the owner, too, unless it is told apart', () => {
    const DATABASE_URL = 'postgres://app:secret@db:5432/shuangshen';
    expect(settings({ DATABASE_URL }).databaseOwnerUrl).toBe(DATABASE_URL);
    const DATABASE_OWNER_URL = 'postgresql://owner:secret@db/shuangshen';
    expect(settings({ DATABASE_URL, DATABASE_OWNER_URL }).databaseOwnerUrl).toBe(DATABASE_OWNER_URL);
  });

  it('know the origin people see, without a trailing slash', () => {
    expect(settings({ PUBLIC_URL: 'https://jixiao.example.gov.cn/' }).publicUrl).toBe('https://jixiao.example.gov.cn');
    expect(settings({ HOST: '::1', PORT: '8080' }).publicUrl).toBe('http://[::1]:8080');
    expect(settings({ HOST: '0.0.0.0' }).publicUrl).toBe('http://127.0.0.1:3000');
  });

  it.each(['127.0.0.1', '::1', '10.20.0.0/16', 'fd00::/8, 192.168.1.1'])('know the proxies %s', (TRUSTED_PROXIES) => {
    expect(settings({ TRUSTED_PROXIES }).trustedProxies).toBe(TRUSTED_PROXIES);
  });

  it('are the same for a child process that reads them again', () => {
    const given = settings({ PORT: '3001', REDIS_URL: 'redis://redis:6379', DATA_DIR: 'elsewhere' });
    expect(settings(asEnvironment(given))).toEqual(given);
  });

  it('say which one a process cannot do without', () => {
    expect(() => needed(settings({}), 'databaseUrl')).toThrow(
      /DATABASE_URL must be .*it is missing.*DATABASE_URL=postgres:/,
    );
  });
});

describe('A wrong environment', () => {
  it('is refused with every problem at once: the variable, what is wrong, an example', () => {
    expect(problems({ PORT: 'web', LOG_LEVEL: 'loud', SESSION_MAX_HOURS: '0', REDIS_URL: 'http://redis' })).toEqual([
      'PORT 须为：1 至 65535 的整数；“web”不符。例如 PORT=3000\nPORT must be a whole number from 1 to 65535; "web" is not. Example: PORT=3000',
      'REDIS_URL 须为：以 redis:// 或 rediss:// 开头的网址；现在的值不符。例如 REDIS_URL=redis://redis:6379\nREDIS_URL must be a URL that begins with redis:// or rediss://; its value is something else. Example: REDIS_URL=redis://redis:6379',
      'SESSION_MAX_HOURS 须为：1 至 168 的整数；“0”不符。例如 SESSION_MAX_HOURS=8\nSESSION_MAX_HOURS must be a whole number from 1 to 168; "0" is not. Example: SESSION_MAX_HOURS=8',
      'LOG_LEVEL 须为：fatal、error、warn、info、debug、trace、silent 之一；“loud”不符。例如 LOG_LEVEL=debug\nLOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent; "loud" is not. Example: LOG_LEVEL=debug',
    ]);
  });

  it('never shows a password', () => {
    expect(problems({ DATABASE_URL: 'mysql://app:hunter2@db/x' }).join()).not.toContain('hunter2');
    const [problem] = problems({ SECRETS_KEY: 'hunter2' });
    expect(problem).toMatch(/^SECRETS_KEY must be 32 random bytes/m);
    expect(problem).not.toContain('hunter2');
  });

  it.each([
    ['PORT', '70000'],
    ['PORT', '3000.5'],
    ['PORT', '0'],
    ['HOST', 'two words'],
    ['PUBLIC_URL', 'https://example.org/path'],
    ['PUBLIC_URL', 'example.org'],
    ['TRUSTED_PROXIES', 'proxy.example.gov.cn'],
    ['TRUSTED_PROXIES', '127.0.0.1,'],
    ['TRUSTED_PROXIES', '127.0.0.1 10.0.0.1'],
    ['TRUSTED_PROXIES', '10.20.0.0/33'],
    ['TRUSTED_PROXIES', '0.0.0.0/0'],
    ['TRUSTED_PROXIES', '::/0'],
    ['TRUSTED_PROXIES', 'true'],
    ['DATABASE_URL', 'localhost'],
    ['DATABASE_OWNER_URL', 'redis://x'],
    ['WORKER_CONCURRENCY', '-1'],
    ['SESSION_IDLE_MINUTES', 'NaN'],
    ['SECOND_FACTOR', 'none'],
    ['SECRETS_KEY', Buffer.alloc(31).toString('base64')],
    ['SECRETS_KEY', Buffer.alloc(33).toString('base64')],
    ['PASSWORD_POLICY', 'short'],
    ['OIDC_ISSUER', 'http://sso.example.gov.cn'],
    ['OIDC_CLIENT_ID', 'two words'],
  ])('names %s when it is %s, and nothing else', (variable, value) => {
    expect(problems({ [variable]: value })).toEqual([
      expect.stringMatching(`^${variable} 须为：.*\\n${variable} must be `),
    ]);
  });

  it('never refuses its own examples', () => {
    const examples = Object.fromEntries(Object.values(SETTINGS).map(({ variable, example }) => [variable, example]));
    expect(problems(examples)).toEqual([]);
  });
});
