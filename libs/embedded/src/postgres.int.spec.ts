import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { Client } from 'pg';
import { projectRoot } from '#libs/config';
import { eventually, temporaryFolder } from '#libs/testing';
import { freePort, isPortBusy } from './free-port.js';
import { type Postgres, type StartOptions, startPostgres } from './postgres.js';

const typescript = join(projectRoot(), 'libs/testing/jest/typescript.mjs');
let folder: ReturnType<typeof temporaryFolder>;
let dir: string;
let started: Postgres[];
let children: ChildProcess[];

beforeEach(() => {
  folder = temporaryFolder();
  dir = join(folder.path, 'postgres');
  started = [];
  children = [];
});

afterEach(async () => {
  for (const child of children) child.kill('SIGKILL');
  for (const postgres of started) await postgres.stop();
  folder.remove();
});

async function start(options: Partial<StartOptions> = {}): Promise<Postgres> {
  const postgres = await startPostgres({ dir, ...options });
  started.push(postgres);
  return postgres;
}

/** Starts the same PostgreSQL from another process and answers with its process and the postmaster's. */
async function startElsewhere(): Promise<{ child: ChildProcess; pid: number }> {
  const child = inAnotherProcess(
    `const { pid } = await startPostgres({ dir: ${JSON.stringify(dir)} }); console.log(pid);`,
  );
  const pid = await new Promise<number>((resolve) => child.stdout?.once('data', (text) => resolve(Number(text))));
  return { child, pid };
}

function inAnotherProcess(code: string): ChildProcess {
  const program = `import { startPostgres } from '#libs/embedded'; ${code} setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--import', typescript, '--input-type=module', '-e', program], {
    cwd: projectRoot(),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  return child;
}

async function query(url: string, text: string): Promise<unknown[][]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query({ text, rowMode: 'array' })).rows;
  } finally {
    await client.end();
  }
}

const refusal = (options: Partial<StartOptions> = {}): Promise<unknown> =>
  start(options).catch((error: unknown) => error);

describe('A first start', () => {
  it('makes a database with checksums that sorts by code point and finds trigrams in Chinese text', async () => {
    const { ownerUrl, created } = await start();
    expect(created).toBe(true);
    expect(await query(ownerUrl, 'show data_checksums')).toEqual([['on']]);
    expect(await query(ownerUrl, 'show fsync')).toEqual([['on']]);
    expect(await query(ownerUrl, "select 'Z' < 'a', 'z' < '一'")).toEqual([[true, true]]);
    await query(ownerUrl, 'create extension pg_trgm');
    expect(await query(ownerUrl, "select cardinality(show_trgm('工伤保险')) > 0")).toEqual([[true]]);
  });

  it('gives the processes a log-in that is member of shuangshen_app and nothing more', async () => {
    const { url, ownerUrl } = await start();
    expect(await query(url, 'select current_user, current_database()')).toEqual([['shuangshen', 'shuangshen']]);
    expect(
      await query(
        ownerUrl,
        `select r.rolsuper or r.rolcreatedb or r.rolcreaterole or r.rolreplication or r.rolbypassrls, array_agg(g.rolname::text)
         from pg_roles r join pg_auth_members m on m.member = r.oid join pg_roles g on g.oid = m.roleid
         where r.rolname = 'shuangshen' group by 1`,
      ),
    ).toEqual([[false, ['shuangshen_app']]]);
    await expect(query(url, 'create table public.mine ()')).rejects.toThrow('permission denied');
  });

  it('keeps its passwords from everybody else', async () => {
    await start();
    for (const file of ['owner-password', 'app-password']) expect(statSync(join(dir, file)).mode & 0o777).toBe(0o600);
  });

  it('listens on this machine only', async () => {
    const { ownerUrl } = await start();
    expect(await query(ownerUrl, 'show listen_addresses')).toEqual([['127.0.0.1']]);
  });
});

describe('A second start', () => {
  it('finds the rows of the first', async () => {
    const first = await start();
    await query(first.ownerUrl, 'create table kept as select 42 as n');
    await first.stop();
    const second = await start();
    expect(second.created).toBe(false);
    expect(await query(second.ownerUrl, 'select n from kept')).toEqual([[42]]);
  });

  it('recovers every committed row after kill -9 of the server', async () => {
    const first = await start();
    await query(first.ownerUrl, 'create table kept as select generate_series(1, 1000) as n');
    process.kill(first.pid, 'SIGKILL');
    const second = await start();
    expect(await query(second.ownerUrl, 'select count(*)::int from kept')).toEqual([[1000]]);
  });

  it('takes over the server of a process that was killed', async () => {
    const { child, pid } = await startElsewhere();
    child.kill('SIGKILL');
    const postgres = await start();
    expect(postgres).toMatchObject({ adopted: true, pid });
    await postgres.stop();
    expect(await isPortBusy(postgres.port, '127.0.0.1')).toBe(false);
  });

  it('is refused while a living process uses the folder, and leaves that one alone', async () => {
    const { pid } = await startElsewhere();
    expect(await refusal()).toMatchObject({ code: 'data-folder.in-use' });
    process.kill(pid, 0);
    process.kill(pid, 'SIGINT');
    await eventually(() => !existsSync(join(dir, 'cluster/postmaster.pid')));
  });
});

describe('A running server', () => {
  it('has a neighbour in another folder', async () => {
    const [one, two] = await Promise.all([start(), start({ dir: join(folder.path, 'other') })]);
    await query(one.ownerUrl, 'create table only_here ()');
    await expect(query(two.ownerUrl, 'select from only_here')).rejects.toThrow('does not exist');
  });

  it('that goes without being asked to is reported as lost', async () => {
    const postgres = await start();
    process.kill(postgres.pid, 'SIGKILL');
    await postgres.lost;
  }, 30_000);

  it('is not lost when one of its backends crashes', async () => {
    const { ownerUrl, lost } = await start();
    const [[backend]] = (await query(
      ownerUrl,
      "select pid from pg_stat_activity where application_name = 'shuangshen start'",
    )) as [[number]];
    process.kill(backend, 'SIGKILL');
    await eventually(() =>
      query(ownerUrl, 'select 1').then(
        () => true,
        () => false,
      ),
    );
    await eventually(
      async () => (await query(ownerUrl, "select from pg_locks where locktype = 'advisory'")).length === 1,
    );
    expect(await Promise.race([lost.then(() => 'lost'), 'running'])).toBe('running');
  });
});

describe('A start that was killed half-way', () => {
  it('leaves nothing that the next start could take for data', async () => {
    const child = inAnotherProcess(`await startPostgres({ dir: ${JSON.stringify(dir)} });`);
    await eventually(() => existsSync(dir) && readdirSync(dir).some((name) => name.startsWith('initialising-')));
    child.kill('SIGKILL');
    await once(child, 'exit');
    const postgres = await start();
    expect(postgres.created).toBe(true);
    expect(readdirSync(dir).filter((name) => name.startsWith('initialising-'))).toEqual([]);
  });
});

describe('A folder that only we may enter', () => {
  it('keeps the data all the same: beside itself when the server has to run as somebody else', async () => {
    chmodSync(folder.path, 0o700);
    const first = await start();
    await query(first.ownerUrl, 'create table kept as select 42 as n');
    await first.stop();
    const second = await start();
    expect(await query(second.ownerUrl, 'select n from kept')).toEqual([[42]]);

    const pointer = join(dir, 'LOCATION');
    expect(existsSync(pointer)).toBe(process.getuid?.() === 0);
    const place = existsSync(pointer) ? readFileSync(pointer, 'utf8').trim() : dir;
    await second.stop({ remove: true });
    expect([existsSync(place), existsSync(dir)]).toEqual([false, false]);
  });
});

describe('A folder that cannot be used', () => {
  it('is named when it cannot be written', async () => {
    writeFileSync(join(folder.path, 'file'), '');
    const error = await refusal({ dir: join(folder.path, 'file', 'data') });
    expect(error).toMatchObject({ code: 'data-folder.unwritable', en: expect.stringContaining('DATA_DIR') });
  });

  it('is left as it is when it holds something else', async () => {
    mkdirSync(dir);
    writeFileSync(join(dir, 'thesis.docx'), 'years of work');
    expect(await refusal()).toMatchObject({ code: 'data-folder.foreign', zh: expect.stringContaining('thesis.docx') });
    expect(readdirSync(dir)).toEqual(['thesis.docx']);
  });

  it('is refused when the data are incomplete', async () => {
    await (await start()).stop();
    rmSync(join(dir, 'cluster/global/pg_control'));
    expect(await refusal()).toMatchObject({ code: 'data-folder.broken' });
  });

  it('is refused with the words of PostgreSQL when the data are damaged', async () => {
    await (await start()).stop();
    writeFileSync(join(dir, 'cluster/global/pg_control'), Buffer.alloc(8192));
    expect(await refusal()).toMatchObject({ code: 'server.failed', en: expect.stringContaining('server.log') });
  });

  it('is refused when another version of PostgreSQL made it', async () => {
    await (await start()).stop();
    writeFileSync(join(dir, 'cluster/PG_VERSION'), '15\n');
    expect(await refusal()).toMatchObject({
      code: 'data-folder.other-version',
      en: expect.stringContaining('PostgreSQL 15'),
    });
  });

  it('is refused when its password is lost, and no new one is drawn', async () => {
    await (await start()).stop();
    rmSync(join(dir, 'owner-password'));
    expect(await refusal()).toMatchObject({ code: 'data-folder.broken' });
    expect(existsSync(join(dir, 'owner-password'))).toBe(false);
  });
});

describe('A port', () => {
  it('that is busy is named, and nothing is left running', async () => {
    const port = await freePort();
    const neighbour = createServer((connection) => connection.resume());
    await new Promise<void>((resolve) => neighbour.listen(port, '127.0.0.1', resolve));
    try {
      expect(await refusal({ port })).toMatchObject({ code: 'port.busy', en: expect.stringContaining(String(port)) });
      expect(existsSync(join(dir, 'cluster/postmaster.pid'))).toBe(false);
    } finally {
      await new Promise((resolve) => neighbour.close(resolve));
    }
  });
});
