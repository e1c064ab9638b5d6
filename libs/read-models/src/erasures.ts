import type { Pool } from 'pg';
import { decodeCursor, freshness, limitOf, type Page, type PageRequest, pageOf } from './page.js';

/** One order to erase, with what became of it. */
export interface ErasureRow {
  readonly id: string;
  readonly position: number;
  /** ISO 8601, UTC. */
  readonly orderedAt: string;
  readonly orderedBy: string;
  readonly orderedByName: string | null;
  /** A person or a position. */
  readonly target: unknown;
  readonly targetName: string | null;
  readonly reason: string;
  readonly outcome: 'ErasureConfirmed' | 'ErasureDeclined' | null;
  readonly settledAt: string | null;
  readonly settledBy: string | null;
  readonly settledByName: string | null;
  /** Events that were erased. */
  readonly erased: number | null;
}

/** Orders of erasure, the newest first. Who may see them is asked before. */
export async function trailOfErasures(pool: Pool, page: PageRequest = {}): Promise<Page<ErasureRow>> {
  const before = decodeCursor(page.cursor, ['number']);
  const limit = limitOf(page);
  const fresh = await freshness(pool);
  const { rows } = await pool.query({
    name: 'read.erasures',
    text: `select substr(o.stream, length('erasure-') + 1) as id, o.position, o.recorded_at, o.person_id, p.name, o.data,
                  target.name as target_name, s.type as outcome, s.recorded_at as settled_at, s.person_id as settled_by,
                  sp.name as settled_by_name, jsonb_array_length(s.data -> 'erased') as erased
             from read.trail o
             left join lateral (select t.* from read.trail t
                                 where t.type in ('ErasureConfirmed', 'ErasureDeclined') and t.stream = o.stream
                                   and t.position > o.position limit 1) s on true
             left join registry.person p on p.id = o.person_id
             left join registry.person sp on sp.id = s.person_id
             left join registry.person target on target.id = o.data -> 'target' ->> 'personId'
            where o.type = 'ErasureOrdered' and ($1::bigint is null or o.position < $1)
            order by o.position desc limit $2`,
    values: [before?.[0] ?? null, limit + 1],
  });
  return pageOf(rows, limit, fresh, rowOf, (row) => [Number(row.position)]);
}

// biome-ignore lint/suspicious/noExplicitAny: a row as the driver gives it
function rowOf(row: any): ErasureRow {
  return {
    ...{ id: row.id, position: Number(row.position), orderedAt: row.recorded_at.toISOString() },
    ...{ orderedBy: row.person_id, orderedByName: row.name, target: row.data?.target, targetName: row.target_name },
    ...{ reason: row.data?.reason ?? '', outcome: row.outcome, settledAt: row.settled_at?.toISOString() ?? null },
    ...{ settledBy: row.settled_by, settledByName: row.settled_by_name, erased: row.erased },
  };
}
