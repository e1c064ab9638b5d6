import { Has, Word } from '../http/told.js';
import { TextAnswer } from '../lists/lists.answer.js';

const STEPS = ['unit', 'first-review', 'second-review', 'rectification'] as const;

/** Whose deadline it is, and when it ends. */
export class DeadlineRowAnswer {
  @Has('text') readonly evaluationId!: string;
  @Has('text') readonly campaignId!: string;
  @Has('text') readonly unitId!: string;
  @Has('text') readonly unitName!: string;
  @Has('text', { nullable: true }) readonly divisionCode!: string | null;
  @Word('DeadlineStep', STEPS) readonly step!: string;
  @Has('moment') readonly beganAt!: string;
  @Has('moment', { description: 'from when on it is late' }) readonly dueAt!: string;
  @Has('flag') readonly overdue!: boolean;
}

export class DeadlineAnswer {
  @Word('DeadlineStep', STEPS) readonly step!: string;
  @Has('moment') readonly beganAt!: string;
  @Has('day', { description: 'the last day' }) readonly day!: string;
  @Has('moment', { description: 'from when on it is late' }) readonly dueAt!: string;
  @Has('flag') readonly overdue!: boolean;
}

export class RungAnswer {
  @Has('text', { example: 'due-in-3-days' }) readonly rung!: string;
  @Has('moment') readonly at!: string;
}

/** The deadline of one evaluation; null: decided, or not counted yet. */
export class DueAnswer {
  @Has(DeadlineAnswer, { nullable: true }) readonly deadline!: DeadlineAnswer | null;
  @Has([TextAnswer], { description: 'what is not known of the years' }) readonly warnings!: readonly TextAnswer[];
  @Has([RungAnswer]) readonly reminders!: readonly RungAnswer[];
}

export class CorrectionAnswer {
  @Has('text') readonly reason!: string;
  @Has('text', { nullable: true }) readonly personName!: string | null;
  @Has('moment') readonly at!: string;
}

/** A day that is otherwise than its weekday says. */
export class CalendarDayAnswer {
  @Has('day') readonly day!: string;
  @Word('DayKind', ['holiday', 'working-day']) readonly kind!: string;
  @Has(TextAnswer, { nullable: true }) readonly name!: TextAnswer | null;
  @Has(CorrectionAnswer, { nullable: true }) readonly correction!: CorrectionAnswer | null;
}

/** The notice that arranges the holidays. */
export class NoticeSourceAnswer {
  @Has('text') readonly title!: string;
  @Has('text') readonly number!: string;
  @Has('day') readonly date!: string;
}

export class CalendarAnswer {
  @Has('whole') readonly year!: number;
  @Has('text', { nullable: true }) readonly divisionCode!: string | null;
  @Has('flag') readonly provisional!: boolean;
  @Has(NoticeSourceAnswer, { nullable: true }) readonly source!: NoticeSourceAnswer | null;
  @Has([TextAnswer], { description: 'what is not known of the years' }) readonly warnings!: readonly TextAnswer[];
  @Has([CalendarDayAnswer]) readonly days!: readonly CalendarDayAnswer[];
}

export class IndicatedPersonAnswer {
  @Has('text') readonly id!: string;
  @Has('text', { nullable: true }) readonly name!: string | null;
}

export class IndicatedEvaluationAnswer {
  @Has('text') readonly evaluationId!: string;
  @Has('text') readonly unitName!: string;
  @Has('whole') readonly version!: number;
  @Word('ReviewStep', ['first', 'second']) readonly review!: string;
  @Has('number') readonly seconds!: number;
}

/** One thing worth a look; it accuses nobody. */
export class AuditIndicatorAnswer {
  @Word('IndicatorKind', ['fast-pass', 'same-pair', 'never-returned']) readonly kind!: string;
  @Has([IndicatedPersonAnswer]) readonly persons!: readonly IndicatedPersonAnswer[];
  @Has('whole') readonly count!: number;
  @Has('whole') readonly of!: number;
  @Has([IndicatedEvaluationAnswer]) readonly evaluations!: readonly IndicatedEvaluationAnswer[];
}

/** From which figures on something is shown. */
export class ThresholdsAnswer {
  @Has('whole') readonly seconds!: number;
  @Has('whole') readonly together!: number;
  @Has('whole') readonly decisions!: number;
}

export class AuditIndicatorsAnswer {
  @Has(TextAnswer) readonly note!: TextAnswer;
  @Has(ThresholdsAnswer) readonly thresholds!: ThresholdsAnswer;
  @Has([AuditIndicatorAnswer]) readonly items!: readonly AuditIndicatorAnswer[];
  @Has('whole') readonly freshAsOf!: number;
}
