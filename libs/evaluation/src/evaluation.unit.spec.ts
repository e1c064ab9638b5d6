import { specification } from '#libs/testing';
import { evaluation } from './evaluation.js';
import {
  amount,
  checksRan,
  HASH_2,
  HISTORY,
  rectificationOrdered,
  rectificationReplied,
} from './examples/history.spec.js';
import * as orders from './examples/orders.spec.js';
import {
  checker,
  first,
  head,
  manager,
  otherFirst,
  preparer,
  rechecker,
  second,
  system,
} from './examples/people.spec.js';
import type { EvaluationCommand } from './orders.js';
import { USUAL_REVIEW } from './review-rules.js';
import { COMMAND_ROLES } from './roles.js';
import { type Evaluation, STAGES_OF, type Stage } from './situation.js';

const given = specification(evaluation);
const reading = { version: 2, contentHash: HASH_2 };
const change = { path: '/figures/BUD.TOTAL', before: null, after: amount('40.77') };

/** Each command as the right person gives it at the right time. */
const ORDER: { readonly [Type in EvaluationCommand['type']]: (stage: Stage) => EvaluationCommand } = {
  IssueTask: () => orders.issue(manager),
  ImportDraft: () => orders.importing(preparer, [change]),
  EditDraft: () => orders.edit(preparer, change),
  AnswerItem: () => orders.answer(preparer, 'v1-1'),
  AnswerFinding: () => orders.answerFinding(preparer, orders.WARN),
  CheckInUnit: () => orders.check(checker, HASH_2),
  SignForUnit: () => orders.sign(head, HASH_2),
  Submit: () => orders.submit(preparer, HASH_2),
  Withdraw: () => orders.withdraw(preparer),
  PassFirstReview: () => orders.passFirst(first, reading),
  PassSecondReview: () => orders.passSecond(second, reading),
  RevokePass: () => orders.revoke(first),
  AssignReviewers: () => orders.assignByLot(system, [orders.candidate('sun', 'first')]),
  AssignReviewer: () => orders.assign(manager, { candidate: orders.candidate('sun', 'second') }),
  Recuse: () => orders.recuse(otherFirst),
  AskExpert: (stage) => orders.askExpert(stage === 'SUBMITTED' ? first : second),
  AnswerAsExpert: () => orders.answerAsExpert(otherFirst),
  Return: (stage) => orders.giveBack(RETURNER[stage] ?? second),
  WaiveFinding: () => orders.waive(second),
  RecordChecks: () => orders.recordChecks(system, 2, HASH_2),
  RecordScore: () => orders.recordScore(system, 2),
  SelectForRecheck: () => orders.selectForRecheck(system),
  RecordRecheck: () => orders.recheck(rechecker, reading),
  Finalize: () => orders.finalize(manager, reading),
  OrderRectification: () => orders.orderRectification(manager),
  ReplyToRectification: () => orders.replyToRectification(preparer),
  RejectRectification: () => orders.rejectRectification(manager),
  CloseRectification: () => orders.closeRectification(second),
  Publish: () => orders.publish(head, reading),
  CorrectPublication: () => orders.correctPublication(manager, reading),
  Archive: (stage) => orders.archive(manager, reading, stage === 'FINAL' ? '涉及国家秘密，依法不予公开' : undefined),
};
const RETURNER: Partial<Record<Stage, typeof head>> = {
  UNIT_CHECKED: head,
  UNIT_SIGNED: checker,
  SUBMITTED: first,
  SAMPLED: rechecker,
};

/** The fact that follows from each command, and the stage it leads to. */
const FACT: Record<EvaluationCommand['type'], readonly [facts: string, to: Stage | 'same']> = {
  IssueTask: ['TaskIssued', 'DRAFT'],
  ImportDraft: ['DraftImported', 'same'],
  EditDraft: ['DraftEdited', 'same'],
  AnswerItem: ['ItemAnswered', 'same'],
  AnswerFinding: ['FindingAnswered', 'same'],
  CheckInUnit: ['UnitChecked', 'UNIT_CHECKED'],
  SignForUnit: ['UnitSigned', 'UNIT_SIGNED'],
  Submit: ['EvaluationSubmitted ChecksRun', 'SUBMITTED'],
  Withdraw: ['SubmissionWithdrawn', 'DRAFT'],
  PassFirstReview: ['FirstReviewPassed', 'FIRST_PASSED'],
  PassSecondReview: ['SecondReviewPassed', 'APPROVED'],
  RevokePass: ['PassRevoked', 'SUBMITTED'],
  AssignReviewers: ['ReviewerMissing', 'same'],
  AssignReviewer: ['ReviewerAssigned', 'same'],
  Recuse: ['ReviewerRecused', 'same'],
  AskExpert: ['ExpertAsked', 'same'],
  AnswerAsExpert: ['ExpertAnswered', 'same'],
  Return: ['EvaluationReturned', 'DRAFT'],
  WaiveFinding: ['FindingWaived', 'same'],
  RecordChecks: ['ChecksRun', 'same'],
  RecordScore: ['ScoreRecomputed', 'same'],
  SelectForRecheck: ['SampledForRecheck', 'SAMPLED'],
  RecordRecheck: ['RecheckRecorded', 'RECHECKED'],
  Finalize: ['EvaluationFinalized', 'FINAL'],
  OrderRectification: ['RectificationOrdered', 'same'],
  ReplyToRectification: ['RectificationReplied', 'same'],
  RejectRectification: ['RectificationRejected', 'same'],
  CloseRectification: ['RectificationClosed', 'same'],
  Publish: ['EvaluationPublished', 'PUBLISHED'],
  CorrectPublication: ['PublicationCorrected', 'same'],
  Archive: ['EvaluationArchived', 'ARCHIVED'],
};

const TYPES = Object.keys(STAGES_OF) as EvaluationCommand['type'][];

describe.each(Object.keys(HISTORY) as Stage[])('An evaluation at the stage %s', (stage) => {
  // Under review, one error was found meanwhile by the checks that run in the background.
  const found =
    stage === 'SUBMITTED' || stage === 'FIRST_PASSED' ? [checksRan(2, HASH_2, [orders.ERROR], 'background')] : [];
  const state = HISTORY[stage].reduce(evaluation.evolve, evaluation.initial);
  // What a command needs besides its stage: an error to waive, a gate that was passed, seats that are assigned, a finding.
  const ready = (type: EvaluationCommand['type']): Evaluation => {
    if (state.stage === 'NEW') return state;
    if (type === 'WaiveFinding') return found.reduce(evaluation.evolve, state);
    if (type === 'AssignReviewer')
      return { ...state, task: { ...state.task, review: { ...USUAL_REVIEW, assignment: 'assigned' } } };
    if (type === 'AnswerAsExpert')
      return { ...state, experts: [{ personId: otherFirst.personId, askedBy: first.personId, answered: false }] };
    if (type === 'ReplyToRectification') return evaluation.evolve(state, rectificationOrdered());
    if (type === 'RejectRectification' || type === 'CloseRectification')
      return [rectificationOrdered(), rectificationReplied()].reduce(evaluation.evolve, state);
    const passes = [{ step: 'first', gate: 'business', by: first.personId }] as const;
    return type === 'RevokePass' && stage === 'SUBMITTED' ? { ...state, passes } : state;
  };

  it('is where its history leads', () => expect(state.stage).toBe(stage));

  for (const type of TYPES) {
    if ((STAGES_OF[type] as readonly Stage[]).includes(stage)) {
      it(`takes ${type}`, () => {
        const [fact, to] = FACT[type];
        const now = ready(type);
        const facts = evaluation.decide(ORDER[type](stage), now);
        expect(facts.map((event) => event.type).join(' ')).toBe(fact);
        expect(facts.reduce(evaluation.evolve, now).stage).toBe(to === 'same' ? stage : to);
      });
    } else {
      it(`refuses ${type}`, () =>
        given(...HISTORY[stage])
          .when(ORDER[type](stage))
          .thenRefused('evaluation.wrong-stage', { stage, allowed: STAGES_OF[type] }));
    }
  }

  it('takes no command from a role that may not give it', () => {
    const roles = [
      'unit-preparer',
      'unit-checker',
      'unit-head',
      'first-reviewer',
      'second-reviewer',
      'campaign-manager',
    ];
    for (const type of TYPES) {
      const strangers = [...roles, 'auditor', 'nobody'].filter(
        (role) => !(COMMAND_ROLES[type] as readonly string[]).includes(role),
      );
      for (const role of strangers) {
        const command = ORDER[type](stage);
        const by = { ...command.by, personId: 'stranger', role };
        expect(() => evaluation.decide({ ...command, by } as EvaluationCommand, state)).toThrow('role.not-allowed');
      }
    }
  });
});
