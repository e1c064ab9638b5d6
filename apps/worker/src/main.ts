import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { explain, settings } from '#libs/config';
import { stopWithParent } from '#libs/embedded';
import { WorkerModule } from './worker.module.js';

/** After everything was let go of, what still holds the process open is a connection to a server that is away. */
const GRACE_MS = 1_000;

/** Works until it is asked to stop: the page and the jobs under way are finished, then connections close. */
async function main(): Promise<void> {
  const app = await NestFactory.createApplicationContext(WorkerModule.with(settings()), {
    logger: ['error', 'warn'],
    abortOnError: false,
  });

  let asked = false;
  const stop = (): void => {
    if (asked) return;
    asked = true;
    app
      .close()
      .catch((error: unknown) => {
        process.exitCode = 1;
        console.error(error);
      })
      .finally(() => setTimeout(() => process.exit(), GRACE_MS).unref());
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
  stopWithParent(stop);
}

main().catch((error: unknown) => {
  console.error(explain(error));
  process.exit(1);
});
