import type { EvaluationCommand, EvaluationEvent, RaisedFinding } from '#libs/evaluation';

type Fact<Type extends EvaluationEvent['type']> = Extract<EvaluationEvent, { type: Type }>['data'];
type Wish = Pick<EvaluationCommand, 'type' | 'data'>;

/** A fact, and for a submission what the checks in the same append found. */
export interface Recorded {
  readonly event: EvaluationEvent;
  readonly findings?: readonly RaisedFinding[];
}

/**
 * Which command a fact can only have come from. What the command carried and the fact does not tell again is what the
 * registry said at that moment: candidates of a lot, and to which units the person belonged.
 */
const COMMANDS: { readonly [Type in EvaluationEvent['type']]: (data: Fact<Type>, recorded: Recorded) => Wish } = {
  TaskIssued: (data) => ({ type: 'IssueTask', data }),
  DraftImported: ({ document, changes }) => ({ type: 'ImportDraft', data: { document, changes } }),
  DraftEdited: ({ changes }) => ({ type: 'EditDraft', data: { changes } }),
  ItemAnswered: ({ itemId, answer }) => ({ type: 'AnswerItem', data: { itemId, answer } }),
  FindingAnswered: ({ finding, answer }) => ({ type: 'AnswerFinding', data: { finding, answer } }),
  UnitChecked: ({ by: _, ...data }) => ({ type: 'CheckInUnit', data }),
  UnitSigned: ({ by: _, ...data }) => ({ type: 'SignForUnit', data }),
  EvaluationSubmitted: ({ contentHash }, { findings = [] }) => ({ type: 'Submit', data: { contentHash, findings } }),
  ChecksRun: ({ by: _, ...data }) => ({ type: 'RecordChecks', data }),
  FindingWaived: ({ findingId, reason }) => ({ type: 'WaiveFinding', data: { findingId, reason } }),
  SubmissionWithdrawn: ({ reason }) => ({ type: 'Withdraw', data: { reason } }),
  FirstReviewPassed: (data) => ({ type: 'PassFirstReview', data: passOf(data) }),
  SecondReviewPassed: (data) => ({ type: 'PassSecondReview', data: passOf(data) }),
  PassRevoked: ({ reason }) => ({ type: 'RevokePass', data: { reason } }),
  ReviewerAssigned: ({ step, gate, personId, drawn, ordered }) => {
    const from = ordered?.borrowed ? ('above' as const) : ('department' as const);
    const candidate = { personId, step, open: 0, from };
    return ordered
      ? { type: 'AssignReviewer', data: { step, ...(gate && { gate }), candidate, reason: ordered.reason } }
      : { type: 'AssignReviewers', data: { seed: drawn?.seed ?? '', candidates: [candidate] } };
  },
  ReviewerMissing: () => ({ type: 'AssignReviewers', data: { seed: '', candidates: [] } }),
  ExpertAsked: ({ personId, question }) => {
    // As what he could review the registry said; any one of its answers is enough to ask.
    const candidate = { personId, step: 'first' as const, open: 0, from: 'department' as const };
    return { type: 'AskExpert', data: { candidate, question } };
  },
  ExpertAnswered: ({ opinion }) => ({ type: 'AnswerAsExpert', data: { opinion } }),
  ReviewerRecused: ({ reason }) => ({ type: 'Recuse', data: { reason } }),
  EvaluationReturned: ({ reason, items }) => ({
    type: 'Return',
    data: { reason, items: items.map(({ id: _, ...item }) => item) },
  }),
  ScoreRecomputed: (data) => ({ type: 'RecordScore', data }),
  SampledForRecheck: ({ sampleId }) => ({ type: 'SelectForRecheck', data: { sampleId } }),
  RecheckRecorded: ({ by: _, ...data }) => ({ type: 'RecordRecheck', data }),
  EvaluationFinalized: ({ version, contentHash, note }) => ({
    type: 'Finalize',
    data: { version, contentHash, ...(note !== undefined && { note }) },
  }),
  RectificationOrdered: ({ basis, dueOn, findings }) => ({
    type: 'OrderRectification',
    data: { basis, dueOn, findings: findings.map(({ id: _, ...finding }) => finding) },
  }),
  RectificationReplied: ({ by: _, ...data }) => ({ type: 'ReplyToRectification', data }),
  RectificationRejected: ({ by: _, ...data }) => ({ type: 'RejectRectification', data }),
  RectificationClosed: ({ by: _, ...data }) => ({ type: 'CloseRectification', data }),
  // What the checks found then the fact does not tell again; that the content is the approved one, the rules ask anew.
  EvaluationPublished: ({ by: _, ...data }) => ({ type: 'Publish', data: { ...data, personalData: [] } }),
  PublicationCorrected: ({ by: _, ...data }) => ({ type: 'CorrectPublication', data }),
  EvaluationArchived: ({ by: _, ...data }) => ({ type: 'Archive', data }),
};

/** The command that the fact came from, without who gave it. */
export function wishOf(recorded: Recorded): Wish {
  const { type, data } = recorded.event;
  // COMMANDS gives each fact a command from data of its own type; the compiler cannot see that the two keys are the same.
  return (COMMANDS[type] as (data: unknown, recorded: Recorded) => Wish)(data, recorded);
}

/** Whether an event's type is one of an evaluation's. */
export const isOfEvaluation = (type: string): type is EvaluationEvent['type'] => Object.hasOwn(COMMANDS, type);

function passOf({ version, contentHash, opinion, gate, remarks, reviewerScore }: Fact<'FirstReviewPassed'>) {
  return {
    ...{ version, contentHash, opinion },
    ...(gate !== undefined && { gate }),
    ...(remarks !== undefined && { remarks }),
    ...(reviewerScore !== undefined && { reviewerScore }),
  };
}
