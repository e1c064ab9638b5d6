import type { Sheet } from '#libs/sheet';
import type {
  CheckOccasion,
  FindingAnswered,
  FindingWaived,
  RaisedFinding,
  ReturnItem,
  ScoreRecomputed,
  TaskIssued,
} from './facts.js';

/** Where an evaluation stands. `NEW` is before its task was issued. */
export type Stage = 'NEW' | 'DRAFT' | 'UNIT_CHECKED' | 'UNIT_SIGNED' | 'SUBMITTED' | 'FIRST_PASSED' | 'APPROVED';

/** The life of an evaluation as a table that can be read aloud: from which stage which command may be given. */
export const STAGES_OF = {
  IssueTask: ['NEW'],
  ImportDraft: ['DRAFT'],
  EditDraft: ['DRAFT'],
  AnswerItem: ['DRAFT'],
  AnswerFinding: ['DRAFT'],
  CheckInUnit: ['DRAFT'],
  SignForUnit: ['UNIT_CHECKED'],
  Submit: ['UNIT_SIGNED'],
  Withdraw: ['SUBMITTED'],
  PassFirstReview: ['SUBMITTED'],
  PassSecondReview: ['FIRST_PASSED'],
  WaiveFinding: ['SUBMITTED', 'FIRST_PASSED'],
  RevokePass: ['FIRST_PASSED'],
  Return: ['UNIT_CHECKED', 'UNIT_SIGNED', 'SUBMITTED', 'FIRST_PASSED'],
  RecordChecks: ['SUBMITTED', 'FIRST_PASSED'],
  RecordScore: ['SUBMITTED', 'FIRST_PASSED', 'APPROVED'],
} as const satisfies Record<string, readonly Stage[]>;

/** One evaluation folded from its events. */
export type Evaluation = { readonly stage: 'NEW' } | Issued;

export interface Issued {
  readonly stage: Exclude<Stage, 'NEW'>;
  readonly task: TaskIssued;
  readonly sheet: Sheet;
  /** Number of the version being drafted or reviewed, from 1. */
  readonly version: number;
  /** Every natural person who ever acted for the unit in this matter: wrote, checked, signed, submitted … (E1). */
  readonly participants: readonly string[];
  /** Those of the participants who wrote: imported, edited or answered, in any version. They neither check nor sign. */
  readonly writers: readonly string[];
  /** Who checked the content as it stands, and the hash that was checked; void as soon as a field changes. */
  readonly checkedBy: string | null;
  readonly checkedHash: string | null;
  readonly signedHash: string | null;
  /** Hash of the submitted version while it is under review or approved. */
  readonly submittedHash: string | null;
  readonly firstReviewer: string | null;
  readonly secondReviewer: string | null;
  /** Everyone who ever gave this version the first pass, also when it was revoked since (E2, E11). */
  readonly firstPassesBy: readonly string[];
  /** What the unit has to settle: the items of the last review's return and of returns inside the unit since. */
  readonly returned: readonly ReturnedItem[];
  /** What the cross-checks found in the submitted version, by the occasion on which they ran. */
  readonly findings: Readonly<Record<CheckOccasion, readonly RaisedFinding[]>>;
  /** What the unit said to findings, and what the second reviewer let stand: in any version, the newest last. */
  readonly findingAnswers: readonly FindingAnswered[];
  readonly waivers: readonly FindingWaived[];
  readonly score: ScoreRecomputed | null;
}

/** All findings against the version under review. */
export function raised({ findings }: Issued): readonly RaisedFinding[] {
  return [...findings.submission, ...findings.background];
}

/** An item of a return: settled when it has an answer, or when a field at or below its path changed since. */
export interface ReturnedItem extends ReturnItem {
  readonly answer: string | null;
  readonly fixed: boolean;
}
