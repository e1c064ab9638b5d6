import type { Pool } from 'pg';
import { TODAY } from '#libs/database';
import type { Candidate, TaskIssued } from '#libs/evaluation';

/** Somebody who could review an evaluation, with the name that people know. */
export interface NamedCandidate extends Candidate {
  readonly name: string;
}

/**
 * Who holds a reviewer's role over the unit, as of now: through any account, how many undecided evaluations are assigned to
 * the person, and why the registry excludes him. A department's own report is reviewed by the bureau above without being
 * borrowed from there (E8). In order of name.
 */
export async function candidatesFor(
  pool: Pool,
  { unitId, departmentId }: Pick<TaskIssued, 'unitId' | 'departmentId'>,
): Promise<readonly NamedCandidate[]> {
  const { rows } = await pool.query<{
    person_id: string;
    name: string;
    role: 'first-reviewer' | 'second-reviewer';
    near: boolean;
    open: number;
    member: boolean;
    declared: boolean;
  }>({
    name: 'read.candidates',
    text: `
      with holder as (
        select a.person_id, g.role,
               bool_or($1 = $2 or g.unit_id not in (select id from registry.unit_and_above($2) where depth > 0)) as near
          from identity.role_grant g
          join identity.account a on a.id = g.account_id
         where g.role in ('first-reviewer', 'second-reviewer') and a.disabled_at is null
           and (g.unit_id = $2 or g.unit_id in (select id from registry.unit_and_above($1)))
         group by a.person_id, g.role
      )
      select h.person_id, p.name, h.role, h.near,
             (select count(*) from read.evaluation e
               where e.stage in ('SUBMITTED', 'FIRST_PASSED')
                 and (h.person_id = any(e.assigned_first) or h.person_id = any(e.assigned_second)))::int as open,
             exists (select from registry.membership m
                      where m.person_id = h.person_id and m.unit_id = $1
                        and ${TODAY} between m.from_date and coalesce(m.to_date, 'infinity')) as member,
             exists (select from registry.conflict c where c.person_id = h.person_id and c.unit_id = $1) as declared
        from holder h join registry.person p on p.id = h.person_id
       order by p.name, h.person_id, h.role`,
    values: [unitId, departmentId],
  });
  return rows.map(({ person_id, name, role, near, open, member, declared }) => ({
    ...{ personId: person_id, name, open },
    step: role === 'first-reviewer' ? 'first' : 'second',
    from: near ? 'department' : 'above',
    ...(member ? { conflict: 'unit-member' as const } : declared ? { conflict: 'declared' as const } : {}),
  }));
}
