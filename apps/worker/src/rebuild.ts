import { join } from 'node:path';
import { explain, settings } from '#libs/config';
import { createPool } from '#libs/database';
import { ownerUrlOfRunning, startPostgres } from '#libs/embedded';
import { UPCASTERS } from '#libs/evaluation';
import { EventSchemas, PgEventStore } from '#libs/event-store';
import { rebuild } from '#libs/projection';
import { PROJECTIONS } from '#libs/read-models';

/**
 * `npm run rebuild`: builds every projection anew from the log, beside the live one, and changes over. Works on a server,
 * beside a running embedded system, and on one that is stopped, which it starts for as long as it takes.
 */
async function main(): Promise<void> {
  const { databaseOwnerUrl, dataDir } = settings();
  const folder = join(dataDir, 'postgres');
  const known = databaseOwnerUrl ?? (await ownerUrlOfRunning(folder));
  const started = known === undefined ? await startPostgres({ dir: folder }) : undefined;
  try {
    await rebuildAll(known ?? started!.ownerUrl);
  } finally {
    await started?.stop();
  }
}

async function rebuildAll(ownerUrl: string): Promise<void> {
  const owner = createPool(ownerUrl, { max: 4, applicationName: 'shuangshen rebuild', pipeline: true });
  const store = new PgEventStore(owner, new EventSchemas(UPCASTERS));
  try {
    for (const projection of PROJECTIONS) {
      await rebuild(owner, store, projection, (position, head) =>
        process.stdout.write(`\r${projection.name}: ${position + 1} / ${head + 1}`),
      );
      process.stdout.write(`\r${projection.name}: 已重建并切换 / rebuilt and changed over\n`);
    }
  } finally {
    await store.close();
    await owner.end();
  }
}

main().catch((error: unknown) => {
  console.error(explain(error));
  process.exitCode = 1;
});
