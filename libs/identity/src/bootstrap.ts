import { createHash, randomBytes } from 'node:crypto';
import { Pool } from 'pg';
import { inTransaction } from '#libs/database';
import { checkPassword, hashPassword } from './password.js';
import { PASSWORD_POLICIES, type PasswordPolicy } from './password-policy.js';
import { asRefusal, identityRefusal } from './refusals.js';

/** A printed link opens for so long; the next start prints another. */
const HOURS = 24;

export interface FirstAdministrator {
  readonly accountId: string;
  readonly personId: string;
  readonly name: string;
  readonly login: string;
  readonly password: string;
}

/** The one-time link with which the first administrator of an empty system comes to be. */
export class Bootstrap {
  constructor(
    private readonly pool: Pool,
    private readonly policy: PasswordPolicy = PASSWORD_POLICIES.asvs,
  ) {}

  /** A new token of 256 bits; those of before end. */
  async createToken(): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    await inTransaction(this.pool, async (client) => {
      await client.query('update identity.bootstrap_token set used_at = now() where used_at is null');
      await client.query(
        'insert into identity.bootstrap_token (token_hash, expires_at) values ($1, now() + make_interval(hours => $2))',
        [hashOf(token), HOURS],
      );
    });
    return token;
  }

  /**
   * Person, account and role of the first administrator, in one transaction with the end of the token. Refuses a token
   * that is unknown, used or too old, and a system in which somebody has an account already.
   */
  async redeem(token: string, { accountId, personId, name, login, password }: FirstAdministrator): Promise<void> {
    checkPassword(password, login, '/password', this.policy);
    const { rowCount: open } = await this.pool.query(
      'select from identity.bootstrap_token where token_hash = $1 and used_at is null and expires_at > now()',
      [hashOf(token)],
    );
    if (open !== 1) throw identityRefusal('bootstrap.link-not-valid');
    const hashed = await hashPassword(password);
    await inTransaction(this.pool, async (client) => {
      const { rowCount } = await client.query(
        'update identity.bootstrap_token set used_at = now() where token_hash = $1 and used_at is null and expires_at > now()',
        [hashOf(token)],
      );
      if (rowCount !== 1) throw identityRefusal('bootstrap.link-not-valid');
      const { rowCount: accounts } = await client.query('select from identity.account limit 1');
      if (accounts) throw identityRefusal('bootstrap.already-done');
      await client.query('insert into registry.person (id, name) values ($1, $2)', [personId, name]);
      await client.query('insert into identity.account (id, person_id, login, password_hash) values ($1, $2, $3, $4)', [
        accountId,
        personId,
        login,
        hashed,
      ]);
      await client.query('select identity.appoint_first($1)', [accountId]);
    }).catch((error) => {
      throw asRefusal(error);
    });
  }
}

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();
