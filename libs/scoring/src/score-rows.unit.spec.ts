import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { EMPTY_SHEET, type Indicator, type Sheet } from '#libs/sheet';
import { compute, parseScheme } from './index.js';

const file = new URL('../../../schemes/national-project-2020-capped.v1.json', import.meta.url);
const text = readFileSync(file, 'utf8');
const scheme = parseScheme(text);

const value = fc.oneof(
  fc.integer({ min: -30_000, max: 30_000 }).map((cents) => (cents / 100).toFixed(2)),
  fc.constantFrom('0', '', '约三百', '1e300'),
  fc.constant(null),
);
const row: fc.Arbitrary<Indicator> = fc.record({
  level1: fc.constantFrom('产出指标', '效益指标', '满意度指标', ' 产出 ', '过程'),
  level2: fc.constant('数量指标'),
  name: fc.constant('某项'),
  direction: fc.constantFrom('GTE', 'GT', 'EQ', 'LTE', 'LT', 'QUALITATIVE'),
  target: value,
  actual: value,
  unitOfMeasure: fc.constant('项'),
  maxPoints: fc.constantFrom('10', '30', '50', '0', '-1', null, '二十'),
  points: value,
});
const sheets: fc.Arbitrary<Sheet> = fc.record({
  head: fc.record({ selfScore: fc.constantFrom('92', '', '九十二', '1e9') }),
  figures: fc.record({
    'PROJECT.BUDGET': fc.record({ value, unit: fc.constantFrom('万元', '元') }),
    'PROJECT.EXPENDITURE': fc.record({ value, unit: fc.constantFrom('万元', '元') }),
  }),
  indicators: fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd', '__proto__', 'constructor'), row),
  sections: fc.constant({}),
  answers: fc.constant({}),
});

function one(direction: Indicator['direction'], target: string, actual: string, more: Partial<Indicator> = {}): Sheet {
  const only: Indicator = {
    level1: '产出',
    level2: '数量指标',
    name: '某项',
    direction,
    target,
    actual,
    unitOfMeasure: '项',
    maxPoints: '50',
    points: null,
    ...more,
  };
  return { ...EMPTY_SHEET, indicators: { only } };
}

function scored(sheet: Sheet, under = scheme) {
  return compute(under, sheet).indicators.find(({ id }) => id === 'outputs/only')!;
}

describe("Any table of the unit's own indicators", () => {
  it('is scored within its bounds or told what is missing, and a cap is never exceeded', () => {
    fc.assert(
      fc.property(sheets, (sheet) => {
        const score = compute(scheme, sheet);
        for (const { points, atMost, maxPoints, state, missing } of score.indicators) {
          expect(Number(points)).toBeLessThanOrEqual(Number(atMost));
          expect(Number(points)).toBeGreaterThanOrEqual(0);
          expect(Number(atMost)).toBeLessThanOrEqual(Number(maxPoints));
          expect(missing.length > 0).toBe(state === 'not-computable');
        }
        if (score.cap?.atMost) expect(Number(score.ceiling)).toBeLessThanOrEqual(Number(score.cap.atMost));
        expect(JSON.stringify(score)).not.toMatch(/NaN|Infinity/);
      }),
      { numRuns: 300 },
    );
  });
});

describe('A row', () => {
  it.each([
    ['GTE', '-10', '-5', '50'],
    ['GTE', '100', '-5', '0'],
    ['LTE', '0', '0', '50'],
    ['LTE', '0', '0.01', '0'],
    ['LT', '10', '15', '25'],
    ['EQ', '0', '1', '0'],
    ['EQ', '4', '3', '37.5'],
  ] as const)('%s with target %s and actual %s gets %s of 50', (direction, target, actual, points) => {
    expect(scored(one(direction, target, actual)).points).toBe(points);
  });

  it('below a target that is not positive has no proportion, and is not counted as 0', () => {
    expect(scored(one('GTE', '0', '-5'))).toMatchObject({ state: 'not-computable', points: null, atMost: '50' });
  });

  it('far above its target only has to be explained where the scheme says so', () => {
    const explain = parseScheme(text.replace(/"effect": "deduct",\s*"deduct": "2",/, '"effect": "explain",'));
    const bare = scored(one('GTE', '10', '13'), explain);
    expect([bare.points, bare.notes.length]).toEqual(['50', 2]);
    const explained = scored(one('GTE', '10', '13', { deviationExplanation: '任务增加' }), explain);
    expect([explained.points, explained.notes.length]).toEqual(['50', 1]);
  });

  it('keeps its points with an explanation where the scheme lets one save them', () => {
    const lenient = parseScheme(text.replace('"deduct": "2",', '"deduct": "2", "unlessExplained": true,'));
    expect(scored(one('GTE', '10', '13'), lenient).points).toBe('48');
    expect(scored(one('GTE', '10', '13', { deviationExplanation: '任务增加' }), lenient).points).toBe('50');
  });

  it('that no part of the scheme asks for is named, not lost', () => {
    const sheet = one('GTE', '1', '1', { level1: '过程' });
    expect(compute(scheme, sheet).unusedRows).toEqual(['only']);
  });
});

describe('A cap by the execution rate', () => {
  const figures = (budget: string | null, spent: string) => ({
    'PROJECT.BUDGET': { value: budget, unit: '万元' } as const,
    'PROJECT.EXPENDITURE': { value: spent, unit: '万元' } as const,
  });

  it.each([
    ['nothing planned and nothing spent', '0', '0', 0],
    ['spending without a budget', '0', '5', 1],
    ['an empty budget', null, '5', 1],
  ])('sets no limit for %s, and says when that is because it cannot be known', (_, budget, spent, missing) => {
    const { cap, ceiling } = compute(scheme, { ...EMPTY_SHEET, figures: figures(budget, spent) });
    expect([cap?.rate, cap?.atMost, cap?.missing.length, ceiling]).toEqual([null, null, missing, '100']);
  });
});
