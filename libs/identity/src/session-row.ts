import { TODAY } from '#libs/database';
import type { FactorKind } from './factors.js';
import type { Identity } from './identity.js';

/** What `FIND` answers. */
export interface SessionRow {
  id: string;
  account_id: string;
  person_id: string;
  name: string;
  login: string;
  must_change: boolean;
  grants: Identity['grants'];
  member_of: string[];
  conflicts_with: string[];
  delegators: Identity['delegators'];
  factors: FactorKind[];
  factor_given: boolean;
  fresh_ms: number;
}

/** Says that the session ($1) is still in use, unless it has ended: after $2 minutes without a request. */
export const TOUCH = `with touched as (
  update identity.session set seen_at = now()
   where token_hash = $1 and expires_at > now() and seen_at > now() - make_interval(mins => $2))`;

/**
 * Whose session ($1) it is and what the person may do today; no row when it has ended or the account is disabled. $2 idle minutes,
 * $3 days after which a password has to be replaced, $4 minutes for which a proof is fresh.
 */
export const FIND = `
  select s.id, a.id as account_id, a.person_id, p.name, a.login, s.factor_given,
         s.by_password and (a.one_time_until is not null
           or coalesce(a.password_set_at < now() - make_interval(days => $3), false)) as must_change,
         array(select 'totp' from identity.totp t where t.account_id = a.id and t.enrolled_at is not null
               union all (select 'passkey' from identity.passkey k where k.account_id = a.id limit 1)) as factors,
         greatest(extract(epoch from s.confirmed_at + make_interval(mins => $4) - now()) * 1000, 0)::float8 as fresh_ms,
         coalesce((select json_agg(json_build_object('role', g.role, 'unitId', g.unit_id) order by g.role, g.unit_id)
                     from identity.role_grant g where g.account_id = a.id), '[]') as grants,
         array(select distinct m.unit_id from registry.membership m
                where m.person_id = a.person_id
                  and ${TODAY} between m.from_date and coalesce(m.to_date, 'infinity')) as member_of,
         array(select c.unit_id from registry.conflict c where c.person_id = a.person_id) as conflicts_with,
         coalesce((select json_agg(json_build_object(
                     'personId', d.delegator,
                     'memberOf', array(select distinct m.unit_id from registry.membership m
                                        where m.person_id = d.delegator
                                          and ${TODAY} between m.from_date and coalesce(m.to_date, 'infinity')),
                     'conflictsWith', array(select c.unit_id from registry.conflict c where c.person_id = d.delegator)))
                     from control.standing_delegation d where d.delegate = a.person_id), '[]') as delegators
    from identity.session s
    join identity.account a on a.id = s.account_id
    join registry.person p on p.id = a.person_id
   where s.token_hash = $1 and s.expires_at > now() and s.seen_at > now() - make_interval(mins => $2)
     and a.disabled_at is null`;

export function identityOf(row: SessionRow): Identity {
  return {
    accountId: row.account_id,
    personId: row.person_id,
    name: row.name,
    login: row.login,
    grants: row.grants,
    memberOf: row.member_of,
    conflictsWith: row.conflicts_with,
    delegators: row.delegators,
    mustChangePassword: row.must_change,
  };
}
