import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { startPostgres } from '#libs/embedded';

export interface BenchCluster {
  /** As the owner, a database of that name; made when missing. */
  database(name: string): Promise<string>;
  /** The same database as the product's processes log in. */
  asProcess(name: string): string;
  /** As the sealer logs in. */
  asSealer(name: string): string;
  version: string;
  stop(): Promise<void>;
}

/** One PostgreSQL for all contestants, in a temporary folder, with the full durability of the product's default. */
export async function benchCluster(): Promise<BenchCluster> {
  const dir = mkdtempSync(join(tmpdir(), 'shuangshen-bench-'));
  chmodSync(dir, 0o755); // started by root, PostgreSQL runs as another account, which must get in
  const postgres = await startPostgres({ dir: join(dir, 'postgres') });
  const named = (url: string, name: string): string => Object.assign(new URL(url), { pathname: `/${name}` }).href;
  const client = new Client({ connectionString: postgres.ownerUrl });
  await client.connect();
  const { rows } = await client.query(
    "select version(), current_setting('fsync') as fsync, current_setting('synchronous_commit') as sync",
  );
  if (rows[0].fsync !== 'on' || rows[0].sync !== 'on') throw new Error('the bench measures durable commits only');
  return {
    async database(name) {
      const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
      if (rowCount === 0) await client.query(`create database ${name}`);
      return named(postgres.ownerUrl, name);
    },
    asProcess: (name) => named(postgres.url, name),
    asSealer: (name) => named(postgres.sealerUrl, name),
    version: rows[0].version.split(' on ')[0],
    async stop() {
      await client.end();
      await postgres.stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
