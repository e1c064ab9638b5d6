import type { Event, Text } from '#libs/kernel';
import type { Attachment, Change } from '#libs/sheet';
import type { Excluded } from './assignment.js';
import type { ConclusionEvent } from './conclusion/facts.js';
import type { Gate, ReviewRules, ReviewStep } from './review-rules.js';

/**
 * The life of one evaluation (自评) as facts. `version` is the number of the submitted content, from 1; a return or a
 * withdrawal starts the next one. Persons stand in the envelope's actor; `by` repeats the person where a rule reads it.
 */
export type EvaluationEvent =
  | Event<'TaskIssued', TaskIssued>
  | Event<'DraftImported', DraftImported>
  | Event<'DraftEdited', DraftEdited>
  | Event<'ItemAnswered', ItemAnswered>
  | Event<'FindingAnswered', FindingAnswered>
  | Event<'UnitChecked', UnitStep>
  | Event<'UnitSigned', UnitStep>
  | Event<'EvaluationSubmitted', EvaluationSubmitted>
  | Event<'ChecksRun', ChecksRun>
  | Event<'FindingWaived', FindingWaived>
  | Event<'SubmissionWithdrawn', SubmissionWithdrawn>
  | Event<'FirstReviewPassed', ReviewPassed>
  | Event<'SecondReviewPassed', ReviewPassed>
  | Event<'PassRevoked', PassRevoked>
  | Event<'ReviewerAssigned', ReviewerAssigned>
  | Event<'ReviewerMissing', ReviewerMissing>
  | Event<'ReviewerRecused', ReviewerRecused>
  | Event<'ExpertAsked', ExpertAsked>
  | Event<'ExpertAnswered', ExpertAnswered>
  | Event<'EvaluationReturned', EvaluationReturned>
  | Event<'ScoreRecomputed', ScoreRecomputed>
  | ConclusionEvent;

/** A task of a campaign was issued to a unit (任务布置). */
export interface TaskIssued {
  readonly campaignId: string;
  readonly unitId: string;
  readonly unitName: string;
  /** The supervising department (主管部门) that reviews; its own report is reviewed elsewhere (E8). */
  readonly departmentId: string;
  readonly fiscalYear: number;
  readonly kind: 'whole-unit' | 'project';
  /** The project that a report of that kind is about. */
  readonly project?: { readonly number: number; readonly name: string };
  /** ISO 8601, UTC: the end of the window. */
  readonly dueAt: string;
  /** How it is reviewed; the usual way where it is not said. */
  readonly review?: ReviewRules;
}

/** A document was read into the draft (导入); each change carries its source in the text. */
export interface DraftImported {
  readonly by: string;
  readonly document: { readonly name: string; readonly sha256: string; readonly characters: number };
  readonly changes: readonly Change[];
}

/** Fields of the draft were changed, with what stood there before and after. */
export interface DraftEdited {
  readonly by: string;
  readonly changes: readonly Change[];
}

/** The unit's answer to one item of a return. */
export interface ItemAnswered {
  readonly by: string;
  readonly itemId: string;
  readonly answer: string;
}

/** The unit's answer to a finding of the cross-checks, for the version it was given in. */
export interface FindingAnswered {
  readonly by: string;
  readonly version: number;
  readonly finding: RaisedFinding;
  readonly answer: string;
}

/**
 * A cross-check (勾稽校验) that stands against a content. BLOCK stops submission, ERROR stops a pass until the second
 * reviewer waives it, WARN wants the unit's answer, INFO is shown. The id changes with what was found.
 */
export interface RaisedFinding {
  readonly id: string;
  readonly rule: string;
  readonly severity: 'BLOCK' | 'ERROR' | 'WARN' | 'INFO';
  readonly message: Text;
  /** JSON pointers into the sheet. */
  readonly at: readonly string[];
}

/** When cross-checks ran: with the submission, or later because they compare with other reports. */
export type CheckOccasion = 'submission' | 'background';

/** The cross-checks of one version; a later run of the same occasion replaces its findings. */
export interface ChecksRun {
  readonly by: string;
  readonly version: number;
  readonly contentHash: string;
  readonly occasion: CheckOccasion;
  readonly findings: readonly RaisedFinding[];
}

/** An ERROR that the second reviewer lets stand, in writing, for one version (E6). */
export interface FindingWaived {
  readonly by: string;
  readonly version: number;
  readonly findingId: string;
  readonly rule: string;
  readonly reason: string;
  /** For whom the seat was taken (E9): he gives this version no first pass either. */
  readonly onBehalfOf?: string;
}

/** 单位内部审核 or 单位负责人签字, bound to the content it was given for. */
export interface UnitStep {
  readonly by: string;
  readonly contentHash: string;
  readonly comment?: string;
}

/** 送审: the draft became immutable version `version`. */
export interface EvaluationSubmitted {
  readonly by: string;
  readonly version: number;
  /** SHA-256 of the sheet's canonical JSON, hex. */
  readonly contentHash: string;
}

/** 取消送审 by the unit, while nobody has acted (E11). */
export interface SubmissionWithdrawn {
  readonly by: string;
  readonly version: number;
  readonly reason: string;
}

/** 初审通过 or 复审通过: one natural person's signature under one version and its hash (E3). */
export interface ReviewPassed {
  readonly by: string;
  readonly version: number;
  readonly contentHash: string;
  readonly opinion: string;
  /** The gate passed, where the step has gates. */
  readonly gate?: Gate;
  /** Gates of the step that are still open after this pass; absent: the step is complete. */
  readonly openGates?: readonly Gate[];
  /** What the reviewer notes at single places, and the points the reviewer would give: beside the unit's, never over them. */
  readonly remarks?: readonly Remark[];
  readonly reviewerScore?: string;
  /** For whom the seat was taken (E9); the signature is `by`’s. */
  readonly onBehalfOf?: string;
  /** In a blind review nobody but the giver reads opinion, remarks and score until the version is decided or returned. */
  readonly sealed?: true;
}

/** A reviewer's note at one place, which does not stop the report. */
export interface Remark {
  /** JSON pointer of the field it speaks of. */
  readonly path: string;
  /** The passage it speaks of, as it stands there; absent: the field as a whole. */
  readonly quote?: string;
  readonly severity: 'note' | 'minor' | 'major';
  readonly text: string;
  readonly attachments?: readonly EnclosedFile[];
}

/** A file that a reviewer encloses with what he says: its bytes lie where attachments do, under their hash. */
export interface EnclosedFile extends Attachment {
  /** SHA-256 of the bytes, hex. */
  readonly hash: string;
}

/** 取消审核: the first reviewer took back the own pass before the second acted (E11). */
export interface PassRevoked {
  readonly by: string;
  readonly version: number;
  readonly reason: string;
  /** Which pass it was; absent in the first events: the first review's. */
  readonly step?: ReviewStep;
  readonly gate?: Gate;
}

/** 分派: a person was given a seat of the review, by lot among the least burdened or by a manager's order (转办, 借调). */
export interface ReviewerAssigned {
  readonly by: string;
  readonly version: number;
  readonly step: ReviewStep;
  readonly gate?: Gate;
  readonly personId: string;
  /** By lot: anybody can draw again from the seed and who was lawful. */
  readonly drawn?: {
    readonly seed: string;
    readonly lawful: readonly { readonly personId: string; readonly open: number }[];
    readonly excluded: readonly Excluded[];
  };
  /** By order: why, and who had it before. */
  readonly ordered?: { readonly reason: string; readonly before: string | null; readonly borrowed: boolean };
}

/** No lawful person is left for a seat: an alarm, never a waiver. */
export interface ReviewerMissing {
  readonly by: string;
  readonly version: number;
  readonly step: ReviewStep;
  readonly gate?: Gate;
  readonly excluded: readonly Excluded[];
  /** How many of the bureau above could be borrowed. */
  readonly borrowable: number;
}

/** 回避: a reviewer stepped back from the matter, for all its versions. */
export interface ReviewerRecused {
  readonly by: string;
  readonly version: number;
  readonly reason: string;
}

/** 加签: a reviewer asked an expert about the version; no pass is given before the answer. */
export interface ExpertAsked {
  readonly by: string;
  readonly version: number;
  readonly personId: string;
  readonly question: string;
}

/** What the expert thinks; it advises, and signs nothing. */
export interface ExpertAnswered {
  readonly by: string;
  readonly version: number;
  readonly opinion: string;
}

/** 退回 to the unit; from a review or a recheck it ends the version. */
export interface EvaluationReturned {
  readonly by: string;
  readonly from: 'unit-check' | 'unit-sign-off' | 'first-review' | 'second-review' | 'recheck';
  /** The version returned; for a return inside the unit, the version being drafted. */
  readonly version: number;
  readonly reason: string;
  readonly items: readonly ReturnItem[];
}

/** One located finding of a return (E5). */
export interface ReturnItem {
  readonly id: string;
  /** JSON pointer of the field it speaks of, such as `/figures/EXP.BASIC`. */
  readonly path: string;
  readonly text: string;
  readonly attachments?: readonly EnclosedFile[];
}

/** The system's own computation for one version; never merged with the unit's score. */
export interface ScoreRecomputed {
  readonly version: number;
  readonly scheme: { readonly id: string; readonly version: string; readonly hash?: string };
  /** SHA-256 over scheme and sheet, hex: equal inputs are not computed twice. */
  readonly inputHash: string;
  readonly score: SystemScore;
}

/** Points where they can be computed, and what is missing where they cannot. */
export interface SystemScore {
  readonly indicators: readonly {
    readonly id: string;
    readonly name: string;
    readonly maxPoints: string;
    /** Decimal string, or null when `missing` names what is not given. */
    readonly points: string | null;
    readonly explanation: string;
    readonly missing: readonly string[];
  }[];
  /** Sum over what is computable; null when nothing is. */
  readonly total: string | null;
}
