import { unreachable } from '#libs/kernel';
import { clamp, type Exact, HUNDRED, plain, sure, ZERO } from './exact.js';
import type { Band, BandsRule, PerPointRule, ReverseConvention, Rule, Side, StepRule } from './scheme-file.js';
import type { Text } from './text.js';

/** Points for one value, and the rule in words with its numbers. Points lie between 0 and the indicator's points. */
export interface Judged {
  readonly points: Exact;
  readonly applied: Text;
}

/** The rules that judge one number. */
export type NumberRule = Exclude<Rule, { kind: 'checklist' | 'qualitative' | 'rows' | 'unpublished' }>;

export function judgesNumber(rule: Rule): rule is NumberRule {
  return !['checklist', 'qualitative', 'rows', 'unpublished'].includes(rule.kind);
}

/** Points for a value under a rule, unrounded. Undefined where the rule has no answer: a proportion of a target ≤ 0. */
export function judge(rule: NumberRule, value: Exact, max: Exact): Judged | undefined {
  switch (rule.kind) {
    case 'proportional':
      return proportional(value, sure(rule.target), max);
    case 'step':
      return step(rule, value, max);
    case 'per-point':
      return perPoint(rule, value, max);
    case 'bands':
      return banded(rule, value);
    case 'reverse':
      return reverse(rule.convention, value, sure(rule.target), max);
    case 'equality':
      return equality(value, sure(rule.target), max);
    default:
      return unreachable(rule);
  }
}

/** Reached: full. Not reached: value ÷ target × points, never below 0; a target of 0 or less has no proportion. */
export function proportional(value: Exact, target: Exact, max: Exact): Judged | undefined {
  const [a, t, w] = [finely(value), finely(target), plain(max)];
  if (value.gte(target)) return { points: max, applied: same(`${a} ≥ ${t} → ${w}`) };
  if (target.lte(ZERO)) return undefined;
  const points = clamp(value.dividedBy(target).times(max), ZERO, max);
  return { points, applied: same(`${a} ÷ ${t} × ${w} = ${shown(points)}`) };
}

/** Less is better: at or under the target full. */
export function reverse(convention: ReverseConvention, value: Exact, target: Exact, max: Exact): Judged {
  const [a, t, w] = [finely(value), finely(target), plain(max)];
  if (value.lte(target)) return { points: max, applied: same(`${a} ≤ ${t} → ${w}`) };
  if (target.lte(ZERO)) return { points: ZERO, applied: same(`${a} > ${t} → 0`) };
  if (convention === 'ratio') {
    const points = target.dividedBy(value).times(max);
    return { points, applied: same(`${t} ÷ ${a} × ${w} = ${shown(points)}`) };
  }
  const points = clamp(max.minus(value.minus(target).dividedBy(target).times(max)), ZERO, max);
  return { points, applied: same(`[1 − (${a} − ${t}) ÷ ${t}] × ${w} = ${shown(points)}`) };
}

/** A target of 0 asks for 0; another target asks to be reached, and gives its proportion below. */
export function equality(value: Exact, target: Exact, max: Exact): Judged | undefined {
  if (!target.isZero()) return proportional(value, target, max);
  const met = value.lte(ZERO);
  return {
    points: met ? max : ZERO,
    applied: same(met ? `${finely(value)} ≤ 0 → ${plain(max)}` : `${finely(value)} > 0 → 0`),
  };
}

function step(rule: StepRule, value: Exact, max: Exact): Judged {
  const beyond = excess(rule.side, value, sure(rule.of));
  const each = sure(rule.each);
  const steps = rule.round === 'down' ? beyond.dividedBy(each).floor() : beyond.dividedBy(each).ceil();
  const points = clamp(max.minus(steps.times(sure(rule.deduct))), ZERO, max);
  const counting = rule.round === 'down' ? { zh: '满', en: 'full' } : { zh: '（不足亦计）', en: 'begun' };
  return {
    points,
    applied: {
      zh: `${SIDE[rule.side].zh} ${rule.of} 每${counting.zh} ${rule.each} 扣 ${rule.deduct} 分：相差 ${finely(beyond)}，扣 ${plain(steps)} × ${rule.deduct}，扣完为止 → ${shown(points)}`,
      en: `each ${counting.en} ${rule.each} ${SIDE[rule.side].en} ${rule.of} costs ${rule.deduct}: ${finely(beyond)} away, ${plain(steps)} × ${rule.deduct}, never below 0 → ${shown(points)}`,
    },
  };
}

function perPoint(rule: PerPointRule, value: Exact, max: Exact): Judged {
  const beyond = excess(rule.side, value, sure(rule.of));
  const points = clamp(max.minus(beyond.times(sure(rule.deduct))), ZERO, max);
  return {
    points,
    applied: {
      zh: `${SIDE[rule.side].zh} ${rule.of} 每 1 个单位按比例扣 ${rule.deduct} 分：相差 ${finely(beyond)}，扣完为止 → ${shown(points)}`,
      en: `${rule.deduct} for each unit ${SIDE[rule.side].en} ${rule.of}, parts in proportion: ${finely(beyond)} away, never below 0 → ${shown(points)}`,
    },
  };
}

function banded(rule: BandsRule, value: Exact): Judged {
  const band = rule.bands.find((candidate) => holds(candidate, value))!;
  const bounds = boundsOf(band);
  return {
    points: sure(band.points),
    applied: {
      zh: `${finely(value)} 属于 ${bounds || '其余'} → ${band.points}`,
      en: `${finely(value)} lies in ${bounds || 'the rest'} → ${band.points}`,
    },
  };
}

function holds(band: Band, value: Exact): boolean {
  return (
    (band.atMost === undefined || value.lte(sure(band.atMost))) &&
    (band.below === undefined || value.lt(sure(band.below))) &&
    (band.atLeast === undefined || value.gte(sure(band.atLeast))) &&
    (band.above === undefined || value.gt(sure(band.above)))
  );
}

/** A band's bounds as people write them: `> 0, ≤ 10`. Empty for the last one. */
export function boundsOf(band: Band): string {
  const bounds = [
    band.above && `> ${band.above}`,
    band.atLeast && `≥ ${band.atLeast}`,
    band.atMost && `≤ ${band.atMost}`,
    band.below && `< ${band.below}`,
  ];
  return bounds.filter(Boolean).join(', ');
}

const SIDE: Readonly<Record<Side, Text>> = {
  above: { zh: '高于', en: 'above' },
  below: { zh: '低于', en: 'below' },
  either: { zh: '偏离', en: 'away from' },
};

/** How far the value lies on the side that costs points; 0 on the other. */
function excess(side: Side, value: Exact, of: Exact): Exact {
  const over = value.minus(of);
  if (side === 'either') return over.abs();
  const beyond = side === 'above' ? over : over.negated();
  return beyond.gt(ZERO) ? beyond : ZERO;
}

/** For people: two decimals, ties away from zero, as rates are shown everywhere. */
export function shown(value: Exact): string {
  return plain(value.toDecimalPlaces(2));
}

/** Four decimals: enough that a value beside a threshold does not look as if it stood on it. */
function finely(value: Exact): string {
  return plain(value.toDecimalPlaces(4));
}

function same(text: string): Text {
  return { zh: text, en: text };
}

/** Points of a share in per cent. */
export function share(percent: string, of: Exact): Exact {
  return sure(percent).dividedBy(HUNDRED).times(of);
}
