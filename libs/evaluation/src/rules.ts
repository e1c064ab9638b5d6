import type { DomainError } from '#libs/kernel';
import { CONCLUSION_RULES, returnerMayRecheck } from './conclusion/rules.js';
import type { EvaluationCommand } from './orders.js';
import {
  checkerDidNotWrite,
  returnerDidNotPass,
  reviewerTookNoPart,
  secondReviewerDiffers,
  signerNeitherWroteNorChecked,
} from './policies/e1-different-persons.js';
import { keepsTo, oneGateForEach } from './policies/e2-roles-not-swapped.js';
import { passIsForThisVersion, stepIsForThisContent, submittedAsSigned } from './policies/e3-bound-to-content.js';
import { assignedIsLawful, firstSeatIsHis, reviewIsAssigned, secondSeatIsHis } from './policies/e4-assigned.js';
import { returnHasAReason, returnIsLocated } from './policies/e5-located-return.js';
import {
  errorsAreWaived,
  errorsAreWaivedByTheReviewer,
  findingCanBeWaived,
  noOpenBlocks,
  warningsAreAnswered,
} from './policies/e6-open-findings.js';
import { gateIsOfTheReview, gateIsOpen } from './policies/e7-gates.js';
import { reviewerIsOfAnotherUnit } from './policies/e8-own-unit.js';
import { alsoForWhomHeActs } from './policies/e9-delegation.js';
import {
  actsForAnotherByDelegation,
  administratorStaysOut,
  roleMayCommand,
  somebodyActs,
  systemKeepsToItsOwn,
} from './policies/e10-who-may-act.js';
import { nobodyActedYet, nobodyBuiltOnIt, revokedByItsGiver, withdrawnByTheUnit } from './policies/e11-taking-back.js';
import {
  expertIsLawful,
  expertiseIsWorded,
  expertsHaveAnswered,
  expertTakesNoSeat,
  expertWasAsked,
  questionIsWorded,
} from './policies/experts.js';
import { firstRefusal, type Order, type Policy } from './policies/policy.js';
import { noPassOfHisStands, reviewerDidNotRecuse } from './policies/recusal.js';
import { remarksAreLocated, scoreIsInRange } from './policies/remarks.js';
import { itemsAreSettled, itemWasReturned } from './policies/return-items.js';
import { returnedByWhoseTurnItIs } from './policies/return-roles.js';
import { answerIsWorded, commentIsWorded, opinionIsWorded, reasonIsWorded, waiverIsWorded } from './policies/texts.js';
import { refusal } from './refusals.js';
import type { Evaluation, Issued } from './situation.js';
import { atItsStage } from './stages.js';

/** Who may act at all; asked before anything about the evaluation is told. */
const WHO: readonly Policy<EvaluationCommand, Evaluation>[] = [
  somebodyActs,
  systemKeepsToItsOwn,
  administratorStaysOut,
  actsForAnotherByDelegation,
  roleMayCommand,
];

/**
 * Who may review: of another unit, without a part in the matter, who did not step back from it; for the second time also
 * not who was first; and where matters are assigned, whose seat it is.
 */
const REVIEWER = [reviewerTookNoPart, reviewerIsOfAnotherUnit, reviewerDidNotRecuse, expertTakesNoSeat];
const EXPERT = [reviewerTookNoPart, reviewerIsOfAnotherUnit, reviewerDidNotRecuse];
const FIRST_REVIEWER = [...[...REVIEWER, keepsTo('first')].map(alsoForWhomHeActs), firstSeatIsHis];
const SECOND_REVIEWER = [
  ...[...REVIEWER, secondReviewerDiffers, keepsTo('second')].map(alsoForWhomHeActs),
  secondSeatIsHis,
];
const GATE = [gateIsOfTheReview, alsoForWhomHeActs(oneGateForEach), gateIsOpen];
const OPINION = [opinionIsWorded, remarksAreLocated, scoreIsInRange];

/** Who asks an expert is the one whose turn it is. */
const askerReviews: Policy<Order<'AskExpert'>> = (command, state) =>
  command.by.role === (state.stage === 'SUBMITTED' ? 'first-reviewer' : 'second-reviewer')
    ? firstRefusal(state.stage === 'SUBMITTED' ? FIRST_REVIEWER : SECOND_REVIEWER, command, state)
    : refusal('role.not-allowed', { role: command.by.role });

/** Returning from a review is reviewing. */
const returnerMayReview: Policy<Order<'Return'>> = (command, state) => {
  if (state.stage === 'SUBMITTED')
    return firstRefusal([...FIRST_REVIEWER, alsoForWhomHeActs(returnerDidNotPass)], command, state);
  if (state.stage === 'SAMPLED') return returnerMayRecheck(command, state);
  return state.stage === 'FIRST_PASSED'
    ? firstRefusal([...SECOND_REVIEWER, alsoForWhomHeActs(returnerDidNotPass)], command, state)
    : null;
};

/** The rules of each command, in the order in which they are asked. */
const RULES: { readonly [Type in Ruled]: readonly Policy<Order<Type>>[] } = {
  AnswerItem: [itemWasReturned, answerIsWorded],
  AnswerFinding: [answerIsWorded],
  CheckInUnit: [checkerDidNotWrite, stepIsForThisContent, itemsAreSettled, commentIsWorded],
  SignForUnit: [signerNeitherWroteNorChecked, stepIsForThisContent, commentIsWorded],
  Submit: [submittedAsSigned, itemsAreSettled, noOpenBlocks, warningsAreAnswered],
  Withdraw: [withdrawnByTheUnit, nobodyActedYet, reasonIsWorded],
  PassFirstReview: [...FIRST_REVIEWER, passIsForThisVersion, ...GATE, errorsAreWaived, expertsHaveAnswered, ...OPINION],
  PassSecondReview: [
    ...SECOND_REVIEWER,
    passIsForThisVersion,
    ...GATE,
    errorsAreWaivedByTheReviewer,
    expertsHaveAnswered,
    ...OPINION,
  ],
  WaiveFinding: [...SECOND_REVIEWER, findingCanBeWaived, waiverIsWorded],
  RevokePass: [revokedByItsGiver, nobodyBuiltOnIt, reasonIsWorded],
  AssignReviewer: [reviewIsAssigned, assignedIsLawful, reasonIsWorded],
  Recuse: [noPassOfHisStands, reasonIsWorded],
  AskExpert: [askerReviews, expertIsLawful, questionIsWorded],
  AnswerAsExpert: [...EXPERT, expertWasAsked, expertiseIsWorded],
  Return: [returnedByWhoseTurnItIs, returnerMayReview, returnHasAReason, returnIsLocated],
  ...CONCLUSION_RULES,
};

/** The commands that a list of rules decides on; the others check what they carry against the sheet or the score. */
type Ruled = Exclude<
  EvaluationCommand['type'],
  'IssueTask' | 'ImportDraft' | 'EditDraft' | 'RecordChecks' | 'RecordScore' | 'AssignReviewers' | 'SelectForRecheck'
>;

/** Refuses who may not act at all. */
export function admit(command: EvaluationCommand, state: Evaluation): void {
  throwIf(firstRefusal(WHO, command, state));
}

/** The evaluation, when the command may be given at its stage and none of its rules refuses. */
export function permit(command: Order<Ruled>, state: Evaluation): Issued {
  const now = atItsStage(command, state);
  // RULES gives each command policies of its own type; the compiler cannot see that the two keys are the same.
  throwIf(firstRefusal(RULES[command.type] as readonly Policy<Order<Ruled>>[], command, now));
  return now;
}

function throwIf(refused: DomainError | null): void {
  if (refused) throw refused;
}
