import { setTimeout as pause } from 'node:timers/promises';

/** Waits until the condition holds, looking every 20 ms; throws when it still does not after `ms`. */
export async function eventually(condition: () => boolean | Promise<boolean>, ms = 10_000): Promise<void> {
  const until = performance.now() + ms;
  while (!(await condition())) {
    if (performance.now() > until) throw new Error(`not within ${ms} ms: ${condition}`);
    await pause(20);
  }
}
