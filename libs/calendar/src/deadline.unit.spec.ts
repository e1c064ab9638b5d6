import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { calendarOf, corrected, isWorkingDay } from './calendar.js';
import { addDays, dayOf, momentOf } from './days.js';
import { ladder, windowEnding, within } from './deadline.js';
import { parseYear } from './year.js';

const calendar = calendarOf(
  [2024, 2025, 2026, 2027].map((year) =>
    parseYear(`${year}.json`, readFileSync(new URL(`../../../calendars/${year}.json`, import.meta.url), 'utf8')),
  ),
);

describe('A deadline in working days', () => {
  it('does not count the day it begins, and counts the last one whole', () =>
    expect(within(calendar, '2026-11-24T03:00:00.000Z', 5)).toEqual({
      day: '2026-12-01',
      at: '2026-12-01T16:00:00.000Z',
      doubts: [],
    }));

  it('goes by the day it is in Shanghai', () =>
    expect(within(calendar, '2026-11-24T17:00:00.000Z', 5).day).toBe('2026-12-02'));

  it('stands still over 国庆节', () => expect(within(calendar, '2026-09-29T03:00:00.000Z', 5).day).toBe('2026-10-12'));

  it('says what it does not know', () =>
    expect(within(calendar, '2026-12-29T03:00:00.000Z', 5).doubts.map(({ en }) => en)).toEqual([
      expect.stringContaining('The notice on the holidays of 2027 is not known yet'),
    ]));
});

describe('The ladder of reminders', () => {
  const moments = (at: string, beganAt = '2026-01-01T00:00:00.000Z', of = calendar) =>
    Object.fromEntries(ladder(of, windowEnding(of, at), beganAt).map(({ rung, at: moment }) => [rung, moment]));

  it('is three days before, on the day, one, three and five days after: working days, at nine', () =>
    expect(moments('2026-11-30T16:00:00.000Z')).toEqual({
      'due-in-3-days': '2026-11-25T01:00:00.000Z',
      'due-today': '2026-11-30T01:00:00.000Z',
      'overdue-1-day': '2026-12-01T01:00:00.000Z',
      'overdue-3-days': '2026-12-03T01:00:00.000Z',
      'overdue-escalated': '2026-12-07T01:00:00.000Z',
    }));

  it('reminds of a window that ends in a holiday before it', () =>
    expect(moments('2026-10-05T16:00:00.000Z')).toMatchObject({
      'due-in-3-days': '2026-09-28T01:00:00.000Z',
      'due-today': '2026-09-30T01:00:00.000Z',
      'overdue-1-day': '2026-10-08T01:00:00.000Z',
    }));

  it('leaves out what would come on the day it began, or before', () => {
    const { at } = within(calendar, '2026-11-24T00:00:00.000Z', 2);
    expect(Object.keys(moments(at, '2026-11-24T00:00:00.000Z'))).toEqual([
      'due-today',
      'overdue-1-day',
      'overdue-3-days',
      'overdue-escalated',
    ]);
  });

  it('climbs, one working day after the other, whatever a division corrects', () => {
    const day = fc.nat(1_500).map((n) => addDays('2024-01-01', n));
    const corrections = fc.array(fc.tuple(day, fc.constantFrom('holiday' as const, 'working-day' as const)));
    fc.assert(
      fc.property(corrections, day, fc.nat(1_440), fc.integer({ min: 1, max: 30 }), (all, began, minute, days) => {
        const of = corrected(
          calendar,
          Object.fromEntries(all.map(([one, kind]) => [one, { day: one, kind, reason: '' }])),
        );
        const beganAt = momentOf(began, minute);
        const deadline = within(of, beganAt, days);
        const rungs = ladder(of, deadline, beganAt);
        const on = rungs.map(({ at }) => dayOf(at));
        expect(on.every((one) => isWorkingDay(of, one) && one > dayOf(beganAt))).toBe(true);
        expect(on).toEqual([...new Set(on)].sort());
        expect(
          rungs
            .filter(({ at }) => at < deadline.at)
            .map(({ rung }) => rung)
            .at(-1),
        ).toBe('due-today');
        expect(rungs.slice(-4).map(({ rung }) => rung)).toEqual([
          ...['due-today', 'overdue-1-day', 'overdue-3-days', 'overdue-escalated'],
        ]);
      }),
      { numRuns: 300 },
    );
  });

  it('moves with a correction of the calendar', () => {
    const local = corrected(calendar, { '2026-12-01': { day: '2026-12-01', kind: 'holiday', reason: '州庆' } });
    expect(moments('2026-11-30T16:00:00.000Z', undefined, local)['overdue-1-day']).toBe('2026-12-02T01:00:00.000Z');
  });
});
