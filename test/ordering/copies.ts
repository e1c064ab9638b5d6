import { spawnSync } from 'node:child_process';
import { chownSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';

/**
 * Copies the rows of a schema into the same tables elsewhere, as a logical dump and restore does: triggers that give
 * positions do not fire, what they gave is copied.
 */
export async function copyRows(from: Client, to: Client, schema: string): Promise<void> {
  const { rows: tables } = await from.query<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c where c.relnamespace = $1::regnamespace and c.relkind = 'r'`,
    [schema],
  );
  await to.query('begin');
  await to.query('set local session_replication_role = replica');
  for (const { name } of tables) {
    const { rows } = await from.query(`select jsonb_agg(to_jsonb(t)) as rows from ${name} t`);
    await to.query(
      `insert into ${name} overriding system value select * from jsonb_populate_recordset(null::${name}, $1)`,
      [JSON.stringify(rows[0].rows ?? [])],
    );
  }
  await to.query('commit');
}

/**
 * Copies the folder of a running cluster as PostgreSQL's low-level backup allows: files in any state, then the log of
 * changes up to the end of the backup, from which the copy recovers. (pg_basebackup is not part of the npm binaries.)
 */
export async function copyFolder(owner: Client, from: string, to: string): Promise<void> {
  await owner.query("select pg_backup_start('copy', true)");
  spawnSync('cp', ['-a', from, to]); // files that change or vanish meanwhile are what recovery is for
  const { rows } = await owner.query('select labelfile from pg_backup_stop(false)');
  const cluster = join(to, readdirSync(to).find((name) => name === 'cluster') ?? '.');
  rmSync(join(cluster, 'pg_wal'), { recursive: true, force: true });
  spawnSync('cp', ['-a', join(from, 'cluster', 'pg_wal'), join(cluster, 'pg_wal')]);
  rmSync(join(cluster, 'postmaster.pid'), { force: true });
  const label = join(cluster, 'backup_label');
  writeFileSync(label, rows[0].labelfile);
  const { uid, gid } = statSync(cluster);
  chownSync(label, uid, gid);
}

export async function ownerOf(url: string): Promise<Client> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}
