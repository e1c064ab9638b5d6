import fc from 'fast-check';
import { evaluate, type Outcome, printed } from './evaluate.js';
import { Exact, plain } from './exact.js';
import { NotAFormula, parseFormula } from './formula.js';

const values: Record<string, Outcome> = {
  年初: { is: 'value', value: new Exact('40.77') },
  追加: { is: 'value', value: new Exact('32.11') },
  零: { is: 'value', value: new Exact(0) },
  无: { is: 'missing' },
  免: { is: 'not-applicable' },
};

function worth(formula: string): string {
  const outcome = evaluate(parseFormula(formula), (name) => values[name]!);
  return outcome.is === 'value' ? plain(outcome.value.toDecimalPlaces(4)) : outcome.is;
}

describe('A formula', () => {
  it.each([
    ['追加 / 年初 * 100', '78.7589'],
    ['（追加 ＋ 年初）× 2 ÷ 4 － 1', '35.44'],
    ['0.1 + 0.2', '0.3'],
    ['-追加 + 追加', '0'],
    ['2 - 3 - 4', '-5'],
    ['100 / 10 / 2', '5'],
    ['min(追加, 年初, 3)', '3'],
    ['max(追加，年初)', '40.77'],
    ['abs(追加 − 年初)', '8.66'],
    ['999999999 * 999999999 * 999999999 * 999999999', 'too-large'],
    ['1 / 999999999 / 999999999 / 999999999 / 999999999', '0'],
    ['追加 / 零', 'over-zero'],
    ['零 / 零', 'zero-over-zero'],
    ['追加 / (年初 - 年初)', 'over-zero'],
    ['无 / 零', 'missing'],
    ['免 / 零', 'not-applicable'],
    ['无 + 免', 'missing'],
  ])('%s comes to %s', (formula, expected) => {
    expect(worth(formula)).toBe(expected);
  });

  it.each([
    [
      '',
      '1 2',
      'a.b',
      'a[0]',
      '"a"',
      '[1]',
      'this',
      'true',
      'a ? b : c',
      'a && b',
      '!a',
      '+a',
      '1e3',
      '.5',
      '5.',
      'a % b',
      'a ^ b',
      'a = b',
      'eval(a)',
      'min(a)',
      'abs(a, b)',
      '(min)(a',
      'a;b',
      '`a`',
      '1234567890',
      '０',
    ],
  ])('is nothing else', (...wrong) => {
    for (const formula of wrong) expect(() => parseFormula(formula)).toThrow(NotAFormula);
  });

  it('never runs and never throws anything but its own refusal, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        try {
          parseFormula(text);
        } catch (error) {
          expect(error).toBeInstanceOf(NotAFormula);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('means the same after it was printed and read again', () => {
    const part = fc.letrec<{ formula: string }>((tie) => ({
      formula: fc.oneof(
        { maxDepth: 4, withCrossShrink: true },
        fc.constantFrom('年初', '追加', '零', '3', '0.25'),
        fc
          .tuple(tie('formula'), fc.constantFrom('+', '-', '*', '/'), tie('formula'))
          .map(([a, sign, b]) => `(${a} ${sign} ${b})`),
        tie('formula').map((inner) => `-(${inner})`),
      ),
    })).formula;
    fc.assert(
      fc.property(part, (text) => {
        fc.pre(text.length <= 300);
        expect(worth(printed(parseFormula(text), (name) => name))).toBe(worth(text));
      }),
    );
  });
});
