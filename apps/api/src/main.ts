import 'reflect-metadata';
import { explain, settings } from '#libs/config';
import { stopWithParent } from '#libs/embedded';
import { createApi } from './create-api.js';
import { openResources } from './resources.js';

/** Listens until it is asked to stop: requests under way are answered, then connections and pools close. */
async function main(): Promise<void> {
  const known = settings();
  const resources = await openResources(known);
  const app = await createApi(resources);

  let asked = false;
  const stop = (): void => {
    if (asked) return;
    asked = true;
    app
      .close()
      .then(() => resources.close())
      .catch((error: unknown) => {
        process.exitCode = 1;
        console.error(error);
      });
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
  stopWithParent(stop);

  await app.listen(known.port, known.host);
  resources.log.say(`listening on ${known.host}:${known.port}`);
}

main().catch((error: unknown) => {
  console.error(explain(error));
  process.exit(1);
});
