import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { environment } from '#libs/config';
import { freePort } from '#libs/embedded';

/** Starts a program of ours on a free port and waits until it answers there; `servers` keeps it for `end`. */
export async function serve(
  servers: ChildProcess[],
  file: string,
  databaseUrl: string,
  path: string,
  more: Readonly<Record<string, string>> = {},
): Promise<number> {
  const port = await freePort();
  const server = spawn(process.execPath, [fileURLToPath(new URL(file, import.meta.url))], {
    env: {
      ...environment(),
      PORT: String(port),
      DATABASE_URL: databaseUrl,
      SECRETS_KEY: Buffer.alloc(32).toString('base64'),
      HOST: '127.0.0.1',
      LOG_LEVEL: 'info',
      ...more,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  servers.push(server);
  const until = performance.now() + 30_000;
  while (
    !(await fetch(`http://127.0.0.1:${port}${path}`).then(
      ({ ok }) => ok,
      () => false,
    ))
  ) {
    if (server.exitCode !== null || performance.now() > until) throw new Error(`${file} does not answer`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return port;
}

/** Ends them and waits until they have ended. */
export async function end(servers: readonly ChildProcess[]): Promise<void> {
  for (const server of servers) server.kill('SIGTERM');
  await Promise.all(
    servers.map((server) =>
      server.exitCode === null && server.signalCode === null ? once(server, 'exit') : undefined,
    ),
  );
}
