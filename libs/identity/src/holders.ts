import type { Pool, PoolClient } from 'pg';

/** Where and when it is asked who holds a role. */
export interface HoldersQuery {
  readonly role: string;
  readonly unitId: string;
  /** Persons who are left out. */
  readonly except?: readonly string[];
  /** Only these; null: anybody. */
  readonly among?: readonly string[] | null;
  /** A day, `YYYY-MM-DD`: who belongs to the unit on it does not review it (E8). */
  readonly on: string;
}

/**
 * The persons who hold the role over the unit through an enabled account: a unit's role at the unit itself, any other there
 * or above, unless the person belongs to the unit or declared a conflict of interest with it. In order of their ids.
 */
export async function holders(
  db: Pool | PoolClient,
  { role, unitId, except = [], among = null, on }: HoldersQuery,
): Promise<string[]> {
  const { rows } = await db.query<{ person_id: string }>(
    `select distinct a.person_id
       from identity.role_grant g join identity.account a on a.id = g.account_id
      where g.role = $1 and a.disabled_at is null and not a.person_id = any($3)
        and ($5::text[] is null or a.person_id = any($5))
        and case when g.role like 'unit-%' then g.unit_id = $2
                 else g.unit_id in (select above.id from registry.unit_and_above($2) above)
                      and not exists (select from registry.membership m
                                       where m.person_id = a.person_id and m.unit_id = $2
                                         and $4::date between m.from_date and coalesce(m.to_date, 'infinity'))
                      and not exists (select from registry.conflict c
                                       where c.person_id = a.person_id and c.unit_id = $2)
            end
      order by 1`,
    [role, unitId, except, on, among],
  );
  return rows.map(({ person_id }) => person_id);
}

/** Those who hold the role at the unit, or at the nearest one above it where somebody does. */
export async function nearestHolders(db: Pool | PoolClient, role: string, unitId: string): Promise<string[]> {
  const { rows } = await db.query<{ person_id: string }>(
    `with held as (
       select a.person_id, above.depth
         from registry.unit_and_above($2) above
         join identity.role_grant g on g.unit_id = above.id and g.role = $1
         join identity.account a on a.id = g.account_id and a.disabled_at is null)
     select distinct person_id from held where depth = (select min(depth) from held) order by 1`,
    [role, unitId],
  );
  return rows.map(({ person_id }) => person_id);
}
