import { type Answered, checklist, qualitative } from './answers.js';
import { plain, rounded, sure } from './exact.js';
import { answerOf, type Given } from './given.js';
import type { Missing } from './names.js';
import { judgesNumber } from './rules.js';
import type { ReadLeaf } from './scheme.js';
import type { Scored } from './score.js';
import { scoreNumber } from './score-number.js';
import { blank, notApplicable, notComputable, smallest, withPoints } from './scored.js';

/** Scores one indicator of the scheme itself. */
export function scoreLeaf(read: ReadLeaf, given: Given): Scored {
  const { leaf } = read;
  const answer = answerOf(leaf.id, given.facts);
  if (answer?.notApplicable) return notApplicable(blank(read), leaf);
  const max = sure(leaf.points);
  const { rule } = leaf;
  if (judgesNumber(rule)) return scoreNumber(read, rule, given);
  if (rule.kind === 'checklist') return answered(read, checklist(rule, answer, max), given);
  if (rule.kind === 'qualitative') {
    return answered(read, qualitative(rule.levels, answer, max, smallest(given.scheme)), given);
  }
  return notComputable(blank(read), [UNPUBLISHED]);
}

function answered(read: ReadLeaf, answer: Answered, { scheme }: Given): Scored {
  if (answer.is === 'not-applicable') return notApplicable(blank(read), read.leaf);
  if (answer.is === 'points') return withPoints(blank(read), answer.points, answer.applied, scheme);
  return {
    ...notComputable(blank(read), answer.missing),
    atMost: plain(rounded(answer.atMost, scheme.file.rounding?.points)),
  };
}

const UNPUBLISHED: Missing = {
  what: '评分标准',
  why: 'unpublished',
  text: {
    zh: '评分方案的这一部分未见公开，无法计算',
    en: 'this part of the scheme was not found and cannot be computed',
  },
};
