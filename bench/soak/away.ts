import { setTimeout as pause } from 'node:timers/promises';

const WITHIN_MS = 90_000;

/** Whether the error says that a server is away, or that it said no: nothing that a program can be blamed for. */
export function isOfAServer(error: unknown): boolean {
  const { code, name, message = '' } = error as { code?: unknown; name?: string; message?: string };
  return typeof code === 'string' || name === 'UnknownOutcome' || /connection|connect|timeout/i.test(message);
}

/** Does it again while the server is away. */
export async function persistently<T>(work: () => Promise<T>): Promise<T> {
  const until = performance.now() + WITHIN_MS;
  for (;;)
    try {
      return await work();
    } catch (error) {
      if (!isOfAServer(error) || performance.now() > until) throw error;
      await pause(200);
    }
}

/** Does it once; that the server is away is no matter. */
export async function unlessAway(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!isOfAServer(error)) throw error;
  }
}
