import type { Decider } from '#libs/kernel';
import { evaluation } from '../evaluation.js';
import type { EvaluationEvent } from '../facts.js';
import type { EvaluationCommand } from '../orders.js';
import { COMMAND_ROLES } from '../roles.js';
import { type Evaluation, type Issued, rulesOf } from '../situation.js';

export type EvaluationDecider = Decider<Evaluation, EvaluationCommand, EvaluationEvent>;

const { decide, evolve, initial } = evaluation;

/** Decides as if something else had been asked, or as if the evaluation stood elsewhere. */
export function deciding(
  type: EvaluationCommand['type'],
  otherwise: (command: EvaluationCommand, state: Issued) => [EvaluationCommand, Issued],
): EvaluationDecider {
  return {
    initial,
    evolve,
    decide: (command, state) =>
      command.type === type && state.stage !== 'NEW' ? decide(...otherwise(command, state)) : decide(command, state),
  };
}

/** Remembers something else after a fact. */
export function evolving(
  otherwise: (before: Issued, event: EvaluationEvent, after: Issued) => Issued,
): EvaluationDecider {
  return {
    initial,
    decide,
    evolve: (before, event) => {
      const after = evolve(before, event);
      return before.stage === 'NEW' || after.stage === 'NEW' ? after : otherwise(before, event, after);
    },
  };
}

const by = (command: EvaluationCommand, more: Partial<EvaluationCommand['by']>): EvaluationCommand => ({
  ...command,
  by: { ...command.by, ...more },
});

const underReview = ({ stage }: Evaluation) => stage === 'SUBMITTED' || stage === 'FIRST_PASSED';

const editing = deciding('EditDraft', (command, state) => [
  command,
  underReview(state) ? { ...state, stage: 'DRAFT' } : state,
]);

/** Deciders with one mistake each, as people make them. The model has to find every one. */
export const MUTANTS: Readonly<Record<string, EvaluationDecider>> = {
  'compares accounts instead of persons': {
    initial,
    evolve,
    decide: (command, state) => decide(by(command, { personId: command.by.accountId }), state),
  },

  'lets an edit slip in under the passes': {
    ...editing,
    evolve: (before, event) =>
      event.type === 'DraftEdited' && before.stage !== 'NEW' && underReview(before)
        ? { ...before, sheet: (evolve(before, event) as Issued).sheet }
        : evolve(before, event),
  },

  'takes the second pass from the first reviewer': deciding('PassSecondReview', (command, state) => [
    command,
    { ...state, seatsTaken: [], passes: state.passes.map((pass) => ({ ...pass, by: 'another' })) },
  ]),

  'forgets the first pass when it is revoked': evolving((_, event, after) =>
    event.type === 'PassRevoked' ? { ...after, seatsTaken: [] } : after,
  ),

  'remembers the participants of one version only': evolving((_, event, after) =>
    event.type === 'EvaluationReturned' || event.type === 'SubmissionWithdrawn'
      ? { ...after, participants: [] }
      : after,
  ),

  'lets anybody revoke a pass': deciding('RevokePass', (command, state) => [
    command,
    { ...state, passes: state.passes.slice(-1).map((pass) => ({ ...pass, by: command.by.personId })) },
  ]),

  'counts a first pass still after the return': evolving((before, event, after) => {
    const passes = after.passes.length > 0 || event.type === 'PassRevoked' ? after.passes : before.passes;
    const counted = event.type === 'EvaluationSubmitted' && passes.length > 0;
    return { ...after, passes, stage: counted ? 'FIRST_PASSED' : after.stage };
  }),

  'lets members of the unit review': deciding('PassFirstReview', (command, state) => [
    by(command, { memberOf: [] }),
    state,
  ]),

  'lets participants give the second pass': deciding('PassSecondReview', (command, state) => [
    command,
    { ...state, participants: [] },
  ]),

  'does not look at what was read': deciding('PassFirstReview', (command, state) => [
    command,
    command.type === 'PassFirstReview' ? { ...state, submittedHash: command.data.contentHash } : state,
  ]),

  'passes over an open error': deciding('PassFirstReview', (command, state) => [
    command,
    { ...state, findings: { submission: [], background: [] } },
  ]),

  'counts the waivers of a colleague': deciding('PassSecondReview', (command, state) => [
    command,
    { ...state, waivers: state.waivers.map((waiver) => ({ ...waiver, by: command.by.personId })) },
  ]),

  'takes the first pass from who waived': deciding('PassFirstReview', (command, state) => [
    command,
    { ...state, waivers: state.waivers.map((waiver) => ({ ...waiver, by: 'another' })) },
  ]),

  'asks for no role': {
    initial,
    evolve,
    decide: (command, state) => decide(by(command, { role: COMMAND_ROLES[command.type][0] ?? '' }), state),
  },

  'lets the unit withdraw after the first pass': deciding('Withdraw', (command, state) => [
    command,
    { ...state, stage: state.stage === 'FIRST_PASSED' ? 'SUBMITTED' : state.stage, seatsTaken: [] },
  ]),

  'lets one person pass two gates': deciding('PassFirstReview', (command, state) => [
    command,
    { ...state, seatsTaken: [] },
  ]),

  'takes one gate for all': evolving((_, event, after) =>
    event.type === 'FirstReviewPassed' ? { ...after, stage: 'FIRST_PASSED' } : after,
  ),

  'opens all gates at once': deciding('PassFirstReview', (command, state) => [
    command,
    { ...state, task: { ...state.task, review: { ...rulesOf(state), gateOrder: 'parallel' } } },
  ]),

  'lets who stepped back pass': deciding('PassFirstReview', (command, state) => [command, { ...state, recused: [] }]),

  'lets anybody take an assigned seat': deciding('PassSecondReview', (command, state) => [
    command,
    { ...state, task: { ...state.task, review: { ...rulesOf(state), assignment: 'open' } } },
  ]),

  'lets who passed step back from it': deciding('Recuse', (command, state) => [command, { ...state, passes: [] }]),

  'passes over an expert who was asked': deciding('PassFirstReview', (command, state) => [
    command,
    { ...state, experts: state.experts.map((expert) => ({ ...expert, answered: true })) },
  ]),

  'takes a pass from an expert': deciding('PassSecondReview', (command, state) => [
    command,
    { ...state, experts: state.experts.map((expert) => ({ ...expert, personId: 'another' })) },
  ]),

  'takes back a decision': deciding('RevokePass', (command, state) => [
    command,
    state.stage === 'APPROVED' ? { ...state, stage: 'FIRST_PASSED' } : state,
  ]),

  'passes in the name of the system': {
    initial,
    evolve,
    decide: (command, state) =>
      command.by.personId === 'system:worker' && command.type.startsWith('Pass')
        ? decide(by(command, { personId: 'robot' }), state)
        : decide(command, state),
  },
};
