import { ROLES } from '#libs/evaluation';
import { INFORMING_KINDS } from '#libs/notices';
import { Has, Word } from '../http/told.js';
import { STAGES } from './lists.dto.js';

export const KINDS = ['whole-unit', 'project'] as const;
export const SEVERITIES = ['BLOCK', 'ERROR', 'WARN', 'INFO'] as const;

/** The same in both languages of the interface. */
export class TextAnswer {
  @Has('text') readonly zh!: string;
  @Has('text') readonly en!: string;
}

/** One line of a list: where an evaluation stands, who has it, and since when. */
export class EvaluationRowAnswer {
  @Has('text', { example: '431225-117003-2021-unit' }) readonly id!: string;
  @Has('text') readonly campaignId!: string;
  @Has('text') readonly unitId!: string;
  @Has('text') readonly unitName!: string;
  @Has('text') readonly departmentId!: string;
  @Has('whole') readonly fiscalYear!: number;
  @Word('EvaluationKind', KINDS) readonly kind!: string;
  @Has('moment', { description: 'end of the unit’s window; under review that of the review' }) readonly dueAt!: string;
  @Has('flag') readonly overdue!: boolean;
  @Word('Stage', STAGES) readonly stage!: string;
  @Has('whole') readonly version!: number;
  @Word('Role', ROLES, { isArray: true, description: 'whose turn it is; empty: decided' })
  readonly waitingFor!: readonly string[];
  @Has('moment', { description: 'since when they have it' }) readonly waitingSince!: string;
  @Has('text', { nullable: true }) readonly firstReviewer!: string | null;
  @Has('text', { nullable: true }) readonly secondReviewer!: string | null;
  @Has('decimal', { nullable: true }) readonly selfScore!: string | null;
  @Has('decimal', { nullable: true }) readonly systemScore!: string | null;
  @Has('decimal', { nullable: true, description: 'what a recheck gave' }) readonly recheckScore!: string | null;
  @Has('whole', { description: 'findings of a rectification that are not closed' })
  readonly openRectifications!: number;
  @Has('day', { nullable: true, description: 'last day of the nearest of them' }) readonly rectifyBy!: string | null;
  @Has('day', { nullable: true, description: 'since when it is public' }) readonly publishedOn!: string | null;
  @Has('flag', { description: 'no lawful person is left for a seat of its review' })
  readonly reviewerMissing!: boolean;
  @Has('whole', { description: 'errors that stand against the version under review and that nobody let stand' })
  readonly openErrors!: number;
}

/** 已办, 我发起的: the row, and what this person did last. */
export class ActedRowAnswer extends EvaluationRowAnswer {
  @Has('text', { description: 'type of event', example: 'EvaluationSubmitted' }) readonly lastType!: string;
  @Has('moment') readonly lastAt!: string;
}

/** 抄送我的: the row, and the last notice that informed of it. */
export class CopiedRowAnswer extends EvaluationRowAnswer {
  @Has('whole', { description: 'of the notice, to mark it as read' }) readonly noticeId!: number;
  @Word('InformingKind', INFORMING_KINDS) readonly noticeKind!: string;
  @Has('moment') readonly noticedAt!: string;
  @Has('moment', { nullable: true, description: 'null: the notice is unread' }) readonly readAt!: string | null;
}

export class FindingRowAnswer {
  @Has('text') readonly evaluationId!: string;
  @Has('text') readonly unitName!: string;
  @Has('text') readonly campaignId!: string;
  @Has('text') readonly findingId!: string;
  @Has('text', { example: 'R05' }) readonly rule!: string;
  @Word('Severity', SEVERITIES) readonly severity!: string;
  @Has(TextAnswer) readonly message!: TextAnswer;
  @Has(['text'], { description: 'JSON pointers into the sheet' }) readonly at!: readonly string[];
  @Has('text', { nullable: true }) readonly waivedBy!: string | null;
  @Has('text', { nullable: true }) readonly waivedReason!: string | null;
}

export class NotificationAnswer {
  @Has('whole') readonly id!: number;
  @Has('text', { example: 'second-review-due' }) readonly kind!: string;
  @Has('text') readonly evaluationId!: string;
  @Has('text') readonly unitName!: string;
  @Has('moment') readonly createdAt!: string;
  @Has('moment', { nullable: true }) readonly readAt!: string | null;
}

export class MarkedAnswer {
  @Has('whole') readonly marked!: number;
}

/** One event of the log, as a list shows it. */
export class TrailRowAnswer {
  @Has('whole') readonly position!: number;
  @Has('moment') readonly recordedAt!: string;
  @Has('text') readonly stream!: string;
  @Has('whole') readonly version!: number;
  @Has('text', { example: 'EvaluationSubmitted' }) readonly type!: string;
  @Has('text') readonly personId!: string;
  @Has('text', { nullable: true }) readonly personName!: string | null;
  @Has('text') readonly accountId!: string;
  @Has('text') readonly role!: string;
  @Has('text', { nullable: true }) readonly onBehalfOf!: string | null;
  @Has('text', { nullable: true }) readonly evaluationId!: string | null;
  @Has('text', { nullable: true }) readonly unitId!: string | null;
  @Has('text', { nullable: true }) readonly unitName!: string | null;
  @Has('flag') readonly refused!: boolean;
  @Has('text', { description: 'the request it came from' }) readonly correlationId!: string;
  @Has('anything', { nullable: true, description: 'what happened; null: erased by order' }) readonly data!: unknown;
  @Has('whole', { nullable: true, description: 'position of the confirmation that erased its words' })
  readonly erasedBy!: number | null;
}
