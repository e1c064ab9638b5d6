export { type Campaign, type CampaignCommand, type CampaignEvent, type CampaignOpened, campaign } from './campaign.js';
export { evaluation } from './evaluation.js';
export type {
  DraftEdited,
  DraftImported,
  EvaluationEvent,
  EvaluationReturned,
  EvaluationSubmitted,
  ItemAnswered,
  PassRevoked,
  ReturnItem,
  ReviewPassed,
  ScoreRecomputed,
  SubmissionWithdrawn,
  SystemScore,
  TaskIssued,
  UnitStep,
} from './facts.js';
export type { EvaluationCommand, Pass } from './orders.js';
export { REFUSALS, type RefusalCode, type Rule } from './refusals.js';
export { COMMAND_ROLES, isSystem, RETURN_ROLES, ROLES, type Role, SYSTEM_COMMANDS } from './roles.js';
export { type Evaluation, type Issued, type ReturnedItem, STAGES_OF, type Stage } from './situation.js';
