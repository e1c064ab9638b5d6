import createClient from 'openapi-fetch';
import { gatedFetch } from './gated-fetch.js';
import { problemIn, Refused } from './problem.js';
import type { paths } from './schema.js';
import { SessionGate } from './session-gate.js';

/** Where requests wait while the person logs in again. */
export const gate = new SessionGate();

/** Where they wait while the person proves once more who it is. */
export const confirming = new SessionGate();

let language = 'zh-CN';

/** In which language problems are answered from now on. */
export function speak(next: string): void {
  language = next;
}

/** The API, typed from its own description. */
export const api = createClient<paths>({
  baseUrl: '/',
  fetch: gatedFetch({ session: gate, confirmation: confirming }),
});

api.use({
  onRequest({ request }) {
    request.headers.set('accept-language', language);
    return request;
  },
});

interface Asked<T> {
  readonly data?: T;
  readonly error?: unknown;
  readonly response: Response;
}

/** The answer's body as the API describes it, or a `Refused` with the problem. */
export async function answer<T>(asked: Promise<Asked<T>>): Promise<T> {
  const { data, error, response } = await asked;
  if (!response.ok) throw new Refused(problemIn(error, response.status, response.statusText));
  return data as T;
}

/** The headers of a command: a key that makes repetition harmless, and the version that was seen. */
export function ordering(version?: number): Record<string, string> {
  return {
    'Idempotency-Key': crypto.randomUUID(),
    ...(version === undefined ? {} : { 'If-Match': `"${version}"` }),
  };
}
