import fc from 'fast-check';
import { add, amountOf, compare, Decimal, decimal, format, percent, ratio, subtract, toWan } from './amounts.js';
import { decimals } from './arbitraries.spec.js';
import { EMPTY_SHEET, type Figure } from './sheet.js';

const of = (text: string) => new Decimal(text);
const holding = (figure: Figure) => ({ ...EMPTY_SHEET, figures: { 'EXP.TOTAL': figure } });

describe('Amounts', () => {
  it('add up exactly, in any order', () => {
    expect(add(of('0.1'), of('0.2')).toFixed()).toBe('0.3');
    expect(add().toFixed()).toBe('0');
    fc.assert(
      fc.property(fc.array(decimals), (texts) => {
        const amounts = texts.map(of);
        expect(add(...amounts).equals(add(...amounts.reverse()))).toBe(true);
      }),
    );
  });

  it('turn from 元 to 万元 and back without loss', () => {
    fc.assert(fc.property(decimals, (text) => toWan(of(text)).times(10_000).equals(of(text))));
    expect(toWan(of('0.01')).toFixed()).toBe('0.000001');
  });

  it('compare by value, not by writing', () => {
    expect([compare(of('5.3'), of('5.30')), compare(of('-1'), of('0')), compare(of('2'), of('1'))]).toEqual([0, -1, 1]);
    expect(subtract(of('72.88'), of('40.77')).toFixed()).toBe('32.11');
  });

  it('divide to four decimals, ties away from zero, and not by nothing', () => {
    expect(percent(of('3.12'), of('72.92'))?.toFixed()).toBe('4.2787');
    expect(ratio(of('32.11'), of('40.77'))?.toFixed()).toBe('0.7876');
    expect(ratio(of('1'), of('20000'))?.toFixed()).toBe('0.0001');
    expect(ratio(of('-1'), of('20000'))?.toFixed()).toBe('-0.0001');
    expect([ratio(of('1'), of('0')), percent(of('0'), of('0'))]).toEqual([null, null]);
  });

  it('are printed with two decimals, ties away from zero', () => {
    expect([format(of('5.3')), format(of('0.005')), format(of('-0.005')), format(of('1234567'))]).toEqual([
      '5.30',
      '0.01',
      '-0.01',
      '1234567.00',
    ]);
  });

  it.each(['1e9', ' 1', '１', 'NaN', '', '.5', '+1', '12345678901234567', '--1'])('are not read from %p', (text) => {
    expect(decimal(text)).toBeNull();
  });
});

describe('The amount of a figure', () => {
  it('is in 万元 for money and as it is for counts', () => {
    expect(amountOf(holding({ value: '729200', unit: '元' }), 'EXP.TOTAL')?.toFixed()).toBe('72.92');
    expect(amountOf(holding({ value: '8', unit: '人' }), 'EXP.TOTAL')?.toFixed()).toBe('8');
    expect(amountOf(holding({ value: '0', unit: '万元' }), 'EXP.TOTAL')?.toFixed()).toBe('0');
  });

  it.each<[string, Figure]>([
    ['empty', { value: null, unit: '万元' }],
    ['not applicable', { value: null, unit: '万元', notApplicable: true }],
    ['not a decimal', { value: 'many', unit: '万元' }],
  ])('is unknown when it is %s', (_, figure) => {
    expect(amountOf(holding(figure), 'EXP.TOTAL')).toBeNull();
    expect(amountOf(EMPTY_SHEET, 'constructor')).toBeNull();
  });
});
