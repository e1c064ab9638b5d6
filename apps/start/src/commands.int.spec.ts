import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { environment, projectRoot } from '#libs/config';
import { type TestDatabase, temporaryFolder, testDatabase } from '#libs/testing';

const run = promisify(execFile);
const TYPESCRIPT = pathToFileURL(join(projectRoot(), 'libs/testing/jest/typescript.mjs')).href;

interface Said {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** What a command says and how it ends; a failure that nobody foresaw shows a stack. */
describe('The commands of an operator', () => {
  const folder = temporaryFolder();
  let database: TestDatabase;

  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(async () => {
    await database.drop();
    folder.remove();
  });

  async function command(line: string, env: Readonly<Record<string, string>> = {}): Promise<Said> {
    const [file = '', ...args] = line.split(' ');
    const given = {
      ...{ PATH: environment().PATH, DATA_DIR: folder.path, SECRETS_KEY: Buffer.alloc(32).toString('base64') },
      ...env,
    };
    try {
      const program = ['--import', TYPESCRIPT, join(projectRoot(), `${file}.ts`), ...args];
      return { code: 0, ...(await run(process.execPath, program, { env: given, timeout: 50_000 })) };
    } catch (error) {
      const { code, stdout, stderr } = error as Said;
      return { code, stdout, stderr };
    }
  }

  const explained = async (line: string, url: string, said: RegExp) => {
    const { code, stdout, stderr } = await command(line, { DATABASE_URL: url });
    expect(stderr).toMatch(said);
    expect(stderr.trim().split('\n')).toHaveLength(2);
    expect(stdout + stderr).not.toMatch(/hunter2|\n\s+at /);
    expect(code).toBeGreaterThan(0);
  };

  it.each([
    'apps/start/src/main',
    'apps/start/src/migrate',
    'apps/api/src/main',
    'apps/worker/src/redrive',
    'apps/worker/src/rebuild',
    'apps/sealer/src/rotate-key',
    'apps/verify/src/check-control',
    `apps/verify/src/export --out ${folder.path}/export`,
  ])('tell what to do when no database answers: %s', async (line) => {
    await explained(
      line,
      'postgres://app:hunter2@127.0.0.1:1/shuangshen',
      /^无法连接数据库：没有应答[\s\S]*DATABASE_URL/,
    );
  });

  it.each([
    ['the password is wrong', (url: URL) => Object.assign(url, { password: 'hunter2' }), /^数据库拒绝登录/],
    [
      'there is no such database',
      (url: URL) => Object.assign(url, { pathname: '/no_such' }),
      /^服务器上没有这个数据库/,
    ],
    [
      'the host is not found',
      (url: URL) => Object.assign(url, { hostname: 'db.invalid' }),
      /^无法连接数据库：找不到这台主机/,
    ],
  ])('tell what to do when %s', async (_, changed, said) => {
    const { href } = changed(new URL(database.ownerUrl));
    await explained('apps/start/src/migrate', href, said);
  });

  it.each([
    ['apps/start/src/main', /npm start -- --empty/],
    ['apps/start/src/back-up', /npm run backup -- <folder>/],
    ['apps/verify/src/check-control', /npm run check:control/],
    ['apps/verify/src/export', /npm run export/],
    ['apps/verify/src/main', /shuangshen-verify\.mjs <folder>/],
  ])('answer a mistyped option with what there is: %s', async (file, usage) => {
    const { code, stderr } = await command(`${file} --mistyped`);
    expect(stderr).toContain("'--mistyped'");
    expect(stderr).toMatch(usage);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(code).toBeGreaterThan(0);
  });

  it('say what is wrong with the number of backups to keep', async () => {
    const { code, stderr } = await command(`apps/start/src/back-up ${folder.path} --keep abc`);
    expect(stderr).toMatch(/^--keep 须为大于 0 的整数.*“abc”[\s\S]*"abc" is not[\s\S]*npm run backup/);
    expect(code).toBe(1);
  });

  it.each([`export --out ${folder.path}/export`, `main --receipt ${folder.path}`])(
    'say that a file of keys is not there: %s',
    async (line) => {
      const { code, stderr } = await command(`apps/verify/src/${line} --keys /no/such/keys`);
      expect(stderr).toContain('没有这个文件 / there is no such file: /no/such/keys');
      expect(stderr).not.toMatch(/\n\s+at /);
      expect(code).toBe(2);
    },
  );

  it('explain a measurement without beginning it', async () => {
    const { code, stdout } = await command('bench/replay --help');
    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringContaining('npm run bench:replay -- [--events') });
  });
});
