import fc from 'fast-check';
import { FIGURES } from './figures.js';
import { type Figure, HEAD_FIELDS, type Indicator, type SchemeAnswer, SECTIONS, type Sheet } from './sheet.js';

/** Decimal strings that a sheet accepts. */
export const decimals = fc
  .tuple(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), fc.integer({ min: 0, max: 999_999 }), fc.boolean())
  .map(([whole, part, short]) => (short ? `${whole}` : `${whole}.${String(part).padStart(6, '0')}`));

const words = fc.stringMatching(/^[a-z\u4e00-\u4eff ]{0,20}$/);

const figure: fc.Arbitrary<Figure> = fc.oneof(
  decimals.map((value) => ({ value, unit: '万元' as const })),
  fc.constant({ value: null, unit: '万元' as const }),
  fc.constant({ value: null, unit: '万元' as const, notApplicable: true }),
);

const indicator: fc.Arbitrary<Indicator> = fc.record({
  level1: words,
  level2: words,
  name: words.map((name) => `n${name}`),
  direction: fc.constantFrom('GTE' as const, 'LTE' as const, 'EQ' as const),
  target: fc.option(decimals),
  actual: fc.option(decimals),
  unitOfMeasure: words,
  maxPoints: fc.option(decimals),
  points: fc.option(decimals),
});

const answer: fc.Arbitrary<SchemeAnswer> = fc.oneof(
  decimals.map((value) => ({ value })),
  words.map((word) => ({ choice: `c${word}` })),
  fc.constant({ notApplicable: true, items: { 'in-place': 'yes' as const, followed: 'no' as const } }),
);

const money = Object.keys(FIGURES).filter((id) => FIGURES[id]?.unit === '万元');
const free = HEAD_FIELDS.filter((field) => ['unitName', 'preparer', 'phone', 'head'].includes(field));

/** Any sheet that the checks accept. Keys come in any order. */
export const sheets: fc.Arbitrary<Sheet> = fc.record({
  head: fc.dictionary(fc.constantFrom(...free), words),
  figures: fc.dictionary(fc.constantFrom(...money), figure),
  indicators: fc.dictionary(fc.stringMatching(/^[a-z][a-z0-9-]{0,6}$/), indicator),
  sections: fc.dictionary(fc.constantFrom(...Object.keys(SECTIONS)), words),
  answers: fc.dictionary(fc.stringMatching(/^[a-z][a-z0-9-]{0,6}(\/[a-z][a-z0-9-]{0,6})?$/), answer),
});
