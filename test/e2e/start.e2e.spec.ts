import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { environment, projectRoot } from '#libs/config';
import { freePort, isPortBusy } from '#libs/embedded';
import { eventually, temporaryFolder } from '#libs/testing';
import { descendants, stillRunning } from './processes.js';

/** The built output, as `npm start` runs it, from another folder than the checkout. */
const run = join(projectRoot(), 'apps/start/run.mjs');
let folder: ReturnType<typeof temporaryFolder>;
let systems: System[] = [];

beforeAll(() => {
  const built = spawnSync(process.execPath, [run, 'build'], { encoding: 'utf8' });
  if (built.status !== 0) throw new Error(built.stderr);
}, 180_000);

beforeEach(() => {
  folder = temporaryFolder();
  systems = [];
});

afterEach(async () => {
  for (const system of systems) await system.stop();
  for (const { dataDir } of systems) stopOrphan(dataDir);
  folder.remove();
});

class System {
  readonly ended: Promise<unknown[]>;
  output = '';

  constructor(
    readonly port: number,
    readonly dataDir: string,
    private readonly child: ChildProcess,
  ) {
    this.ended = once(child, 'exit');
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.output += text;
      });
    }
    systems.push(this);
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Waits until it says that it is ready; throws with its own words when it ended instead. */
  async ready(): Promise<this> {
    await eventually(() => {
      if (this.child.exitCode !== null) throw new Error(`ended with ${this.child.exitCode}: ${this.output}`);
      return this.output.includes(`is ready: ${this.url}`);
    }, 55_000);
    return this;
  }

  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<unknown> {
    if (this.child.exitCode === null && this.child.signalCode === null) this.child.kill(signal);
    const [code] = await this.ended;
    return code;
  }

  /** Process ids of everything that runs on behalf of this system, itself apart. */
  processes(): readonly number[] {
    return descendants(this.child.pid as number);
  }
}

async function start(
  options: { name?: string; port?: number; dataDir?: string; args?: string[] } = {},
): Promise<System> {
  const port = options.port ?? (await freePort());
  const dataDir = options.dataDir ?? join(folder.path, options.name ?? 'data');
  const child = spawn(process.execPath, [run, 'start', ...(options.args ?? ['--empty'])], {
    cwd: folder.path,
    env: { ...environment(), PORT: String(port), DATA_DIR: dataDir, DATABASE_URL: '', REDIS_URL: '', PUBLIC_URL: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return new System(port, dataDir, child);
}

const lock = (dataDir: string): string => join(dataDir, 'postgres/cluster/postmaster.pid');
const databaseRuns = (dataDir: string): boolean => existsSync(lock(dataDir));
const status = async (url: string): Promise<number> => (await fetch(url)).status;

/** A database that outlived a start which a failed test had killed. */
function stopOrphan(dataDir: string): void {
  if (databaseRuns(dataDir)) process.kill(Number(readFileSync(lock(dataDir), 'utf8').split('\n')[0]), 'SIGINT');
}

const gone = (pids: readonly number[]): Promise<void> => eventually(() => stillRunning(pids).length === 0);

describe('npm start', () => {
  it('runs twice side by side, says what runs where, and leaves nothing running', async () => {
    const [one, two] = await Promise.all([start({ name: 'one' }), start({ name: 'two' })]);
    await Promise.all([one.ready(), two.ready()]);
    expect(await status(`${one.url}/health/ready`)).toBe(200);
    expect(await status(`${two.url}/health/ready`)).toBe(200);
    expect(one.output).toContain(join(one.dataDir, 'postgres'));
    expect(one.output).toMatch(/token=/);

    const running = [...one.processes(), ...two.processes()];
    expect(running.length).toBeGreaterThanOrEqual(6);
    expect(await Promise.all([one.stop('SIGINT'), two.stop('SIGTERM')])).toEqual([0, 0]);
    await gone(running);
    expect([databaseRuns(one.dataDir), databaseRuns(two.dataDir)]).toEqual([false, false]);
    expect(await isPortBusy(one.port, '127.0.0.1')).toBe(false);
  });

  it('creates the demonstration once, shows its passwords once, and starts from a backup that was made while it ran', async () => {
    const first = await (await start({ args: [] })).ready();
    expect(first.output).toMatch(/首次启动[\s\S]*first start[\s\S]*一次性口令/);
    const copies = join(folder.path, 'copies');
    const backUp = (...args: string[]) => {
      const env = { ...environment(), DATA_DIR: first.dataDir, DATABASE_URL: '', REDIS_URL: '' };
      return spawnSync(process.execPath, [run, 'backup', ...args], { encoding: 'utf8', env });
    };
    for (const inside of ['inside', '..inside'])
      expect(backUp(join(first.dataDir, inside)).stderr).toMatch(/不能放在数据目录[\s\S]*cannot lie inside/);
    expect(backUp(copies)).toMatchObject({ status: 0, stdout: expect.stringMatching(/已备份到[\s\S]*backed up to/) });
    const [oldest] = readdirSync(copies);
    expect(backUp(copies, '--keep', '1')).toMatchObject({ status: 0, stdout: expect.stringContaining(`${oldest}`) });
    const [copy, ...others] = readdirSync(copies);
    expect([copy === oldest, others]).toEqual([false, []]);
    expect(await first.stop()).toBe(0);
    expect(backUp(copies).stderr).toMatch(/没有在.*运行[\s\S]*does not run/);

    const second = await (await start({ args: [], dataDir: join(copies, copy!) })).ready();
    expect(second.output).not.toMatch(/first start|一次性口令|token=/);
    const [, password] = /^ {2}huang +(\S+)/m.exec(first.output)!;
    const entered = await fetch(`${second.url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': 'after-the-restore' },
      body: JSON.stringify({ login: 'huang', password }),
    });
    expect(entered.status).toBe(200);
  }, 120_000);

  it('names a busy port, what to do, and starts nothing', async () => {
    const port = await freePort();
    const neighbour = createServer((connection) => connection.resume()).listen(port, '127.0.0.1');
    await once(neighbour, 'listening');
    try {
      const system = await start({ port });
      expect((await system.ended)[0]).toBe(1);
      expect(system.output).toMatch(
        new RegExp(`端口 ${port} 已被占用[\\s\\S]*Port ${port} is in use[\\s\\S]*PORT=${port + 1} npm start`),
      );
      expect(existsSync(system.dataDir)).toBe(false);
    } finally {
      neighbour.close();
    }
  });

  it('names a folder it cannot write, and what to do', async () => {
    writeFileSync(join(folder.path, 'file'), '');
    const system = await start({ dataDir: join(folder.path, 'file', 'data') });
    expect((await system.ended)[0]).toBe(1);
    expect(system.output).toMatch(/无法写入数据目录[\s\S]*Cannot write the data folder .*DATA_DIR/);
  });

  it('refuses data that were left incomplete, and what to do', async () => {
    const dataDir = join(folder.path, 'half');
    mkdirSync(join(dataDir, 'postgres/cluster/base'), { recursive: true });
    writeFileSync(join(dataDir, 'postgres/owner-password'), 'x');
    const system = await start({ dataDir });
    expect((await system.ended)[0]).toBe(1);
    expect(system.output).toMatch(/已损坏[\s\S]*is damaged .*move it away to begin anew/);
    expect(databaseRuns(dataDir)).toBe(false);
  });

  it('lists everything that is wrong with its settings', async () => {
    const child = spawnSync(process.execPath, [run, 'start'], {
      encoding: 'utf8',
      env: { ...environment(), PORT: 'web', LOG_LEVEL: 'loud', DATA_DIR: join(folder.path, 'data') },
    });
    expect(child.status).toBe(1);
    expect(child.stderr).toMatch(/PORT must be[\s\S]*LOG_LEVEL must be/);
    expect(existsSync(join(folder.path, 'data'))).toBe(false);
  });

  it('tells of a mistyped option of a measurement where its usage stands, and shows no stack', () => {
    const { status, stderr } = spawnSync(process.execPath, [run, 'bench', 'replay', '--rouds', '3'], {
      encoding: 'utf8',
    });
    expect(stderr).toMatch(/'--rouds'[\s\S]*用法见 --help/);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(status).toBe(1);
  });

  it('does not let a second start use its data, and comes back after kill -9 with the database that was left running', async () => {
    const first = await (await start()).ready();
    const second = await start();
    expect((await second.ended)[0]).toBe(1);
    expect(second.output).toMatch(/正在使用数据目录[\s\S]*Another running process uses the data folder/);
    expect(await status(`${first.url}/health/ready`)).toBe(200);

    const pids = first.processes();
    await first.stop('SIGKILL');
    const third = await (await start({ port: first.port })).ready();
    expect(third.output).toContain('taken over');
    expect(await status(`${third.url}/health/ready`)).toBe(200);

    // And of everything at once, as a power cut would do.
    for (const pid of third.processes()) process.kill(pid, 'SIGKILL');
    await third.stop('SIGKILL');
    const fourth = await (await start({ port: first.port })).ready();
    expect(await status(`${fourth.url}/health/ready`)).toBe(200);
    expect(await fourth.stop()).toBe(0);
    await gone(pids);
    expect(databaseRuns(fourth.dataDir)).toBe(false);
  }, 120_000);
});
