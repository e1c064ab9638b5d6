import { emptied, inapplicable, meant } from './figure-value.js';

const read = { value: '118.78', unit: '万元', source: { from: 0, to: 6 } } as never;
const own = { value: '12.3', unit: '元', label: '劳模慰问', parent: 'EXP.PROJECT' };

describe('What is typed as a figure', () => {
  it.each([
    ['1,234.5', '1234.5'],
    ['１２３．４５', '123.45'],
    ['+7', '7'],
    ['.5', '0.5'],
    ['8.', '8'],
    ['-0.38', '-0.38'],
    ['9999999999999999.999999', '9999999999999999.999999'],
  ])('means, typed as %s, %s', (typed, value) => {
    expect(meant(undefined, '万元', typed)).toEqual({ value, unit: '万元' });
  });

  it.each(['-', '1e5', '12a', '1.2.3', '12345678901234567', '0.1234567', '<b>1</b>'])(
    'is no number yet as %s',
    (typed) => {
      expect(meant(undefined, '万元', typed)).toBeUndefined();
    },
  );

  it('forgets where the old value was read, unless it is the old value', () => {
    expect(meant(read, '万元', '118.79')).toEqual({ value: '118.79', unit: '万元' });
    expect(meant(read, '万元', '118.78')).toBe(read);
  });

  it('keeps the name and the place of a figure of the unit’s own, even emptied', () => {
    expect(meant(own, '元', '12.4')).toEqual({ ...own, value: '12.4' });
    expect(meant(own, '元', ' ')).toEqual({ ...own, value: null });
    expect(inapplicable(own, '元')).toEqual({ ...own, value: null, notApplicable: true });
  });

  it('takes a figure out of the sheet when nothing is left of it', () => {
    expect([meant(read, '万元', ''), emptied(read), emptied(undefined)]).toEqual([null, null, null]);
  });
});
