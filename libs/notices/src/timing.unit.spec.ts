import { afterQuiet, dayIn, nextDigest, USUAL_QUIET, waitAfter } from './timing.js';

const shanghai = (text: string): Date => new Date(`${text}+08:00`);

describe('Quiet hours', () => {
  it.each([
    ['in the evening before they begin', '2026-11-24T21:59:59', '2026-11-24T21:59:59'],
    ['at the minute they begin', '2026-11-24T22:00:00', '2026-11-25T07:00:00'],
    ['before midnight', '2026-11-24T23:59:59.999', '2026-11-25T07:00:00'],
    ['at midnight', '2026-11-25T00:00:00', '2026-11-25T07:00:00'],
    ['in the last minute', '2026-11-25T06:59:59', '2026-11-25T07:00:00'],
    ['at the minute they end', '2026-11-25T07:00:00', '2026-11-25T07:00:00'],
    ['over the end of the year', '2026-12-31T23:00:00', '2027-01-01T07:00:00'],
    ['on the night before a leap day', '2028-02-28T23:00:00', '2028-02-29T07:00:00'],
  ])('across midnight, %s', (_, now, then) => {
    expect(afterQuiet(shanghai(now), USUAL_QUIET)).toEqual(shanghai(then));
  });

  it.each([
    ['2026-11-24T12:30:00', '2026-11-24T14:00:00'],
    ['2026-11-24T14:00:00', '2026-11-24T14:00:00'],
    ['2026-11-24T23:00:00', '2026-11-24T23:00:00'],
  ])('within a day: %s → %s', (now, then) => {
    expect(afterQuiet(shanghai(now), { from: '12:00', to: '14:00' })).toEqual(shanghai(then));
  });

  it('that begin and end at the same minute are none', () => {
    const now = shanghai('2026-11-24T22:00:00');
    expect(afterQuiet(now, { from: '22:00', to: '22:00' })).toBe(now);
  });

  it('never end in the past, and what comes after them is not quiet', () => {
    const time = (minute: number) =>
      `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
    for (let from = 0; from < 1440; from += 97)
      for (let to = 0; to < 1440; to += 101)
        for (let now = 0; now < 1440; now += 53) {
          const quiet = { from: time(from), to: time(to) };
          const moment = shanghai(`2026-11-24T${time(now)}:30`);
          const later = afterQuiet(moment, quiet);
          expect(later.getTime()).toBeGreaterThanOrEqual(moment.getTime());
          expect(later.getTime() - moment.getTime()).toBeLessThan(24 * 3_600_000);
          expect(afterQuiet(later, quiet)).toEqual(later);
        }
  });
});

describe('The digest', () => {
  it.each([
    ['2026-11-24T07:59:59', '2026-11-24T08:00:00'],
    ['2026-11-24T08:00:00', '2026-11-25T08:00:00'],
    ['2026-11-24T23:00:00', '2026-11-25T08:00:00'],
    ['2026-11-25T00:10:00', '2026-11-25T08:00:00'],
  ])('after %s goes out at %s', (now, then) => {
    expect(nextDigest(shanghai(now))).toEqual(shanghai(then));
  });

  it('belongs to the day in Shanghai, which is not the day in UTC', () => {
    expect(dayIn(new Date('2026-11-24T17:00:00Z'))).toBe('2026-11-25');
  });
});

describe('What failed', () => {
  it('waits longer each time, up to an hour', () => {
    expect([1, 2, 3, 7, 8, 60].map((n) => waitAfter(n) / 1_000)).toEqual([30, 60, 120, 1_920, 3_600, 3_600]);
  });
});
