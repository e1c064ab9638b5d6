/** How long something takes already, in the largest unit that says enough. */
export type Duration = { readonly unit: 'now' } | { readonly unit: 'minutes' | 'hours' | 'days'; readonly n: number };

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Whole units that have passed; a moment in the future is now, because clocks differ. */
export function durationSince(moment: string, now: number): Duration {
  const passed = now - Date.parse(moment);
  if (passed >= 2 * DAY) return { unit: 'days', n: Math.floor(passed / DAY) };
  if (passed >= HOUR) return { unit: 'hours', n: Math.floor(passed / HOUR) };
  if (passed >= MINUTE) return { unit: 'minutes', n: Math.floor(passed / MINUTE) };
  return { unit: 'now' };
}
