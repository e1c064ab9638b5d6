import type { Delegation } from './queries.js';

const TODAY = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', dateStyle: 'short' });

/** Today, as days of the bureau are counted. */
export const bureauDay = (now: number = Date.now()): string => TODAY.format(now);

/** How a delegation stands on the day. */
export function standing({ from, until, ended }: Delegation, day: string): 'coming' | 'standing' | 'over' | 'ended' {
  if (ended) return 'ended';
  if (until < day) return 'over';
  return from > day ? 'coming' : 'standing';
}
