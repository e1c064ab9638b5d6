import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { OWNER } from './cluster.js';
import { placeOf } from './data-folder.js';
import { canLogIn, urlOf } from './log-in.js';
import { DATABASE } from './provision.js';
import { readLock } from './server.js';

/**
 * The owner's URL of the server that runs on this data folder, for a tool that works beside a running system; undefined
 * when none runs. Starts and changes nothing.
 */
export async function ownerUrlOfRunning(dir: string): Promise<string | undefined> {
  const base = placeOf(dir);
  const cluster = join(base, 'cluster');
  const secret = join(base, 'owner-password');
  const lock = readLock(cluster);
  if (!lock?.port || !existsSync(secret)) return undefined;
  const { port } = lock;
  const password = readFileSync(secret, 'utf8').trim();
  return (await canLogIn({ port, password, cluster })) ? urlOf(OWNER, password, port, DATABASE) : undefined;
}
