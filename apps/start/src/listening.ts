import { setTimeout as pause } from 'node:timers/promises';
import { reachable, type Settings } from '#libs/config';
import { isPortBusy } from '#libs/embedded';
import { Stopped } from './say.js';

/** Before anything is started: the port must be ours to take. */
export async function refuseBusyPort({ host, port }: Readonly<Settings>): Promise<void> {
  const busy = await isPortBusy(port, host).catch((error: NodeJS.ErrnoException) => {
    throw new Stopped(
      `无法在 ${host}:${port} 上监听（${error.code}）；请用 HOST、PORT 另选地址和端口。`,
      `Cannot listen on ${host}:${port} (${error.code}): choose another address or port with HOST and PORT.`,
    );
  });
  if (busy) {
    throw new Stopped(
      `端口 ${port} 已被占用；请停止占用它的程序，或另选端口，例如 PORT=${port + 1} npm start。`,
      `Port ${port} is in use: stop the program that holds it, or choose another, for example PORT=${port + 1} npm start.`,
    );
  }
}

/** How long the API may take until it answers; a machine under load needs more than one expects. */
const READY_WITHIN_MS = 120_000;

/** Waits until the API says that it is ready, or until nobody wants it any more. */
export async function untilReady(settings: Readonly<Settings>, unwanted: () => boolean): Promise<void> {
  const health = `http://${reachable(settings.host)}:${settings.port}/health/ready`;
  const until = performance.now() + READY_WITHIN_MS;
  while (!unwanted() && !(await answers(health))) {
    if (performance.now() > until) {
      throw new Stopped(
        `接口在 ${READY_WITHIN_MS / 1000} 秒内没有就绪；请查看 ${settings.dataDir}/log。`,
        `The API was not ready within ${READY_WITHIN_MS / 1000} s: see ${settings.dataDir}/log.`,
      );
    }
    await pause(50);
  }
}

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(5_000) });
    await response.body?.cancel();
    return response.status === 200;
  } catch {
    return false;
  }
}
