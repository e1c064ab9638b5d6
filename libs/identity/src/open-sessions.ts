import type { Pool } from 'pg';

/**
 * Which of the sessions are still open, without taking the question for a sign of life: a page that only listens must not
 * keep its session from ending.
 */
export async function openSessions(pool: Pool, ids: readonly string[], idleMinutes: number): Promise<Set<string>> {
  const { rows } = await pool.query<{ id: string }>({
    name: 'identity.open-sessions',
    text: `select s.id from identity.session s join identity.account a on a.id = s.account_id
            where s.id = any($1::uuid[]) and s.expires_at > now()
              and s.seen_at > now() - make_interval(mins => $2) and a.disabled_at is null`,
    values: [ids, idleMinutes],
  });
  return new Set(rows.map(({ id }) => id));
}
