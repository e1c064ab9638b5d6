import { type Decimal, decimal, type Indicator } from '#libs/sheet';
import type { Place } from './finding.js';
import type { Material, ScoreOfScheme } from './material.js';

/** One row of the indicator table with its numbers read; null is empty, or words. */
export interface Row {
  readonly key: string;
  readonly row: Indicator;
  readonly name: string;
  readonly max: Decimal | null;
  readonly points: Decimal | null;
  readonly target: Decimal | null;
  readonly actual: Decimal | null;
  readonly explained: boolean;
  readonly at: readonly Place[];
  /** What the scheme makes of it. */
  readonly scored: ScoreOfScheme['indicators'][number] | undefined;
}

/** The rows that apply (all but those answered 不适用), in the order of their keys. */
export function rowsOf(material: Pick<Material, 'sheet' | 'score'>): readonly Row[] {
  const answers = Object.entries(material.sheet.answers).filter(([, { notApplicable }]) => notApplicable);
  const left = new Set(answers.map(([id]) => id.slice(id.indexOf('/') + 1)));
  return tableOf(material).filter(({ key }) => !left.has(key));
}

/** The whole indicator table. */
export function tableOf({ sheet, score }: Pick<Material, 'sheet' | 'score'>): readonly Row[] {
  const own = score?.indicators.filter(({ id }) => id.includes('/')) ?? [];
  const scored = new Map(own.map((one) => [one.id.slice(one.id.indexOf('/') + 1), one]));
  return Object.entries(sheet.indicators)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, row]) => ({
      key,
      row,
      name: `“${row.name}”`,
      max: number(row.maxPoints),
      points: number(row.points),
      target: number(row.target),
      actual: number(row.actual),
      explained: Boolean(row.deviationExplanation?.trim()),
      at: [{ pointer: `/indicators/${key}` }],
      scored: scored.get(key),
    }));
}

/** The row that scores the budget's execution, which is not one of the unit's own targets. */
export function isExecution({ row: { level1, level2, name } }: Row): boolean {
  return /执行率/.test(name) && !/产出|效益|满意度/.test(level1 + level2);
}

/** The first-level name without what varies: 产出 for 产出指标 and 绩效产出, 效益 for 效果指标. */
export function levelOf(name: string): string {
  return name
    .trim()
    .replace(/^绩效|(?:绩效)?指标$/g, '')
    .replace('效果', '效益');
}

/** Whether the actual value misses its target, by 指标性质; for words and empty cells nothing can be said. */
export function misses({ row: { direction }, actual, target }: Row): boolean {
  if (!actual || !target) return false;
  if (direction === 'GTE') return actual.lt(target);
  if (direction === 'GT') return actual.lte(target);
  if (direction === 'LTE') return actual.gt(target);
  if (direction === 'LT') return actual.gte(target);
  return direction === 'EQ' && (target.isZero() ? actual.gt(target) : actual.lt(target));
}

/** What a row lost; null while its points are not filled in, zero when it has them all. */
export function lost({ max, points }: Row): Decimal | null {
  return max && points && max.minus(points);
}

/** 指标性质 as it is printed. */
export const SIGN: Readonly<Record<Indicator['direction'], string>> = {
  GTE: '≥',
  GT: '>',
  EQ: '=',
  LTE: '≤',
  LT: '<',
  QUALITATIVE: '定性',
};

/** The score the unit claims (自评得分); null when it claims none. */
export function claimed({ sheet }: Pick<Material, 'sheet'>): Decimal | null {
  return number(sheet.head.selfScore);
}

/** Points as people write them: `92`, `9.43`. */
export const plain = (points: Decimal): string => points.toFixed();

function number(text: string | null | undefined): Decimal | null {
  return text ? decimal(text) : null;
}
