import { DomainError, type Text } from '#libs/kernel';
import type { Corrections, DayKind } from './corrections.js';
import { addDays, type Day, isWeekend, yearOf } from './days.js';
import { daysOf, type YearFile } from './year.js';

/** Which days are worked, as far as it is known: the years' arrangements, and what a division corrected. */
export interface Calendar {
  readonly years: ReadonlyMap<number, YearFile>;
  readonly days: ReadonlyMap<Day, NamedDay>;
  readonly corrections: Corrections;
}

/** A day that is otherwise than its weekday says. */
export interface NamedDay {
  readonly kind: DayKind;
  readonly name: Text;
}

/** The calendar of these years; a year that is missing has weekends only, and `doubts` says so. */
export function calendarOf(files: readonly YearFile[], corrections: Corrections = {}): Calendar {
  const days = new Map<Day, NamedDay>();
  for (const holiday of files.flatMap(({ holidays }) => holidays)) {
    for (const day of daysOf(holiday)) days.set(day, { kind: 'holiday', name: holiday.name });
    for (const day of holiday.workedInstead) days.set(day, { kind: 'working-day', name: holiday.name });
  }
  return { years: new Map(files.map((file) => [file.year, file])), days, corrections };
}

/** The same years with a division's corrections. */
export function corrected(calendar: Calendar, corrections: Corrections): Calendar {
  return { ...calendar, corrections };
}

/** Whether people work on the day: a correction counts first, then the year's arrangement, then the weekday. */
export function isWorkingDay({ days, corrections }: Calendar, day: Day): boolean {
  const kind = Object.hasOwn(corrections, day) ? corrections[day]?.kind : days.get(day)?.kind;
  return kind === undefined ? !isWeekend(day) : kind === 'working-day';
}

/** So long may pass without a working day before a calendar is taken for broken. */
const LONGEST_REST = 400;

/**
 * The n-th working day after the day, or before it when n is negative; the day itself does not count. For 0 the day
 * itself, or the last working day before it. Refuses (conflict) a calendar that was corrected until nobody works in it for
 * over a year.
 */
export function addWorkingDays(calendar: Calendar, day: Day, n: number): Day {
  if (!Number.isInteger(n)) throw new RangeError(`${n} working days`);
  let left = n === 0 ? 1 : Math.abs(n);
  let rest = 0;
  let at = n === 0 ? addDays(day, 1) : day;
  while (left > 0) {
    at = addDays(at, n > 0 ? 1 : -1);
    rest = isWorkingDay(calendar, at) ? 0 : rest + 1;
    if (rest === 0) left -= 1;
    if (rest > LONGEST_REST) throw new DomainError('conflict', 'calendar.without-work', { day });
  }
  return at;
}

/** How many working days there are after `from` up to and including `to`; negative when `to` is before `from`. */
export function workingDaysBetween(calendar: Calendar, from: Day, to: Day): number {
  if (to < from) return 0 - workingDaysBetween(calendar, to, from);
  let count = 0;
  for (let at = addDays(from, 1); at <= to; at = addDays(at, 1)) if (isWorkingDay(calendar, at)) count += 1;
  return count;
}

/** What is not known of the years from the one day to the other, in words; empty when their notices are known. */
export function doubts({ years }: Calendar, from: Day, to: Day): readonly Text[] {
  const found: Text[] = [];
  for (let year = yearOf(from); year <= yearOf(to); year += 1) {
    const file = years.get(year);
    if (file === undefined)
      found.push({
        zh: `没有 ${year} 年的放假安排，只按周六、周日计算；涉及该年的期限可能不准。`,
        en: `The holidays of ${year} are not known here: only weekends count, and a deadline that touches ${year} may be wrong.`,
      });
    else if (file.provisional)
      found.push({
        zh: `${year} 年放假安排尚未收录，只计《${file.source.title.replace(/（.*/, '')}》规定的日子，调休未定；涉及该年的期限可能变动。`,
        en: `The notice on the holidays of ${year} is not known yet: only the days fixed by law count, and a deadline that touches ${year} may move.`,
      });
  }
  return found;
}
