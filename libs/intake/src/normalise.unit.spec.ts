import fc from 'fast-check';
import { normalise } from './normalise.js';

const piece = fc.constantFrom(
  ...[
    '４０．７７',
    '万元',
    '万元元',
    '，',
    ',',
    '，，',
    '95.',
    '10%',
    ' ',
    '　',
    '\r\n',
    '\n',
    '“三公”',
    '［2022］',
    '【附】',
    '（境）',
    '（一）',
  ],
  ...['[bookmark: _GoBack]', '1,234.56元', '出国', '支出', '年', '7', '\u200b', '—', '😀', '２，０００'],
);

describe('A normalised text', () => {
  it.each([
    ['４０．７７万元', '40.77万元'],
    ['2.16万元元，，', '2.16万元，'],
    ['[bookmark: _GoBack]二、项目支出', '二、项目支出'],
    ['会财绩[2022］11号〔2019〕', '会财绩[2022]11号[2019]'],
    ['执行率95.\n10%', '执行率95.10%'],
    ['执行率95. 10%', '执行率95.10%'],
    ['1.\n10万元', '1.\n10万元'],
    ['1. 2021年', '1. 2021年'],
    ['自我评分 92 分', '自我评分92分'],
    ['因公出国（境）费用；（一）', '因公出国境费用；（一）'],
    ['“三公”经费,3,856,000.00元', '三公经费，3,856,000.00元'],
    ['１，２００．５０万元', '1,200.50万元'],
    ['其中:5,6两项', '其中：5，6两项'],
  ])('writes %p as %p', (original, text) => {
    expect(normalise(original).text).toBe(text);
  });

  it('knows of each character from which one it was made, in order', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const original = pieces.join('');
        const { text, origin } = normalise(original);
        let last = -1;
        for (let i = 0; i < text.length; i++) {
          const { start, end } = origin(i, i + 1);
          expect(start).toBeGreaterThan(last);
          expect(end).toBe(start + 1);
          if (/[0-9\p{sc=Han}]/u.test(text[i]!)) expect(original[start]!.normalize('NFKC')).toBe(text[i]);
          last = start;
        }
      }),
    );
  });
});
