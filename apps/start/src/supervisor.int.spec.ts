import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { settings } from '#libs/config';
import { freePort, isPortBusy } from '#libs/embedded';
import { eventually, temporaryFolder, testDatabase } from '#libs/testing';
import { type Program, Supervisor, type SupervisorOptions } from './supervisor.js';

/** Programs that behave as ours do: they stop when the channel to the supervisor closes. */
const SERVES = `
  import { createServer } from 'node:http';
  const server = createServer((request, response) => response.end()).listen(process.env.PORT, process.env.HOST);
  process.once('disconnect', () => { console.log('api stops'); server.close(); server.closeAllConnections(); });`;
const WORKS = `
  import { writeFileSync } from 'node:fs';
  writeFileSync(process.env.DATA_DIR + '/worker.json', JSON.stringify({ pid: process.pid, env: process.env }));
  const work = setInterval(() => {}, 1000);
  process.once('disconnect', () => { console.log('worker stops'); clearInterval(work); });`;

let folder: ReturnType<typeof temporaryFolder>;
let port: number;
let said: string[];
let supervisor: Supervisor | undefined;
let neighbour: Server | undefined;

beforeEach(async () => {
  folder = temporaryFolder();
  port = await freePort();
  said = [];
});

afterEach(async () => {
  await supervisor?.stop();
  supervisor = undefined;
  if (neighbour) await new Promise((resolve) => neighbour?.close(resolve));
  neighbour = undefined;
  folder.remove();
});

function program(name: string, text: string): Program {
  const file = join(folder.path, `${name}.mjs`);
  writeFileSync(file, text);
  return { name, file, serves: name === 'api' };
}

const dataDir = (): string => join(folder.path, 'data');

function supervise(options: Partial<SupervisorOptions> & { env?: Record<string, string> } = {}): Supervisor {
  supervisor = new Supervisor({
    settings: settings({ PORT: String(port), DATA_DIR: dataDir(), ...options.env }),
    programs: options.programs ?? [program('api', SERVES), program('worker', WORKS)],
    say: (zh, en) => said.push(`${zh} / ${en}`),
    prepare: options.prepare ?? (async () => {}),
  });
  return supervisor;
}

const worker = (): { pid: number; env: Record<string, string> } =>
  JSON.parse(readFileSync(join(dataDir(), 'worker.json'), 'utf8')) as { pid: number; env: Record<string, string> };

const databaseRuns = (): boolean => existsSync(join(dataDir(), 'postgres/cluster/postmaster.pid'));
const log = (name: string): string => readFileSync(join(dataDir(), `log/${name}.log`), 'utf8');

describe('A system that was started', () => {
  it('answers, says where its database is, and leaves nothing running when it is stopped', async () => {
    const system = supervise();
    await system.start();
    expect((await fetch(`http://127.0.0.1:${port}/health/ready`)).status).toBe(200);
    expect(said[0]).toContain(join(dataDir(), 'postgres'));

    await eventually(() => existsSync(join(dataDir(), 'worker.json')));
    const { pid } = worker();
    await system.stop();
    expect(await isPortBusy(port, '127.0.0.1')).toBe(false);
    expect(databaseRuns()).toBe(false);
    expect(() => process.kill(pid, 0)).toThrow('ESRCH');
    expect([log('api'), log('worker')]).toEqual(['api stops\n', 'worker stops\n']);
  });

  it('does not tell its programs the password of the owner', async () => {
    await supervise().start();
    await eventually(() => existsSync(join(dataDir(), 'worker.json')));
    const { env } = worker();
    expect(env.DATABASE_URL).toMatch(/^postgres:\/\/shuangshen:/);
    expect(env).not.toHaveProperty('DATABASE_OWNER_URL');
    expect(env).not.toHaveProperty('SEALER_DATABASE_URL');
  });

  it('gives the sealer a log-in of its own and no secret of the others', async () => {
    const seals = program(
      'sealer',
      `${WORKS}
      writeFileSync(process.env.DATA_DIR + '/sealer.json', JSON.stringify(process.env));`,
    );
    await supervise({ programs: [program('api', SERVES), { ...seals, seals: true }] }).start();
    const file = join(dataDir(), 'sealer.json');
    await eventually(() => existsSync(file) && readFileSync(file, 'utf8').endsWith('}'));
    const env = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
    expect(env.SEALER_DATABASE_URL).toMatch(/^postgres:\/\/shuangshen_seals:/);
    expect(env.SEALER_DIR).toBe(join(dataDir(), 'sealer'));
    for (const secret of ['DATABASE_URL', 'DATABASE_OWNER_URL', 'SECRETS_KEY']) expect(env).not.toHaveProperty(secret);
  });

  it('draws the key of the secrets once, for our account alone, and tells it to its programs', async () => {
    const telling = program(
      'api',
      `import { writeFileSync } from 'node:fs';
      writeFileSync(process.env.DATA_DIR + '/key-of-api', process.env.SECRETS_KEY);\n${SERVES}`,
    );
    for (let start = 0; start < 2; start += 1) {
      const system = supervise({ programs: [telling, program('worker', WORKS)] });
      await system.start();
      await eventually(() => existsSync(join(dataDir(), 'worker.json')));
      await system.stop();
    }
    const key = readFileSync(join(dataDir(), 'secrets-key'), 'utf8').trim();
    expect(Buffer.from(key, 'base64')).toHaveLength(32);
    expect(statSync(join(dataDir(), 'secrets-key')).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(dataDir(), 'key-of-api'), 'utf8')).toBe(key);
    expect(worker().env).toMatchObject({ SECRETS_KEY: key });
    expect(worker().env).not.toHaveProperty('OIDC_CLIENT_SECRET');
  });

  it('stops as a whole when a program dies, and repeats its last words', async () => {
    const dying = program('worker', `console.error('the queue is on fire'); setTimeout(() => process.exit(3), 1500);`);
    const system = supervise({ programs: [program('api', SERVES), dying] });
    await system.start().catch(() => {});
    await expect(system.fallen).rejects.toMatchObject({
      en: expect.stringMatching(/^worker ended unexpectedly/),
      lastWords: expect.stringMatching(/exit 3\s+the queue is on fire/),
    });
    await system.stop();
    expect(await isPortBusy(port, '127.0.0.1')).toBe(false);
    expect(databaseRuns()).toBe(false);
  });

  it('stops as a whole when its database is killed', async () => {
    const system = supervise();
    await system.start();
    process.kill(
      Number(readFileSync(join(dataDir(), 'postgres/cluster/postmaster.pid'), 'utf8').split('\n')[0]),
      'SIGKILL',
    );
    await expect(system.fallen).rejects.toMatchObject({ en: expect.stringContaining('PostgreSQL ended unexpectedly') });
  });

  it('uses the server it is given and starts none', async () => {
    const { url, ownerUrl, drop } = await testDatabase();
    const given: unknown[] = [];
    const system = supervise({
      env: { DATABASE_URL: url, DATABASE_OWNER_URL: ownerUrl, SECRETS_KEY: Buffer.alloc(32).toString('base64') },
      programs: [],
      prepare: async (database) => void given.push(database),
    });
    await system.start();
    expect(given).toEqual([{ url, ownerUrl, embedded: false }]);
    expect(existsSync(dataDir())).toBe(false);
    await drop();
  });

  it('says what is missing when the server of somebody’s own has no key for secrets', async () => {
    const url = 'postgres://app:secret@127.0.0.1:1/x';
    await expect(supervise({ env: { DATABASE_URL: url } }).start()).rejects.toThrow(/SECRETS_KEY must be .* missing/);
  });

  it('can be told to stop while it is still starting', async () => {
    const system = supervise();
    const starting = system.start();
    await system.stop();
    await starting;
    expect(databaseRuns()).toBe(false);
    expect(await isPortBusy(port, '127.0.0.1')).toBe(false);
  });
});

describe('A system that cannot start', () => {
  it('names a busy port and has not touched the data folder', async () => {
    neighbour = createServer((connection) => connection.resume());
    await new Promise<void>((resolve) => neighbour?.listen(port, '127.0.0.1', resolve));
    await expect(supervise().start()).rejects.toMatchObject({ en: expect.stringContaining(`PORT=${port + 1}`) });
    expect(existsSync(dataDir())).toBe(false);
  });

  it('names an address that is not of this machine', async () => {
    await expect(supervise({ env: { HOST: '192.0.2.1' } }).start()).rejects.toMatchObject({
      en: expect.stringContaining('192.0.2.1'),
    });
  });

  it('leaves no database running when the preparation fails', async () => {
    const failing = supervise({ prepare: () => Promise.reject(new Error('no demonstration today')) });
    await expect(failing.start()).rejects.toThrow('no demonstration today');
    expect(databaseRuns()).toBe(false);
  });

  it('says what a program said that died before it was ready', async () => {
    const broken = program('api', `throw new Error('no such module');`);
    await expect(supervise({ programs: [broken] }).start()).rejects.toMatchObject({
      lastWords: expect.stringContaining('no such module'),
    });
    expect(databaseRuns()).toBe(false);
  });
});
