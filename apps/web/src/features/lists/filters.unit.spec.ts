import { filtersIn, searchOf } from './filters.js';

describe('The filters of a list', () => {
  it('stand in the address and come back from it', () => {
    const filters = { name: '工伤保险', stage: 'SUBMITTED', fiscalYear: 2021, campaignId: '431225-2021' } as const;
    expect(filtersIn(searchOf(filters))).toEqual(filters);
    expect(searchOf(filters).toString()).toContain('stage=SUBMITTED&year=2021');
  });

  it.each(['', 'stage=NOWHERE', 'year=abc', 'year=1999', 'year=2021.5', 'name=%20%20', 'campaign=../x', 'other=1'])(
    'leave out what is none: “%s”',
    (search) => {
      expect(filtersIn(new URLSearchParams(search))).toEqual({});
    },
  );
});
