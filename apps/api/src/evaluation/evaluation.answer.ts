import { ROLES } from '#libs/evaluation';
import { CommandAnswer } from '../http/answers.js';
import { Has, MapOf, Word } from '../http/told.js';
import { KINDS, SEVERITIES, TextAnswer } from '../lists/lists.answer.js';
import { STAGES } from '../lists/lists.dto.js';
import {
  AssignedSeatAnswer,
  EnclosedFileAnswer,
  ReviewRulesAnswer,
  SeatAnswer,
  SignedSeatAnswer,
} from './review.answer.js';
import { RecordedScoreAnswer } from './score.answer.js';
import { FigureAnswer, SheetAnswer } from './sheet.answer.js';

export class ProjectAnswer {
  @Has('whole') readonly number!: number;
  @Has('text') readonly name!: string;
}

/** What the unit was asked for. */
export class TaskAnswer {
  @Has('text') readonly campaignId!: string;
  @Has('text') readonly unitId!: string;
  @Has('text') readonly unitName!: string;
  @Has('text') readonly departmentId!: string;
  @Has('whole') readonly fiscalYear!: number;
  @Word('EvaluationKind', KINDS) readonly kind!: string;
  @Has('moment') readonly dueAt!: string;
  @Has(ProjectAnswer, { optional: true }) readonly project?: ProjectAnswer;
  @Has(ReviewRulesAnswer, { optional: true }) readonly review?: ReviewRulesAnswer;
}

export class ReturnedItemAnswer {
  @Has('text') readonly id!: string;
  @Has('text') readonly path!: string;
  @Has('text') readonly text!: string;
  @Has([EnclosedFileAnswer], { optional: true }) readonly attachments?: readonly EnclosedFileAnswer[];
  @Has('text', { nullable: true }) readonly answer!: string | null;
  @Has('flag') readonly fixed!: boolean;
}

export class PlaceAnswer {
  @Has('text', { description: 'JSON pointer into the sheet' }) readonly pointer!: string;
  @Has('whole', { optional: true }) readonly start?: number;
  @Has('whole', { optional: true }) readonly end?: number;
}

export class ReadFigureAnswer {
  @Has('text') readonly id!: string;
  @Has('decimal', { nullable: true }) readonly value!: string | null;
}

export class FindingReplyAnswer {
  @Has('text') readonly by!: string;
  @Has('whole') readonly version!: number;
  @Has('text') readonly text!: string;
}

export class WaiverAnswer {
  @Has('text') readonly by!: string;
  @Has('text') readonly reason!: string;
}

/** A finding of the cross-checks with what the unit answered and what the second reviewer let stand. */
export class FindingAnswer {
  @Has('text') readonly id!: string;
  @Has('text', { example: 'R05' }) readonly rule!: string;
  @Word('Severity', SEVERITIES) readonly severity!: string;
  @Has(TextAnswer) readonly title!: TextAnswer;
  @Has(TextAnswer) readonly message!: TextAnswer;
  @Has([ReadFigureAnswer], { optional: true, description: 'what was compared, while the unit drafts' })
  readonly figures?: readonly ReadFigureAnswer[];
  @Has([PlaceAnswer]) readonly at!: readonly PlaceAnswer[];
  @Has(FindingReplyAnswer, { nullable: true }) readonly answer!: FindingReplyAnswer | null;
  @Has(WaiverAnswer, { nullable: true }) readonly waiver!: WaiverAnswer | null;
  @Has('flag', { description: 'it stops the next step as it stands' }) readonly open!: boolean;
}

export class FindingsAnswer {
  @Has('whole') readonly streamVersion!: number;
  @Has([FindingAnswer]) readonly items!: readonly FindingAnswer[];
}

/** A command the person’s roles are for, and whether it may be given now. */
export class ActionAnswer {
  @Has('text', { example: 'Submit' }) readonly action!: string;
  @Has('flag') readonly allowed!: boolean;
  @Has('text', { optional: true, description: 'stable, of the refusal' }) readonly code?: string;
  @Has('text', { optional: true, example: 'E1' }) readonly rule?: string;
  @Has('text', { optional: true, description: 'why not, in the reader’s language' }) readonly reason?: string;
}

/** One evaluation as a person sees it. */
export class EvaluationAnswer {
  @Has('text') readonly id!: string;
  @Word('Stage', STAGES) readonly stage!: string;
  @Has('whole', { description: 'of the submitted content, from 1' }) readonly version!: number;
  @Has('whole', { description: 'what a command names in If-Match' }) readonly streamVersion!: number;
  @Has('text') readonly contentHash!: string;
  @Has(TaskAnswer) readonly task!: TaskAnswer;
  @Has(SheetAnswer) readonly sheet!: SheetAnswer;
  @Has([ReturnedItemAnswer]) readonly returned!: readonly ReturnedItemAnswer[];
  @Has(RecordedScoreAnswer, { nullable: true }) readonly score!: RecordedScoreAnswer | null;
  @Has([FindingAnswer]) readonly findings!: readonly FindingAnswer[];
  @Has(ReviewRulesAnswer) readonly review!: ReviewRulesAnswer;
  @Has([SignedSeatAnswer], { description: 'passes that stand' }) readonly passes!: readonly SignedSeatAnswer[];
  @Has([AssignedSeatAnswer]) readonly assigned!: readonly AssignedSeatAnswer[];
  @Has([SeatAnswer], { description: 'seats for which nobody lawful is left' }) readonly missing!: readonly SeatAnswer[];
  @Has(['text']) readonly recused!: readonly string[];
  @Has('text', { nullable: true }) readonly checkedBy!: string | null;
  @Has(['text']) readonly participants!: readonly string[];
  @MapOf('text', { description: 'name of each person' }) readonly names!: Readonly<Record<string, string>>;
  @Word('Role', ROLES, { isArray: true }) readonly myRoles!: readonly string[];
  @Has([ActionAnswer]) readonly actions!: readonly ActionAnswer[];
}

export class DocumentReadAnswer {
  @Has('text') readonly name!: string;
  @Has('text') readonly sha256!: string;
  @Has('whole') readonly characters!: number;
}

/** A second, different value for a figure: the first stands in the draft. */
export class ReadingConflictAnswer {
  @Has('text') readonly path!: string;
  @Has(FigureAnswer) readonly kept!: FigureAnswer;
  @Has(FigureAnswer) readonly other!: FigureAnswer;
}

export class NotUnderstoodAnswer {
  @Has('text') readonly text!: string;
  @Has('whole') readonly start!: number;
  @Has('whole') readonly end!: number;
  @Has('text', { example: 'unknown-label' }) readonly why!: string;
}

/** What was read from a report into the draft. */
export class ImportedAnswer extends CommandAnswer {
  @Has(DocumentReadAnswer) readonly document!: DocumentReadAnswer;
  @Has('whole') readonly fields!: number;
  @Has([ReadingConflictAnswer]) readonly conflicts!: readonly ReadingConflictAnswer[];
  @Has([NotUnderstoodAnswer]) readonly notUnderstood!: readonly NotUnderstoodAnswer[];
}
