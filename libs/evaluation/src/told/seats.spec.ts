import { edited, HASH_2, HISTORY, passedFirst, reviewedBy } from '../examples/history.spec.js';
import {
  answerAsExpert,
  askExpert,
  assign,
  candidate,
  giveBack,
  passFirst,
  passSecond,
  recuse,
  revoke,
} from '../examples/orders.spec.js';
import { DEPARTMENT, first, manager, otherFirst, person, preparer, second, UNIT } from '../examples/people.spec.js';
import type { EvaluationEvent } from '../facts.js';

import type { Told } from './told.spec.js';

const reading = { version: 2, contentHash: HASH_2 };
const GATES = ['business', 'audit'] as const;
const inOrder = reviewedBy({ gates: GATES, gateOrder: 'in-order' }, HISTORY.SUBMITTED);
const parallel = reviewedBy({ gates: GATES }, HISTORY.SUBMITTED);
const assigned = reviewedBy({ assignment: 'assigned' }, HISTORY.SUBMITTED);
const business = passedFirst(2, HASH_2, first.personId, { gate: 'business', openGates: ['audit'] });
const audit = passedFirst(2, HASH_2, otherFirst.personId, { gate: 'audit' });
const revokedBusiness: EvaluationEvent = {
  type: 'PassRevoked',
  data: { by: first.personId, version: 2, reason: '发现一处漏看', step: 'first', gate: 'business' },
};
const given = (step: 'first' | 'second', personId: string): EvaluationEvent => ({
  type: 'ReviewerAssigned',
  data: {
    ...{ by: manager.personId, version: 2, step, personId },
    ordered: { reason: '分工', before: null, borrowed: false },
  },
});
const steppedBack: EvaluationEvent = {
  type: 'ReviewerRecused',
  data: { by: first.personId, version: 2, reason: '与该单位负责人有亲属关系' },
};
const asking = (personId: string): EvaluationEvent => ({
  type: 'ExpertAsked',
  data: { by: first.personId, version: 2, personId, question: '超支是否有批文？' },
});
const asked = [...HISTORY.SUBMITTED, asking(otherFirst.personId)];
const expertise: EvaluationEvent = {
  type: 'ExpertAnswered',
  data: { by: otherFirst.personId, version: 2, opinion: '批文有效，口径正确。' },
};
const wrote = edited(otherFirst.personId, { path: '/sections/problems', before: null, after: '无' });
const remark = { path: '/figures/EXP.BASIC', severity: 'minor', text: '请补附件' } as const;
const file = { hash: 'ab'.repeat(32), name: '批文.pdf', size: 9, type: 'application/pdf' };

/** Gates, assigned seats, and who stepped back. */
export const IN_SEATS: readonly Told[] = [
  [
    'the gate is one of the review',
    'review.gate-unknown',
    inOrder,
    passFirst(first, { ...reading, gate: 'finance' }),
    { rule: 'E7', gates: ['business', 'audit'] },
  ],
  ['a review with gates is passed gate by gate', 'review.gate-unknown', inOrder, passFirst(first, reading)],
  [
    'a review without gates has none',
    'review.gate-unknown',
    HISTORY.SUBMITTED,
    passFirst(first, { ...reading, gate: 'business' }),
  ],
  [
    'a seat that does not exist is given to nobody',
    'review.gate-unknown',
    assigned,
    assign(manager, { candidate: candidate('sun', 'first'), gate: 'audit' }),
  ],
  [
    'a gate is passed once',
    'review.gate-passed',
    [...parallel, business],
    passFirst(otherFirst, { ...reading, gate: 'business' }),
    { gate: 'business' },
  ],
  [
    'a gate waits for those before it',
    'review.gate-waits',
    inOrder,
    passFirst(first, { ...reading, gate: 'audit' }),
    { rule: 'E4', waitsFor: ['business'] },
  ],
  [
    'one person holds one gate',
    'review.one-gate-for-each',
    [...parallel, business],
    passFirst(first, { ...reading, gate: 'audit' }),
    { rule: 'E7' },
  ],
  [
    'who took a gate keeps to it after revoking',
    'review.one-gate-for-each',
    [...parallel, business, revokedBusiness],
    passFirst(first, { ...reading, gate: 'audit' }),
  ],
  [
    'who passed one gate is not the second reviewer',
    'review.needs-another-person',
    [...parallel, business, audit],
    passSecond({ ...first, role: 'second-reviewer' }, reading),
    { rule: 'E1' },
  ],
  [
    'who passed a gate does not return the version',
    'review.needs-another-person',
    [...parallel, business],
    giveBack(first),
  ],
  [
    'the next gate in order was passed since',
    'revocation.next-acted',
    [...inOrder, business, audit],
    revoke(first),
    { rule: 'E11' },
  ],

  [
    'nobody takes a matter that was not assigned',
    'review.not-assigned',
    assigned,
    passFirst(first, reading),
    { rule: 'E4', step: 'first' },
  ],
  [
    'the seat is another’s',
    'review.not-assigned',
    [...assigned, given('first', otherFirst.personId)],
    passFirst(first, reading),
  ],
  ['nobody returns what is another’s', 'review.not-assigned', assigned, giveBack(first)],
  [
    'an open review has no seats to give',
    'assignment.open-review',
    HISTORY.SUBMITTED,
    assign(manager, { candidate: candidate('sun', 'first') }),
  ],
  [
    'the person has no role for the step',
    'assignment.not-a-reviewer',
    assigned,
    assign(manager, { candidate: candidate('sun', 'first'), step: 'second' }),
  ],
  [
    'a member of the unit is no reviewer of it',
    'assignment.not-lawful',
    assigned,
    assign(manager, { candidate: candidate('guo', 'first', { conflict: 'unit-member' }) }),
    { rule: 'E8', reason: 'unit-member' },
  ],
  [
    'who declared a conflict is not assigned',
    'assignment.not-lawful',
    assigned,
    assign(manager, { candidate: candidate('guo', 'first', { conflict: 'declared' }) }),
    { reason: 'declared' },
  ],
  [
    'who took part is not assigned',
    'assignment.not-lawful',
    assigned,
    assign(manager, { candidate: candidate(preparer.personId, 'first') }),
    { reason: 'participant' },
  ],
  [
    'who stepped back is not assigned again',
    'assignment.not-lawful',
    [...assigned, steppedBack],
    assign(manager, { candidate: candidate(first.personId, 'first') }),
    { reason: 'recused' },
  ],
  [
    'who holds the other seat is not assigned this one',
    'assignment.not-lawful',
    [...assigned, given('first', 'sun')],
    assign(manager, { candidate: candidate('sun', 'second') }),
    { reason: 'other-seat' },
  ],
  [
    'the seat has its pass',
    'assignment.seat-passed',
    [...assigned, given('first', first.personId), passedFirst(2, HASH_2)],
    assign(manager, { candidate: candidate('sun', 'first') }),
  ],

  [
    'who declared a conflict of interest with the unit does not review it',
    'review.conflict-declared',
    HISTORY.SUBMITTED,
    passFirst({ ...first, conflictsWith: [UNIT] }, reading),
    { rule: 'E8' },
  ],
  [
    'who stepped back passes no version',
    'review.recused',
    [...HISTORY.SUBMITTED, steppedBack],
    passFirst(first, reading),
    { rule: 'E8' },
  ],
  ['who stepped back returns no version', 'review.recused', [...HISTORY.SUBMITTED, steppedBack], giveBack(first)],
  ['a pass that stands is taken back first', 'recusal.pass-stands', HISTORY.FIRST_PASSED, recuse(first)],

  ['a pass waits for the expert who was asked', 'expert.has-not-answered', asked, passFirst(first, reading)],
  [
    'who was asked as an expert takes no seat',
    'expert.takes-no-seat',
    asked,
    passFirst(otherFirst, reading),
    { rule: 'E1' },
  ],
  ['nobody asks himself', 'assignment.not-lawful', HISTORY.SUBMITTED, askExpert(first, first.personId)],
  [
    'an expert has no part in the matter',
    'assignment.not-lawful',
    HISTORY.SUBMITTED,
    askExpert(first, preparer.personId),
    { reason: 'participant' },
  ],
  ['an expert is asked first', 'expert.not-asked', HISTORY.SUBMITTED, answerAsExpert(otherFirst)],
  ['an expert answers once', 'expert.not-asked', [...asked, expertise], answerAsExpert(otherFirst)],
  [
    'five experts are enough',
    'expert.too-many',
    [...HISTORY.SUBMITTED, ...['a', 'b', 'c', 'd', 'e'].map(asking)],
    askExpert(first),
    { most: 5 },
  ],
  ['a question is worded', 'text.too-short', HISTORY.SUBMITTED, askExpert(first, 'tang', {}, '?')],
  ['an expert’s opinion is worded', 'text.too-short', asked, answerAsExpert(otherFirst, '好')],
  ['who is not in turn asks nobody', 'role.not-allowed', HISTORY.SUBMITTED, askExpert(second)],
  [
    'a remark stands somewhere',
    'review.remark-not-located',
    HISTORY.SUBMITTED,
    passFirst(first, { ...reading, remarks: [{ ...remark, path: '/figures/NO.SUCH' }] }),
    { pointer: '/remarks/0/path' },
  ],
  [
    'a passage is quoted as it stands',
    'review.quote-not-there',
    HISTORY.SUBMITTED,
    passFirst(first, { ...reading, remarks: [remark, { ...remark, path: '/sections/problems', quote: '没有写' }] }),
    { pointer: '/remarks/1/quote' },
  ],
  [
    'remarks are not a book',
    'review.too-many-remarks',
    HISTORY.SUBMITTED,
    passFirst(first, { ...reading, remarks: Array.from({ length: 101 }, () => remark) }),
  ],
  [
    'nor are the files enclosed with one',
    'review.too-many-attachments',
    HISTORY.SUBMITTED,
    passFirst(first, {
      ...reading,
      remarks: [remark, { ...remark, attachments: Array.from({ length: 11 }, () => file) }],
    }),
    { pointer: '/remarks/1/attachments', most: 10 },
  ],
  ...['100.01', '101', '-1', '90.123', '9e1', ''].map(
    (reviewerScore): Told => [
      `${JSON.stringify(reviewerScore)} is no points out of 100`,
      'review.score-out-of-range',
      HISTORY.FIRST_PASSED,
      passSecond(second, { ...reading, reviewerScore }),
      { pointer: '/reviewerScore' },
    ],
  ),
  [
    'who wrote once is excluded from every gate',
    'review.participant-excluded',
    reviewedBy({ gates: GATES }, [...HISTORY.DRAFT, wrote, ...HISTORY.SUBMITTED.slice(HISTORY.DRAFT.length)]),
    passFirst(person(otherFirst.personId, 'first-reviewer', [DEPARTMENT]), { ...reading, gate: 'audit' }),
  ],
];
