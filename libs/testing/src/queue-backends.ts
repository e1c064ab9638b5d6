import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { environment } from '#libs/config';
import { freePort } from '#libs/embedded';
import { eventually } from './eventually.js';
import { temporaryFolder } from './temporary-folder.js';

export type QueueBackend = 'postgres' | 'redis';

/**
 * On what the queue is to be tested: `describe.each(queueBackends())`. Redis belongs to it wherever a redis-server is
 * installed; where it is missing, one line says so, and with REQUIRE_REDIS=1 it is an error.
 */
export function queueBackends(): readonly QueueBackend[] {
  if (spawnSync('redis-server', ['--version'], { stdio: 'ignore' }).status === 0) return ['postgres', 'redis'];
  if (environment().REQUIRE_REDIS === '1') throw new Error('REQUIRE_REDIS=1, but no redis-server is on the PATH');
  process.stderr.write('no redis-server on the PATH: the queue is tested on PostgreSQL only\n');
  return ['postgres'];
}

export interface TestRedis {
  readonly url: string;
  stop(): Promise<void>;
}

/** A Redis of the caller's own on a free port, durable as the server profile wants it, gone after `stop`. */
export async function testRedis(): Promise<TestRedis> {
  const folder = temporaryFolder();
  const port = await freePort();
  const server = spawn(
    'redis-server',
    [
      ...['--port', `${port}`, '--bind', '127.0.0.1', '--dir', folder.path, '--save', ''],
      ...['--appendonly', 'yes', '--maxmemory-policy', 'noeviction'],
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let said = '';
  for (const stream of [server.stdout, server.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (said += text));
  const ended = once(server, 'exit');
  await eventually(async () => {
    if (server.exitCode !== null) throw new Error(`redis-server did not start: ${said}`);
    return await answers(port);
  });
  // A test run that is killed must not leave a server behind.
  const kill = (): boolean => server.kill('SIGKILL');
  process.once('exit', kill);
  return {
    url: `redis://127.0.0.1:${port}`,
    stop: async () => {
      process.off('exit', kill);
      server.kill('SIGTERM');
      await ended;
      folder.remove();
    },
  };
}

async function answers(port: number): Promise<boolean> {
  return await new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('PING\r\n'));
    socket.once('data', (reply) => {
      socket.destroy();
      resolve(reply.toString().startsWith('+PONG'));
    });
    socket.once('error', () => resolve(false));
  });
}
