import { Unreachable } from './problem.js';
import type { SessionGate } from './session-gate.js';

/** Asking these without a session is no accident: they are how one begins and ends. */
const SESSION = /\/api\/(?:session|bootstrap)$/;
const TRIES = 3;

/**
 * `fetch` that waits for the person when the session has ended, and asks again where an answer got lost: reading is
 * harmless, and a command carries an idempotency key, so that asking twice does it once.
 */
export function gatedFetch(
  gate: SessionGate,
  send: (request: Request) => Promise<Response> = (request) => fetch(request),
  pause: (ms: number) => Promise<void> = (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
) {
  return async (request: Request): Promise<Response> => {
    const repeatable = request.method === 'GET' || request.headers.has('idempotency-key');
    for (let attempt = 1; ; ) {
      const response = await send(request.clone()).catch((error: unknown) => {
        if (request.signal.aborted) throw error;
        return undefined;
      });
      const lost = response === undefined || response.status === 503;
      if (lost && repeatable && attempt < TRIES) {
        await pause(400 * attempt);
        attempt += 1;
        continue;
      }
      if (response === undefined) throw new Unreachable();
      if (response.status !== 401 || SESSION.test(new URL(request.url).pathname)) return response;
      await gate.passage();
    }
  };
}
