import { existsSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { eventually } from '#libs/testing';
import { freePort, isPortBusy } from './free-port.js';
import { postmasterOf, query, Starting } from './starting.spec.js';

let here: Starting;

beforeEach(() => {
  here = new Starting();
});

afterEach(() => here.end());

describe('A first start', () => {
  it('makes a durable database that sorts by code point and finds trigrams in Chinese text', async () => {
    const { ownerUrl, created } = await here.start();
    expect(created).toBe(true);
    expect(await query(ownerUrl, 'show data_checksums')).toEqual([['on']]);
    expect(await query(ownerUrl, 'show fsync')).toEqual([['on']]);
    expect(await query(ownerUrl, "select 'Z' < 'a', 'z' < '一'")).toEqual([[true, true]]);
    await query(ownerUrl, 'create extension pg_trgm');
    expect(await query(ownerUrl, "select cardinality(show_trgm('工伤保险')) > 0")).toEqual([[true]]);
  });

  it('is open to this machine and to its passwords only', async () => {
    const { ownerUrl } = await here.start();
    expect(await query(ownerUrl, 'show listen_addresses')).toEqual([['127.0.0.1']]);
    for (const file of ['owner-password', 'app-password']) {
      expect(statSync(join(here.dir, file)).mode & 0o777).toBe(0o600);
    }
    await expect(query(ownerUrl.replace(/:[^:@/]+@/, ':guess@'), 'select 1')).rejects.toThrow(
      'password authentication',
    );
  });

  it('gives the processes a log-in that is member of shuangshen_app and nothing more', async () => {
    const { url, ownerUrl } = await here.start();
    expect(await query(url, 'select current_user, current_database()')).toEqual([['shuangshen', 'shuangshen']]);
    const may = await query(
      ownerUrl,
      `select rolsuper or rolcreatedb or rolcreaterole or rolreplication or rolbypassrls,
         array(select g.rolname::text from pg_auth_members m join pg_roles g on g.oid = m.roleid where m.member = r.oid)
       from pg_roles r where rolname = 'shuangshen'`,
    );
    expect(may).toEqual([[false, ['shuangshen_app']]]);
    await expect(query(url, 'create table public.mine ()')).rejects.toThrow('permission denied');
  });
});

describe('A second start', () => {
  it('finds the rows of the first', async () => {
    const first = await here.start();
    await query(first.ownerUrl, 'create table kept as select 42 as n');
    await first.stop();
    const second = await here.start();
    expect(second.created).toBe(false);
    expect(await query(second.ownerUrl, 'select n from kept')).toEqual([[42]]);
  });

  it('recovers every committed row after kill -9 of the server', async () => {
    const first = await here.start();
    await query(first.ownerUrl, 'create table kept as select generate_series(1, 1000) as n');
    process.kill(first.pid, 'SIGKILL');
    const second = await here.start();
    expect(await query(second.ownerUrl, 'select count(*)::int from kept')).toEqual([[1000]]);
  });

  it('takes over the server of a process that was killed', async () => {
    const killed = here.elsewhere();
    const pid = await postmasterOf(killed);
    killed.kill('SIGKILL');
    const postgres = await here.start();
    expect(postgres).toMatchObject({ adopted: true, pid });
    await postgres.stop();
    expect(await isPortBusy(postgres.port, '127.0.0.1')).toBe(false);
  });

  it('is refused while a living process uses the folder, and leaves that one alone', async () => {
    const pid = await postmasterOf(here.elsewhere());
    expect(await here.refusal()).toMatchObject({ code: 'data-folder.in-use' });
    process.kill(pid, 0);
    process.kill(pid, 'SIGINT');
    await eventually(() => !existsSync(join(here.dir, 'cluster/postmaster.pid')));
  });
});

describe('A running server', () => {
  it('has a neighbour in another folder', async () => {
    const [one, two] = await Promise.all([here.start(), here.start({ dir: join(here.folder.path, 'other') })]);
    await query(one.ownerUrl, 'create table only_here ()');
    await expect(query(two.ownerUrl, 'select from only_here')).rejects.toThrow('does not exist');
  });

  it('that goes without being asked to is reported as lost', async () => {
    const postgres = await here.start();
    process.kill(postgres.pid, 'SIGKILL');
    await postgres.lost;
  });

  it('is not lost when one of its backends crashes', async () => {
    const { ownerUrl, lost } = await here.start();
    const holder = `select pid from pg_stat_activity where application_name = 'shuangshen start'`;
    const [[backend]] = (await query(ownerUrl, holder)) as [[number]];
    process.kill(backend, 'SIGKILL');
    const held = `select from pg_locks where locktype = 'advisory' and pid <> ${backend}`;
    await eventually(() =>
      query(ownerUrl, held).then(
        (rows) => rows.length === 1,
        () => false,
      ),
    );
    expect(await Promise.race([lost.then(() => 'lost'), 'running'])).toBe('running');
  });
});

describe('A port', () => {
  it('that is busy is named, and nothing is left running', async () => {
    const port = await freePort();
    const neighbour = createServer((connection) => connection.destroy());
    await new Promise<void>((resolve) => neighbour.listen(port, '127.0.0.1', resolve));
    try {
      expect(await here.refusal({ port })).toMatchObject({
        code: 'port.busy',
        en: expect.stringContaining(String(port)),
      });
      expect(existsSync(join(here.dir, 'cluster/postmaster.pid'))).toBe(false);
    } finally {
      await new Promise((resolve) => neighbour.close(resolve));
    }
  });
});
