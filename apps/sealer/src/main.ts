import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import { explain, needed, settings } from '#libs/config';
import { DiskFails, Exposed } from '#libs/custody';
import { createPool } from '#libs/database';
import { stopWithParent } from '#libs/embedded';
import { Horizon, Sealer, Sealing } from '#libs/sealing';
import { OwnFolder } from './own-folder.js';

/** Seals until it is asked to stop; the step under way is finished, then the lease is given back. */
async function main(): Promise<void> {
  const known = settings();
  const databaseUrl = needed(known, 'sealerDatabaseUrl');
  const log = pino({ level: known.logLevel, base: { app: 'sealer' } });
  const folder = new OwnFolder(known);
  const keys = folder.keys();
  const cosigners = folder.cosigners();
  const pool = createPool(databaseUrl, {
    max: 4,
    applicationName: 'shuangshen sealer',
    onIdleError: (error) => log.warn({ error: error.message }, 'an idle connection broke and is replaced'),
  });
  const horizon = new Horizon(pool, known.sealAfter);
  const sealable = () => horizon.sealable();
  const sealer = new Sealer({ pool, keys, own: folder.own, cosigners, sealable, holder: randomUUID() });
  const sealing = new Sealing({ pool, sealer, keys, cosigners, after: known.sealAfter, log });

  const ending = new AbortController();
  const stop = () => ending.abort();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
  stopWithParent(stop);
  log.info({ origin: keys.origin, keys: keys.verifierKeys, witnesses: cosigners.states.length }, 'sealing');
  await sealing.run(ending.signal);
  await pool.end();
}

main().catch((error: unknown) => {
  const known = [Exposed, DiskFails, RangeError].some((kind) => error instanceof kind);
  console.error(known ? (error as Error).message : explain(error));
  process.exit(1);
});
