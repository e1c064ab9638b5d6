import type { Pool } from 'pg';
import { TODAY } from '#libs/database';
import { grantsOf, REACH, type Reader } from './page.js';

/** A reviewer’s seats in another’s hands, as the department knows it: who for whom on which days. Why is between the two. */
export interface DepartmentDelegation {
  readonly id: string;
  readonly delegator: string;
  readonly delegatorName: string;
  readonly delegate: string;
  readonly delegateName: string;
  /** Days of the bureau, both included. */
  readonly from: string;
  readonly until: string;
}

/**
 * Delegations that hold today or are to come, given by reviewers of units in the reader's reach, in order of their first day;
 * at most 200.
 */
export async function delegationsWithin(pool: Pool, reader: Reader): Promise<readonly DepartmentDelegation[]> {
  const { rows } = await pool.query<DepartmentDelegation>({
    name: 'read.delegations',
    text: `${REACH}
      select d.id, d.delegator, giver.name as "delegatorName", d.delegate, taker.name as "delegateName",
             d.from_day::text as "from", d.until_day::text as "until"
        from control.delegation d
        join registry.person giver on giver.id = d.delegator
        join registry.person taker on taker.id = d.delegate
       where d.until_day >= ${TODAY}
         and not exists (select from control.delegation_end e where e.delegation = d.id)
         and exists (select from identity.role_grant g join identity.account a on a.id = g.account_id
                      where a.person_id = d.delegator and g.role in ('first-reviewer', 'second-reviewer')
                        and g.unit_id in (select unit_id from reach))
       order by d.from_day, giver.name, d.id limit 200`,
    values: grantsOf(reader),
  });
  return rows;
}
