import { FUNNEL } from '#libs/read-models';
import { SECTIONS } from '#libs/sheet';
import { ReviewRulesAnswer } from '../evaluation/review.answer.js';
import { SchemeRefAnswer } from '../evaluation/score.answer.js';
import { CommandAnswer } from '../http/answers.js';
import { Has, Word } from '../http/told.js';
import { TextAnswer } from '../lists/lists.answer.js';
import { STAGES } from '../lists/lists.dto.js';

/** The scheme of each kind of report that is asked for. */
export class FixedSchemesAnswer {
  @Has(SchemeRefAnswer, { optional: true }) readonly 'whole-unit'?: SchemeRefAnswer;
  @Has(SchemeRefAnswer, { optional: true }) readonly project?: SchemeRefAnswer;
}

/** One year’s call (自评通知). */
export class CampaignAnswer {
  @Has('text', { example: '431225-2021' }) readonly id!: string;
  @Has('whole') readonly version!: number;
  @Word('CampaignStatus', ['created', 'open', 'closed']) readonly status!: string;
  @Has('text') readonly name!: string;
  @Has('whole') readonly fiscalYear!: number;
  @Has('text', { description: 'the bureau or department that runs it' }) readonly ownerId!: string;
  @Has('moment') readonly opensAt!: string;
  @Has('moment') readonly dueAt!: string;
  @Has(FixedSchemesAnswer) readonly schemes!: FixedSchemesAnswer;
  @Word('Section', Object.keys(SECTIONS), { isArray: true, description: 'sections a report must have' })
  readonly sections!: readonly string[];
  @Word('Table', ['base-data', 'self-evaluation'], { isArray: true }) readonly tables!: readonly string[];
  @Has('whole') readonly publishWithinDays!: number;
  @Has('whole') readonly rectifyWithinDays!: number;
  @Has('whole') readonly feedbackWithinDays!: number;
  @Has('whole', { description: 'working days' }) readonly reviewWithinDays!: number;
  @Has(ReviewRulesAnswer, { optional: true }) readonly review?: ReviewRulesAnswer;
}

export class CreatedCampaignAnswer extends CommandAnswer {
  @Has('text', { example: '431225-2021' }) readonly id!: string;
}

export class IssuedTaskAnswer {
  @Has('text') readonly unitId!: string;
  @Has('text') readonly evaluationId!: string;
  @Word('IssueOutcome', ['issued', 'already-issued']) readonly outcome!: string;
}

export class IssuedTasksAnswer {
  @Has([IssuedTaskAnswer]) readonly tasks!: readonly IssuedTaskAnswer[];
  @Has('whole') readonly position!: number;
}

/** Work in the background was ordered. */
export class OrderedRunAnswer extends CommandAnswer {
  @Has('text') readonly runId!: string;
  @Has('whole', { description: 'how many it works on' }) readonly total!: number;
}

/** Work on many things, with progress. */
export class RunAnswer {
  @Has('text') readonly id!: string;
  @Word('RunKind', ['issue-tasks', 'recompute-scores', 'select-for-recheck', 'read-reports']) readonly kind!: string;
  @Has('text') readonly campaignId!: string;
  @Has('anything', { description: 'who ordered it' }) readonly actor!: object;
  @Has('text') readonly correlationId!: string;
  @Word('RunState', ['prepared', 'running', 'cancelled', 'done']) readonly state!: string;
  @Has('whole') readonly total!: number;
  @Has('whole') readonly done!: number;
  @Has('whole') readonly failed!: number;
  @Has('moment') readonly createdAt!: string;
  @Has('moment', { nullable: true }) readonly finishedAt!: string | null;
}

export class ImportedTaskAnswer {
  @Has('whole') readonly row!: number;
  @Has('text') readonly unitId!: string;
  @Has('text') readonly unitCode!: string;
  @Has('text') readonly unitName!: string;
  @Has('text', { nullable: true }) readonly project!: string | null;
}

export class RowErrorAnswer {
  @Has('whole') readonly row!: number;
  @Has('text') readonly column!: string;
  @Has(TextAnswer) readonly text!: TextAnswer;
}

/** What a spreadsheet says: every line is a task or an error. */
export class ImportedScopeAnswer {
  @Has([ImportedTaskAnswer]) readonly items!: readonly ImportedTaskAnswer[];
  @Has([RowErrorAnswer]) readonly errors!: readonly RowErrorAnswer[];
}

/** How far the units of one supervising department are. */
export class DepartmentProgressAnswer {
  @Has('text') readonly departmentId!: string;
  @Has('text') readonly departmentName!: string;
  @Has('whole') readonly issued!: number;
  @Has('whole') readonly drafting!: number;
  @Has('whole') readonly submitted!: number;
  @Has('whole') readonly firstPassed!: number;
  @Has('whole') readonly approved!: number;
  @Has('whole') readonly toRecheck!: number;
  @Has('whole') readonly final!: number;
  @Has('whole') readonly published!: number;
  @Has('whole') readonly overdue!: number;
}

export class ProgressAnswer {
  @Has([DepartmentProgressAnswer]) readonly items!: readonly DepartmentProgressAnswer[];
  @Has('whole') readonly freshAsOf!: number;
}

export class FunnelStepAnswer {
  @Word('FunnelStep', FUNNEL) readonly step!: string;
  @Has('whole', { description: 'those that came at least so far' }) readonly count!: number;
}

/** How many lie in the band that begins here. */
export class BandAnswer {
  @Has('whole') readonly from!: number;
  @Has('whole') readonly count!: number;
}

export class WaitingBandAnswer extends BandAnswer {
  @Word('Stage', STAGES) readonly stage!: string;
}

/** A campaign in figures, of what the reader reaches. */
export class CampaignFiguresAnswer {
  @Has([FunnelStepAnswer]) readonly funnel!: readonly FunnelStepAnswer[];
  @Has([BandAnswer], { description: 'bands of ten points' }) readonly selfScores!: readonly BandAnswer[];
  @Has([BandAnswer], { description: 'bands of ten points' }) readonly systemScores!: readonly BandAnswer[];
  @Has([BandAnswer], { description: 'claimed less computed, in bands of five points' })
  readonly deviations!: readonly BandAnswer[];
  @Has([WaitingBandAnswer], { description: 'undecided ones by days in their stage: from 0, 3, 7, 14, 30' })
  readonly waiting!: readonly WaitingBandAnswer[];
  @Has('whole') readonly freshAsOf!: number;
}
