import { durationSince } from './durations.js';

const at = (iso: string): number => Date.parse(iso);

describe('How long somebody has had it', () => {
  it.each([
    ['2026-01-01T00:00:30Z', { unit: 'now' }],
    ['2026-01-01T00:59:59Z', { unit: 'minutes', n: 59 }],
    ['2026-01-01T01:00:00Z', { unit: 'hours', n: 1 }],
    ['2026-01-02T23:00:00Z', { unit: 'hours', n: 47 }],
    ['2026-01-03T00:00:00Z', { unit: 'days', n: 2 }],
    ['2025-12-31T23:59:00Z', { unit: 'now' }],
  ])('is told at %s in whole units that have passed', (now, told) => {
    expect(durationSince('2026-01-01T00:00:00Z', at(now))).toEqual(told);
  });
});
