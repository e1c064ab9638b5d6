/**
 * Does `work` with a signal that aborts after `ms`, or when `signal` does. Not AbortSignal.any over a time-out: Node may
 * collect the time-out before it fires (nodejs/node#57736), and a loop of ours waited for ever.
 */
export async function within<T>(
  signal: AbortSignal,
  ms: number,
  work: (enough: AbortSignal) => Promise<T>,
): Promise<T> {
  const enough = new AbortController();
  const end = () => enough.abort();
  if (signal.aborted) end();
  const timer = setTimeout(end, ms);
  signal.addEventListener('abort', end, { once: true });
  try {
    return await work(enough.signal);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', end);
  }
}
