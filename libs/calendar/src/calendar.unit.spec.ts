import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { addWorkingDays, calendarOf, corrected, doubts, isWorkingDay, workingDaysBetween } from './calendar.js';
import { corrections } from './corrections.js';
import { addDays, type Day, dayOf, endOfDay, isDay, isWeekend, lastDayBefore, momentOf } from './days.js';
import { parseYear } from './year.js';

const YEARS = [2024, 2025, 2026, 2027];
const files = YEARS.map((year) =>
  parseYear(`${year}.json`, readFileSync(new URL(`../../../calendars/${year}.json`, import.meta.url), 'utf8')),
);
const calendar = calendarOf(files);
const holds = <T>(property: fc.IProperty<T>, numRuns = 500): void => fc.assert(property, { numRuns });

/** Days from 2024 to 2027, and some beyond what is known. */
const days = fc.integer({ min: 0, max: 1_900 }).map((n): Day => addDays('2023-06-01', n));
const correction = fc.tuple(days, fc.constantFrom('holiday' as const, 'working-day' as const));
/** What a division may have corrected; a counterexample shows it, and the seed. */
const changes = fc.array(correction, { maxLength: 30 });
const withChanges = (all: readonly (readonly [Day, 'holiday' | 'working-day'])[]) =>
  corrected(calendar, Object.fromEntries(all.map(([day, kind]) => [day, { day, kind, reason: '' }])));

describe('A working day', () => {
  it.each([
    ['2026-02-14', true, '春节 is worked ahead on a Saturday'],
    ['2026-02-15', false, '春节 begins'],
    ['2026-02-23', false, 'a Monday of 春节'],
    ['2026-02-24', true, 'the first day after it'],
    ['2026-10-10', true, '国庆节 is worked for on a Saturday'],
    ['2026-11-21', false, 'a Saturday like any'],
    ['2026-11-23', true, 'a Monday like any'],
    ['2024-05-11', true, '劳动节 2024'],
    ['2025-10-08', false, 'the last day of 国庆节、中秋节 2025'],
    ['2027-02-08', false, '正月初三 2027'],
    ['2031-05-01', true, 'a Thursday of a year nobody knows'],
  ])('%s: %s, because %s', (day, worked) => expect(isWorkingDay(calendar, day)).toBe(worked));

  it('is what the division says, when it says something', () => {
    const local = corrected(calendar, {
      '2026-11-23': { day: '2026-11-23', kind: 'holiday', reason: '州庆' },
      '2026-11-21': { day: '2026-11-21', kind: 'working-day', reason: '调至周六' },
    });
    expect([isWorkingDay(local, '2026-11-23'), isWorkingDay(local, '2026-11-21')]).toEqual([false, true]);
    expect(addWorkingDays(local, '2026-11-20', 1)).toBe('2026-11-21');
  });
});

describe('Counting working days', () => {
  it('leaps over 春节 and counts the Saturday that is worked', () => {
    expect(addWorkingDays(calendar, '2026-02-13', 1)).toBe('2026-02-14');
    expect(addWorkingDays(calendar, '2026-02-13', 2)).toBe('2026-02-24');
    expect(addWorkingDays(calendar, '2026-02-24', -1)).toBe('2026-02-14');
    expect(workingDaysBetween(calendar, '2026-02-13', '2026-02-28')).toBe(6);
  });

  it('takes for none the day itself, or the working day before it', () => {
    expect(addWorkingDays(calendar, '2026-11-24', 0)).toBe('2026-11-24');
    expect(addWorkingDays(calendar, '2026-11-22', 0)).toBe('2026-11-20');
  });

  it('ends on a working day, and comes back', () =>
    holds(
      fc.property(changes, days, fc.integer({ min: 1, max: 60 }), (all, day, n) => {
        const c = withChanges(all);
        const after = addWorkingDays(c, day, n);
        const before = addWorkingDays(c, day, -n);
        expect([isWorkingDay(c, after), isWorkingDay(c, before), before < day && day < after]).toEqual([
          true,
          true,
          true,
        ]);
        expect(workingDaysBetween(c, day, after)).toBe(n);
        if (isWorkingDay(c, day)) {
          expect(addWorkingDays(c, after, -n)).toBe(day);
          expect(workingDaysBetween(c, day, before)).toBe(-n);
        }
      }),
    ));

  it('adds up, and goes forward with the days', () =>
    holds(
      fc.property(changes, days, fc.nat(40), fc.integer({ min: 1, max: 40 }), (all, day, n, m) => {
        const c = withChanges(all);
        if (n > 0) expect(addWorkingDays(c, addWorkingDays(c, day, n), m)).toBe(addWorkingDays(c, day, n + m));
        expect(addWorkingDays(c, day, m) <= addWorkingDays(c, addDays(day, 1), m)).toBe(true);
      }),
    ));

  it('counts spans that join like one', () =>
    holds(
      fc.property(changes, fc.tuple(days, days, days), (all, three) => {
        const c = withChanges(all);
        const [a, b, d] = [...three].sort() as [Day, Day, Day];
        expect(workingDaysBetween(c, a, b) + workingDaysBetween(c, b, d)).toBe(workingDaysBetween(c, a, d));
        expect(workingDaysBetween(c, d, a)).toBe(0 - workingDaysBetween(c, a, d));
      }),
      150,
    ));

  it('is as the plain weekdays where nothing else is known', () =>
    holds(fc.property(days, (day) => expect(isWorkingDay(calendarOf([]), day)).toBe(!isWeekend(day))) as never));

  it('does not go on for ever in a calendar without work', () => {
    const nobody = Object.fromEntries(
      Array.from({ length: 500 }, (_, n) => addDays('2026-01-01', n)).map((day) => [
        day,
        { day, kind: 'holiday' as const, reason: '' },
      ]),
    );
    expect(() => addWorkingDays(corrected(calendar, nobody), '2026-01-01', 1)).toThrow('calendar.without-work');
    expect(() => addWorkingDays(calendar, '2026-01-01', 1.5)).toThrow(RangeError);
  });
});

describe('A day in Shanghai', () => {
  it('begins at 16:00 UTC of the day before, and ends where the next begins', () => {
    expect(dayOf('2026-11-23T15:59:59.999Z')).toBe('2026-11-23');
    expect(dayOf('2026-11-23T16:00:00.000Z')).toBe('2026-11-24');
    expect(endOfDay('2026-11-24')).toBe('2026-11-24T16:00:00.000Z');
    expect(momentOf('2026-11-24', 9 * 60)).toBe('2026-11-24T01:00:00.000Z');
  });

  it('is the one that an end at midnight ends', () => {
    expect(lastDayBefore('2022-05-31T16:00:00.000Z')).toBe('2022-05-31');
    expect(lastDayBefore('2022-05-31T15:00:00.000Z')).toBe('2022-05-31');
  });

  it('agrees with the zone Asia/Shanghai of the platform', () => {
    const shown = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short' });
    holds(
      fc.property(
        fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-30'), noInvalidDate: true }),
        (moment) => {
          const day = dayOf(moment.toISOString());
          expect(day).toBe(shown.format(moment));
          expect(lastDayBefore(endOfDay(day))).toBe(day);
        },
      ),
    );
  });

  it.each(['2026-02-29', '2026-13-01', '1999-12-31', '2101-01-01', '2026-1-1', '', '２０２６-01-01'])(
    'is not %s',
    (text) => expect(isDay(text)).toBe(false),
  );
});

describe('What is not known', () => {
  it('is said of every year that a span touches', () => {
    expect(doubts(calendar, '2025-12-01', '2026-12-31')).toEqual([]);
    expect(doubts(calendar, '2026-12-28', '2027-01-05').map(({ zh }) => zh)).toEqual([
      '2027 年放假安排尚未收录，只计《全国年节及纪念日放假办法》规定的日子，调休未定；涉及该年的期限可能变动。',
    ]);
    expect(doubts(calendar, '2023-12-28', '2024-01-05').map(({ en }) => en)).toEqual([
      'The holidays of 2023 are not known here: only weekends count, and a deadline that touches 2023 may be wrong.',
    ]);
  });
});

describe('A correction', () => {
  const by = { personId: 'shi', accountId: 'shi', role: 'campaign-manager', memberOf: [] };
  const order = (day: string, kind: 'holiday' | 'working-day', reason = '州庆放假') => ({
    type: 'CorrectDay' as const,
    data: { day, kind, reason },
    by,
    at: '2026-11-24T01:00:00.000Z',
  });

  it('is a fact, once; and may be corrected again', () => {
    const first = corrections.decide(order('2026-11-23', 'holiday'), corrections.initial);
    expect(first).toEqual([{ type: 'DayCorrected', data: { day: '2026-11-23', kind: 'holiday', reason: '州庆放假' } }]);
    const state = corrections.evolve(corrections.initial, first[0]!);
    expect(corrections.decide(order('2026-11-23', 'holiday'), state)).toEqual([]);
    expect(corrections.decide(order('2026-11-23', 'working-day'), state)).toHaveLength(1);
  });

  it.each([
    [order('2026-02-30', 'holiday'), 'calendar.no-such-day'],
    [order('2026-11-23', 'holiday', '。'), 'text.too-short'],
    [order('2026-11-23', 'holiday', '长'.repeat(501)), 'text.too-long'],
  ])('is refused: %#', (command, code) => {
    expect(() => corrections.decide(command, corrections.initial)).toThrow(code);
  });

  it('is refused when a division has corrected too many days', () => {
    const many = Object.fromEntries(
      Array.from({ length: 2_000 }, (_, n) => addDays('2030-01-01', n)).map((day) => [
        day,
        { day, kind: 'holiday' as const, reason: '' },
      ]),
    );
    expect(() => corrections.decide(order('2026-11-23', 'holiday'), many)).toThrow('calendar.too-many-corrections');
  });
});
