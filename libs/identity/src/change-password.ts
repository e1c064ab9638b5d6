import { Pool } from 'pg';
import { inTransaction } from '#libs/database';
import { Guessing } from './guessing.js';
import { checkPassword, hashPassword, isPassword } from './password.js';
import type { PasswordPolicy } from './password-policy.js';
import { identityRefusal } from './refusals.js';
import { endSessions } from './sessions.js';

/**
 * A password of its holder's own choice; refuses a wrong present one and whatever the policy does not allow. Who sits before
 * an open session and guesses the present one waits as long as in any other place.
 */
export async function changePassword(
  pool: Pool,
  policy: PasswordPolicy,
  { id, current, next }: { readonly id: string; readonly current: string; readonly next: string },
): Promise<void> {
  const guessing = new Guessing(pool);
  const seconds = await guessing.beginAt(id);
  if (seconds > 0) throw identityRefusal('password.too-many-guesses', { seconds });
  const { rows } = await pool.query<{ password_hash: string; login: string }>(
    'select password_hash, login from identity.account where id = $1',
    [id],
  );
  const account = rows[0];
  if (!(await isPassword(current, account?.password_hash)) || !account)
    throw identityRefusal('password.wrong', { pointer: '/current' });
  await guessing.succeededAt(id);
  if (current.normalize('NFKC') === next.normalize('NFKC'))
    throw identityRefusal('password.as-before', { pointer: '/next' });
  checkPassword(next, account.login, '/next', policy);
  if (await isOneOfTheLast(pool, id, next, policy.remembered - 1))
    throw identityRefusal('password.used-before', { pointer: '/next', remembered: policy.remembered });
  await replacePassword(pool, policy, { id, hashed: await hashPassword(next) });
}

async function isOneOfTheLast(pool: Pool, id: string, next: string, most: number): Promise<boolean> {
  if (most === 0) return false;
  const { rows } = await pool.query<{ password_hash: string }>(
    'select password_hash from identity.former_password where account_id = $1 order by replaced_at desc limit $2',
    [id, most],
  );
  for (const { password_hash } of rows) if (await isPassword(next, password_hash)) return true;
  return false;
}

/**
 * Puts another password in the place of the present one, one-time if `days` are given, and ends every session of the
 * account. The present one is remembered as long as the policy says, unless the system drew it: then it was nobody's.
 */
export async function replacePassword(
  pool: Pool,
  { remembered }: PasswordPolicy,
  { id, hashed, days }: { readonly id: string; readonly hashed: string; readonly days?: number },
): Promise<void> {
  await inTransaction(pool, async (client) => {
    await client.query(
      `insert into identity.former_password (account_id, password_hash)
       select id, password_hash from identity.account where id = $1 and one_time_until is null and $2 > 1`,
      [id, remembered],
    );
    await client.query(
      `delete from identity.former_password where account_id = $1 and replaced_at not in (
         select replaced_at from identity.former_password where account_id = $1 order by replaced_at desc limit $2)`,
      [id, remembered - 1],
    );
    await client.query(
      `update identity.account set password_hash = $2, one_time_until = now() + make_interval(days => $3::integer),
              password_set_at = now()
        where id = $1`,
      [id, hashed, days ?? null],
    );
    await endSessions(client, id);
  });
}
