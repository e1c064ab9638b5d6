import { bureauDay, standing } from './standing.js';

const delegation = {
  ...{ id: 'd', delegator: 'long', delegate: 'dai', reason: '出差', by: 'long', ended: false },
  ...{ from: '2026-03-02', until: '2026-03-06' },
};

describe('A delegation', () => {
  it.each([
    ['2026-03-01', 'coming'],
    ['2026-03-02', 'standing'],
    ['2026-03-06', 'standing'],
    ['2026-03-07', 'over'],
  ])('is on %s %s', (day, state) => {
    expect(standing(delegation, day)).toBe(state);
  });

  it('stays ended, whatever the day', () => {
    expect(standing({ ...delegation, ended: true }, '2026-03-03')).toBe('ended');
  });

  it('counts the days of the bureau, wherever it is read', () => {
    expect(bureauDay(Date.parse('2026-03-01T16:00:00Z'))).toBe('2026-03-02');
    expect(bureauDay(Date.parse('2026-03-01T15:59:59Z'))).toBe('2026-03-01');
  });
});
