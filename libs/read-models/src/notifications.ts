import type { Pool } from 'pg';
import { decodeCursor, freshness, limitOf, type Page, type PageRequest, pageOf, type Reader } from './page.js';
import { readAs } from './read-as.js';

/** One in-app notice of a person. */
export interface Notification {
  readonly id: number;
  /** What it is about, such as `second-review-due` or `returned`. */
  readonly kind: string;
  readonly evaluationId: string;
  readonly unitName: string;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  readonly readAt: string | null;
}

/** Notices belong to a person, whatever was granted. */
const itself = (personId: string): Reader => ({ personId, grants: [] });

/** The person's notices, the newest first. */
export async function notifications(pool: Pool, personId: string, page: PageRequest = {}): Promise<Page<Notification>> {
  const after = decodeCursor(page.cursor, ['number']);
  const limit = limitOf(page);
  const { rows } = await readAs(pool, itself(personId), {
    name: 'read.notifications',
    text: `select id, kind, evaluation_id, unit_name, created_at, read_at from job.notification
            where person_id = $1 and ($2::bigint is null or id < $2) order by id desc limit $3`,
    values: [personId, after?.[0] ?? null, limit + 1],
  });
  return pageOf(
    rows,
    limit,
    await freshness(pool),
    (row) => ({
      id: Number(row.id),
      kind: row.kind,
      evaluationId: row.evaluation_id,
      unitName: row.unit_name,
      createdAt: row.created_at.toISOString(),
      readAt: row.read_at?.toISOString() ?? null,
    }),
    (row) => [Number(row.id)],
  );
}

/** Marks the person's own notices as read; ids of others change nothing. Answers how many were marked. */
export async function markRead(pool: Pool, personId: string, ids: readonly number[]): Promise<number> {
  const { rowCount } = await readAs(pool, itself(personId), {
    text: 'update job.notification set read_at = now() where person_id = $1 and id = any($2::bigint[]) and read_at is null',
    values: [personId, ids],
  });
  return rowCount ?? 0;
}
