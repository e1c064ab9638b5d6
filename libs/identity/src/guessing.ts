import { createHash } from 'node:crypto';
import { Pool } from 'pg';

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

  async #begin(keys: readonly Buffer[], free: readonly number[]): Promise<number> {
    const { rows } = await this.pool.query<{ wait: number }>({
      name: 'identity.count_attempt',
      text: 'select identity.count_attempt($1, $2, $3, $4) as wait',
      values: [keys, free, LONGEST_S, FORGOTTEN_H],
    });
    return rows[0]!.wait;
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
