import type { Pool, PoolClient } from 'pg';
import { type Calendar, dayOf, endOfDay, ladder, type Rung, windowEnding, within } from '#libs/calendar';
import type { Calendars } from '#libs/calendars';
import { inTransaction } from '#libs/database';
import {
  type Campaign,
  type CampaignCommand,
  type CampaignEvent,
  COMMAND_ROLES,
  campaign,
  type Evaluation,
  type EvaluationCommand,
  type EvaluationEvent,
  evaluation,
  type Issued,
  rectifyBy,
  reviewLimitOf,
  type Step,
  turnOf,
} from '#libs/evaluation';
import { type EventStore, Handler } from '#libs/event-store';
import { holders, nearestHolders } from '#libs/identity';
import { DomainError } from '#libs/kernel';
import { deadlineRows } from './deadline-rows.js';

/** Evaluations that are looked at in one transaction. */
const AT_ONCE = 100;
const PAGE = 500;
const NEVER = 'infinity';

interface Row {
  readonly evaluationId: string;
  readonly campaignId: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly departmentId: string;
  readonly division: string;
  readonly step: Step | 'rectification';
  readonly beganAt: Date;
  readonly beganPosition: string;
  readonly windowEndsAt: Date;
  readonly windowPosition: string;
}

/**
 * Reminds those whose turn it is, rung by rung: before a deadline, on the day, and after it; then the department. A
 * worker that was away gives the newest rung that has come and none of those it missed: nobody gets three at once. It
 * appends nothing to the log: by time alone nothing ever passes or changes.
 */
export class Deadlines {
  readonly #evaluations: Handler<Evaluation, EvaluationCommand, EvaluationEvent>;
  readonly #campaigns: Handler<Campaign, CampaignCommand, CampaignEvent>;

  constructor(
    private readonly pool: Pool,
    private readonly store: EventStore,
    private readonly calendars: Calendars,
    private readonly now: () => Date = () => new Date(),
  ) {
    this.#evaluations = new Handler(store, evaluation, { prefix: 'evaluation', keep: AT_ONCE });
    this.#campaigns = new Handler(store, campaign, { prefix: 'campaign', keep: AT_ONCE });
  }

  /**
   * One step on: takes a page of the log in, or, when there is none, reminds where it is time. Answers how much there was to
   * do; 0 also when another process is at it. Under one lock, so nobody is reminded by a row that is behind the log.
   */
  step(): Promise<number> {
    return inTransaction(this.pool, async (client) => {
      const { rows } = await client.query(
        `select position from job.checkpoint where name = 'deadlines' for update skip locked`,
      );
      if (rows[0] === undefined) return 0;
      const events = await this.store.readAll(Number(rows[0].position), PAGE);
      if (events.length === 0) return this.#remind(client);
      for (const event of events) {
        const statement = deadlineRows(event);
        if (statement !== undefined) await client.query({ ...statement, values: [...statement.values] });
      }
      await client.query(`update job.checkpoint set position = $1 where name = 'deadlines'`, [events.at(-1)!.position]);
      return events.length;
    });
  }

  /** Those whose moment has come; each is counted anew, so a corrected calendar or a longer window needs nothing more. */
  async #remind(client: PoolClient): Promise<number> {
    const now = this.now().toISOString();
    const { rows } = await client.query<Row>(
      `select d.evaluation_id as "evaluationId", d.campaign_id as "campaignId", d.unit_id as "unitId",
              d.unit_name as "unitName", d.department_id as "departmentId", d.step, d.began_at as "beganAt",
              d.began_position as "beganPosition", d.window_ends_at as "windowEndsAt",
              d.window_position as "windowPosition", coalesce(u.division_code, '000000') as division
         from job.deadline d left join registry.unit u on u.id = d.unit_id
        where d.next_at <= $1 order by d.next_at limit $2`,
      [now, AT_ONCE],
    );
    const calendars = new Map<string, Calendar>();
    for (const { division } of rows)
      if (!calendars.has(division)) calendars.set(division, await this.calendars.of(division));
    for (const row of rows) await this.#look(client, row, calendars.get(row.division)!, now);
    return rows.length;
  }

  async #look(client: PoolClient, row: Row, calendar: Calendar, now: string): Promise<void> {
    const { dueAt, rungs } = await this.#count(row, calendar);
    const come = rungs.findLast(({ at }) => at <= now);
    const next = rungs.find(({ at }) => at > now);
    if (come !== undefined) await this.#tell(client, row, come.rung, now);
    await client.query('update job.deadline set due_at = $2, next_at = $3 where evaluation_id = $1', [
      row.evaluationId,
      dueAt,
      next?.at ?? NEVER,
    ]);
  }

  /** A division that corrected its calendar until nobody works in it has no deadlines until it corrects that; others have. */
  async #count(row: Row, calendar: Calendar) {
    try {
      const deadline = await this.#deadline(row, calendar);
      if (deadline === null) return { dueAt: null, rungs: [] };
      return { dueAt: deadline.at, rungs: ladder(calendar, deadline, row.beganAt.toISOString()) };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return { dueAt: null, rungs: [] };
    }
  }

  /** Null: nothing waits there for anybody. */
  async #deadline({ step, evaluationId, campaignId, beganAt, windowEndsAt }: Row, calendar: Calendar) {
    if (step === 'rectification') {
      const { state } = await this.#evaluations.load(evaluationId);
      const day = state.stage === 'NEW' ? null : rectifyBy(state.conclusion);
      return day === null ? null : windowEnding(calendar, endOfDay(day));
    }
    if (step === 'unit') return windowEnding(calendar, windowEndsAt.toISOString());
    const { state } = await this.#campaigns.load(campaignId);
    return within(calendar, beganAt.toISOString(), reviewLimitOf(state.status === 'unknown' ? {} : state));
  }

  /**
   * The log says who has the turn now; a row that is behind it tells nobody, and is looked at again when it is not. A rung that
   * was told is not told again, also when the unit's own turn went on to another person since.
   */
  async #tell(client: PoolClient, row: Row, rung: Rung, now: string): Promise<void> {
    const { state } = await this.#evaluations.load(row.evaluationId);
    if (state.stage === 'NEW' || !waits(state, row.step)) return;
    const persons = await this.#audience(client, row, state, rung, now);
    const position =
      row.step === 'unit' ? Math.max(Number(row.beganPosition), Number(row.windowPosition)) : Number(row.beganPosition);
    await client.query(
      `insert into job.notification (person_id, position, kind, evaluation_id, unit_name)
       select person, $2, $3, $4, $5 from unnest($1::text[]) as person
        where not exists (select from job.notification n where n.evaluation_id = $4 and n.position = $2 and n.kind = $3)
       on conflict do nothing`,
      [persons, position, rung, row.evaluationId, row.unitName],
    );
  }

  async #audience(client: PoolClient, row: Row, state: Issued, rung: Rung, now: string): Promise<string[]> {
    if (rung === 'overdue-escalated') return nearestHolders(client, 'campaign-manager', row.departmentId);
    if (row.step === 'rectification') {
      const asked = RECTIFYING.map((role) => holders(client, { role, unitId: row.unitId, on: dayOf(now) }));
      return [...new Set((await Promise.all(asked)).flat())];
    }
    const { role, except, assigned } = turnOf(state)!;
    return holders(client, { role, unitId: row.unitId, except, among: assigned, on: dayOf(now) });
  }
}

/** Who replies for the unit to what it has to set right. */
const RECTIFYING = COMMAND_ROLES.ReplyToRectification;

/** Whether the log says so, too: a row may be behind it. */
const waits = (state: Issued, step: Row['step']): boolean =>
  step === 'rectification' ? rectifyBy(state.conclusion) !== null : turnOf(state)?.step === step;
