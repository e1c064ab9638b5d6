import { applyChanges, contentHash } from '#libs/sheet';
import { evaluation } from '../evaluation.js';
import { amount, HASH_2, HISTORY, SHEET_2 } from '../examples/history.spec.js';
import * as orders from '../examples/orders.spec.js';
import {
  checker,
  first,
  head,
  preparer,
  second,
  system,
  throughAnotherAccount,
  UNIT,
} from '../examples/people.spec.js';
import { ACTORS } from '../examples/recorded.spec.js';
import type { EvaluationEvent } from '../facts.js';
import type { EvaluationCommand } from '../orders.js';
import type { Issued } from '../situation.js';
import { type Entry, faults } from './journal.spec.js';
import { deciding, type EvaluationDecider, evolving, MUTANTS } from './mutants.spec.js';
import { decided } from './play.spec.js';

/** Gives the orders to a decider after a history, refusals and all, and says what is wrong with what came of it. */
function wrongAfter(
  decider: EvaluationDecider,
  history: readonly EvaluationEvent[],
  given: readonly EvaluationCommand[],
): readonly string[] {
  const journal: Entry[] = history.map((event) => ({
    event,
    actor: ACTORS.get((event.data as { by?: string }).by ?? '') ?? system,
  }));
  let state = history.reduce(decider.evolve, decider.initial);
  for (const command of given)
    for (const event of decided(decider, command, state)) {
      journal.push({ event, actor: command.by });
      state = decider.evolve(state, event);
    }
  return faults(journal, UNIT);
}

const READING = { version: 2, contentHash: HASH_2 };
const CHANGE = { path: '/figures/BUD.TOTAL', before: null, after: amount('40.77') };
const HASH_3 = contentHash(applyChanges(SHEET_2, [CHANGE]));
const NEXT_VERSION = [
  ...[orders.edit(preparer, CHANGE), orders.answer(preparer, 'v2-1'), orders.check(checker, HASH_3)],
  ...[orders.sign(head, HASH_3), orders.submit(preparer, HASH_3)],
];
const THIRD = { version: 3, contentHash: HASH_3 };
const BY_THE_BATCH = { ...throughAnotherAccount(first, 'second-reviewer'), accountId: 'batch' };

/** What others were caught with, the orders by which it is done, and a decider of ours that has the hole. */
const HOLES: Readonly<
  Record<
    string,
    readonly [history: readonly EvaluationEvent[], given: readonly EvaluationCommand[], mutant: EvaluationDecider]
  >
> = {
  'a second entry point without the rule (CUDly 1500)': [
    HISTORY.FIRST_PASSED,
    [orders.passSecond(BY_THE_BATCH, READING)],
    deciding('PassSecondReview', (command, state) => [
      command,
      command.by.accountId === 'batch' ? withoutReviewers(state) : state,
    ]),
  ],
  'one human with two accounts (YAWL 464)': [
    HISTORY.FIRST_PASSED,
    [orders.passSecond(throughAnotherAccount(first, 'second-reviewer'), READING)],
    MUTANTS['compares accounts instead of persons']!,
  ],
  'an approval counted after an edit (dotCMS 33031)': [
    HISTORY.FIRST_PASSED,
    [orders.edit(preparer, CHANGE), orders.passSecond(second, READING)],
    MUTANTS['lets an edit slip in under the passes']!,
  ],
  'old approvals that a later job resets, and one is quicker (dotCMS 14144)': [
    HISTORY.FIRST_PASSED,
    [orders.giveBack(second), ...NEXT_VERSION, orders.passSecond(second, THIRD)],
    MUTANTS['counts a first pass still after the return']!,
  ],
  'approval by time, shown as approved (steedos 463)': [
    HISTORY.SUBMITTED,
    [orders.passFirst({ ...system, role: 'first-reviewer' }, READING)],
    MUTANTS['passes in the name of the system']!,
  ],
  'approval by skipping who approved before (jeecg 6166)': [
    HISTORY.FIRST_PASSED,
    [orders.giveBack(second), ...NEXT_VERSION, orders.passSecond(second, THIRD)],
    evolving((_, event, after) =>
      event.type === 'EvaluationSubmitted' && event.data.version === 3
        ? { ...after, stage: 'FIRST_PASSED', passes: [{ step: 'first', gate: null, by: first.personId }] }
        : after,
    ),
  ],
  'one approval that moves the matter on (YAWL 292)': [
    HISTORY.SUBMITTED,
    [orders.passSecond(second, READING)],
    deciding('PassSecondReview', (command, state) => [
      command,
      state.stage === 'SUBMITTED' ? { ...state, stage: 'FIRST_PASSED' } : state,
    ]),
  ],
};

function withoutReviewers(state: Issued): Issued {
  return { ...state, seatsTaken: [], passes: state.passes.map((pass) => ({ ...pass, by: 'another' })) };
}

describe.each(Object.entries(HOLES))('%s', (_, [history, given, mutant]) => {
  it('is no hole of ours', () => expect(wrongAfter(evaluation, history, given)).toEqual([]));

  it('would be found', () => expect(wrongAfter(mutant, history, given)).not.toEqual([]));
});
