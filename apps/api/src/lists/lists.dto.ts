import { DECIDED, type Stage } from '#libs/evaluation';
import { Choice, Id, Instant, Numbers, Shaped, Text, Whole } from '../http/fields.js';

export const STAGES = [
  'DRAFT',
  'UNIT_CHECKED',
  'UNIT_SIGNED',
  'SUBMITTED',
  'FIRST_PASSED',
  ...DECIDED,
] as const satisfies readonly Exclude<Stage, 'NEW'>[];

const CURSOR = /^[\w-]{1,500}$/;

/** A page of a list: at most `limit` rows after the cursor, not before the position `after` has been taken in. */
export class ListQuery {
  @Whole(1, 200, { optional: true, description: 'default 50' }) readonly limit?: number;
  @Shaped(CURSOR, { optional: true, description: 'the `next` of the page before' })
  readonly cursor?: string;
  @Whole(0, Number.MAX_SAFE_INTEGER, {
    optional: true,
    description: 'a position a command answered: waits at most 2 s until the list contains it',
  })
  readonly after?: number;
}

export class EvaluationsQuery extends ListQuery {
  @Id({ optional: true }) readonly campaignId?: string;
  @Id({ optional: true }) readonly unitId?: string;
  @Choice('Stage', STAGES, { optional: true }) readonly stage?: (typeof STAGES)[number];
  @Whole(2000, 2100, { optional: true }) readonly fiscalYear?: number;
  @Text(1, 100, { optional: true, description: 'part of the unit’s name' }) readonly name?: string;
}

export class FindingsQuery extends ListQuery {
  @Id({ optional: true }) readonly campaignId?: string;
  @Id({ optional: true }) readonly evaluationId?: string;
  @Shaped(/^[A-Z]\d\d$/, { optional: true, example: 'R05' }) readonly rule?: string;
  @Choice('Severity', ['BLOCK', 'ERROR', 'WARN', 'INFO'], { optional: true }) readonly severity?: string;
  @Choice('Waived', ['true', 'false'], { optional: true, description: 'errors that somebody let stand, or nobody' })
  readonly waived?: 'true' | 'false';
}

/** Which events of the trail. */
export class TrailFilterQuery {
  @Text(1, 64, { optional: true, description: 'person who acted: id, or the whole name' }) readonly personId?: string;
  @Id({ optional: true }) readonly unitId?: string;
  @Shaped(/^[A-Za-z]{1,60}$/, { optional: true, description: 'type of event', example: 'EvaluationReturned' })
  readonly type?: string;
  @Instant({ optional: true }) readonly from?: string;
  @Instant({ optional: true, description: 'not included' }) readonly to?: string;
  @Choice('Refused', ['true', 'false'], { optional: true, description: 'only what was refused, or only what was done' })
  readonly refused?: 'true' | 'false';
  @Text(2, 100, {
    optional: true,
    description:
      'what an event says: any characters that stand together; scores that the system worked out are left out',
    example: '退回',
  })
  readonly text?: string;
}

export class TrailQuery extends TrailFilterQuery {
  @Whole(1, 200, { optional: true, description: 'default 50' }) readonly limit?: number;
  @Shaped(CURSOR, { optional: true, description: 'the `next` of the page before' }) readonly cursor?: string;
  @Whole(0, Number.MAX_SAFE_INTEGER, { optional: true, description: 'waits until the list contains this position' })
  readonly after?: number;
}

export class ReadDto {
  @Numbers(1, 200) readonly ids!: readonly number[];
}
