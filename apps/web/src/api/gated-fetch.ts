import { Unreachable } from './problem.js';
import type { SessionGate } from './session-gate.js';

/** Where requests wait for the person: to log in again, and to prove once more who it is. */
export interface Gates {
  readonly session: SessionGate;
  readonly confirmation: SessionGate;
}

/** Asking these without an open session is no accident: they are how one begins, proves and ends. */
const SESSION = /\/api\/(?:session(?:\/confirmation(?:\/challenge)?)?|bootstrap)$/;
const TRIES = 3;

/**
 * `fetch` that waits for the person when the session has ended or a fresh proof of identity is asked for, and asks again
 * where an answer got lost: reading is harmless, and a command carries an idempotency key, so that asking twice does it
 * once. Whoever declines the proof gets the refusal.
 */
export function gatedFetch(
  gates: Gates,
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
      const wanted = SESSION.test(new URL(request.url).pathname) ? undefined : await wantedBy(response);
      if (wanted === undefined) return response;
      if (wanted === 'session') await gates.session.passage();
      else if (!(await gates.confirmation.passage().then(yes, no))) return response;
    }
  };
}

const yes = (): boolean => true;
const no = (): boolean => false;

/** What a person could do about a refusal, so that the same request is answered. */
async function wantedBy(response: Response): Promise<keyof Gates | undefined> {
  if (response.status === 401) return 'session';
  if (response.status !== 403) return undefined;
  const { code } = (await response
    .clone()
    .json()
    .catch(() => ({}))) as { code?: unknown };
  if (code === 'session.second-factor-needed') return 'session';
  return code === 'session.confirmation-needed' ? 'confirmation' : undefined;
}
