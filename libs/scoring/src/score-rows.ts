import type { Indicator } from '#libs/sheet';
import { qualitative } from './answers.js';
import { clamp, Exact, exact, HUNDRED, plain, sure, ZERO } from './exact.js';
import type { Answer } from './facts.js';
import { answerOf, type Given } from './given.js';
import type { Missing } from './names.js';
import { equality, type Judged, proportional, reverse, shown } from './rules.js';
import type { ReadLeaf } from './scheme.js';
import type { Deviation, RowsRule } from './scheme-file.js';
import type { Scored } from './score.js';
import { blank, notApplicable, notComputable, smallest, withPoints } from './scored.js';
import type { Text } from './text.js';

/**
 * Scores the unit's own third-level indicators, each by its direction (指标性质). Their points must add up to the
 * indicator's; where they do not, none of them is scored.
 */
export function scoreRows(
  read: ReadLeaf,
  rule: RowsRule,
  given: Given,
): { scored: readonly Scored[]; used: readonly string[] } {
  const rows = Object.entries(given.sheet.indicators)
    .filter(([, row]) => rule.level1.includes(row.level1.trim()))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const used = rows.map(([key]) => key);
  if (answerOf(read.leaf.id, given.facts)?.notApplicable)
    return { scored: [notApplicable(blank(read), read.leaf)], used };
  const missing = incomplete(rows, sure(read.leaf.points));
  if (missing) return { scored: [notComputable(blank(read), [missing])], used };
  return { scored: rows.map(([key, row]) => scoreRow(read, rule, key, row, given)), used };
}

function incomplete(rows: readonly [string, Indicator][], max: Exact): Missing | undefined {
  const at = { what: '三级指标', pointer: '/indicators' };
  if (rows.length === 0) {
    return { ...at, why: 'absent', text: { zh: '未填三级指标', en: 'no third-level indicators are given' } };
  }
  const points = rows.map(([, row]) => (row.maxPoints === null ? undefined : exact(row.maxPoints)));
  if (points.some((value) => value === undefined || value.isNegative())) {
    return { ...at, why: 'empty', text: { zh: '有三级指标未填分值', en: 'an indicator has no points of its own' } };
  }
  const sum = plain(points.reduce<Exact>((total, value) => total.plus(value!), ZERO));
  if (max.eq(sum)) return undefined;
  const text = {
    zh: `三级指标分值合计 ${sum}，应为 ${plain(max)}`,
    en: `the indicators' points add up to ${sum} instead of ${plain(max)}`,
  };
  return { ...at, why: 'invalid', text };
}

function scoreRow(read: ReadLeaf, rule: RowsRule, key: string, row: Indicator, given: Given): Scored {
  const id = `${read.leaf.id}/${key}`;
  const maxPoints = row.maxPoints!;
  const base: Scored = {
    ...blank(read),
    id,
    name: row.name,
    path: [...read.path, row.name],
    maxPoints,
    atMost: maxPoints,
  };
  const answer = answerOf(id, given.facts);
  if (answer?.notApplicable) return notApplicable(base, { notApplicable: 'leave-out' });
  const max = sure(maxPoints);
  if (row.direction === 'QUALITATIVE') {
    const judged = qualitative(rule.levels, answer, max, smallest(given.scheme));
    if (judged.is === 'points') return withPoints(base, judged.points, judged.applied, given.scheme);
    return judged.is === 'missing'
      ? { ...notComputable(base, judged.missing), atMost: plain(judged.atMost) }
      : notApplicable(base, { notApplicable: 'leave-out' });
  }
  const [actual, target] = [number(row.actual), number(row.target)];
  if (!actual || !target) {
    return notComputable(base, [
      ...(actual ? [] : [lacking(key, 'actual', '实际完成值', row.actual)]),
      ...(target ? [] : [lacking(key, 'target', '年度指标值', row.target)]),
    ]);
  }
  const unit = row.unitOfMeasure || null;
  const measured: Scored = { ...base, value: plain(actual), unit, inputs: inputsOf(key, actual, target) };
  const judged = byDirection(row, rule, actual, target, max);
  if (!judged) return notComputable(measured, [noProportion(key)]);
  const { deviation } = given.scheme.file;
  if (!deviation || !isFarAbove(row, actual, target, deviation)) {
    return withPoints(measured, judged.points, judged.applied, given.scheme);
  }
  return deviate(measured, judged, { row, answer, actual, target, deviation }, given);
}

function byDirection(row: Indicator, rule: RowsRule, actual: Exact, target: Exact, max: Exact): Judged | undefined {
  if (row.direction === 'GTE' || row.direction === 'GT') return proportional(actual, target, max);
  if (row.direction === 'EQ') return equality(actual, target, max);
  return reverse(rule.reverse, actual, target, max);
}

function isFarAbove({ direction }: Indicator, actual: Exact, target: Exact, { over }: Deviation): boolean {
  if (direction !== 'GTE' && direction !== 'GT') return false;
  return (
    target.gt(ZERO) &&
    actual
      .minus(target)
      .times(HUNDRED)
      .gte(target.times(sure(over)))
  );
}

interface Deviating {
  readonly row: Indicator;
  readonly answer: Answer | undefined;
  readonly actual: Exact;
  readonly target: Exact;
  readonly deviation: Deviation;
}

function deviate(base: Scored, judged: Judged, by: Deviating, { scheme }: Given): Scored {
  const { row, answer, actual, target, deviation } = by;
  const explained = Boolean(row.deviationExplanation?.trim());
  const degree = actual.minus(target).dividedBy(target);
  const percent = shown(degree.times(HUNDRED));
  const far: Text = { zh: `高于目标 ${percent}%（${deviation.clause}）`, en: `${percent} % above target` };
  const unexplained: Text = { zh: '须说明偏差原因', en: 'the deviation has to be explained' };
  const notes = explained ? [far] : [far, unexplained];
  let loss = ZERO;
  if (deviation.effect === 'deduct' && !(deviation.unlessExplained && explained)) loss = sure(deviation.deduct!);
  if (deviation.effect === 'by-degree' && answer?.targetTooLow) loss = judged.points.times(degree);
  const points = clamp(judged.points.minus(loss), ZERO, judged.points);
  const applied = loss.isZero() ? judged.applied : plus(judged.applied, ` − ${shown(loss)} → ${shown(points)}`);
  return withPoints({ ...base, notes }, points, applied, scheme);
}

function plus(text: Text, more: string): Text {
  return { zh: `${text.zh}${more}`, en: `${text.en}${more}` };
}

function number(text: string | null): Exact | undefined {
  return text === null ? undefined : exact(text);
}

function inputsOf(key: string, actual: Exact, target: Exact): Scored['inputs'] {
  const pointer = `/indicators/${key}`;
  return [
    { name: '实际完成值', value: plain(actual), pointer },
    { name: '年度指标值', value: plain(target), pointer },
  ];
}

function lacking(key: string, field: 'actual' | 'target', what: string, text: string | null): Missing {
  const why = text === null || text === '' ? 'empty' : 'unreadable';
  const english = field === 'actual' ? 'the actual value' : 'the target';
  return {
    what,
    why,
    pointer: `/indicators/${key}`,
    text: {
      zh: `“${what}”${why === 'empty' ? '未填写' : '不是可读的数字'}`,
      en: `${english} is ${why === 'empty' ? 'left empty' : 'not a readable number'}`,
    },
  };
}

function noProportion(key: string): Missing {
  const text = { zh: '目标值不大于 0，无法按比例计分', en: 'a target of 0 or less has no proportion' };
  return { what: '年度指标值', why: 'zero-base', pointer: `/indicators/${key}`, text };
}
