import type { Pool } from 'pg';
import type { DeliveryState } from './deliveries.js';

/** A delivery as administrators see it: never where to, nor who the person is. */
export interface DeliveryRow {
  readonly id: number;
  readonly position: number;
  readonly kind: string;
  readonly evaluationId: string;
  readonly unitName: string;
  /** `e-mail` or `webhook`. */
  readonly channel: string;
  readonly webhookName: string | null;
  readonly state: DeliveryState;
  readonly attempts: number;
  /** ISO 8601, UTC. */
  readonly nextAt: string;
  readonly createdAt: string;
  readonly lastError: string | null;
  readonly messageId: string | null;
}

/** The newest deliveries in the state below the id `before`; `next` is the `before` of the page after, null: no more. */
export async function deliveriesIn(
  pool: Pool,
  state: DeliveryState,
  { before, limit }: { readonly before: number | undefined; readonly limit: number },
): Promise<{ readonly items: readonly DeliveryRow[]; readonly next: number | null }> {
  const { rows } = await pool.query<DeliveryRow & { nextAt: Date; createdAt: Date }>(
    `select d.id::float8 as id, d.position::float8 as position, d.kind, d.evaluation_id as "evaluationId",
            d.unit_name as "unitName", split_part(d.channel, ':', 1) as channel, w.name as "webhookName", d.state,
            d.attempts, d.next_at as "nextAt", d.created_at as "createdAt", d.last_error as "lastError",
            d.message_id as "messageId"
       from notice.delivery d left join notice.webhook w on w.id = d.webhook_id
      where d.state = $1 and ($2::bigint is null or d.id < $2) order by d.id desc limit $3`,
    [state, before ?? null, limit + 1],
  );
  const items = rows.slice(0, limit).map((row) => ({
    ...row,
    nextAt: row.nextAt.toISOString(),
    createdAt: row.createdAt.toISOString(),
  }));
  return { items, next: rows.length > limit ? items.at(-1)!.id : null };
}

/** How many are redriven in one order. */
const REDRIVEN_AT_ONCE = 1_000;

/** Parked deliveries are due again, with all their attempts; without ids the oldest 1,000. Answers their ids. */
export async function redriveDeliveries(pool: Pool, ids?: readonly number[]): Promise<number[]> {
  const { rows } = await pool.query<{ id: string }>(
    `with chosen as (
       select id from notice.delivery
        where state = 'parked' and ($1::bigint[] is null or id = any($1)) order by id limit $2 for update)
     update notice.delivery d
        set state = 'due', attempts = 0, next_at = now(), last_error = null, settled_at = null
       from chosen where d.id = chosen.id returning d.id`,
    [ids ?? null, REDRIVEN_AT_ONCE],
  );
  return rows.map(({ id }) => Number(id)).sort((a, b) => a - b);
}
