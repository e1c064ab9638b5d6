import { explain, needed, settings } from '#libs/config';
import { migrate } from '#libs/database';
import { migrateQueues } from '#libs/queue';

/** `npm run migrate`: brings the database of DATABASE_OWNER_URL up to date; a second run changes nothing. */
try {
  const ownerUrl = needed(settings(), 'databaseOwnerUrl');
  const applied = await migrate(ownerUrl, { log: (line) => console.log(line) });
  await migrateQueues(ownerUrl);
  console.log(applied.length > 0 ? applied.join('\n') : '数据库结构已是最新 / the schema is up to date');
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}
