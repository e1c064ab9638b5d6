import { randomBytes } from 'node:crypto';
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { type Account, canWrite, giveTo } from './account.js';
import { CannotStart } from './cannot-start.js';

/** Where everything of one cluster lies. */
export interface DataFolder {
  readonly base: string;
  /** PostgreSQL's own data directory; exists only when complete. */
  readonly cluster: string;
  readonly log: string;
  readonly ownerPassword: string;
  readonly appPassword: string;
  readonly sealerPassword: string;
}

/** The pointer left behind when the data lie elsewhere. */
const LOCATION = 'LOCATION';
const OURS = ['cluster', 'owner-password', 'app-password', 'sealer-password', 'server.log', 'server.log.1', LOCATION];

/**
 * Makes the folder ready and reads or draws its passwords. Below a folder closed to the account (/root is 0700) the
 * data are kept in /var/lib and the folder holds a pointer. Throws `CannotStart`; never changes a foreign folder.
 */
export function openDataFolder(dir: string, account: Account | undefined): DataFolder {
  const wanted = resolve(dir);
  make(wanted);
  const foreign = readdirSync(wanted).find((name) => !OURS.includes(name) && !/^(\.|initialising-)/.test(name));
  if (foreign) {
    throw new CannotStart(
      'data-folder.foreign',
      `数据目录 ${wanted} 中有不属于本系统的内容（${foreign}）；请用 DATA_DIR 另选一个空目录。`,
      `The data folder ${wanted} holds something that is not ours (${foreign}): choose an empty one with DATA_DIR.`,
    );
  }
  const base = placeFor(account, wanted);
  const cluster = join(base, 'cluster');
  const isNew = !existsSync(cluster);
  return {
    base,
    cluster,
    log: join(base, 'server.log'),
    ownerPassword: password(join(base, 'owner-password'), account, isNew),
    appPassword: password(join(base, 'app-password'), account, true),
    sealerPassword: password(join(base, 'sealer-password'), account, true),
  };
}

/** Where the data of this folder lie: there, or where its pointer says. */
export function placeOf(dir: string): string {
  const pointer = join(dir, LOCATION);
  return existsSync(pointer) ? readFileSync(pointer, 'utf8').trim() : dir;
}

function make(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    if (!statSync(folder).isDirectory()) throw new Error('not a directory');
    accessSync(folder, constants.W_OK | constants.X_OK | constants.R_OK);
  } catch (error) {
    throw unwritable(folder, (error as NodeJS.ErrnoException).code ?? String(error));
  }
}

const unwritable = (folder: string, why: string): CannotStart =>
  new CannotStart(
    'data-folder.unwritable',
    `无法写入数据目录 ${folder}（${why}）；请修改该目录的权限，或用 DATA_DIR 另选目录。`,
    `Cannot write the data folder ${folder} (${why}): change its permissions, or choose another with DATA_DIR.`,
  );

function placeFor(account: Account | undefined, wanted: string): string {
  if (!account) return wanted;
  const pointer = join(wanted, LOCATION);
  if (existsSync(pointer)) {
    const place = readFileSync(pointer, 'utf8').trim();
    if (existsSync(place)) return place;
    throw new CannotStart(
      'data-folder.broken',
      `数据目录 ${wanted} 指向的 ${place} 已不存在；请恢复它，或将 ${wanted} 移走以重新开始。`,
      `The data folder ${wanted} points to ${place}, which is gone: restore it, or move ${wanted} away to begin anew.`,
    );
  }
  giveTo(account, wanted);
  if (canWrite(account, wanted)) return wanted;
  // Data that were put here, a backup say, are never passed over for new ones.
  if (existsSync(join(wanted, 'cluster'))) throw unwritable(wanted, 'the account of PostgreSQL cannot enter it');
  const elsewhere = join('/var/lib', `shuangshen-${randomBytes(6).toString('hex')}`);
  make(elsewhere);
  giveTo(account, elsewhere);
  if (!canWrite(account, elsewhere)) {
    rmSync(elsewhere, { recursive: true, force: true });
    throw unwritable(wanted, 'the account of PostgreSQL cannot enter it');
  }
  writeFileSync(pointer, `${elsewhere}\n`);
  return elsewhere;
}

function password(file: string, account: Account | undefined, mayDraw: boolean): string {
  if (!existsSync(file)) {
    if (!mayDraw) {
      throw new CannotStart(
        'data-folder.broken',
        `数据目录缺少 ${file}，无法登录其中的数据库；请从备份恢复该文件，或将数据目录移走以重新开始。`,
        `${file} is missing, so nobody can log in to the database in this folder: restore the file, or move the data folder away to begin anew.`,
      );
    }
    const draft = join(dirname(file), `initialising-${basename(file)}`);
    writeFileSync(draft, randomBytes(24).toString('base64url'), { mode: 0o600 });
    giveTo(account, draft);
    renameSync(draft, file); // whole or not at all
  }
  return readFileSync(file, 'utf8').trim();
}
