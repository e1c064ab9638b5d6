import { spawn } from 'node:child_process';
import { Redis } from 'ioredis';
import { freePort } from '#libs/embedded';

/** A Redis of the soak's own, which it may empty as it likes. */
export interface OwnRedis {
  readonly url: string;
  flush(): Promise<void>;
  stop(): void;
}

export async function ownRedis(): Promise<OwnRedis> {
  const port = await freePort();
  const options = ['--port', `${port}`, '--bind', '127.0.0.1', '--save', '', '--maxmemory-policy', 'noeviction'];
  const server = spawn('redis-server', options, { stdio: 'ignore' });
  server.on('error', () => undefined); // not installed: the client below says so
  process.once('exit', () => server.kill('SIGKILL'));
  const url = `redis://127.0.0.1:${port}`;
  const client = new Redis(url, { retryStrategy: (times) => (times < 50 ? 100 : null) });
  client.on('error', () => undefined);
  await client.ping();
  return {
    url,
    flush: async () => void (await client.flushall()),
    stop: () => {
      client.disconnect();
      server.kill('SIGTERM');
    },
  };
}
