import { Pool, type PoolClient } from 'pg';
import { hashPassword, isPassword, readable } from './password.js';

const COUNT = 10;
const CODE = /^([a-z2-9]{4})-?([a-z2-9]{4})-?([a-z2-9]{4})$/;

/** Whether it has the shape of a recovery code. */
export const looksLikeRecoveryCode = (typed: string): boolean => CODE.test(plain(typed));

/**
 * Ten new codes with their hashes, still nobody's. The first group names the code, so that only one hash is computed
 * when it is given; the other two are 40 bits, behind argon2id and a growing wait.
 */
export async function drawRecoveryCodes(): Promise<ReadonlyMap<string, string>> {
  const names = new Set<string>();
  while (names.size < COUNT) names.add(readable(1));
  const drawn = new Map<string, string>();
  for (const name of names) {
    const rest = readable(2);
    drawn.set(`${name}-${rest}`, await hashPassword(rest));
  }
  return drawn;
}

/** Puts new codes in the place of all the account had; answers them as they are told, once. */
export async function replaceRecoveryCodes(
  client: PoolClient,
  accountId: string,
  drawn: ReadonlyMap<string, string>,
): Promise<readonly string[]> {
  await client.query('delete from identity.recovery_code where account_id = $1', [accountId]);
  await client.query(
    `insert into identity.recovery_code (account_id, name, code_hash)
     select $1, name, hash from unnest($2::text[], $3::text[]) as code(name, hash)`,
    [accountId, [...drawn.keys()].map((code) => code.slice(0, 4)), [...drawn.values()]],
  );
  return [...drawn.keys()];
}

/** Whether it is one of the account's codes; then it is one no more. Of two that come at once one is right. */
export async function spendRecoveryCode(pool: Pool, accountId: string, typed: string): Promise<boolean> {
  const [, name = '', second, third] = CODE.exec(plain(typed)) ?? [];
  const { rows } = await pool.query<{ code_hash: string }>(
    'select code_hash from identity.recovery_code where account_id = $1 and name = $2',
    [accountId, name],
  );
  if (!(await isPassword(`${second}-${third}`, rows[0]?.code_hash))) return false;
  const { rowCount } = await pool.query(
    'delete from identity.recovery_code where account_id = $1 and name = $2 and code_hash = $3',
    [accountId, name, rows[0]?.code_hash],
  );
  return rowCount === 1;
}

const plain = (typed: string): string => typed.trim().toLowerCase();
