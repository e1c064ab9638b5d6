import { Injectable } from '@nestjs/common';
import { Pool } from 'pg';
import { type Calendar, type DayCorrected, type DayKind, doubts } from '#libs/calendar';
import { Calendars, type RecordedCorrection } from '#libs/calendars';
import type { Appended } from '#libs/event-store';
import type { Identity } from '#libs/identity';
import { DomainError, type Text } from '#libs/kernel';
import { MANAGER } from '../campaign/campaigns.js';
import { actorOf, metadataOf, type Order } from '../http/order.js';

/** A day that is otherwise than its weekday says. */
export interface CalendarDay {
  readonly day: string;
  readonly kind: DayKind;
  /** The holiday it belongs to; null where only the division said so. */
  readonly name: Text | null;
  /** What the division corrected, with who and why. */
  readonly correction: { readonly reason: string; readonly personName: string | null; readonly at: string } | null;
}

/** The working-day calendar of a division, year by year. */
@Injectable()
export class CalendarBook {
  constructor(
    private readonly pool: Pool,
    private readonly calendars: Calendars,
  ) {}

  /** The year, with what is not known of it; without a division as it was shipped. */
  async year(year: number, division: string | undefined, identity: Identity) {
    if (!Number.isInteger(year) || year < 2000 || year > 2100)
      throw new DomainError('not-found', 'calendar.no-such-year');
    const divisionCode = division ?? (await this.#divisionOf(identity));
    const calendar = await this.calendars.of(divisionCode ?? NOWHERE);
    const corrections = divisionCode === null ? [] : await this.calendars.corrections(divisionCode, year);
    const { source = null, provisional = true } = calendar.years.get(year) ?? {};
    return {
      year,
      divisionCode,
      provisional,
      source,
      warnings: doubts(calendar, `${year}-01-01`, `${year}-12-31`),
      days: daysOf(calendar, year, corrections, await this.#names(corrections)),
    };
  }

  /** Records a correction. Refuses (not found) a division that the person does not manage. */
  async correct(division: string, data: DayCorrected, order: Order): Promise<Appended> {
    order.known.command = { type: 'CorrectDay', target: `calendar-${division}` };
    if (!(await this.#manages(division, order.by)))
      throw new DomainError('not-found', 'calendar.division-out-of-reach');
    const actor = actorOf(order, MANAGER);
    return this.calendars.correct(division, data, { by: actor, at: order.at }, { metadata: metadataOf(order, actor) });
  }

  /** Who is campaign manager of a unit at the top of the division, its finance bureau. */
  async #manages(division: string, { grants }: Identity): Promise<boolean> {
    const units = grants.filter(({ role }) => role === MANAGER).map(({ unitId }) => unitId);
    const { rows } = await this.pool.query(
      'select from registry.unit where division_code = $1 and parent_id is null and id = any($2) limit 1',
      [division, units],
    );
    return rows.length > 0;
  }

  async #divisionOf({ grants }: Identity): Promise<string | null> {
    const { rows } = await this.pool.query<{ code: string }>(
      'select division_code as code from registry.unit where id = any($1) order by 1 limit 1',
      [grants.map(({ unitId }) => unitId)],
    );
    return rows[0]?.code ?? null;
  }

  async #names(corrections: readonly RecordedCorrection[]): Promise<ReadonlyMap<string, string>> {
    const { rows } = await this.pool.query<{ id: string; name: string }>(
      'select id, name from registry.person where id = any($1)',
      [corrections.map(({ personId }) => personId)],
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }
}

/** A division that nobody corrects. */
const NOWHERE = '000000';

function daysOf(
  { days }: Calendar,
  year: number,
  corrections: readonly RecordedCorrection[],
  names: ReadonlyMap<string, string>,
): readonly CalendarDay[] {
  const all = new Map<string, CalendarDay>();
  for (const [day, { kind, name }] of days)
    if (day.startsWith(`${year}-`)) all.set(day, { day, kind, name, correction: null });
  for (const { day, kind, reason, personId, at } of corrections) {
    const correction = { reason, personName: names.get(personId) ?? null, at };
    all.set(day, { day, kind, name: all.get(day)?.name ?? null, correction });
  }
  return [...all.values()].sort((a, b) => (a.day < b.day ? -1 : 1));
}
