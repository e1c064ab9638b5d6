import type { Pool } from 'pg';
import type { Notice } from './kinds.js';
import { messageIdOf, nameOf } from './mail.js';
import { MOST_ATTEMPTS, waitAfter } from './timing.js';

export const STATES = ['due', 'sent', 'parked', 'dropped'] as const;
export type DeliveryState = (typeof STATES)[number];

/** What has to leave: one event, for one person, through one channel. */
export interface Delivery {
  readonly id: number;
  readonly position: number;
  /** `*`: a webhook, which is told once whomever the event concerns. */
  readonly personId: string;
  readonly kind: string;
  readonly evaluationId: string;
  readonly unitName: string;
  /** `e-mail` or `webhook:<id>`. */
  readonly channel: string;
  readonly webhookId: string | null;
  readonly attempts: number;
  /** `YYYY-MM-DD`; null: by itself. */
  readonly digestOn: string | null;
  readonly createdAt: Date;
}

const COLUMNS = `d.id::float8 as id, d.position::float8 as position, d.person_id as "personId", d.kind,
  d.evaluation_id as "evaluationId", d.unit_name as "unitName", d.channel, d.webhook_id as "webhookId", d.attempts,
  to_char(d.digest_on, 'YYYY-MM-DD') as "digestOn", d.created_at as "createdAt"`;

/** How long who took a delivery up has to send and mark it; then it counts as crashed, in ms. Longer than any time-out. */
const LEASE = 60_000;

/** The table of deliveries. Time is the caller's; jobs bring ids only, and everything else is read here. */
export class Deliveries {
  constructor(
    private readonly pool: Pool,
    private readonly options: { readonly leaseMs?: number; readonly firstWaitMs?: number } = {},
  ) {}

  /** What may leave now, the longest waiting first. */
  async due(now: Date, limit: number): Promise<number[]> {
    const { rows } = await this.pool.query<{ id: string }>(
      `select id from notice.delivery where state = 'due' and next_at <= $1 order by next_at, id limit $2`,
      [now, limit],
    );
    return rows.map(({ id }) => Number(id));
  }

  /** The delivery, if it may leave now. */
  async find(id: number, now: Date): Promise<Delivery | undefined> {
    const { rows } = await this.pool.query<Delivery>(
      `select ${COLUMNS} from notice.delivery d where id = $1 and state = 'due' and next_at <= $2`,
      [id, now],
    );
    return rows[0];
  }

  /**
   * Takes up what may leave now: the delivery, or all of its digest. Of two that ask at once one gets all, the other
   * nothing. Counted as an attempt before it is made, so that what kills its process is parked in the end.
   */
  async take({ id, personId, digestOn }: Delivery, now: Date): Promise<Delivery[]> {
    const { rows } = await this.pool.query<Delivery>(
      `with mine as (
         select id from notice.delivery
          where state = 'due' and next_at <= $2
            and (id = $1 or person_id = $3 and digest_on = $4::date)
          order by id for update)
       update notice.delivery d set attempts = attempts + 1, next_at = $5 from mine where d.id = mine.id
       returning ${COLUMNS}`,
      [id, now, personId, digestOn, new Date(now.getTime() + (this.options.leaseMs ?? LEASE))],
    );
    return rows.sort((a, b) => a.id - b.id);
  }

  /** Later, and nothing was tried; with a day, in the digest of it. */
  async postpone({ id }: Delivery, until: Date, digestOn: string | null): Promise<void> {
    await this.pool.query(
      `update notice.delivery set next_at = $2, digest_on = coalesce($3::date, digest_on) where id = $1 and state = 'due'`,
      [id, until, digestOn],
    );
  }

  async sent(taken: readonly Delivery[], messageId: string): Promise<void> {
    await this.pool.query(
      `update notice.delivery set state = 'sent', settled_at = now(), message_id = $2, last_error = null
        where id = any($1::bigint[])`,
      [taken.map(({ id }) => id), messageId],
    );
  }

  /** Nobody wants it any more. */
  async drop(unwanted: readonly Delivery[], reason: string): Promise<void> {
    await this.pool.query(
      `update notice.delivery set state = 'dropped', settled_at = now(), last_error = $2
        where id = any($1::bigint[]) and state = 'due'`,
      [unwanted.map(({ id }) => id), reason],
    );
  }

  /**
   * It did not leave: tried again later, or parked after `MOST_ATTEMPTS`, or at once when `hopeless`. Changes nothing of
   * what somebody else took up meanwhile.
   */
  async failed(taken: readonly Delivery[], now: Date, reason: string, hopeless = false): Promise<void> {
    const waits = taken.map(({ attempts }) => new Date(now.getTime() + waitAfter(attempts, this.options.firstWaitMs)));
    const parked = taken.map(({ attempts }) => hopeless || attempts >= MOST_ATTEMPTS);
    await this.pool.query(
      `update notice.delivery d
          set state = case when t.parked then 'parked' else 'due' end, next_at = t.next_at, last_error = $5,
              settled_at = case when t.parked then now() end
         from unnest($1::bigint[], $2::int[], $3::timestamptz[], $4::boolean[]) as t (id, attempts, next_at, parked)
        where d.id = t.id and d.attempts = t.attempts and d.state = 'due'`,
      [taken.map(({ id }) => id), taken.map(({ attempts }) => attempts), waits, parked, reason.slice(0, 300)],
    );
  }
}

/** What names the delivery from outside: the same for every repeat of it. */
const keyOf = ({ position, personId, kind, evaluationId, channel }: Delivery) =>
  [position, personId, kind, evaluationId, channel] as const;

/** The Message-ID of one letter: of the delivery, or of the digest. Throws when there is nothing to send. */
export function messageIdFor(taken: readonly Delivery[], host: string): string {
  const first = taken[0];
  if (first === undefined) throw new RangeError('a letter has a notice');
  return messageIdOf(first.digestOn === null ? keyOf(first) : ['digest', first.personId, first.digestOn], host);
}

/** The delivery as its channel tells it. */
export function noticeOf(delivery: Delivery): Notice {
  const { kind, evaluationId, unitName, createdAt } = delivery;
  return { id: nameOf(keyOf(delivery)), kind, evaluationId, unitName, at: createdAt.toISOString() };
}
