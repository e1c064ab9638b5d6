import { createHash } from 'node:crypto';
import { Pool } from 'pg';

/** Failures that cost nothing, then the wait doubles from 1 s to the longest. Nothing is ever locked for good. */
const FREE = { account: 5, address: 50 };
const LONGEST_S = 15 * 60;
/** After so long without a failure counting begins anew. */
const FORGOTTEN_H = 24;

export interface Guess {
  readonly login: string;
  readonly ip: string;
}

/** The growing delay against guessing, per log-in and address and, more leniently, per address alone. */
export class Guessing {
  constructor(private readonly pool: Pool) {}

  /**
   * Counts the attempt before its password is looked at, so that many at once gain nothing. Answers the seconds to wait
   * (the attempt then is not counted), or 0.
   */
  async begin(guess: Guess): Promise<number> {
    const { rows } = await this.pool.query<{ wait: number }>({
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
      values: [this.#keys(guess), [FREE.account, FREE.address], LONGEST_S, FORGOTTEN_H],
    });
    return rows[0]?.wait ?? 0;
  }

  /** The right password: its log-in counts anew, and the address takes back this one attempt. */
  async succeeded(guess: Guess): Promise<void> {
    const [account, address] = this.#keys(guess);
    await this.pool.query('delete from identity.attempt where key = $1', [account]);
    await this.pool.query('update identity.attempt set failures = greatest(failures - 1, 0) where key = $1', [address]);
  }

  #keys({ login, ip }: Guess): [Buffer, Buffer] {
    const key = (text: string) => createHash('sha256').update(text).digest();
    return [key(`${login}\n${ip}`), key(`\n${ip}`)];
  }
}
