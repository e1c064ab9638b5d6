import { constants, existsSync, readFileSync } from 'node:fs';
import { chown, copyFile, mkdir, open, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Client } from 'pg';
import { OWNER } from './cluster.js';
import { placeOf } from './data-folder.js';
import { connect, urlOf } from './log-in.js';
import { readLock } from './server.js';

/** What was copied. */
export interface Copied {
  readonly files: number;
  readonly bytes: number;
}

/** Files of a running server, or of one that will draw them anew; PostgreSQL's manual lists them (“Making a Base Backup”). */
const LEFT_OUT = new Set(['postmaster.pid', 'postmaster.opts', 'backup_label', 'backup_label.old']);
const EMPTIED = new Set([
  'pg_replslot',
  'pg_dynshmem',
  'pg_notify',
  'pg_serial',
  'pg_snapshots',
  'pg_stat_tmp',
  'pg_subtrans',
  'pg_wal',
]);
const TEMPORARY = /^(?:pgsql_tmp|pg_internal\.init)/;

/**
 * Copies the data folder `dir` of a running server into the new folder `into`, while everybody works on: PostgreSQL’s
 * “base backup by the low-level interface”. A server that is started on the copy recovers to the moment at which the copy
 * ended, and has every transaction that was acknowledged before it began. Throws when no server runs there.
 */
export async function backUp(dir: string, into: string, progress: (so: Copied) => void = () => {}): Promise<Copied> {
  const base = placeOf(dir);
  const cluster = join(base, 'cluster');
  const port = readLock(cluster)?.port;
  if (!port) throw new Error(`no PostgreSQL runs on ${dir}`);
  const password = readFileSync(join(base, 'owner-password'), 'utf8').trim();
  const client = await connect(urlOf(OWNER, password, port, 'postgres'));
  const copy = new Copy(progress);
  try {
    await mkdir(into, { mode: 0o700 });
    for (const name of ['owner-password', 'app-password', 'sealer-password'])
      if (existsSync(join(base, name))) await copy.file(join(base, name), join(into, name));
    await copyCluster(client, cluster, join(into, 'cluster'), copy);
    // Where PostgreSQL runs as an account of its own, the folder is that account's.
    await copy.owned(base, into);
  } finally {
    await client.end();
  }
  return copy.so;
}

async function copyCluster(client: Client, from: string, into: string, copy: Copy): Promise<void> {
  // What is written to the log of changes during the copy is kept until it is copied: the slot goes with the connection.
  await client.query(`select pg_create_physical_replication_slot('back_up', true, true)`);
  const { rows: began } = await client.query(`select pg_walfile_name(pg_backup_start('shuangshen', true)) as file`);
  await copy.folder(from, into);
  const { rows: ended } = await client.query(
    `select labelfile, spcmapfile, pg_walfile_name(lsn) as file from pg_backup_stop(false)`,
  );
  const { labelfile, spcmapfile, file: last } = ended[0];
  if (spcmapfile) throw new Error('the cluster has tablespaces of somebody’s own, which are not copied');
  await writeFile(join(into, 'backup_label'), labelfile, { mode: 0o600 });
  await copy.owned(from, join(into, 'backup_label'));
  const changes = await readdir(join(from, 'pg_wal'));
  for (const name of changes.filter((one) => /^[0-9A-F]{24}$/.test(one) && one >= began[0].file && one <= last))
    await copy.file(join(from, 'pg_wal', name), join(into, 'pg_wal', name));
}

/** Files copied one by one, each on the disk before the next, with the rights and the owner they had. */
export class Copy {
  #files = 0;
  #bytes = 0;

  constructor(private readonly progress: (so: Copied) => void) {}

  get so(): Copied {
    return { files: this.#files, bytes: this.#bytes };
  }

  /** A folder with everything in it, but for what PostgreSQL leaves out. */
  async folder(from: string, into: string): Promise<void> {
    const { mode } = await stat(from);
    await mkdir(into, { mode });
    await this.owned(from, into);
    for (const entry of await readdir(from, { withFileTypes: true })) {
      const [source, target] = [join(from, entry.name), join(into, entry.name)];
      if (entry.isDirectory() && EMPTIED.has(entry.name)) await this.#emptied(source, target);
      else if (entry.isDirectory()) await this.folder(source, target);
      else if (entry.isFile() && !LEFT_OUT.has(entry.name) && !TEMPORARY.test(entry.name))
        await this.file(source, target);
    }
  }

  /** One file; one that is gone meanwhile was deleted by a transaction that the recovery knows of. */
  async file(from: string, into: string): Promise<void> {
    try {
      await copyFile(from, into, constants.COPYFILE_FICLONE);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT' && !existsSync(from)) return;
      throw error;
    }
    await this.owned(from, into);
    const handle = await open(into, 'r');
    try {
      await handle.sync();
      this.#bytes += (await handle.stat()).size;
    } finally {
      await handle.close();
    }
    this.#files += 1;
    this.progress(this.so);
  }

  async owned(from: string, into: string): Promise<void> {
    if (process.getuid?.() !== 0) return;
    const { uid, gid } = await stat(from);
    await chown(into, uid, gid);
  }

  /** The folders within stay, what lies in them does not. */
  async #emptied(from: string, into: string): Promise<void> {
    await mkdir(into, { mode: (await stat(from)).mode });
    await this.owned(from, into);
    for (const entry of await readdir(from, { withFileTypes: true }))
      if (entry.isDirectory() && from.endsWith('pg_wal'))
        await this.#emptied(join(from, entry.name), join(into, entry.name));
  }
}
