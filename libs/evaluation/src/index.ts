export type { Candidate, Excluded } from './assignment.js';
export {
  type Campaign,
  type CampaignCommand,
  type CampaignEvent,
  type CampaignExtended,
  type CampaignPlan,
  type CampaignSchemeChanged,
  campaign,
  type EvaluationKind,
  feedbackLimitOf,
  planOf,
  type ReadingOrdered,
  type RecomputeOrdered,
  reviewLimitOf,
  type SchemeRef,
  type TasksOrdered,
  UPCASTERS,
} from './campaign.js';
export type {
  ConclusionEvent,
  EvaluationArchived,
  EvaluationFinalized,
  EvaluationPublished,
  OrderedFinding,
  PublicationCorrected,
  RecheckRecorded,
  RectificationClosed,
  RectificationOrdered,
  RectificationRejected,
  RectificationReplied,
  SampledForRecheck,
} from './conclusion/facts.js';
export { involvedBy } from './conclusion/involved.js';
export type { ConclusionCommand } from './conclusion/orders.js';
export { type SampleDrawn, type SampleRule, type Stratum, sampleOf } from './conclusion/sampling.js';
export { type Conclusion, type RectificationFinding, rectifyBy } from './conclusion/standing.js';
export {
  type DelegationCommand,
  type DelegationEnded,
  type DelegationEvent,
  type DelegationGranted,
  type Delegations,
  delegating,
} from './delegating.js';
export { evaluation } from './evaluation.js';
export type {
  CheckOccasion,
  ChecksRun,
  DraftEdited,
  DraftImported,
  EnclosedFile,
  EvaluationEvent,
  EvaluationReturned,
  EvaluationSubmitted,
  FindingAnswered,
  FindingWaived,
  ItemAnswered,
  PassRevoked,
  RaisedFinding,
  Remark,
  ReturnItem,
  ReviewerAssigned,
  ReviewerMissing,
  ReviewerRecused,
  ReviewPassed,
  ScoreRecomputed,
  SubmissionWithdrawn,
  SystemScore,
  TaskIssued,
  UnitStep,
} from './facts.js';
export type { AssignmentOrder, EvaluationCommand, Pass, Submission } from './orders.js';
export { REFUSALS, type RefusalCode, type Rule } from './refusals.js';
export { type ReminderCommand, type ReminderEvent, type ReminderSent, type Reminders, reminding } from './reminding.js';
export { representedIn } from './representing.js';
export {
  GATES,
  type Gate,
  type ReviewRules,
  type ReviewStep,
  type Seat,
  seatsOf,
  USUAL_REVIEW,
} from './review-rules.js';
export { type AnsweredItem, type Dated, enclosedFor, type Review, reviewsFor, unseals } from './reviews.js';
export {
  COMMAND_ROLES,
  isOffice,
  isSystem,
  OFFICES,
  type Office,
  RETURN_ROLES,
  ROLES,
  type Role,
  SYSTEM_COMMANDS,
} from './roles.js';
export {
  DECIDED,
  type DecidedStage,
  type Evaluation,
  type Issued,
  isDecided,
  type ReturnedItem,
  raised,
  reviewersOf,
  rulesOf,
  type SignedSeat,
  STAGES_OF,
  type Stage,
} from './situation.js';
export { type Step, type Turn, turnOf } from './turn.js';
