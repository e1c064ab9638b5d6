import { GATES, type Gate } from '#libs/evaluation';
import { Choice, Choices, Flag, Id, Ids, Instant, ListOf, One, Shaped, Text, Whole } from '../http/fields.js';

const KINDS = ['whole-unit', 'project'] as const;
const SECTION_IDS = [
  ...['duties', 'overview', 'budget', 'execution', 'performance'],
  ...['benefits', 'problems', 'measures', 'disclosure', 'conclusion'],
];
const TABLE_IDS = ['base-data', 'self-evaluation'];

/** A version of a scheme: `<id>@<version>`. */
const Scheme = (options: Parameters<typeof Shaped>[1]) =>
  Shaped(/^[A-Za-z0-9][A-Za-z0-9-]{0,63}@[1-9]\d{0,5}$/, { example: 'hunan-whole-unit-2023@1', ...options });

/** How reports are reviewed; what is not said is done the usual way: two reviews, open to whoever holds the role. */
export class ReviewRulesDto {
  @Choice('ReviewAssignment', ['open', 'assigned'], {
    optional: true,
    description: 'assigned: by lot, least burdened first',
  })
  readonly assignment?: 'open' | 'assigned' | null;
  @Flag({ optional: true, description: 'the first opinion stays sealed until the version is decided or returned' })
  readonly blind?: boolean | null;
  @Choices('Gate', GATES, { optional: true, description: 'gates of the first review (一事过三关); none: it is one' })
  readonly gates?: readonly Gate[] | null;
  @Choice('GateOrder', ['parallel', 'in-order'], { optional: true })
  readonly gateOrder?: 'parallel' | 'in-order' | null;
  @Choice('SecondReview', ['overall', 'per-gate'], { optional: true })
  readonly second?: 'overall' | 'per-gate' | null;
}

/** What a campaign asks for; what is not said is asked for as the notices mostly do. */
export class PlanDto {
  @Text(2, 100, { example: '2021年度部门整体支出绩效自评' }) readonly name!: string;
  @Instant({ example: '2022-03-01T00:00:00.000Z' }) readonly opensAt!: string;
  @Instant({ example: '2022-05-31T16:00:00.000Z' }) readonly dueAt!: string;
  @Scheme({ optional: true, description: 'scores reports on whole units' }) readonly wholeUnitScheme?: string | null;
  @Scheme({ optional: true, description: 'scores reports on projects' }) readonly projectScheme?: string | null;
  @Choices('SectionId', SECTION_IDS, { optional: true, description: 'sections a report must have; all when not said' })
  readonly sections?: readonly string[] | null;
  @Choices('TableId', TABLE_IDS, { optional: true, description: 'tables a report must have; both when not said' })
  readonly tables?: readonly string[] | null;
  @Whole(1, 366, { optional: true, description: 'days from 批复 to publication; 20 when not said' })
  readonly publishWithinDays?: number | null;
  @Whole(1, 366, { optional: true, description: 'days to the plan of rectification; 30 when not said' })
  readonly rectifyWithinDays?: number | null;
  @Whole(1, 366, {
    optional: true,
    description: 'days from the final result to what the unit is told; 20 when not said',
  })
  readonly feedbackWithinDays?: number | null;
  @Whole(1, 60, { optional: true, description: 'working days each review may take; 5 when not said' })
  readonly reviewWithinDays?: number | null;
  @One(() => ReviewRulesDto, { optional: true }) readonly review?: ReviewRulesDto | null;
}

export class CampaignDto extends PlanDto {
  @Shaped(/^[0-9]{6}$/, { example: '431225' }) readonly divisionCode!: string;
  @Whole(2000, 2100, { example: 2021 }) readonly fiscalYear!: number;
  @Id({ description: 'the bureau or department that runs it' }) readonly ownerId!: string;
}

export class ExtensionDto {
  @Instant({ description: 'later than the end of the window' }) readonly dueAt!: string;
  @Text(1, 2_000) readonly reason!: string;
}

export class SchemeChangeDto {
  @Choice('EvaluationKind', KINDS) readonly kind!: (typeof KINDS)[number];
  @Scheme({}) readonly scheme!: string;
  @Text(1, 2_000) readonly reason!: string;
}

export class ClosingDto {
  @Text(1, 2_000) readonly reason!: string;
}

export class TasksDto {
  @Ids(1, 500, { description: 'units that get the task; those that have it already are left as they are' })
  readonly unitIds!: readonly string[];
}

export class ScopeItemDto {
  @Id() readonly unitId!: string;
  @Text(1, 100, { optional: true, description: 'a project to report on; without, the unit as a whole' })
  readonly project?: string | null;
}

/** Either everything below a unit, or a list. */
export class TaskRunDto {
  @Id({ optional: true, example: '117001', description: 'every unit below this one, as a whole' })
  readonly under?: string | null;
  @ListOf(() => ScopeItemDto, 1, 20_000, { optional: true }) readonly tasks?: readonly ScopeItemDto[] | null;
}

export class SampleDto {
  @Choice('SampleRule', ['share', 'count'], { description: 'of each department: per cent, rounded up, or so many' })
  readonly kind!: 'share' | 'count';
  @Whole(1, 1_000, { description: 'per cent (up to 100), or how many' }) readonly of!: number;
}
