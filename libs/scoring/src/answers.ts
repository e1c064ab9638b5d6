import { clamp, Exact, exact, plain, sure, ZERO } from './exact.js';
import type { Answer } from './facts.js';
import type { Missing } from './names.js';
import { share, shown } from './rules.js';
import type { ChecklistRule, Level } from './scheme-file.js';
import type { Text } from './text.js';

/** What people's answers come to. `points` is absent while something is missing; `atMost` is what is still reachable. */
export type Answered =
  | { readonly is: 'points'; readonly points: Exact; readonly applied: Text }
  | { readonly is: 'missing'; readonly atMost: Exact; readonly missing: readonly Missing[] }
  | { readonly is: 'not-applicable' };

/** Items met (`earn`) or not met (`lose`). An item that does not apply leaves its points to the others. */
export function checklist(rule: ChecklistRule, answer: Answer | undefined, max: Exact): Answered {
  const given = (id: string) => (answer?.items && Object.hasOwn(answer.items, id) ? answer.items[id] : undefined);
  const applicable = rule.items.filter(({ id }) => given(id) !== 'not-applicable');
  if (applicable.length === 0) return { is: 'not-applicable' };
  const points = (items: ChecklistRule['items']) => items.reduce((sum, item) => sum.plus(sure(item.points)), ZERO);
  const met = applicable.filter(({ id }) => given(id) === 'yes');
  const failed = applicable.filter(({ id }) => given(id) === 'no');
  const open = applicable.filter(({ id }) => given(id) === undefined);
  const value = (good: ChecklistRule['items'], bad: ChecklistRule['items']) =>
    rule.style === 'earn'
      ? points(good).times(max).dividedBy(points(applicable))
      : clamp(max.minus(points(bad)), ZERO, max);
  if (open.length > 0) {
    const missing = open.map(({ label }) => unanswered(label));
    return { is: 'missing', atMost: value([...met, ...open], failed), missing };
  }
  const result = value(met, failed);
  const list = failed.map(({ label, points: cost }) => `${label} −${cost}`).join('；') || '—';
  return {
    is: 'points',
    points: result,
    applied: {
      zh: `${applicable.length} 项中 ${met.length} 项符合，不符合：${list} → ${shown(result)}`,
      en: `${met.length} of ${applicable.length} items are met, not met: ${list} → ${shown(result)}`,
    },
  };
}

/**
 * A level, and points inside it: from its `from` per cent (included) to the next better level's (excluded; the best
 * reaches 100 % included). A fixed level needs no points. `smallest` is the least step points can be given in.
 */
export function qualitative(
  levels: readonly Level[],
  answer: Answer | undefined,
  max: Exact,
  smallest: Exact,
): Answered {
  const at = levels.findIndex(({ id }) => id === answer?.level);
  const level = levels[at];
  if (!level) {
    const what = answer?.level === undefined ? unanswered('评定等次') : invalid(`评定等次 ${answer.level}`);
    return { is: 'missing', atMost: max, missing: [what] };
  }
  const from = share(level.from, max);
  if (level.fixed) return { is: 'points', points: from, applied: both(`${level.label} → ${plain(from)}`) };
  const better = levels[at - 1];
  const end = better ? share(better.from, max) : max;
  const atMost = better ? Exact.max(from, end.minus(smallest)) : end;
  const range = `[${plain(from)}, ${plain(end)}${better ? ')' : ']'}`;
  if (answer?.points === undefined) {
    return { is: 'missing', atMost, missing: [unanswered(`${level.label} ${range} 内的得分`)] };
  }
  const points = exact(answer.points);
  const inside = points?.gte(from) && (better ? points.lt(end) : points.lte(end));
  if (!points || !inside)
    return { is: 'missing', atMost, missing: [invalid(`得分 ${answer.points} 不在 ${level.label} ${range}`)] };
  return { is: 'points', points, applied: both(`${level.label} ${range} → ${plain(points)}`) };
}

function unanswered(what: string): Missing {
  return { what, why: 'unanswered', text: { zh: `“${what}”未评定`, en: `“${what}” has not been judged` } };
}

function invalid(what: string): Missing {
  return { what, why: 'invalid', text: { zh: `${what}，无效`, en: `not valid: ${what}` } };
}

function both(text: string): Text {
  return { zh: text, en: text };
}
