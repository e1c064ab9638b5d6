import type { Text } from '#libs/kernel';
import { addWorkingDays, type Calendar, doubts } from './calendar.js';
import { type Day, dayOf, endOfDay, lastDayBefore, momentOf } from './days.js';

/** When something has to be done. Passing it is a flag that is computed, and nothing ever happens by it. */
export interface Deadline {
  readonly day: Day;
  /** ISO 8601, UTC: from this moment on it is late. */
  readonly at: string;
  /** What is not known of the calendar it was counted with. */
  readonly doubts: readonly Text[];
}

/** A window that ends at a moment which is given, whatever day that is; the calendar only matters for its reminders. */
export function windowEnding(calendar: Calendar, at: string): Deadline {
  const day = lastDayBefore(at);
  return { day, at, doubts: doubts(calendar, day, day) };
}

/** So many working days for something that began at a moment: the day it began does not count, the last one counts whole. */
export function within(calendar: Calendar, beganAt: string, workingDays: number): Deadline {
  const began = dayOf(beganAt);
  const day = addWorkingDays(calendar, began, workingDays);
  return { day, at: endOfDay(day), doubts: doubts(calendar, began, day) };
}

/** The rungs of the ladder: how many working days before (−) or after the last day somebody is reminded. */
const RUNGS = {
  'due-in-3-days': -3,
  'due-today': 0,
  'overdue-1-day': 1,
  'overdue-3-days': 3,
  'overdue-escalated': 5,
} as const;
export type Rung = keyof typeof RUNGS;

/** Reminders come at nine in the morning, in minutes after midnight. */
const NINE = 9 * 60;

/**
 * The moments of the rungs, in order. A last day that nobody works on is reminded of on the working day before it. A
 * rung whose day is not after the one on which it began is left out: who was just told is not reminded.
 */
export function ladder(
  calendar: Calendar,
  { day }: Pick<Deadline, 'day'>,
  beganAt: string,
): readonly { readonly rung: Rung; readonly at: string }[] {
  const began = dayOf(beganAt);
  return (Object.entries(RUNGS) as [Rung, number][])
    .map(([rung, days]) => ({ rung, on: addWorkingDays(calendar, day, days) }))
    .filter(({ on }) => on > began)
    .map(({ rung, on }) => ({ rung, at: momentOf(on, NINE) }));
}
