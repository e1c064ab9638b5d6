import { SchemeRefAnswer, ScoreAnswer } from '../evaluation/score.answer.js';
import { CommandAnswer } from '../http/answers.js';
import { Has, Word } from '../http/told.js';

export class YearsAnswer {
  @Has('whole') readonly from!: number;
  @Has('whole', { optional: true }) readonly to?: number;
}

/** What stands at the head of a version of a scheme. */
export class SchemeHeadAnswer {
  @Has('text') readonly id!: string;
  @Has('text') readonly version!: string;
  @Has('text') readonly hash!: string;
  @Has('text') readonly title!: string;
  @Word('EvaluationKind', ['whole-unit', 'project']) readonly kind!: string;
  @Has('text') readonly place!: string;
  @Has(YearsAnswer) readonly years!: YearsAnswer;
  @Has('text') readonly source!: string;
  @Has('flag', { description: 'false: general knowledge, not confirmed' }) readonly sourceRead!: boolean;
}

export class SchemeAnswer extends SchemeHeadAnswer {
  @Has('anything', { description: 'as schemes/scheme.schema.json says' }) readonly file!: object;
}

/** Every fault of a scheme file: its code, RFC 6901 pointer, line and column, and what else the code has to say. */
export class SchemeFaultsAnswer {
  @Has(['anything']) readonly faults!: readonly unknown[];
}

/** What a sheet would score. */
export class WhatIfAnswer {
  @Has(ScoreAnswer) readonly score!: ScoreAnswer;
}

export class PublishedSchemeAnswer extends CommandAnswer {
  @Has(SchemeRefAnswer) readonly scheme!: SchemeRefAnswer;
}
