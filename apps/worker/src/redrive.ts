import { join } from 'node:path';
import { explain, settings } from '#libs/config';
import { createPool } from '#libs/database';
import { ownerUrlOfRunning } from '#libs/embedded';
import { PgEventStore, uuidV7 } from '#libs/event-store';
import type { AdministrationEvent } from '#libs/identity';
import { redriveJobs } from '#libs/queue';

/** Whoever has the shell of the server; the machine does not know which person that is. */
const OPERATOR = { personId: 'system:operator', accountId: 'system:operator', role: 'system', memberOf: [] };

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
  const store = new PgEventStore(pool);
  try {
    const redriven = await redriveJobs(pool);
    const event: AdministrationEvent = {
      type: 'RecordChanged',
      data: { record: 'job', id: 'parked', before: null, after: { redriven } },
    };
    if (redriven.length > 0)
      await store.append(`registry-${uuidV7()}`, 0, [event], {
        ...{ actor: OPERATOR, commandId: uuidV7(), correlationId: uuidV7() },
      });
    console.log(`重新排入 / put back: ${redriven.length}`);
  } finally {
    await store.close();
    await pool.end();
  }
}

main().catch((error: unknown) => {
  console.error(explain(error));
  process.exitCode = 1;
});
