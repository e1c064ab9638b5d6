import type { EvaluationCommand } from './orders.js';
import { type Rule, refusal } from './refusals.js';
import { type Evaluation, type Issued, STAGES_OF } from './situation.js';

/** Where the order of stages is itself one of the rules, the refusal names it. */
const RULE_OF_ORDER: Partial<Record<EvaluationCommand['type'], Rule>> = {
  PassSecondReview: 'E4',
  Withdraw: 'E11',
  RevokePass: 'E11',
};

/** The evaluation, when the command may be given at its stage; refuses otherwise. */
export function atItsStage(command: Exclude<EvaluationCommand, { type: 'IssueTask' }>, state: Evaluation): Issued {
  const allowed: readonly string[] = STAGES_OF[command.type];
  if (state.stage === 'NEW' || !allowed.includes(state.stage)) throw wrongStage(command, state);
  return state;
}

/** The command came too early or too late. */
export function wrongStage({ type }: EvaluationCommand, { stage }: Evaluation) {
  const rule = RULE_OF_ORDER[type];
  return refusal('evaluation.wrong-stage', { stage, allowed: STAGES_OF[type], ...(rule && { rule }) });
}
