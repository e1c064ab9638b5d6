import { amount, HASH_2, HISTORY } from '../examples/history.spec.js';
import {
  check,
  edit,
  giveBack,
  passFirst,
  passSecond,
  recordScore,
  revoke,
  withdraw,
} from '../examples/orders.spec.js';
import { first, head, manager, otherFirst, person, preparer, second, system } from '../examples/people.spec.js';

import type { Told } from './told.spec.js';

const { DRAFT, UNIT_CHECKED, SUBMITTED, FIRST_PASSED, APPROVED } = HISTORY;
const reading = { version: 2, contentHash: HASH_2 };
const total = { path: '/figures/BUD.TOTAL', before: null, after: amount('40.77') };

/** Who may act, and when. */
export const WHO_AND_WHEN: readonly Told[] = [
  // Who may act at all
  ['the system does not check', 'actor.system-excluded', DRAFT, check(system, HASH_2), { rule: 'E10' }],
  [
    'the system does not pass in anyone’s name, whatever role it claims',
    'actor.system-excluded',
    SUBMITTED,
    passFirst(person('system:worker', 'first-reviewer', []), reading),
  ],
  [
    'the system does not approve after a time-out',
    'actor.system-excluded',
    FIRST_PASSED,
    passSecond({ ...system, role: 'second-reviewer' }, reading),
  ],
  [
    'an administrator edits nothing',
    'actor.administrator-excluded',
    DRAFT,
    edit(person('admin', 'administrator', []), total),
    { rule: 'E10' },
  ],
  [
    'an administrator passes nothing',
    'actor.administrator-excluded',
    SUBMITTED,
    passFirst(person('admin', 'administrator', []), reading),
  ],
  ['nobody is not a person', 'actor.person-required', DRAFT, edit({ ...preparer, personId: ' ' }, total)],
  [
    'acting for another needs a delegation',
    'delegation.not-granted',
    SUBMITTED,
    passFirst({ ...first, onBehalfOf: 'sun' }, reading),
    { rule: 'E9' },
  ],
  [
    'an auditor passes nothing',
    'role.not-allowed',
    SUBMITTED,
    passFirst(person('shen', 'auditor', []), reading),
    { role: 'auditor', allowed: ['first-reviewer'] },
  ],
  ['a first reviewer does not give the second pass', 'role.not-allowed', FIRST_PASSED, passSecond(otherFirst, reading)],
  [
    'a second reviewer waits for the first pass before returning',
    'role.not-allowed',
    SUBMITTED,
    giveBack(second),
    { allowed: ['first-reviewer'] },
  ],
  ['the unit does not return what is under review', 'role.not-allowed', FIRST_PASSED, giveBack(head)],
  ['a person does not record a score', 'role.not-allowed', SUBMITTED, recordScore(manager, 2), { allowed: [] }],

  // Stages
  ['no second pass before the first', 'evaluation.wrong-stage', SUBMITTED, passSecond(second, reading), { rule: 'E4' }],
  [
    'no withdrawal once the first reviewer has passed',
    'evaluation.wrong-stage',
    FIRST_PASSED,
    withdraw(preparer),
    { rule: 'E11' },
  ],
  [
    'no revocation once the second reviewer has approved',
    'evaluation.wrong-stage',
    APPROVED,
    revoke(first),
    { rule: 'E11' },
  ],
  [
    'no second first pass: the later of two reviewers comes too late',
    'evaluation.wrong-stage',
    FIRST_PASSED,
    passFirst(otherFirst, reading),
  ],
  ['no edit between two signatures', 'evaluation.wrong-stage', UNIT_CHECKED, edit(preparer, total)],
  ['no score before it is submitted', 'evaluation.wrong-stage', UNIT_CHECKED, recordScore(system, 2)],
];
