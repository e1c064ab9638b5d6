import { join } from 'node:path';
import type { Pool } from 'pg';
import { settings } from '#libs/config';
import { createPool } from '#libs/database';
import { ownerUrlOfRunning, startPostgres } from '#libs/embedded';

/**
 * Gives the work a connection to the system's database: the server of DATABASE_URL, the embedded one that runs, or one that
 * is stopped and is started for as long as it takes.
 */
export async function withPool<T>(applicationName: string, work: (pool: Pool) => Promise<T>): Promise<T> {
  const { databaseUrl, dataDir } = settings();
  const folder = join(dataDir, 'postgres');
  const known = databaseUrl ?? (await ownerUrlOfRunning(folder));
  const started = known === undefined ? await startPostgres({ dir: folder }) : undefined;
  const pool = createPool(known ?? started!.ownerUrl, { max: 1, applicationName });
  try {
    return await work(pool);
  } finally {
    await pool.end();
    await started?.stop();
  }
}
