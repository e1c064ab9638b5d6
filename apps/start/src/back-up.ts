import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { Explained, explain, type Settings, settings } from '#libs/config';
import { BACKUPS, type BackupEvent, type BackupMade } from '#libs/custody';
import { createPool } from '#libs/database';
import { backUp, type Copied, Copy, ownerUrlOfRunning } from '#libs/embedded';
import { PgEventStore } from '#libs/event-store';

const USAGE = `npm run backup -- <folder> [--keep 7]   系统运行时备份全部数据到该目录下的新文件夹；--keep 只保留最近几份 / copies all data of the running system into a new folder there; --keep leaves only the newest so many
恢复：停止系统，把数据目录换成备份文件夹，再启动 / to restore: stop the system, put the copy in the place of the data folder, start
试读：DATA_DIR=<备份的副本> PORT=3001 npm start / to try it: start on a copy of it, at another port`;

const OPERATOR = { personId: 'system:operator', accountId: 'system:operator', role: 'system', memberOf: [] };
const NAME = /^shuangshen-\d{8}-\d{6}$/;
/** Copied apart, or of no use to anybody who restores. */
const NOT_COPIED = new Set(['postgres', 'log']);

/** What the person has to do differently. */
class Refused extends Explained {}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { keep: { type: 'string' }, help: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  if (values.help) return console.log(USAGE);
  const keep = values.keep === undefined ? undefined : Number(values.keep);
  if (positionals.length !== 1) throw new Refused(USAGE);
  if (keep !== undefined && !(Number.isSafeInteger(keep) && keep > 0))
    throw new Refused(
      `--keep 须为大于 0 的整数，即保留最近几份备份，而不是“${values.keep}”。\n` +
        `--keep must be a whole number above 0, how many of the newest backups stay; "${values.keep}" is not.\n\n${USAGE}`,
    );
  const target = resolve(positionals[0]!);
  const known = settings();
  const ownerUrl = await ownerOf(known, target);

  const name = `shuangshen-${stamp(new Date())}`;
  const pool = createPool(ownerUrl, { max: 1, applicationName: 'shuangshen backup' });
  const store = new PgEventStore(pool);
  let made: Omit<BackupMade, 'name'>;
  try {
    const position = await store.head();
    made = { position, ...(await copied(known.dataDir, join(target, name), position)) };
    await record(store, { name, ...made });
  } finally {
    await store.close();
    await pool.end();
  }
  console.log(
    `已备份到 ${join(target, name)}（${made.files} 个文件，${megabytes(made)} MB，日志至第 ${made.position} 号）\n` +
      `backed up to ${join(target, name)}: ${made.files} files, ${megabytes(made)} MB, the log up to position ${made.position}`,
  );
  if (keep !== undefined) await removeOlder(target, keep);
}

async function ownerOf({ databaseUrl, dataDir }: Readonly<Settings>, target: string): Promise<string> {
  if (databaseUrl)
    throw new Refused(
      'DATABASE_URL 指定的数据库由其管理员备份（pg_basebackup 等）；另请复制 DATA_DIR。\n' +
        'The server of DATABASE_URL is backed up with its own tools (pg_basebackup and others); copy DATA_DIR beside it.',
    );
  if (relative(dataDir, target).split(sep)[0] !== '..')
    throw new Refused(`备份不能放在数据目录 ${dataDir} 之内。\nA backup cannot lie inside the data folder ${dataDir}.`);
  const url = await ownerUrlOfRunning(join(dataDir, 'postgres'));
  if (url) return url;
  throw new Refused(
    `系统没有在 ${dataDir} 上运行；请先启动，或在停止状态下直接复制整个目录。\n` +
      `The system does not run on ${dataDir}: start it first, or copy the whole folder while it is stopped.`,
  );
}

/** Under another name until it is whole: what is called a backup is one. */
async function copied(dataDir: string, into: string, position: number): Promise<Copied> {
  const partial = `${into}.partial`;
  await mkdir(partial, { recursive: true });
  try {
    const progress = line();
    const beside = new Copy(progress);
    const others = (await readdir(dataDir)).filter((one) => !NOT_COPIED.has(one));
    const copy = async (names: readonly string[]) => {
      for (const one of names) {
        const [from, to] = [join(dataDir, one), join(partial, one)];
        await ((await stat(from)).isDirectory() ? beside.folder(from, to) : beside.file(from, to));
      }
    };
    // The sealer's last word before the log, which must not be behind it; attachments after the events that name them.
    await copy(others.filter((one) => one !== 'attachments'));
    const cluster = await backUp(join(dataDir, 'postgres'), join(partial, 'postgres'), progress);
    await copy(others.filter((one) => one === 'attachments'));
    const whole = { files: cluster.files + beside.so.files, bytes: cluster.bytes + beside.so.bytes };
    const told = { format: 'shuangshen-backup/1', position, ...whole };
    await writeFile(join(partial, 'backup.json'), `${JSON.stringify(told)}\n`);
    await rename(partial, into);
    return whole;
  } catch (error) {
    await rm(partial, { recursive: true, force: true });
    throw error;
  }
}

async function record(store: PgEventStore, data: BackupMade): Promise<void> {
  const { version } = await store.read(BACKUPS);
  const event: BackupEvent = { type: 'BackupMade', data };
  await store.append(BACKUPS, version, [event], {
    ...{ actor: OPERATOR, commandId: randomUUID(), correlationId: randomUUID() },
  });
}

/** A line for each gigabyte: small data are copied before anybody reads it. */
function line(): (so: Copied) => void {
  let next = 1e9;
  return ({ files, bytes }) => {
    if (bytes < next) return;
    next = bytes + 1e9;
    console.log(`已复制 ${files} 个文件，${(bytes / 1e9).toFixed(1)} GB / copied so far`);
  };
}

async function removeOlder(target: string, keep: number): Promise<void> {
  const names = (await readdir(target)).filter((one) => NAME.test(one)).sort();
  for (const name of names.slice(0, -keep)) {
    if (!existsSync(join(target, name, 'backup.json'))) continue;
    await rm(join(target, name), { recursive: true });
    console.log(`已删除旧备份 ${name} / removed the older one`);
  }
}

/** `20261201-125000`, in Shanghai. */
function stamp(at: Date): string {
  const parts = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Asia/Shanghai',
    dateStyle: 'short',
    timeStyle: 'medium',
  });
  return parts.format(at).replaceAll(/[-:]/g, '').replace(' ', '-');
}

const megabytes = ({ bytes }: Pick<Copied, 'bytes'>): string => (bytes / 1e6).toFixed(1);

try {
  await main();
} catch (error) {
  console.error(explain(error, USAGE));
  process.exitCode = 1;
}
