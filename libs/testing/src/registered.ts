import type { Pool } from 'pg';
import { ownerDoes } from './test-database.js';

/** Somebody of a test who acts: a person, through an account, in a role. */
interface Acting {
  readonly personId: string;
  readonly accountId: string;
  readonly role: string;
}

/** The unit whose report it is, and the department that reviews it. */
interface Where {
  readonly unit: string;
  readonly department: string;
}

/** A statement by the owner of the pool's database; that of the test run's own cluster unless told. */
type AsOwner = (statement: string, values: readonly unknown[]) => Promise<unknown>;

/**
 * Enters the people of a test in the registry: the tables take facts only from persons through accounts of theirs, in roles
 * they hold there. Roles of the unit are held at the unit, the three offices nowhere, all others at the department. What is there already stays.
 */
export async function registered(
  pool: Pool,
  { unit, department }: Where,
  people: readonly Acting[],
  asOwner: AsOwner = (statement, values) => ownerDoes(pool, statement, values),
): Promise<void> {
  const distinct = people.filter(({ personId }) => !personId.startsWith('system:'));
  await pool.query(
    `insert into registry.fiscal_division (code, name) values ('431225', '会同县') on conflict do nothing`,
  );
  await pool.query(
    `insert into registry.unit (id, code, name, division_code, parent_id, kind) values
       ($2, left(md5($2), 20), $2, '431225', null, 'department'), ($1, left(md5($1), 20), $1, '431225', $2, 'unit')
     on conflict do nothing`,
    [unit, department],
  );
  await pool.query(
    'insert into registry.person (id, name) select distinct p, p from unnest($1::text[]) p on conflict do nothing',
    [distinct.map(({ personId }) => personId)],
  );
  await pool.query(
    `insert into identity.account (id, person_id, login, password_hash)
     select distinct on (a) a, p, 'l' || left(md5(a), 30), '$argon2id$test'
       from unnest($1::text[], $2::text[]) as t(a, p) on conflict do nothing`,
    [distinct.map(({ accountId }) => accountId), distinct.map(({ personId }) => personId)],
  );
  await asOwner(
    `insert into identity.role_grant (account_id, role, unit_id)
     select distinct a, r, case when r like 'unit-%' then $3 when r not like '%administrator' then $4 end
       from unnest($1::text[], $2::text[]) as t(a, r) on conflict do nothing`,
    [distinct.map(({ accountId }) => accountId), distinct.map(({ role }) => role), unit, department],
  );
}
