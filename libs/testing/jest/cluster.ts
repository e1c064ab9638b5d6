import { join } from 'node:path';
import { migrate } from '#libs/database';
import { startPostgres } from '#libs/embedded';
import { migrateQueues } from '#libs/queue';
import { temporaryFolder } from '../src/temporary-folder.js';

/**
 * Starts a cluster without durability in a temporary folder, migrates the template that every test database is cloned
 * from, prints one line of JSON, and removes everything when its standard input ends.
 */
const folder = temporaryFolder();
const postgres = await startPostgres({ dir: join(folder.path, 'postgres'), fast: true });

async function stop(code: number): Promise<never> {
  await postgres.stop();
  folder.remove();
  process.exit(code);
}

try {
  await migrate(postgres.ownerUrl);
  await migrateQueues(postgres.ownerUrl);
} catch (error) {
  console.error(error);
  await stop(1);
}
process.stdin.once('end', () => void stop(0)).resume();
// Ctrl-C reaches the whole group; the tests still need the server until they have ended and closed our input.
process.on('SIGINT', () => {});
const { url, sealerUrl, ownerUrl } = postgres;
console.log(JSON.stringify({ url, sealerUrl, ownerUrl }));
