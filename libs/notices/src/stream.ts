import type { Pool } from 'pg';
import { inTransaction } from '#libs/database';

/** Told through NOTIFY, without a payload, when notices got their numbers. */
export const CHANNEL = 'notices_numbered';

/** Keeps two numberings apart; any number that nobody else locks. */
const LOCK = 7_100_071;
const AT_ONCE = 1_000;

/** A notice in the live stream. Who has seen a number has seen all below it. */
export interface Streamed {
  readonly number: number;
  readonly id: number;
  readonly kind: string;
  readonly evaluationId: string;
  readonly unitName: string;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
}

/**
 * Numbers notices whose transactions have committed, one numbering at a time, and wakes the streams. Answers how many. A
 * crash before it loses nothing: the next one finds them.
 */
export function numberNotices(pool: Pool): Promise<number> {
  return inTransaction(pool, async (client) => {
    const { rows } = await client.query('select from job.notification where number is null limit 1');
    if (rows.length === 0) return 0;
    // A statement of its own: the next one must see what the one who held the lock has numbered.
    await client.query('select pg_advisory_xact_lock($1)', [LOCK]);
    const { rowCount } = await client.query(
      `update job.notification n set number = o.number
         from (select id, nextval('notice.number') as number
                 from (select id from job.notification where number is null order by id limit $1) i) o
        where o.id = n.id`,
      [AT_ONCE],
    );
    await client.query(`notify ${CHANNEL}`);
    return rowCount ?? 0;
  });
}

/** The highest number given so far; 0: none. */
export async function lastNumber(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ last: string | null }>('select max(number) as last from job.notification');
  return Number(rows[0]?.last ?? 0);
}

/** The person's notices after a number, in order, at most `limit`. */
export async function noticesAfter(pool: Pool, personId: string, after: number, limit: number): Promise<Streamed[]> {
  const { rows } = await pool.query({
    name: 'notice.after',
    text: `select number, id, kind, evaluation_id, unit_name, created_at from job.notification
            where person_id = $1 and number > $2 order by number limit $3`,
    values: [personId, after, limit],
  });
  return rows.map((row) => ({
    number: Number(row.number),
    id: Number(row.id),
    kind: row.kind,
    evaluationId: row.evaluation_id,
    unitName: row.unit_name,
    createdAt: row.created_at.toISOString(),
  }));
}

/** Which of the persons have notices after the number, and the highest number of all. */
export async function personsWithNotices(
  pool: Pool,
  persons: readonly string[],
  after: number,
): Promise<{ readonly persons: readonly string[]; readonly last: number }> {
  const { rows } = await pool.query<{ person_id: string; last: string }>({
    name: 'notice.whose',
    text: 'select person_id, max(number) as last from job.notification where number > $1 group by person_id',
    values: [after],
  });
  const wanted = new Set(persons);
  return {
    persons: rows.map(({ person_id }) => person_id).filter((person) => wanted.has(person)),
    last: Math.max(after, ...rows.map(({ last }) => Number(last))),
  };
}
