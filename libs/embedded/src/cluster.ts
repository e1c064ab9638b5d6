import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, fsyncSync, openSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { environment } from '#libs/config';
import type { Account } from './account.js';
import type { Binaries } from './binaries.js';
import { CannotStart } from './cannot-start.js';
import type { DataFolder } from './data-folder.js';

export const OWNER = 'shuangshen_owner';

/**
 * What PostgreSQL's programs see: messages in English, times in UTC, wherever they run. A statement's memory is kept for the
 * next one: given back to the system after each, as glibc does with more than 128 kB, it cost a flight of appends a fifth of
 * its processor time (docs/decisions/0002). Where memory is not glibc's, these names mean nothing.
 */
export const serverEnvironment = (): NodeJS.ProcessEnv => ({
  MALLOC_TOP_PAD_: String(MB),
  MALLOC_TRIM_THRESHOLD_: String(8 * MB),
  MALLOC_MMAP_THRESHOLD_: String(8 * MB),
  ...environment(),
  LC_ALL: 'C',
  LC_MESSAGES: 'C',
  TZ: 'UTC',
});
const MB = 1024 * 1024;

/**
 * Makes the cluster if there is none and says whether it did. initdb works in a folder of its own that is renamed when
 * complete, so a start killed half-way leaves nothing that looks like data. Throws `CannotStart` for data we cannot run.
 */
export function ensureCluster(
  folder: DataFolder,
  binaries: Binaries,
  account: Account | undefined,
  fast: boolean,
): boolean {
  clearLeftovers(folder.base);
  if (existsSync(folder.cluster)) {
    check(folder, binaries);
    return false;
  }
  const partial = join(folder.base, `initialising-${process.pid}`);
  initialise(partial, folder, binaries, account, fast);
  renameSync(partial, folder.cluster);
  sync(folder.base);
  return true;
}

function initialise(
  into: string,
  folder: DataFolder,
  { initdb }: Binaries,
  account: Account | undefined,
  fast: boolean,
): void {
  // The sort order is code point everywhere (builtin C.UTF-8), but LC_CTYPE must be a UTF-8 locale of the C library:
  // with plain C, pg_trgm finds no trigram in Chinese text.
  for (const locale of ['C.UTF-8', 'en_US.UTF-8', 'C']) {
    const done = spawnSync(
      initdb,
      [
        ...['-D', into, '-U', OWNER, '--pwfile', join(folder.base, 'owner-password'), '-A', 'scram-sha-256'],
        ...['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', `--locale=${locale}`],
        ...['--lc-messages=C', '--data-checksums', ...(fast ? ['--no-sync'] : [])],
      ],
      { ...account, env: serverEnvironment(), cwd: folder.base, encoding: 'utf8' },
    );
    if (done.status === 0) return;
    rmSync(into, { recursive: true, force: true });
    if (!/invalid locale/.test(done.stderr ?? '')) {
      const why = (done.stderr || String(done.error)).trim().split('\n').at(-1) ?? '';
      throw new CannotStart(
        'server.failed',
        `无法在 ${folder.base} 初始化数据库：${why}；请检查磁盘空间和目录权限后重试。`,
        `Cannot initialise a database in ${folder.base}: ${why}. Check disk space and permissions, then start again.`,
      );
    }
  }
  throw new Error('no usable locale: neither C.UTF-8, en_US.UTF-8 nor C');
}

function check({ cluster, base }: DataFolder, { major }: Binaries): void {
  const version = join(cluster, 'PG_VERSION');
  if (!existsSync(version) || !existsSync(join(cluster, 'global', 'pg_control'))) {
    throw new CannotStart(
      'data-folder.broken',
      `数据目录 ${base} 已损坏（缺少 PG_VERSION 或 pg_control）；请从备份恢复，或将它移走以重新开始。`,
      `The data folder ${base} is damaged (no PG_VERSION or pg_control): restore it from a backup, or move it away to begin anew.`,
    );
  }
  const found = readFileSync(version, 'utf8').trim();
  if (found !== major) {
    throw new CannotStart(
      'data-folder.other-version',
      `数据目录 ${base} 由 PostgreSQL ${found} 建立，本系统自带 ${major}；请用 ${found} 导出后导入新目录。`,
      `The data folder ${base} was made by PostgreSQL ${found}, ours is ${major}: dump it with ${found} and load it into a new folder.`,
    );
  }
}

/** Removes what starts that died during initdb left behind; one that is still at work keeps its folder. */
function clearLeftovers(base: string): void {
  for (const name of readdirSync(base)) {
    const pid = /^initialising-(\d+)$/.exec(name)?.[1];
    if (pid && (Number(pid) === process.pid || !isAlive(Number(pid)))) {
      // its initdb may still be writing: it fails once the folder is gone
      rmSync(join(base, name), { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
    }
  }
}

/** Whether a process with this id exists, ours or not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Makes the rename itself durable; Windows has no way to ask for that. */
function sync(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  fsyncSync(handle);
  closeSync(handle);
}
