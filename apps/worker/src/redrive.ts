import { join } from 'node:path';
import { InvalidSettings, settings } from '#libs/config';
import { createPool } from '#libs/database';
import { ownerUrlOfRunning } from '#libs/embedded';
import { redrive } from './reactors.js';

/**
 * `npm run redrive`: puts parked jobs back, once their cause is mended. The worker's reconciler takes them up within half
 * a minute, on whichever queue. On a server, or beside a running embedded system.
 */
async function main(): Promise<void> {
  const { databaseUrl, dataDir } = settings();
  const url = databaseUrl ?? (await ownerUrlOfRunning(join(dataDir, 'postgres')));
  if (url === undefined) {
    console.error('系统没有运行，请先 npm start / The system is not running: npm start first, or set DATABASE_URL');
    process.exitCode = 1;
    return;
  }
  const pool = createPool(url, { max: 1, applicationName: 'shuangshen redrive' });
  try {
    console.log(`重新排入 / put back: ${await redrive(pool)}`);
  } finally {
    await pool.end();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof InvalidSettings ? error.message : error);
  process.exitCode = 1;
});
