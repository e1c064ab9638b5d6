import { add, childrenOf, type Decimal, format, type Split, subtract } from '#libs/sheet';
import { type Given, given, ownChildren, placesOf, read, shown } from '../figures.js';
import type { Found } from '../finding.js';
import type { Material } from '../material.js';
import type { Rule } from '../rule.js';

/** Two amounts printed with two decimals are equal within this. */
export const TOLERANCE = '0.01';

/** A total and the parts that must make it up. Parts that are absent count for nothing, if those needed are given. */
export interface Equation {
  readonly total: string;
  readonly parts: readonly string[];
  /** Parts without which nothing can be said. */
  readonly needs: readonly string[];
  /** Also whatever the catalogue, or the unit itself, lists below the total in this split. */
  readonly listed?: Split;
}

/** A rule that a total is the sum of its parts. */
export function sumRule(rule: Pick<Rule, 'id' | 'title'>, equation: Equation): Rule {
  return { ...rule, severity: 'ERROR', runs: 'save', find: (material) => unequal(material, equation) };
}

function unequal(material: Material, { total, parts, needs, listed }: Equation): readonly Found[] {
  const whole = given(material, total);
  if (!whole || needs.some((id) => !given(material, id))) return [];
  const ids = listed ? [...new Set([...parts, ...childrenOf(total, listed)])] : parts;
  const summed = ids.flatMap((id) => given(material, id) ?? []);
  const own = listed ? ownChildren(material, total) : [];
  return summed.length + own.length === 0 ? [] : disagreement(whole, [...summed, ...own]);
}

/**
 * The finding that a total is not the sum of its parts; none within the tolerance. n rounded parts may be off by
 * 0.005 × (n + 1): inside that it is a warning, beyond it as grave as the rule.
 */
export function disagreement(whole: Given, parts: readonly Given[]): readonly Found[] {
  const sum = add(...parts.map(({ value }) => value));
  const gap = subtract(whole.value, sum);
  if (gap.abs().lte(TOLERANCE)) return [];
  const rounding = gap.abs().lte(0.005 * (parts.length + 1));
  return [
    {
      message: {
        zh: `${shown(whole)} ≠ ${parts.map(shown).join(' + ')} = ${format(sum)}，差 ${signed(gap)} 万元`,
        en: `${shown(whole)} ≠ ${parts.map(shown).join(' + ')} = ${format(sum)}; off by ${signed(gap)} (10,000 yuan)`,
      },
      figures: read(whole, ...parts),
      at: placesOf(whole, ...parts),
      ...(rounding ? { severity: 'WARN' as const } : {}),
    },
  ];
}

export const signed = (gap: Decimal): string => `${gap.isPositive() ? '+' : ''}${format(gap)}`;
