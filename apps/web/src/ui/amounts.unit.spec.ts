import { cleanDecimal, formatDecimal, formatFigure, isDecimal } from './amounts.js';

describe('An amount', () => {
  it.each([
    ['40.77', '40.77'],
    ['1234567.5', '1,234,567.50'],
    ['0', '0.00'],
    ['0.005', '0.01'],
    ['0.0049', '0.00'],
    ['-0.004', '0.00'],
    ['-1234.565', '-1,234.57'],
    ['999.995', '1,000.00'],
    ['9007199254740993.01', '9,007,199,254,740,993.01'],
  ])('of %s reads %s, exactly', (given, read) => {
    expect(formatDecimal(given, 2)).toBe(read);
  });

  it('is shown in two decimals, a count as it was given', () => {
    expect([formatFigure('6', '人'), formatFigure('34.5', '万元'), formatFigure('85.3', '%')]).toEqual([
      '6',
      '34.50',
      '85.3',
    ]);
  });

  it('is left alone when it is none', () => {
    expect(formatDecimal('六', 2)).toBe('六');
  });

  it.each([
    ['1,234.50', '1234.50'],
    ['１２．５', '12.5'],
    [' 12 ', '12'],
    ['.5', '0.5'],
    ['-.5', '-0.5'],
    ['7.', '7'],
  ])('typed as “%s” is meant as %s', (typed, meant) => {
    expect(cleanDecimal(typed)).toBe(meant);
    expect(isDecimal(meant)).toBe(true);
  });

  it.each(['', '1e3', '12345678901234567', '0.1234567', '--1', '一'])('is not “%s”', (text) => {
    expect(isDecimal(cleanDecimal(text))).toBe(false);
  });
});
