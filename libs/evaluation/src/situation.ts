import type { Sheet } from '#libs/sheet';
import type { Conclusion } from './conclusion/standing.js';
import type {
  CheckOccasion,
  FindingAnswered,
  FindingWaived,
  RaisedFinding,
  ReturnItem,
  ScoreRecomputed,
  TaskIssued,
} from './facts.js';
import { type ReviewRules, type ReviewStep, type Seat, USUAL_REVIEW } from './review-rules.js';

/** Where an evaluation stands. `NEW` is before its task was issued. */
export type Stage = 'NEW' | 'DRAFT' | 'UNIT_CHECKED' | 'UNIT_SIGNED' | 'SUBMITTED' | 'FIRST_PASSED' | DecidedStage;

/** Stages of a version that two persons approved. */
export const DECIDED = ['APPROVED', 'SAMPLED', 'RECHECKED', 'FINAL', 'PUBLISHED', 'ARCHIVED'] as const;
export type DecidedStage = (typeof DECIDED)[number];

/** Whether the version is approved. */
export const isDecided = (stage: Stage): stage is DecidedStage => (DECIDED as readonly Stage[]).includes(stage);

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
  RevokePass: ['SUBMITTED', 'FIRST_PASSED'],
  AssignReviewers: ['SUBMITTED', 'FIRST_PASSED'],
  AssignReviewer: ['SUBMITTED', 'FIRST_PASSED'],
  Recuse: ['SUBMITTED', 'FIRST_PASSED'],
  AskExpert: ['SUBMITTED', 'FIRST_PASSED'],
  AnswerAsExpert: ['SUBMITTED', 'FIRST_PASSED'],
  Return: ['UNIT_CHECKED', 'UNIT_SIGNED', 'SUBMITTED', 'FIRST_PASSED', 'SAMPLED'],
  RecordChecks: ['SUBMITTED', 'FIRST_PASSED'],
  RecordScore: ['SUBMITTED', 'FIRST_PASSED', 'APPROVED', 'SAMPLED', 'RECHECKED', 'FINAL'],
  SelectForRecheck: ['APPROVED'],
  RecordRecheck: ['SAMPLED'],
  Finalize: ['APPROVED', 'RECHECKED'],
  OrderRectification: ['FINAL', 'PUBLISHED'],
  ReplyToRectification: ['FINAL', 'PUBLISHED'],
  RejectRectification: ['FINAL', 'PUBLISHED'],
  CloseRectification: ['FINAL', 'PUBLISHED'],
  Publish: ['FINAL'],
  CorrectPublication: ['PUBLISHED'],
  Archive: ['FINAL', 'PUBLISHED'],
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
  /** Every natural person who did anything in it before its approval, in whatever role: of them nobody rechecks. */
  readonly involved: readonly string[];
  /** Those of the participants who wrote: imported, edited or answered, in any version. They neither check nor sign. */
  readonly writers: readonly string[];
  /** Who checked the content as it stands, and the hash that was checked; void as soon as a field changes. */
  readonly checkedBy: string | null;
  readonly checkedHash: string | null;
  readonly signedHash: string | null;
  /** Hash of the submitted version while it is under review, approved, or what follows on that. */
  readonly submittedHash: string | null;
  /** The passes that stand under this version, in the order in which they were given. */
  readonly passes: readonly SignedSeat[];
  /** Every pass ever given under this version, also when it was revoked since (E2, E7, E11). */
  readonly seatsTaken: readonly SignedSeat[];
  /** Who was given which seat; it is his in the next version too. */
  readonly assigned: readonly AssignedSeat[];
  /** Seats of this version for which no lawful person is left. */
  readonly missing: readonly Seat[];
  /** Who was asked about this version (加签), and whether he answered. */
  readonly experts: readonly { readonly personId: string; readonly askedBy: string; readonly answered: boolean }[];
  /** Reviewers who stepped back from the matter (回避), for all versions. */
  readonly recused: readonly string[];
  /** What the unit has to settle: the items of the last review's return and of returns inside the unit since. */
  readonly returned: readonly ReturnedItem[];
  /** What the cross-checks found in the submitted version, by the occasion on which they ran. */
  readonly findings: Readonly<Record<CheckOccasion, readonly RaisedFinding[]>>;
  /** What the unit said to findings, and what the second reviewer let stand: in any version, the newest last. */
  readonly findingAnswers: readonly FindingAnswered[];
  readonly waivers: readonly FindingWaived[];
  readonly score: ScoreRecomputed | null;
  /** What followed on the approval. */
  readonly conclusion: Conclusion;
}

/** A seat and the person who signed in it. */
export interface SignedSeat extends Seat {
  readonly by: string;
}

export interface AssignedSeat extends Seat {
  readonly personId: string;
}

/** How this evaluation is reviewed. */
export const rulesOf = ({ task }: Pick<Issued, 'task'>): ReviewRules => task.review ?? USUAL_REVIEW;

/** Who passed a step of this version, in the order of passing. */
export const reviewersOf = ({ passes }: Pick<Issued, 'passes'>, step: ReviewStep): readonly string[] =>
  passes.filter((pass) => pass.step === step).map(({ by }) => by);

/** All findings against the version under review. */
export function raised({ findings }: Issued): readonly RaisedFinding[] {
  return [...findings.submission, ...findings.background];
}

/** An item of a return: settled when it has an answer, or when a field at or below its path changed since. */
export interface ReturnedItem extends ReturnItem {
  readonly answer: string | null;
  readonly fixed: boolean;
}
