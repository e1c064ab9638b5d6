import { Has, Word } from '../http/told.js';
import { TextAnswer } from '../lists/lists.answer.js';

export class SchemeRefAnswer {
  @Has('text', { example: 'hunan-whole-unit-A' }) readonly id!: string;
  @Has('text', { example: '1' }) readonly version!: string;
  @Has('text', { optional: true }) readonly hash?: string;
}

export class GradedAnswer {
  @Has('text', { example: '优' }) readonly grade!: string;
  @Has('text') readonly code!: string;
}

/** What the source asks for, in short; `mark` has to be shown: that source was not read. */
export class ClauseAnswer {
  @Has('text') readonly text!: string;
  @Has('text') readonly source!: string;
  @Has(TextAnswer, { nullable: true }) readonly mark!: TextAnswer | null;
}

export class ChoiceOfInputAnswer {
  @Has('text') readonly id!: string;
  @Has('text') readonly option!: string;
  @Has('text') readonly label!: string;
}

/** A name of a formula with what stood for it. */
export class InputAnswer {
  @Has('text') readonly name!: string;
  @Has('decimal', { nullable: true, description: 'null: missing or not applicable' }) readonly value!: string | null;
  @Has('text', { optional: true, description: 'JSON pointer into the sheet' }) readonly pointer?: string;
  @Has('text', { optional: true }) readonly fact?: string;
  @Has('text', { optional: true, description: 'the numbers it was computed from' }) readonly worked?: string;
  @Has(ChoiceOfInputAnswer, { optional: true }) readonly choice?: ChoiceOfInputAnswer;
  @Has('text', { optional: true, description: 'said aloud because nobody gave the value' })
  readonly assumption?: string;
}

export class MissingAnswer {
  @Has('text') readonly what!: string;
  @Word('MissingWhy', ['absent', 'empty', 'unreadable', 'zero-base', 'unanswered', 'invalid', 'unpublished'])
  readonly why!: string;
  @Has('text', { optional: true, description: 'JSON pointer into the sheet' }) readonly pointer?: string;
  @Has('text', { optional: true }) readonly fact?: string;
  @Has(TextAnswer) readonly text!: TextAnswer;
}

/** The same indicator under one of the readings (口径) that could be chosen. */
export class AlternativeAnswer {
  @Has('text') readonly choice!: string;
  @Has('text') readonly option!: string;
  @Has('text') readonly label!: string;
  @Has('flag') readonly chosen!: boolean;
  @Has('text', { nullable: true }) readonly value!: string | null;
  @Has('decimal', { nullable: true }) readonly points!: string | null;
}

/** One indicator: its points with their reason, or what is missing. */
export class ScoredAnswer {
  @Has('text') readonly id!: string;
  @Has('text') readonly name!: string;
  @Has(['text']) readonly path!: readonly string[];
  @Has('decimal') readonly maxPoints!: string;
  @Word('ScoredState', ['computed', 'not-computable', 'not-applicable']) readonly state!: string;
  @Has('decimal', { nullable: true, description: 'null: not computable or not applicable; never 0' })
  readonly points!: string | null;
  @Has('decimal') readonly atMost!: string;
  @Has('text', { nullable: true }) readonly value!: string | null;
  @Has('text', { nullable: true }) readonly unit!: string | null;
  @Has('text', { nullable: true, description: 'the formula in names' }) readonly formula!: string | null;
  @Has('text', { nullable: true, description: 'and with the numbers put in' }) readonly worked!: string | null;
  @Has(TextAnswer, { nullable: true }) readonly applied!: TextAnswer | null;
  @Has(ClauseAnswer) readonly clause!: ClauseAnswer;
  @Has([InputAnswer]) readonly inputs!: readonly InputAnswer[];
  @Has([MissingAnswer]) readonly missing!: readonly MissingAnswer[];
  @Has([AlternativeAnswer]) readonly alternatives!: readonly AlternativeAnswer[];
  @Has([TextAnswer]) readonly notes!: readonly TextAnswer[];
}

export class ComputableAnswer {
  @Has('decimal') readonly points!: string;
  @Has('decimal') readonly maxPoints!: string;
}

export class RescaledAnswer {
  @Has('decimal') readonly of!: string;
  @Has('text') readonly worked!: string;
}

export class CapAnswer {
  @Has('decimal', { nullable: true }) readonly rate!: string | null;
  @Has('text') readonly worked!: string;
  @Has('decimal', { nullable: true }) readonly atMost!: string | null;
  @Has(ClauseAnswer) readonly clause!: ClauseAnswer;
  @Has([MissingAnswer]) readonly missing!: readonly MissingAnswer[];
}

export class ClaimAnswer {
  @Has('text') readonly claimed!: string;
  @Word('Verdict', ['reproduced', 'possible', 'not-reproducible', 'unreadable']) readonly verdict!: string;
  @Has(TextAnswer) readonly text!: TextAnswer;
}

/** What a scheme makes of a sheet. */
export class ScoreAnswer {
  @Has(SchemeRefAnswer) readonly scheme!: SchemeRefAnswer;
  @Has('text') readonly inputHash!: string;
  @Has([ScoredAnswer]) readonly indicators!: readonly ScoredAnswer[];
  @Has(ComputableAnswer) readonly computable!: ComputableAnswer;
  @Has('decimal', { nullable: true }) readonly total!: string | null;
  @Has(GradedAnswer, { nullable: true }) readonly grade!: GradedAnswer | null;
  @Has('decimal', { nullable: true, description: 'the most that is still reachable' }) readonly ceiling!: string | null;
  @Has(GradedAnswer, { nullable: true }) readonly ceilingGrade!: GradedAnswer | null;
  @Has(RescaledAnswer, { nullable: true }) readonly rescaled!: RescaledAnswer | null;
  @Has(CapAnswer, { nullable: true }) readonly cap!: CapAnswer | null;
  @Has(ClaimAnswer, { nullable: true }) readonly claim!: ClaimAnswer | null;
  @Has(['text']) readonly unusedRows!: readonly string[];
}

/** Null: the campaign fixes no scheme for this kind. */
export class ScoreOfAnswer {
  @Has(ScoreAnswer, { nullable: true }) readonly score!: ScoreAnswer | null;
}

export class RecordedIndicatorAnswer {
  @Has('text') readonly id!: string;
  @Has('text') readonly name!: string;
  @Has('decimal') readonly maxPoints!: string;
  @Has('decimal', { nullable: true }) readonly points!: string | null;
  @Has('text') readonly explanation!: string;
  @Has(['text']) readonly missing!: readonly string[];
}

export class RecordedPointsAnswer {
  @Has([RecordedIndicatorAnswer]) readonly indicators!: readonly RecordedIndicatorAnswer[];
  @Has('decimal', { nullable: true, description: 'of what is computable' }) readonly total!: string | null;
}

/** The system’s own score of one version, as it was recorded. */
export class RecordedScoreAnswer {
  @Has('whole') readonly version!: number;
  @Has(SchemeRefAnswer) readonly scheme!: SchemeRefAnswer;
  @Has('text') readonly inputHash!: string;
  @Has(RecordedPointsAnswer) readonly score!: RecordedPointsAnswer;
}
