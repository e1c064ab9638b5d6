import { type FieldValue, GROUNDS, SURENESSES } from '#libs/sheet';
import { Has, MapOf, OneOf, Word } from '../http/told.js';

/** In a table of the document; all from 1. */
export class CellAnswer {
  @Has('whole') readonly table!: number;
  @Has('whole') readonly row!: number;
  @Has('whole') readonly column!: number;
  @Has('text', { optional: true }) readonly sheet?: string;
  @Has('text', { optional: true, example: 'B7' }) readonly at?: string;
}

/** Where a value was found in a report. */
export class FoundAtAnswer {
  @Has('text', { description: 'SHA-256 of the document’s text' }) readonly document!: string;
  @Has('whole') readonly start!: number;
  @Has('whole') readonly end!: number;
  @Has('text', { description: 'the words there' }) readonly text!: string;
  @Has(CellAnswer, { optional: true }) readonly cell?: CellAnswer;
  @Word('Sureness', SURENESSES, { optional: true }) readonly sure?: string;
  @Word('Ground', GROUNDS, { optional: true, isArray: true, description: 'what the sureness rests on' })
  readonly because?: readonly string[];
}

/** The share the report states for a figure. */
export class StatedAnswer {
  @Has('decimal') readonly percent!: string;
  @Has('text', { description: 'of which figure' }) readonly base!: string;
  @Has(FoundAtAnswer, { optional: true }) readonly source?: FoundAtAnswer;
}

/** One named amount or count; null is named and empty, which is not 0. */
export class FigureAnswer {
  @Has('decimal', { nullable: true }) readonly value!: string | null;
  @Has('text', { example: '万元' }) readonly unit!: string;
  @Has('flag', { optional: true }) readonly notApplicable?: boolean;
  @Has('text', { optional: true }) readonly label?: string;
  @Has('text', { optional: true }) readonly parent?: string;
  @Has(StatedAnswer, { optional: true }) readonly stated?: StatedAnswer;
  @Has(FoundAtAnswer, { optional: true }) readonly source?: FoundAtAnswer;
}

/** One row of the indicator table (三级指标). */
export class IndicatorAnswer {
  @Has('text') readonly level1!: string;
  @Has('text') readonly level2!: string;
  @Has('text') readonly name!: string;
  @Word('Direction', ['GTE', 'GT', 'EQ', 'LTE', 'LT', 'QUALITATIVE']) readonly direction!: string;
  @Has('text', { nullable: true }) readonly target!: string | null;
  @Has('text', { nullable: true }) readonly actual!: string | null;
  @Has('text') readonly unitOfMeasure!: string;
  @Has('decimal', { nullable: true }) readonly maxPoints!: string | null;
  @Has('decimal', { nullable: true }) readonly points!: string | null;
  @Has('text', { optional: true }) readonly deviationExplanation?: string;
  @Has('flag', { optional: true }) readonly core?: boolean;
  @Has(FoundAtAnswer, { optional: true }) readonly source?: FoundAtAnswer;
}

/** An answer to a question that a scheme asks and no figure holds. */
export class SchemeAnswerAnswer {
  @Has('text', { optional: true }) readonly choice?: string;
  @Has('decimal', { optional: true, nullable: true }) readonly value?: string | null;
  @Has('flag', { optional: true }) readonly notApplicable?: boolean;
  @MapOf('text', { optional: true, description: 'checklist: yes, no or not-applicable' })
  readonly items?: Readonly<Record<string, string>>;
  @Has('text', { optional: true }) readonly level?: string;
  @Has('decimal', { optional: true }) readonly points?: string;
  @Has('flag', { optional: true }) readonly targetTooLow?: boolean;
}

/** A file that belongs to the content, by the SHA-256 of its bytes. */
export class AttachmentAnswer {
  @Has('text') readonly name!: string;
  @Has('whole') readonly size!: number;
  @Has('text') readonly type!: string;
}

/** The structured self-evaluation: maps of fields. */
export class SheetAnswer {
  @MapOf('text') readonly head!: Readonly<Record<string, string>>;
  @MapOf(FigureAnswer) readonly figures!: Readonly<Record<string, FigureAnswer>>;
  @MapOf(IndicatorAnswer) readonly indicators!: Readonly<Record<string, IndicatorAnswer>>;
  @MapOf('text') readonly sections!: Readonly<Record<string, string>>;
  @MapOf(SchemeAnswerAnswer) readonly answers!: Readonly<Record<string, SchemeAnswerAnswer>>;
  @MapOf(AttachmentAnswer, { optional: true }) readonly attachments?: Readonly<Record<string, AttachmentAnswer>>;
}

/** What a field may hold. */
export const VALUE = ['text', FigureAnswer, IndicatorAnswer, SchemeAnswerAnswer, AttachmentAnswer] as const;

/** One changed field: its path, what stood there, what stands there now; null is absent. */
export class ChangeAnswer {
  @Has('text', { example: '/figures/BUD.TOTAL' }) readonly path!: string;
  @OneOf(VALUE, { nullable: true }) readonly before!: FieldValue | null;
  @OneOf(VALUE, { nullable: true }) readonly after!: FieldValue | null;
}

/** A version that was submitted; it never changes. */
export class SubmittedVersionAnswer {
  @Has('whole') readonly version!: number;
  @Has('text') readonly contentHash!: string;
  @Has('moment') readonly submittedAt!: string;
  @Has('text') readonly submittedBy!: string;
  @Has(SheetAnswer) readonly sheet!: SheetAnswer;
}

export class VersionDiffAnswer {
  @Has('whole') readonly from!: number;
  @Has('whole') readonly to!: number;
  @Has([ChangeAnswer]) readonly changes!: readonly ChangeAnswer[];
}
