import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Account } from './account.js';
import type { Binaries } from './binaries.js';
import { CannotStart } from './cannot-start.js';
import { isAlive, serverEnvironment } from './cluster.js';
import type { DataFolder } from './data-folder.js';
import { freePort } from './free-port.js';
import { canLogIn } from './log-in.js';

/** A running postmaster: ours, or one that outlived the process that started it. */
export interface Server {
  readonly pid: number;
  readonly port: number;
  readonly adopted: boolean;
  readonly child?: ChildProcess;
}

export interface ServerOptions {
  readonly folder: DataFolder;
  readonly binaries: Binaries;
  readonly account: Account | undefined;
  readonly port?: number;
  readonly parameters: Readonly<Record<string, string>>;
}

/** Crash recovery may take long; a server that is alive is waited for. */
const READY_WITHIN_MS = 300_000;
const LOG_KEPT_BYTES = 10 * 1024 * 1024;

/** Adopts the postmaster that runs on this folder or starts one, and answers when it accepts log-ins. */
export async function runServer(options: ServerOptions): Promise<Server> {
  rotate(options.folder.log);
  for (let attempt = 1; ; attempt++) {
    const orphan = await running(options.folder);
    if (orphan) return orphan;
    const port = options.port ?? (await freePort());
    const started = await start(options, port);
    if ('pid' in started) return started;
    if (/Address already in use|could not bind/.test(started.lastWords)) {
      if (options.port !== undefined || attempt >= 20) throw busy(port);
    } else if (!/postmaster\.pid|shared memory|in use/.test(started.lastWords) || attempt >= 20) {
      throw failed(options.folder, started.lastWords);
    } else {
      // A killed postmaster that nobody has reaped yet, or its last children: they go within seconds.
      await pause(500);
    }
  }
}

/** The postmaster that holds this folder, if it answers to our password and serves this very directory. */
async function running({ cluster, ownerPassword }: DataFolder): Promise<Server | undefined> {
  const lock = readLock(cluster);
  if (!lock?.port || !isAlive(lock.pid)) return undefined;
  const adopted = await canLogIn({ port: lock.port, password: ownerPassword, cluster });
  return adopted ? { ...lock, adopted } : undefined;
}

/** postmaster.pid: line 1 is the process id, line 4 the port. */
export function readLock(cluster: string): { pid: number; port: number } | undefined {
  const file = join(cluster, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, 'utf8').split('\n');
  return { pid: Number(lines[0]), port: Number(lines[3]) };
}

async function start(
  { folder, binaries, account, parameters }: ServerOptions,
  port: number,
): Promise<Server | { lastWords: string }> {
  const log = openSync(folder.log, 'a');
  const from = statSync(folder.log).size;
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '200',
    ...parameters,
  };
  const child = spawn(
    binaries.postgres,
    [
      '-D',
      folder.cluster,
      '-p',
      String(port),
      ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ],
    // A group of its own: Ctrl-C in the terminal reaches us, and we stop the server after its clients.
    { ...account, env: serverEnvironment(), cwd: folder.base, stdio: ['ignore', log, log], detached: true },
  );
  closeSync(log);
  child.unref();
  const ended = new Promise<true>((resolve) => {
    child.once('exit', () => resolve(true));
    child.once('error', () => resolve(true));
  });
  const until = performance.now() + READY_WITHIN_MS;
  while (performance.now() < until) {
    const answers = canLogIn({ port, password: folder.ownerPassword, cluster: folder.cluster });
    if ((await Promise.race([answers, ended.then(() => 'ended')])) === true) {
      return { pid: child.pid as number, port, adopted: false, child };
    }
    if (await Promise.race([ended, pause(25, false)]))
      return { lastWords: readFileSync(folder.log).subarray(from).toString() };
  }
  child.kill('SIGQUIT');
  await ended;
  return { lastWords: `not ready within ${READY_WITHIN_MS / 1000} s` };
}

/** Fast shutdown: clients are cut, everything is written, and the next start needs no recovery. */
export async function stopServer({ pid, child }: Server, { cluster }: DataFolder): Promise<void> {
  const lock = join(cluster, 'postmaster.pid');
  const gone = (): boolean =>
    child ? child.exitCode !== null || child.signalCode !== null : !isAlive(pid) || !existsSync(lock);
  signal(pid, 'SIGINT');
  const patience = performance.now() + 30_000;
  while (!gone()) {
    if (performance.now() > patience) signal(pid, 'SIGQUIT'); // immediate: recovery at the next start, nothing lost
    await pause(10);
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  if (isAlive(pid)) process.kill(pid, name);
}

function rotate(log: string): void {
  if (existsSync(log) && statSync(log).size > LOG_KEPT_BYTES) renameSync(log, `${log}.1`);
}

const busy = (port: number): CannotStart =>
  new CannotStart(
    'port.busy',
    `端口 ${port} 已被占用，PostgreSQL 无法启动；请另选端口或停止占用它的程序。`,
    `Port ${port} is in use, so PostgreSQL cannot start: choose another or stop the program that holds it.`,
  );

function failed({ log, base }: DataFolder, lastWords: string): CannotStart {
  const fatal = /(?:FATAL|PANIC): {2}(.+)/.exec(lastWords)?.[1] ?? lastWords.trim().split('\n').at(-1) ?? '';
  return new CannotStart(
    'server.failed',
    `数据目录 ${base} 中的 PostgreSQL 无法启动：${fatal}；详见 ${log}。请从备份恢复，或将该目录移走以重新开始。`,
    `PostgreSQL cannot start on ${base}: ${fatal}. ${log} says more; restore the folder from a backup, or move it away to begin anew.`,
  );
}
