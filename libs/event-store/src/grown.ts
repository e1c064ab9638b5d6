/** How long somebody who waits for the log sleeps when nothing wakes him. */
const POLL_MS = 500;

interface Sleeper {
  readonly commits: number;
  sleep(seen: number, ms: number, signal: AbortSignal): Promise<void>;
}

/** Resolves when the head is beyond `after`, or when the signal aborts; asks again when woken, or when it polls. */
export async function grown(
  head: () => Promise<number>,
  wake: Sleeper,
  after: number,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    const seen = wake.commits; // asked first: what comes meanwhile ends the sleep at once
    if ((await head()) > after) return;
    await wake.sleep(seen, POLL_MS, signal);
  }
}
