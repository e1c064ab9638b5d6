import { type ErrorObject, type ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Text } from '#libs/kernel';
import { addDays, type Day, daysBetween, isDay, isWeekend, yearOf } from './days.js';
import { MOST_CHARACTERS, YEAR_SCHEMA } from './year-schema.js';

/** One holiday as the notice of its year arranges it. */
export interface Holiday {
  readonly name: Text;
  readonly from: Day;
  readonly to: Day;
  /** From the first to the last, both included. */
  readonly days: number;
  /** Weekend days that are worked instead (调休上班). */
  readonly workedInstead: readonly Day[];
}

/** A calendar file: the arrangement of one year, and where it was read. */
export interface YearFile {
  readonly year: number;
  /** The notice is not known yet: only the days that the law itself fixes. */
  readonly provisional: boolean;
  readonly source: { readonly title: string; readonly number: string; readonly date: Day };
  readonly holidays: readonly Holiday[];
}

/** A file that cannot be used: what is wrong with it, and where, in both languages. */
export class CalendarFault extends Error {
  override readonly name = 'CalendarFault';

  constructor(
    readonly file: string,
    readonly pointer: string,
    readonly reason: Text,
  ) {
    super(`${file} ${pointer || '/'}: ${reason.zh} / ${reason.en}`);
  }
}

/**
 * Reads a calendar file; `file` names it in the fault. Refuses (CalendarFault) what has another shape, and what contradicts
 * itself: a span that has not the days it says, a day worked instead that is no weekend day, holidays that overlap.
 */
export function parseYear(file: string, text: string): YearFile {
  const fault = (pointer: string, zh: string, en: string) => new CalendarFault(file, pointer, { zh, en });
  if (text.length > MOST_CHARACTERS) throw fault('', '文件过大', 'is too large');
  const value = jsonOf(text, (reason) => fault('', `不是 JSON：${reason}`, `is not JSON: ${reason}`));
  const misshapen = shapeOf(value);
  if (misshapen) throw fault(misshapen.pointer, `形式不符：${misshapen.reason}`, misshapen.reason);
  const { $schema: _, ...year } = value as YearFile & { $schema?: string };
  for (const { pointer, zh, en } of contradictions(year)) throw fault(pointer, zh, en);
  return year;
}

function jsonOf(text: string, fault: (reason: string) => Error): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw fault((error as Error).message);
  }
}

let validate: ValidateFunction | undefined;

function shapeOf(value: unknown): { readonly pointer: string; readonly reason: string } | undefined {
  validate ??= new Ajv2020().compile(YEAR_SCHEMA);
  const error: ErrorObject | undefined = validate(value) ? undefined : validate.errors?.[0];
  if (error === undefined) return undefined;
  const { instancePath, keyword, params, message } = error;
  const pointer = keyword === 'additionalProperties' ? `${instancePath}/${params.additionalProperty}` : instancePath;
  return { pointer, reason: keyword === 'additionalProperties' ? 'is not known here' : (message ?? keyword) };
}

function* contradictions({ year, provisional, source, holidays }: YearFile) {
  const wrong = (pointer: string, zh: string, en: string) => ({ pointer, zh, en });
  if (!isDay(source.date)) yield wrong('/source/date', '没有这一天', 'is no day');
  for (const [n, { from, to, days, workedInstead }] of holidays.entries()) {
    const at = `/holidays/${n}`;
    for (const [key, day] of Object.entries({ from, to })) {
      if (!isDay(day)) yield wrong(`${at}/${key}`, `没有 ${day} 这一天`, `${day} is no day`);
      if (yearOf(day) !== year) yield wrong(`${at}/${key}`, `${day} 不在 ${year} 年`, `${day} is not in ${year}`);
    }
    const span = daysBetween(from, to) + 1;
    if (span !== days) yield wrong(`${at}/days`, `写明 ${days} 天，起止为 ${span} 天`, `says ${days}, spans ${span}`);
    const before = holidays[n - 1];
    if (before !== undefined && from <= before.to)
      yield wrong(`${at}/from`, '与前一个节日重叠或次序颠倒', 'overlaps the holiday before it, or stands out of order');
    if (provisional && workedInstead.length > 0)
      yield wrong(`${at}/workedInstead`, '通知未公布，不能有调休', 'cannot be known before the notice');
    for (const [m, day] of workedInstead.entries()) {
      const place = `${at}/workedInstead/${m}`;
      if (!isDay(day) || yearOf(day) !== year)
        yield wrong(place, `${day} 不是 ${year} 年的日子`, `is no day of ${year}`);
      if (!isWeekend(day)) yield wrong(place, `${day} 不是周六或周日`, `${day} is no Saturday or Sunday`);
      if (holidays.some((one) => one.from <= day && day <= one.to))
        yield wrong(place, `${day} 又在假期内`, `${day} is a holiday as well`);
    }
  }
}

/** Every day of a holiday. */
export function daysOf({ from, days }: Holiday): readonly Day[] {
  return Array.from({ length: days }, (_, n) => addDays(from, n));
}
