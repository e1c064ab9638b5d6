import { evaluate, printed } from './evaluate.js';
import { Exact, plain, rounded, sure } from './exact.js';
import { namesIn } from './formula.js';
import type { Given } from './given.js';
import { type Known, type Missing, readFrom, workedOut } from './names.js';
import { judge, type NumberRule } from './rules.js';
import type { ReadLeaf } from './scheme.js';
import type { Alternative, Scored } from './score.js';
import { blank, equals, notApplicable, notComputable, rateOf, withPoints } from './scored.js';
import type { Text } from './text.js';

/** Scores an indicator by its formula; every outcome of the formula has its own meaning to the scheme. */
export function scoreNumber(read: ReadLeaf, rule: NumberRule, given: Given): Scored {
  const { leaf } = read;
  const formula = read.formula!;
  const outcome = evaluateLeaf(read, given.known);
  const used = readFrom(namesIn(formula), given.known);
  const value = outcome.is === 'value' ? rounded(outcome.value, rateOf(given.scheme)) : undefined;
  const base: Scored = {
    ...blank(read),
    value: value ? plain(value) : null,
    unit: leaf.unit ?? null,
    formula: printed(formula, (name) => name),
    worked: `${workedOut(formula, given.known)}${value ? equals(value, leaf.unit) : ''}`,
    inputs: used.map(({ input }) => input),
    alternatives: alternatives(read, rule, used, given),
    notes: used.flatMap(({ input }) => (input.assumption ? [assumed(input.assumption)] : [])),
  };
  switch (outcome.is) {
    case 'value': {
      const judged = judge(rule, value!, sure(leaf.points));
      return judged
        ? withPoints(base, judged.points, judged.applied, given.scheme)
        : notComputable(base, [NO_PROPORTION]);
    }
    case 'missing':
      return notComputable(
        base,
        used.flatMap(({ missing }) => (missing ? [missing] : [])),
      );
    case 'too-large':
      return notComputable(base, [TOO_LARGE]);
    case 'not-applicable':
      return notApplicable(base, leaf);
    case 'zero-over-zero': {
      const means = leaf.zeroBase?.zeroOverZero ?? 'not-computable';
      if (means === 'not-applicable') return notApplicable(base, leaf);
      if (means === 'full') return withPoints(base, sure(leaf.points), ZERO_OVER_ZERO, given.scheme);
      return notComputable(base, [zeroBase(base)]);
    }
    case 'over-zero':
      if (leaf.zeroBase?.overZero === 'none') return withPoints(base, new Exact(0), OVER_ZERO, given.scheme);
      return notComputable(base, [zeroBase(base)]);
  }
}

function evaluateLeaf({ formula }: ReadLeaf, known: ReadonlyMap<string, Known>) {
  return evaluate(formula!, (name) => known.get(name)!.outcome);
}

/** Every reading of every choice the formula depends on, so that nobody mistakes the chosen one for the only one. */
function alternatives(read: ReadLeaf, rule: NumberRule, used: readonly Known[], given: Given): Alternative[] {
  const { scheme } = given;
  return used.flatMap(({ input }) => {
    const chosen = input.choice;
    const name = chosen && scheme.names.find(({ name }) => name === input.name)!.is;
    if (!chosen || !name || !('choice' in name)) return [];
    return name.options.map(({ id, label }) => {
      const known = given.under(chosen.id, id);
      const outcome = evaluateLeaf(read, known);
      const value = outcome.is === 'value' ? rounded(outcome.value, rateOf(scheme)) : undefined;
      const judged = value && judge(rule, value, sure(read.leaf.points));
      return {
        choice: chosen.id,
        option: id,
        label,
        chosen: id === chosen.option,
        value: value ? plain(value) : null,
        points: judged ? plain(rounded(judged.points, scheme.file.rounding?.points)) : null,
      };
    });
  });
}

function assumed(assumption: string): Text {
  return { zh: `假定：${assumption}`, en: `Assumed: ${assumption}` };
}

function zeroBase({ worked }: Scored): Missing {
  const what = worked ?? '';
  return { what, why: 'zero-base', text: { zh: `除数为 0：${what}`, en: `division by zero: ${what}` } };
}

const ZERO_OVER_ZERO: Text = { zh: '0 ÷ 0，按方案得满分', en: '0 ÷ 0: full points by the scheme' };
const OVER_ZERO: Text = {
  zh: '除数为 0 而被除数不为 0，按方案不得分',
  en: 'something over a base of 0: no points by the scheme',
};
const NO_PROPORTION: Missing = {
  what: '目标值',
  why: 'zero-base',
  text: { zh: '目标值不大于 0，无法按比例计分', en: 'a target of 0 or less has no proportion' },
};
const TOO_LARGE: Missing = {
  what: '计算结果',
  why: 'invalid',
  text: { zh: '计算结果超出合理范围', en: 'the result is beyond any amount that makes sense' },
};
