import type { Recorded } from './event-store.js';

/** Events in one page of a follower. */
const PAGE = 500;
/** How long a follower sleeps when nothing wakes it. */
const POLL_MS = 500;

interface Sleeper {
  readonly commits: number;
  sleep(seen: number, ms: number, signal: AbortSignal): Promise<void>;
}

/** Reads on from `after`; when there is no more, sleeps until woken or until it polls. Ends when the signal aborts. */
export async function* follow(
  readAll: (after: number, limit: number) => Promise<readonly Recorded[]>,
  wake: Sleeper,
  after: number,
  signal: AbortSignal,
): AsyncGenerator<readonly Recorded[]> {
  let position = after;
  while (!signal.aborted) {
    const seen = wake.commits;
    const page = await readAll(position, PAGE);
    if (page.length === 0) {
      await wake.sleep(seen, POLL_MS, signal);
      continue;
    }
    yield page;
    position = page.at(-1)!.position;
  }
}
