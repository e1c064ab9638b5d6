export {
  type Campaign,
  type CampaignCommand,
  type CampaignEvent,
  type CampaignExtended,
  type CampaignPlan,
  type CampaignSchemeChanged,
  campaign,
  type EvaluationKind,
  planOf,
  type RecomputeOrdered,
  type SchemeRef,
  type TasksOrdered,
  UPCASTERS,
} from './campaign.js';
export { evaluation } from './evaluation.js';
export type {
  CheckOccasion,
  ChecksRun,
  DraftEdited,
  DraftImported,
  EvaluationEvent,
  EvaluationReturned,
  EvaluationSubmitted,
  FindingAnswered,
  FindingWaived,
  ItemAnswered,
  PassRevoked,
  RaisedFinding,
  ReturnItem,
  ReviewPassed,
  ScoreRecomputed,
  SubmissionWithdrawn,
  SystemScore,
  TaskIssued,
  UnitStep,
} from './facts.js';
export type { EvaluationCommand, Pass, Submission } from './orders.js';
export { REFUSALS, type RefusalCode, type Rule } from './refusals.js';
export { COMMAND_ROLES, isSystem, RETURN_ROLES, ROLES, type Role, SYSTEM_COMMANDS } from './roles.js';
export { type Evaluation, type Issued, type ReturnedItem, raised, STAGES_OF, type Stage } from './situation.js';
