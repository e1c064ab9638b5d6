import { add, type Decimal, subtract } from '#libs/sheet';
import { amount, type Given, given, inEnglish, ownChildren, placesOf, read, shown } from '../figures.js';
import type { Found } from '../finding.js';
import type { Material } from '../material.js';
import type { Rule } from '../rule.js';

/** Two amounts printed with two decimals are equal within this. */
export const TOLERANCE = '0.01';
/** What rounding moves one amount with two decimals at most. */
const ROUNDED = '0.005';

/** A total and the parts that must make it up. Parts that are absent count for nothing, if those needed are given. */
export interface Equation {
  readonly total: string;
  readonly parts: readonly string[];
  /** Parts without which nothing can be said. */
  readonly needs: readonly string[];
  /** A part that, when it is given, stands for several of these: then this equation says nothing new. */
  readonly unless?: string;
}

/** A rule that a total is the sum of its parts, by each of these equations. */
export function sumRule(rule: Pick<Rule, 'id' | 'title'>, equations: readonly Equation[]): Rule {
  return {
    ...rule,
    severity: 'ERROR',
    runs: 'save',
    find: (material) => equations.flatMap((equation) => unequal(material, equation)),
  };
}

/** Whether the figures are there by which the equation can be judged. */
export function judged(material: Material, { total, needs, unless }: Equation): boolean {
  if (unless && given(material, unless)) return false;
  return [total, ...needs].every((id) => given(material, id));
}

/** What the unit itself lists beside the parts may belong to them, or tell apart one of them. */
function unequal(material: Material, equation: Equation): readonly Found[] {
  const whole = given(material, equation.total);
  if (!whole || !judged(material, equation)) return [];
  const parts = equation.parts.flatMap((id) => given(material, id) ?? []);
  return disagreement(whole, parts, [...parts, ...ownChildren(material, equation.total)]);
}

/**
 * The finding that a total is not the sum of its parts, where several lists may be meant: none when one of them fits,
 * else about the list that comes nearest. n rounded parts may be off by 0.005 × (n + 1): inside that it is a warning,
 * beyond it as grave as the rule.
 */
export function disagreement(whole: Given, ...lists: readonly (readonly Given[])[]): readonly Found[] {
  const [nearest] = lists
    .map((parts) => ({ parts, gap: subtract(whole.value, total(parts)) }))
    .sort((a, b) => a.gap.abs().comparedTo(b.gap.abs()));
  if (!nearest || nearest.gap.abs().lte(TOLERANCE)) return [];
  const { parts, gap } = nearest;
  const worked = `${shown(whole)} ≠ ${parts.map(shown).join(' + ')} = ${amount(total(parts), whole.unit)}`;
  return [
    {
      message: {
        zh: `${worked}，差 ${signed(gap, whole.unit)} ${whole.unit}`,
        en: `${worked}; off by ${signed(gap, whole.unit)} (${inEnglish(whole.unit)})`,
      },
      figures: read(whole, ...parts),
      at: placesOf(whole, ...parts),
      ...mildly(gap, parts.length),
    },
  ];
}

/** The severity of a difference that rounding of n parts explains; nothing where it does not. */
export function mildly(gap: Decimal, parts: number): Pick<Found, 'severity'> {
  return gap
    .abs()
    .dividedBy(ROUNDED)
    .lte(parts + 1)
    ? { severity: 'WARN' }
    : {};
}

/** Whether the parts make up the whole, as far as rounding allows. */
export function comesTo(whole: Given, parts: readonly Given[]): boolean {
  const gap = subtract(whole.value, total(parts));
  return gap.abs().lte(TOLERANCE) || mildly(gap, parts.length).severity !== undefined;
}

export function total(parts: readonly Given[]): Decimal {
  return add(...parts.map(({ value }) => value));
}

export const signed = (gap: Decimal, unit: Given['unit'] = '万元'): string =>
  `${gap.isPositive() ? '+' : ''}${amount(gap, unit)}`;
