import {
  answered,
  checked,
  checksRan,
  HASH_1,
  HASH_2,
  HISTORY,
  imported,
  issued,
  passedFirst,
  returned,
  revoked,
  waived,
} from '../examples/history.spec.js';
import {
  BLOCK,
  check,
  ERROR,
  giveBack,
  passFirst,
  passSecond,
  recordChecks,
  revoke,
  sign,
  submit,
  TASK,
  WARN,
  waive,
  withdraw,
} from '../examples/orders.spec.js';
import {
  checker,
  colleague,
  DEPARTMENT,
  first,
  head,
  otherFirst,
  person,
  preparer,
  second,
  system,
  throughAnotherAccount,
  UNIT,
} from '../examples/people.spec.js';
import type { EvaluationEvent } from '../facts.js';

import type { Told } from './told.spec.js';

const { DRAFT, UNIT_CHECKED, UNIT_SIGNED, SUBMITTED, FIRST_PASSED } = HISTORY;
const reading = { version: 2, contentHash: HASH_2 };
const WITH_ERROR = [...SUBMITTED, checksRan(2, HASH_2, [ERROR])];
const ownReport: EvaluationEvent = { type: 'TaskIssued', data: { ...TASK, unitId: DEPARTMENT } };

/** What is read, who reviews, and what is taken back. */
export const IN_REVIEW: readonly Told[] = [
  // Content
  [
    'the check is for what stands there now',
    'evaluation.content-changed',
    DRAFT,
    check(checker, HASH_1),
    { rule: 'E3', current: HASH_2 },
  ],
  [
    'the signature is for what stands there now',
    'evaluation.content-changed',
    UNIT_CHECKED,
    sign(head, HASH_1),
    { rule: 'E3' },
  ],
  [
    'what is submitted is what was signed',
    'evaluation.content-changed',
    UNIT_SIGNED,
    submit(preparer, HASH_1),
    { rule: 'E3' },
  ],
  [
    'a pass is for the version under review',
    'evaluation.content-changed',
    SUBMITTED,
    passFirst(first, { version: 1, contentHash: HASH_1 }),
    { rule: 'E3', pointer: '/version', version: 2 },
  ],
  [
    'a pass is for the content under review',
    'evaluation.content-changed',
    FIRST_PASSED,
    passSecond(second, { version: 2, contentHash: HASH_1 }),
    { rule: 'E3', pointer: '/contentHash' },
  ],

  // Findings
  [
    'a blocking finding stands against submission',
    'submission.open-blocks',
    UNIT_SIGNED,
    submit(preparer, HASH_2, [BLOCK, WARN]),
    { rule: 'E6', findings: [BLOCK.id] },
  ],
  [
    'a warning wants an answer',
    'submission.unanswered-warnings',
    UNIT_SIGNED,
    submit(preparer, HASH_2, [WARN]),
    { findings: [WARN.id] },
  ],
  [
    'an answer given in an earlier version does not count',
    'submission.unanswered-warnings',
    [...UNIT_SIGNED, answered(1)],
    submit(preparer, HASH_2, [WARN]),
  ],
  [
    'an error stands against the first pass',
    'review.open-errors',
    WITH_ERROR,
    passFirst(first, reading),
    { rule: 'E6', findings: [ERROR.id] },
  ],
  [
    'a waiver in an earlier version does not count',
    'review.open-errors',
    [...WITH_ERROR, waived(1)],
    passFirst(first, reading),
  ],
  [
    'a second pass answers for its own waivers, not for those of a colleague',
    'review.open-errors',
    [...WITH_ERROR, waived(2, colleague.personId), passedFirst(2, HASH_2)],
    passSecond(second, reading),
    { rule: 'E6', findings: [ERROR.id] },
  ],
  ['only what was found is waived', 'finding.unknown', SUBMITTED, waive(second), { pointer: '/findingId' }],
  [
    'a warning is not waived but answered',
    'finding.not-waivable',
    [...SUBMITTED, checksRan(2, HASH_2, [WARN])],
    waive(second, WARN.id),
    { rule: 'E6', severity: 'WARN' },
  ],
  ['a waiver says why in ten characters', 'text.too-short', WITH_ERROR, waive(second, ERROR.id, '同意'), { least: 10 }],
  [
    'a participant waives nothing',
    'review.participant-excluded',
    WITH_ERROR,
    waive({ ...checker, role: 'second-reviewer' }),
  ],
  [
    'the first reviewer waives nothing',
    'review.needs-another-person',
    [...WITH_ERROR, waived(2), passedFirst(2, HASH_2)],
    waive(throughAnotherAccount(first, 'second-reviewer')),
  ],
  [
    'who waived does not give the first pass',
    'review.roles-swapped',
    [...WITH_ERROR, waived(2)],
    passFirst(throughAnotherAccount(second, 'first-reviewer'), reading),
    { rule: 'E2' },
  ],
  [
    'checks of another content are not recorded',
    'checks.other-version',
    SUBMITTED,
    recordChecks(system, 2, HASH_1),
    { version: 2 },
  ],

  // Who reviews
  [
    'who wrote does not review',
    'review.participant-excluded',
    SUBMITTED,
    passFirst(person(preparer.personId, 'first-reviewer', []), reading),
    { rule: 'E1' },
  ],
  [
    'who checked version 1 only does not review version 2',
    'review.participant-excluded',
    [issued, imported, checked(HASH_1, 'qian'), returned(1, 'unit-sign-off', head.personId), ...SUBMITTED.slice(6)],
    passFirst(person('qian', 'first-reviewer', []), reading),
  ],
  [
    'who signed does not give the second pass',
    'review.participant-excluded',
    FIRST_PASSED,
    passSecond(person(head.personId, 'second-reviewer', []), reading),
  ],
  [
    'a participant does not return either',
    'review.participant-excluded',
    SUBMITTED,
    giveBack(person(checker.personId, 'first-reviewer', [])),
  ],
  [
    'the first reviewer is not the second, through another account either',
    'review.needs-another-person',
    FIRST_PASSED,
    passSecond(throughAnotherAccount(first, 'second-reviewer'), reading),
    { rule: 'E1' },
  ],
  [
    'the first reviewer does not return as the second',
    'review.needs-another-person',
    FIRST_PASSED,
    giveBack(throughAnotherAccount(first, 'second-reviewer')),
  ],
  [
    'who revoked a first pass is not the second reviewer of that version',
    'review.roles-swapped',
    [...FIRST_PASSED, revoked(2), passedFirst(2, HASH_2, otherFirst.personId)],
    passSecond(throughAnotherAccount(first, 'second-reviewer'), reading),
    { rule: 'E2' },
  ],
  [
    'a member of the unit does not review it',
    'review.unit-member-excluded',
    SUBMITTED,
    passFirst(person('he', 'first-reviewer', [DEPARTMENT, UNIT]), reading),
    { rule: 'E8', unitId: UNIT },
  ],
  [
    'a member of the unit does not return it',
    'review.unit-member-excluded',
    FIRST_PASSED,
    giveBack(person('he', 'second-reviewer', [UNIT])),
  ],
  [
    'a department does not review its own report',
    'review.own-department-excluded',
    [ownReport, ...SUBMITTED.slice(1)],
    passFirst(first, reading),
    { rule: 'E8' },
  ],

  // Taking back
  ['only who took part withdraws', 'withdrawal.not-a-participant', SUBMITTED, withdraw(colleague), { rule: 'E11' }],
  [
    'a revoked pass was an act: no withdrawal any more',
    'withdrawal.reviewer-acted',
    [...FIRST_PASSED, revoked(2)],
    withdraw(preparer),
    { rule: 'E11' },
  ],
  ['a pass is revoked by who gave it', 'revocation.not-own-pass', FIRST_PASSED, revoke(otherFirst), { rule: 'E11' }],
];
