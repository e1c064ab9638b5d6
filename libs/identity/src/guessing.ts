import { createHash } from 'node:crypto';
import { Pool, type PoolClient } from 'pg';
import { inTransaction } from '#libs/database';

/** Failures that cost nothing, then the wait doubles from 1 s to the longest. Nothing is ever locked for good. */
const FREE = { account: 5, address: 50, holder: 5 };
const LONGEST_S = 15 * 60;
/** After so long without a failure counting begins anew. */
const FORGOTTEN_H = 24;

export interface Guess {
  readonly login: string;
  readonly ip: string;
}

/**
 * The growing delay against guessing: before the log-in per log-in and address and, more leniently, per address alone;
 * behind the password per account, wherever it comes from.
 */
export class Guessing {
  constructor(private readonly pool: Pool) {}

  /**
   * Counts the attempt before its password is looked at, so that many at once gain nothing. Answers the seconds to wait
   * (the attempt then is not counted), or 0.
   */
  begin(guess: Guess): Promise<number> {
    return this.#begin(keysOf(guess), [FREE.account, FREE.address]);
  }

  /** The same for somebody who knows the account's password already. */
  beginAt(accountId: string): Promise<number> {
    return this.#begin([keyAt(accountId)], [FREE.holder]);
  }

  #begin(keys: readonly Buffer[], free: readonly number[]): Promise<number> {
    return inTransaction(this.pool, async (client) => {
      // Whoever asks at the same moment waits here, in one order, and then sees what the others have counted.
      await client.query('select pg_advisory_xact_lock(key) from unnest($1::bigint[]) as asked(key)', [locksOf(keys)]);
      return await count(client, keys, free);
    });
  }

  /** The right password: its log-in counts anew, and the address takes back this one attempt. */
  async succeeded(guess: Guess): Promise<void> {
    const [account, address] = keysOf(guess);
    await this.pool.query('delete from identity.attempt where key = $1', [account]);
    await this.pool.query('update identity.attempt set failures = greatest(failures - 1, 0) where key = $1', [address]);
  }

  /** The account counts anew. */
  async succeededAt(accountId: string): Promise<void> {
    await this.pool.query('delete from identity.attempt where key = $1', [keyAt(accountId)]);
  }
}

const key = (text: string): Buffer => createHash('sha256').update(text).digest();

const keysOf = ({ login, ip }: Guess): [Buffer, Buffer] => [key(`${login}\n${ip}`), key(`\n${ip}`)];

/** No log-in holds two line breaks. */
const keyAt = (accountId: string): Buffer => key(`\n\n${accountId}`);

/** Numbers for the server's locks, in one order for everybody. */
const locksOf = (keys: readonly Buffer[]): bigint[] =>
  keys.map((each) => each.readBigInt64BE()).sort((a, b) => (a < b ? -1 : 1));

/** Seconds to wait, or 0 and the attempt is counted. */
async function count(client: PoolClient, keys: readonly Buffer[], free: readonly number[]): Promise<number> {
  const { rows } = await client.query<{ wait: number }>({
    name: 'identity.attempt',
    text: `
      with asked as (
        select key, free from unnest($1::bytea[], $2::integer[]) as a(key, free)
      ), waiting as (
        select coalesce(max(ceil(extract(epoch from
                 t.last_at + make_interval(secs => least($3, 2 ^ least(t.failures - a.free, 30))) - now()))), 0)::integer as wait
          from asked a join identity.attempt t using (key)
         where t.failures >= a.free and t.last_at > now() - make_interval(hours => $4)
      ), counted as (
        insert into identity.attempt (key, failures, last_at)
        select key, 1, now() from asked where (select wait from waiting) <= 0 order by key
        on conflict (key) do update
           set failures = case when attempt.last_at > now() - make_interval(hours => $4) then attempt.failures else 0 end + 1,
               last_at = now()
      )
      select greatest(wait, 0) as wait from waiting`,
    values: [keys, free, LONGEST_S, FORGOTTEN_H],
  });
  return rows[0]?.wait ?? 0;
}
