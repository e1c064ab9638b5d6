import { type Command, type Decider, DomainError, type Event } from '#libs/kernel';
import { type Day, isDay } from './days.js';

/** What a day is: worked, or not. */
export type DayKind = 'holiday' | 'working-day';

/** A division's manager said that a day is another than the calendar has it: a local holiday, a Saturday that is worked. */
export interface DayCorrected {
  readonly day: Day;
  readonly kind: DayKind;
  readonly reason: string;
}

export type CalendarEvent = Event<'DayCorrected', DayCorrected>;
export type CalendarCommand = Command<'CorrectDay', DayCorrected>;

/** The corrections of one division: the newest of each day. */
export type Corrections = Readonly<Record<Day, DayCorrected>>;

/** Characters of a reason, and days that one division may correct. */
const REASON = { least: 2, most: 500 };
const MOST = 2_000;

/** A day is corrected for a reason, and again when it was wrong; the log keeps each. The same again is no news. */
export const corrections: Decider<Corrections, CalendarCommand, CalendarEvent> = {
  initial: {},
  decide: ({ data: { day, kind, reason } }, state) => {
    if (!isDay(day)) throw new DomainError('invalid', 'calendar.no-such-day', { pointer: '/day' });
    const length = [...reason.trim()].length;
    if (length < REASON.least) throw new DomainError('invalid', 'text.too-short', { pointer: '/reason', ...REASON });
    if (length > REASON.most) throw new DomainError('invalid', 'text.too-long', { pointer: '/reason', ...REASON });
    if (state[day]?.kind === kind) return [];
    if (state[day] === undefined && Object.keys(state).length >= MOST)
      throw new DomainError('conflict', 'calendar.too-many-corrections', { most: MOST });
    return [{ type: 'DayCorrected', data: { day, kind, reason } }];
  },
  evolve: (state, { type, data }) => (type === 'DayCorrected' ? { ...state, [data.day]: data } : state),
};
