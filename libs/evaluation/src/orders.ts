import type { Command } from '#libs/kernel';
import type { Change } from '#libs/sheet';
import type { Candidate } from './assignment.js';
import type { ConclusionCommand } from './conclusion/orders.js';
import type {
  ChecksRun,
  DraftImported,
  RaisedFinding,
  Remark,
  ReturnItem,
  ScoreRecomputed,
  TaskIssued,
} from './facts.js';
import type { Gate, ReviewStep } from './review-rules.js';

/** What can be asked of an evaluation. Who asks and when stand beside the data in `by` and `at`. */
export type EvaluationCommand =
  | Command<'IssueTask', TaskIssued>
  | Command<'ImportDraft', Omit<DraftImported, 'by'>>
  | Command<'EditDraft', { readonly changes: readonly Change[] }>
  | Command<'AnswerItem', { readonly itemId: string; readonly answer: string }>
  | Command<'CheckInUnit', { readonly contentHash: string; readonly comment?: string }>
  | Command<'SignForUnit', { readonly contentHash: string; readonly comment?: string }>
  | Command<'AnswerFinding', { readonly finding: RaisedFinding; readonly answer: string }>
  | Command<'Submit', Submission>
  | Command<'Withdraw', { readonly reason: string }>
  | Command<'PassFirstReview', Pass>
  | Command<'PassSecondReview', Pass>
  | Command<'WaiveFinding', { readonly findingId: string; readonly reason: string }>
  | Command<'RecordChecks', Omit<ChecksRun, 'by'>>
  | Command<'RevokePass', { readonly reason: string }>
  | Command<'AssignReviewers', { readonly seed: string; readonly candidates: readonly Candidate[] }>
  | Command<'AssignReviewer', AssignmentOrder>
  | Command<'Recuse', { readonly reason: string }>
  | Command<'AskExpert', { readonly candidate: Candidate; readonly question: string }>
  | Command<'AnswerAsExpert', { readonly opinion: string }>
  | Command<'Return', { readonly reason: string; readonly items: readonly Omit<ReturnItem, 'id'>[] }>
  | Command<'RecordScore', ScoreRecomputed>
  | ConclusionCommand;

/** A pass names exactly what was read: version and content hash (E3), and carries an opinion of the person's own. */
export interface Pass {
  readonly version: number;
  readonly contentHash: string;
  readonly opinion: string;
  readonly gate?: Gate;
  readonly remarks?: readonly Remark[];
  /** Points out of 100 that the reviewer would give, as a decimal string. */
  readonly reviewerScore?: string;
}

/** A manager gives a seat to a person (转办), also one of the bureau above (借调). */
export interface AssignmentOrder {
  readonly step: ReviewStep;
  readonly gate?: Gate;
  /** The person as the registry knows him now. */
  readonly candidate: Candidate;
  readonly reason: string;
}

/** A submission comes with what the cross-checks find in exactly this content. */
export interface Submission {
  readonly contentHash: string;
  readonly findings: readonly RaisedFinding[];
}
