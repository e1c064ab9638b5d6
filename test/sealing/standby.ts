import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, chownSync, closeSync, openSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { environment } from '#libs/config';
import { freePort } from '#libs/embedded';
import { eventually } from '#libs/testing';
import { copyFolder, ownerOf } from '../ordering/copies.js';

/** A server that follows another by streaming replication, begun from a base backup of it, and can take its place. */
export class Standby {
  private constructor(
    readonly dir: string,
    readonly port: number,
    /** Owner and superuser, as at the server it follows. */
    readonly ownerUrl: string,
    private readonly child: ChildProcess,
  ) {}

  /** Copies the running server whose data lie in `of.dir` into the new folder `dir`, and follows it from there. */
  static async begin(of: { readonly dir: string; readonly ownerUrl: string }, dir: string): Promise<Standby> {
    const owner = await ownerOf(of.ownerUrl);
    await copyFolder(owner, of.dir, dir);
    await owner.end();
    const cluster = join(dir, 'cluster');
    const [port, program] = [await freePort(), await programOf(of.ownerUrl)];
    const { uid, gid } = statSync(cluster);
    const signal = join(cluster, 'standby.signal');
    writeFileSync(signal, '');
    chownSync(signal, uid, gid);
    appendFileSync(join(cluster, 'postgresql.auto.conf'), `primary_conninfo = '${of.ownerUrl}'\n`);
    const log = openSync(join(dir, 'server.log'), 'a');
    const told = { listen_addresses: '127.0.0.1', unix_socket_directories: '', max_connections: '200', fsync: 'off' };
    const child = spawn(
      program,
      ['-D', cluster, '-p', `${port}`, ...Object.entries(told).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
      // Started by root, it runs as whom the copied files belong to.
      { ...(process.getuid?.() === 0 && { uid, gid }), cwd: dir, env: environment(), stdio: ['ignore', log, log] },
    );
    closeSync(log);
    const url = Object.assign(new URL(of.ownerUrl), { port: `${port}` }).href;
    const standby = new Standby(dir, port, url, child);
    await eventually(() => standby.ask('select').then(Boolean, () => false), 30_000);
    return standby;
  }

  ask(statement: string): Promise<Record<string, unknown>> {
    return asked(this.ownerUrl, statement);
  }

  /** Nothing more arrives from the server it followed. */
  async cutOff(): Promise<void> {
    await this.ask(`alter system set primary_conninfo = ''`);
    await this.ask('select pg_reload_conf()');
    await eventually(async () => (await this.ask('select count(*) from pg_stat_wal_receiver')).count === '0');
  }

  async promote(): Promise<void> {
    await this.ask('select pg_promote()');
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = once(this.child, 'exit');
    this.child.kill('SIGQUIT');
    await ended;
  }
}

/** The first row of a statement's answer. */
export async function asked(url: string, statement: string): Promise<Record<string, unknown>> {
  const client = await ownerOf(url);
  try {
    return (await client.query(statement)).rows[0];
  } finally {
    await client.end();
  }
}

async function programOf(url: string): Promise<string> {
  const { folder } = await asked(url, `select setting as folder from pg_config where name = 'BINDIR'`);
  return join(String(folder), 'postgres');
}
