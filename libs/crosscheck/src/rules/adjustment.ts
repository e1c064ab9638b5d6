import { add, childrenOf, Decimal, format, subtract } from '#libs/sheet';
import { type Given, given, ownChildren, placesOf, read, shown } from '../figures.js';
import type { Found } from '../finding.js';
import type { Material } from '../material.js';
import type { Rule } from '../rule.js';
import { disagreement, signed, TOLERANCE } from './equation.js';

const ZERO = new Decimal(0);

/** A07: what was there, came in and went out is what is left. */
export const CARRY: Rule = {
  id: 'A07',
  severity: 'ERROR',
  runs: 'save',
  title: {
    zh: '上年结转 + 收入 − 支出 = 年末结转',
    en: 'Opening carry-over + income − expenditure = closing carry-over',
  },
  find: (material) => {
    const [open, income, spent, close] = all(material, 'CARRY.OPEN', 'INC.TOTAL', 'EXP.TOTAL', 'CARRY.CLOSE');
    if (!open || !income || !spent || !close) return [];
    const left = subtract(add(open.value, income.value), spent.value);
    const gap = subtract(close.value, left);
    if (gap.abs().lte(TOLERANCE)) return [];
    const worked = `${shown(open)} + ${shown(income)} − ${shown(spent)} = ${format(left)} ≠ ${shown(close)}`;
    return [
      {
        message: { zh: `${worked}，差 ${signed(gap)} 万元`, en: `${worked}; off by ${signed(gap)} (10,000 yuan)` },
        figures: read(open, income, spent, close),
        at: placesOf(close, open, income, spent),
      },
    ];
  },
};

/** A08: what came beyond the initial budget is the adjustment. */
export const ADJUSTMENT: Rule = {
  id: 'A08',
  severity: 'ERROR',
  runs: 'save',
  title: { zh: '收入 − 年初预算 = 预算调整数', en: 'Income − initial budget = adjustment' },
  find: (material) => {
    const [income, initial, adjusted] = all(material, 'INC.TOTAL', 'BUD.TOTAL', 'ADJ.TOTAL');
    return income && initial && adjusted ? disagreement(income, [initial, adjusted]) : [];
  },
};

/** A09: the reasons make up the adjustment, and so do what was added and what was cut, with either sign. */
export const REASONS_OF_ADJUSTMENT: Rule = {
  id: 'A09',
  severity: 'WARN',
  runs: 'save',
  title: { zh: '预算调整数 = 各项原因之和', en: 'The adjustment = the sum of its reasons' },
  find: (material) => {
    const [whole, added, cut] = all(material, 'ADJ.TOTAL', 'ADJ.ADDITION', 'ADJ.REDUCTION');
    if (!whole) return [];
    const listed = childrenOf('ADJ.TOTAL', 'reason').flatMap((id) => given(material, id) ?? []);
    const reasons = [...listed, ...ownChildren(material, 'ADJ.TOTAL')];
    return [
      ...(reasons.length > 0 ? disagreement(whole, reasons) : []),
      ...(added && cut ? disagreement(whole, [added, { ...cut, value: cut.value.abs().negated() }]) : []),
    ];
  },
};

const KINDS = [
  { kind: 'BASIC', other: 'PROJECT' },
  { kind: 'PROJECT', other: 'BASIC' },
] as const;

/**
 * A10: no kind of spending is above its budget of the whole year; where that is not told, above its initial budget and
 * all that was added. Last year's rest explains as much. Says where the remainder may have come from; asks, never accuses.
 */
export const ADJUSTMENT_BY_KIND: Rule = {
  id: 'A10',
  severity: 'WARN',
  runs: 'save',
  title: { zh: '基本支出、项目支出的增减与预算调整相符', en: 'Basic and project spending agree with the adjustment' },
  find: (material) =>
    KINDS.flatMap(({ kind, other }) => {
      const spent = given(material, `EXP.${kind}`);
      const budget = budgetOf(material, kind);
      if (!spent || !budget) return [];
      const allowed = add(...budget.map(({ value }) => value));
      const gap = subtract(spent.value, allowed);
      const carried = given(material, 'CARRY.OPEN');
      if (subtract(gap, carried?.value ?? ZERO).lte(TOLERANCE)) return [];
      const rest = [unspentOf(material, other), carried?.value.gt(0) ? shown(carried) : null].filter(Boolean);
      const terms = budget.map(shown).join(' + ');
      const base = budget.length > 1 ? `（${terms} = ${format(allowed)}）` : terms;
      const worked = `${shown(spent)} − ${base} = ${signed(gap)}`;
      return [
        {
          message: {
            zh: `${worked} 万元，来源未说明${rest.length > 0 ? `（${rest.join('、')}）` : ''}`,
            en: `${worked} (10,000 yuan): its source is not told${rest.length > 0 ? ` (${rest.join(', ')})` : ''}`,
          },
          figures: read(spent, ...budget, carried),
          at: placesOf(spent, ...budget),
        } satisfies Found,
      ];
    }),
};

/** What a kind of spending may come to, in its terms. A cut of the total says nothing of which kind was cut. */
function budgetOf(material: Material, kind: 'BASIC' | 'PROJECT'): readonly Given[] | null {
  const [full, initial, added, adjusted] = all(material, `FULL.${kind}`, `BUD.${kind}`, 'ADJ.ADDITION', 'ADJ.TOTAL');
  if (full) return [full];
  const more = added ?? adjusted;
  if (!initial || !more) return null;
  return more.value.gt(0) ? [initial, more] : [initial];
}

/** `年初项目支出未用 0.34`, or null when all of it was used. */
function unspentOf(material: Material, kind: 'BASIC' | 'PROJECT'): string | null {
  const [full, initial, used] = all(material, `FULL.${kind}`, `BUD.${kind}`, `EXP.${kind}`);
  const planned = full ?? initial;
  const unspent = planned && used ? subtract(planned.value, used.value) : ZERO;
  return planned && unspent.gt(0) ? `${planned.label}未用 ${format(unspent)}` : null;
}

function all(material: Material, ...ids: readonly string[]) {
  return ids.map((id) => given(material, id));
}
