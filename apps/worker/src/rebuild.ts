import { needed, settings } from '#libs/config';
import { createPool } from '#libs/database';
import { PgEventStore } from '#libs/event-store';
import { rebuild } from '#libs/projection';
import { PROJECTIONS } from '#libs/read-models';

/** `npm run rebuild`: builds every projection anew from the log, beside the live one, and changes over. */
const owner = createPool(needed(settings(), 'databaseOwnerUrl'), { max: 4, applicationName: 'shuangshen rebuild' });
const store = new PgEventStore(owner);
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
