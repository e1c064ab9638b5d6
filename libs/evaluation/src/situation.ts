import type { Sheet } from '#libs/sheet';
import type { ReturnItem, ScoreRecomputed, TaskIssued } from './facts.js';

/** Where an evaluation stands. `NEW` is before its task was issued. */
export type Stage =
  | 'NEW'
  | 'DRAFT'
  | 'UNIT_CHECKED'
  | 'UNIT_SIGNED'
  | 'SUBMITTED'
  | 'FIRST_PASSED'
  | 'APPROVED';

/** The life of an evaluation as a table that can be read aloud: from which stage which command may be given. */
export const STAGES_OF = {
  IssueTask: ['NEW'],
  ImportDraft: ['DRAFT'],
  EditDraft: ['DRAFT'],
  AnswerItem: ['DRAFT'],
  CheckInUnit: ['DRAFT'],
  SignForUnit: ['UNIT_CHECKED'],
  Submit: ['UNIT_SIGNED'],
  Withdraw: ['SUBMITTED'],
  PassFirstReview: ['SUBMITTED'],
  PassSecondReview: ['FIRST_PASSED'],
  RevokePass: ['FIRST_PASSED'],
  Return: ['UNIT_CHECKED', 'UNIT_SIGNED', 'SUBMITTED', 'FIRST_PASSED'],
  RecordScore: ['SUBMITTED', 'FIRST_PASSED'],
} as const satisfies Record<string, readonly Stage[]>;

/** One evaluation folded from its events. */
export type Evaluation = { readonly stage: 'NEW' } | Issued;

export interface Issued {
  readonly stage: Exclude<Stage, 'NEW'>;
  readonly task: TaskIssued;
  readonly sheet: Sheet;
  /** Number of the version being drafted or reviewed, from 1. */
  readonly version: number;
  /** Every natural person who ever wrote, checked, signed or submitted this matter (E1), of all versions. */
  readonly participants: readonly string[];
  /** Hash the unit's steps were given for; void as soon as a field changes. */
  readonly checkedHash: string | null;
  readonly signedHash: string | null;
  /** Hash of the submitted version while it is under review or approved. */
  readonly submittedHash: string | null;
  readonly firstReviewer: string | null;
  readonly secondReviewer: string | null;
  /** The items of the last return, with the unit's answers; empty when nothing was returned. */
  readonly returned: readonly (ReturnItem & { readonly answer: string | null; readonly fixed: boolean })[];
  readonly score: ScoreRecomputed | null;
}
