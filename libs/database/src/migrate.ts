import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { Explained, projectRoot } from '#libs/config';

/** A migration that ran is not the file it was: the folder is of another version than the database. */
export class MigrationChanged extends Explained {
  override readonly name = 'MigrationChanged';

  constructor(readonly file: string) {
    super(
      `程序与数据库不是同一版本：数据库运行过的 ${file} 与程序文件夹中的不同，未作任何更改。请换回原来版本的程序，或恢复与本版本相配的备份。\n` +
        `The program and the database are not of one version: this database ran another ${file} than the folder holds. Nothing was changed: put the former version of the program back, or restore the backup that belongs to this one.`,
    );
  }
}

/** A migration could not be run to its end; the database is as it was before it. */
export class MigrationFailed extends Explained {
  override readonly name = 'MigrationFailed';

  constructor(file: string, cause: Error) {
    super(
      `升级没有完成：${file} 未能执行（${cause.message}），数据库保持此前的状态。请换回原来版本的程序，或恢复备份，并报告这个错误。\n` +
        `The upgrade is not complete: ${file} failed (${cause.message}); the database is as it was before it. Put the former version of the program back, or restore the backup, and report this error.`,
      { cause },
    );
  }
}

export interface MigrateOptions {
  readonly log?: (line: string) => void;
  /** Folder of `NNNN-name.sql` files; the product's own unless a test says otherwise. */
  readonly folder?: string;
}

/** Any number that nobody else locks: two starters take turns. */
const LOCK = 7_305_101;

/**
 * Runs the numbered SQL files this database has not run, each in one transaction, as the owner. Safe to run twice and
 * from two places at once; killed midway it leaves whole migrations only. Answers the names of those it ran.
 */
export async function migrate(ownerUrl: string, options: MigrateOptions = {}): Promise<readonly string[]> {
  const { log = () => undefined, folder = join(projectRoot(), 'libs/database/migrations') } = options;
  const client = new Client({ connectionString: ownerUrl });
  client.on('error', () => undefined); // the query that notices rejects
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    await client.query(`
      create table if not exists public.migration (
        name text primary key,
        sha256 text not null,
        ran_at timestamptz not null default now()
      )`);
    const { rows } = await client.query<{ name: string; sha256: string }>('select name, sha256 from public.migration');
    const done = new Map(rows.map(({ name, sha256 }) => [name, sha256]));
    const ran: string[] = [];
    for (const name of readdirSync(folder)
      .filter((file) => /^\d{4}-.*\.sql$/.test(file))
      .sort()) {
      const text = readFileSync(join(folder, name), 'utf8');
      const sha256 = createHash('sha256').update(text).digest('hex');
      const before = done.get(name);
      if (before !== undefined && before !== sha256) throw new MigrationChanged(name);
      if (before !== undefined) continue;
      await runOne(client, name, text, sha256);
      log(`migrated ${name}`);
      ran.push(name);
    }
    return ran;
  } finally {
    await client.end();
  }
}

async function runOne(client: Client, name: string, text: string, sha256: string): Promise<void> {
  await client.query('begin');
  try {
    await client.query(text);
    await client.query('insert into public.migration (name, sha256) values ($1, $2)', [name, sha256]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw new MigrationFailed(name, error as Error);
  }
}
