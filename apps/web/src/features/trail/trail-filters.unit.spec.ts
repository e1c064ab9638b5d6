import { trailFiltersIn, trailQueryOf, trailSearchOf } from './trail-filters.js';

describe('The filters of the trail', () => {
  it('stand in the address and come back from it', () => {
    const filters = {
      type: 'EvaluationReturned',
      unitId: 'u-1',
      from: '2026-01-01',
      to: '2026-01-31',
      refused: 'true',
      personId: '黄审计',
      text: '退回',
    } as const;
    expect(trailFiltersIn(trailSearchOf(filters))).toEqual(filters);
  });

  it('leave out what is none', () => {
    expect(trailFiltersIn(new URLSearchParams('type=1&from=yesterday&refused=maybe&unit=../x'))).toEqual({});
  });

  it('ask for whole days, the last included', () => {
    const { from, to } = trailQueryOf({ from: '2026-01-01', to: '2026-01-01' });
    expect(Date.parse(to ?? '') - Date.parse(from ?? '')).toBe(86_400_000);
  });
});
