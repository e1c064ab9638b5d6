import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Calendar,
  type CalendarCommand,
  type CalendarEvent,
  type Corrections,
  calendarOf,
  corrected,
  corrections,
  type DayCorrected,
  parseYear,
} from '#libs/calendar';
import { projectRoot } from '#libs/config';
import { type Appended, type EventStore, Handler } from '#libs/event-store';

type HandlerOf = Handler<Corrections, CalendarCommand, CalendarEvent>;

/** A correction as the log holds it: what, by whom and when. */
export interface RecordedCorrection extends DayCorrected {
  readonly personId: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/**
 * The working-day calendar of each fiscal division: the years shipped in `calendars/`, and what the division corrected, in
 * its stream `calendar-<division>`. Throws a CalendarFault when a shipped file is wrong.
 */
export class Calendars {
  readonly #shipped: Calendar = calendarOf(shipped());
  readonly #corrections: HandlerOf;

  constructor(private readonly store: EventStore) {
    this.#corrections = new Handler(store, corrections, { prefix: PREFIX });
  }

  /** The division's calendar as it stands now. */
  async of(division: string): Promise<Calendar> {
    const { state } = await this.#corrections.load(division);
    return corrected(this.#shipped, state);
  }

  /** Records that a day is otherwise in the division; nothing follows when it was corrected so already. */
  correct(
    division: string,
    data: DayCorrected,
    by: Pick<CalendarCommand, 'by' | 'at'>,
    options: Parameters<HandlerOf['handle']>[2],
  ): Promise<Appended> {
    return this.#corrections.handle(division, { type: 'CorrectDay', data, ...by }, options);
  }

  /** The newest correction of each day of a year, in order of the days. */
  async corrections(division: string, year: number): Promise<readonly RecordedCorrection[]> {
    const { events } = await this.store.read<CalendarEvent>(`${PREFIX}-${division}`);
    const newest = new Map<string, RecordedCorrection>();
    for (const { data, actor, recordedAt } of events)
      if (data.day.startsWith(`${year}-`)) newest.set(data.day, { ...data, personId: actor.personId, at: recordedAt });
    return [...newest.values()].sort((a, b) => (a.day < b.day ? -1 : 1));
  }
}

const PREFIX = 'calendar';

function shipped() {
  const folder = join(projectRoot(), 'calendars');
  const files = readdirSync(folder).filter((name) => /^\d{4}\.json$/.test(name));
  return files.map((name) => parseYear(`calendars/${name}`, readFileSync(join(folder, name), 'utf8')));
}
