import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { InvalidSettings, needed, projectRoot, settings } from '#libs/config';
import { createPool } from '#libs/database';
import { stopWithParent } from '#libs/embedded';
import { PgEventStore } from '#libs/event-store';
import { Queues } from '#libs/queue';
import { parseScheme } from '#libs/scoring';
import { Worker } from './worker.js';

/** The scheme by which every evaluation is scored: the part of 10 points for the execution rate is certain everywhere. */
const SCHEME = 'schemes/hunan-whole-unit-2023.v1.json';

/** Works until it is asked to stop: the page and the jobs under way are finished, then connections close. */
async function main(): Promise<void> {
  const known = settings();
  const log = pino({ level: known.logLevel, base: { app: 'worker' } });
  const databaseUrl = needed(known, 'databaseUrl');
  const onIdleError = (error: Error) => log.warn({ error: error.message }, 'an idle connection broke and is replaced');
  const pool = createPool(databaseUrl, {
    max: known.workerConcurrency + 10,
    applicationName: 'shuangshen worker',
    onIdleError,
  });
  const store = new PgEventStore(pool);
  const queues = new Queues(
    { databaseUrl, ...(known.redisUrl === undefined ? {} : { redisUrl: known.redisUrl }) },
    { onError: (error) => log.warn({ error: error.message }, 'the queue lost its connection and reconnects') },
  );
  const scheme = parseScheme(readFileSync(join(projectRoot(), SCHEME), 'utf8'));
  const worker = new Worker(pool, store, queues, scheme, log, { concurrency: known.workerConcurrency });
  worker.start();
  log.info({ queue: known.redisUrl === undefined ? 'PostgreSQL' : 'Redis' }, 'working');

  let asked = false;
  const stop = (): void => {
    if (asked) return;
    asked = true;
    worker
      .stop()
      .then(() => store.close())
      .then(() => pool.end())
      .catch((error: unknown) => {
        process.exitCode = 1;
        log.error({ error: String(error) }, 'did not stop in order');
      });
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
  stopWithParent(stop);
}

main().catch((error: unknown) => {
  console.error(error instanceof InvalidSettings ? error.message : error);
  process.exit(1);
});
