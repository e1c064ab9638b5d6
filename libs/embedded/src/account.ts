import { spawnSync } from 'node:child_process';
import { chownSync } from 'node:fs';
import { CannotStart } from './cannot-start.js';

/** The account PostgreSQL runs as: undefined means our own. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** PostgreSQL refuses to run as root: then the first unprivileged account that exists is used, none is created. */
export function unprivilegedAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of ['postgres', 'nobody', 'daemon']) {
    const uid = spawnSync('id', ['-u', name], { encoding: 'utf8' });
    const gid = spawnSync('id', ['-g', name], { encoding: 'utf8' });
    if (uid.status === 0 && gid.status === 0) return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  }
  throw new CannotStart(
    'platform.only-root',
    'PostgreSQL 不能以 root 运行，而本机没有 postgres、nobody 或 daemon 账户；请用普通用户运行，或设置 DATABASE_URL。',
    'PostgreSQL refuses to run as root and there is no account postgres, nobody or daemon: start as an ordinary user, or set DATABASE_URL.',
  );
}

/** Gives a file or folder to the account; nothing to do when it is our own. */
export function giveTo(account: Account | undefined, path: string): void {
  if (account) chownSync(path, account.uid, account.gid);
}

/** Whether the account can run this program (a checkout below /root is closed to it). */
export const canRun = (account: Account | undefined, program: string): boolean =>
  spawnSync(program, ['--version'], { ...account, cwd: '/', stdio: 'ignore' }).status === 0;

/** Whether the account can enter this folder and write there. */
export const canWrite = (account: Account | undefined, folder: string): boolean =>
  spawnSync('/bin/sh', ['-c', 'cd "$1" && : > .probe && rm .probe', 'sh', folder], {
    ...account,
    cwd: '/',
    stdio: 'ignore',
  }).status === 0;
