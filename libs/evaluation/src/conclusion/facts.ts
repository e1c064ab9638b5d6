import type { Event } from '#libs/kernel';

/** What follows on an approval: recheck, final result, rectification, publication, archive. */
export type ConclusionEvent =
  | Event<'SampledForRecheck', SampledForRecheck>
  | Event<'RecheckRecorded', RecheckRecorded>
  | Event<'EvaluationFinalized', EvaluationFinalized>
  | Event<'RectificationOrdered', RectificationOrdered>
  | Event<'RectificationReplied', RectificationReplied>
  | Event<'RectificationRejected', RectificationRejected>
  | Event<'RectificationClosed', RectificationClosed>
  | Event<'EvaluationPublished', EvaluationPublished>
  | Event<'PublicationCorrected', PublicationCorrected>
  | Event<'EvaluationArchived', EvaluationArchived>;

/** 抽查: the draw of a campaign fell on it. It holds for later versions too. */
export interface SampledForRecheck {
  readonly by: string;
  readonly version: number;
  /** The draw, as the campaign's `SampleDrawn` names it. */
  readonly sampleId: string;
}

/** 复核: what a person without any part in the matter makes of the approved version. */
export interface RecheckRecorded {
  readonly by: string;
  readonly version: number;
  readonly contentHash: string;
  readonly opinion: string;
  /** Points out of 100, beside the unit's and the system's and never over them. */
  readonly recheckScore: string;
}

/** 结果审定: the result stands, with the three scores as they stood side by side. */
export interface EvaluationFinalized {
  readonly by: string;
  readonly version: number;
  readonly contentHash: string;
  readonly selfScore: string | null;
  readonly systemScore: string | null;
  readonly recheckScore: string | null;
  readonly note?: string;
}

/** One thing to set right. */
export interface OrderedFinding {
  readonly id: string;
  readonly text: string;
  /** JSON pointer of the place it speaks of, where it has one. */
  readonly path?: string;
}

/** 整改通知. */
export interface RectificationOrdered {
  readonly by: string;
  readonly version: number;
  readonly basis: string;
  /** The last day for the unit's plan, in the bureau's time zone. */
  readonly dueOn: string;
  readonly findings: readonly OrderedFinding[];
}

/** 整改反馈: what the unit did or will do about one finding. */
export interface RectificationReplied {
  readonly by: string;
  readonly findingId: string;
  readonly reply: string;
}

/** The reply does not settle the finding: it is the unit's again. */
export interface RectificationRejected {
  readonly by: string;
  readonly findingId: string;
  readonly reason: string;
}

/** 销号. */
export interface RectificationClosed {
  readonly by: string;
  readonly findingId: string;
  readonly note: string;
}

/** Where something is public, and since which day of the bureau. */
export interface Place {
  readonly place: string;
  readonly url?: string;
  readonly publishedOn: string;
}

/** 公开: the content that was approved, and no other. */
export interface EvaluationPublished extends Place {
  readonly by: string;
  readonly version: number;
  readonly contentHash: string;
  /** The day of 批复, from which the time for publication counts; absent: not known yet. */
  readonly repliedOn?: string;
}

/** 更正: says anew where the content is public, and what was wrong about the publication; the old one is kept. */
export interface PublicationCorrected extends Place {
  readonly by: string;
  readonly version: number;
  readonly contentHash: string;
  readonly reason: string;
  readonly repliedOn?: string;
}

/** 归档: from now on nothing is added. */
export interface EvaluationArchived {
  readonly by: string;
  readonly version: number;
  readonly contentHash: string;
  /** Why it was not published, where it was not (涉密). */
  readonly unpublishedReason?: string;
}
