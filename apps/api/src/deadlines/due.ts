import { Injectable } from '@nestjs/common';
import { Pool } from 'pg';
import { dayOf, doubts, ladder, lastDayBefore } from '#libs/calendar';
import { Calendars } from '#libs/calendars';
import type { Identity } from '#libs/identity';
import { deadline } from '#libs/read-models';
import { readerOf } from '../lists/reading.js';

/** A division that nobody corrects. */
const NOWHERE = '000000';

/** The deadline of one evaluation with what stands behind it. */
@Injectable()
export class Due {
  constructor(
    private readonly pool: Pool,
    private readonly calendars: Calendars,
  ) {}

  /** `deadline` is null when it is decided, or not counted yet. `warnings`: what is not known of the years it depends on. */
  async of(id: string, identity: Identity, now: string) {
    const row = await deadline(this.pool, readerOf(identity), id, now);
    if (row === undefined) return { deadline: null, warnings: [], reminders: [] };
    const calendar = await this.calendars.of(row.divisionCode ?? NOWHERE);
    const { step, beganAt, dueAt, overdue } = row;
    const day = lastDayBefore(dueAt);
    const from = step.endsWith('-review') ? dayOf(beganAt) : day;
    return {
      deadline: { step, beganAt, day, dueAt, overdue },
      warnings: doubts(calendar, from, day),
      reminders: ladder(calendar, { day }, beganAt),
    };
  }
}
