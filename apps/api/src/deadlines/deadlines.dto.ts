import { Choice, Day, Id, Shaped, Text, Whole } from '../http/fields.js';
import { ListQuery } from '../lists/lists.dto.js';

const DIVISION = /^[0-9]{6}$/;
const KINDS = ['holiday', 'working-day'] as const;

export class CalendarQuery {
  @Shaped(DIVISION, { optional: true, example: '431225', description: 'the division of your unit when not said' })
  readonly divisionCode?: string;
}

/** A day that is otherwise in a division. */
export class DayDto {
  @Shaped(DIVISION, { example: '431225' }) readonly divisionCode!: string;
  @Day({ example: '2026-09-21' }) readonly day!: string;
  @Choice('DayKind', KINDS) readonly kind!: (typeof KINDS)[number];
  @Text(2, 500, { example: '州庆放假' }) readonly reason!: string;
}

export class ReminderDto {
  @Text(1, 500, { optional: true, description: 'what is said with it; kept in the log' })
  readonly note?: string | null;
}

export class DeadlinesQuery extends ListQuery {
  @Id({ optional: true }) readonly campaignId?: string;
  @Choice('Overdue', ['true', 'false'], { optional: true }) readonly overdue?: 'true' | 'false';
}

export class IndicatorsQuery {
  @Whole(2000, 2100, { optional: true }) readonly fiscalYear?: number;
  @Id({ optional: true }) readonly campaignId?: string;
}
