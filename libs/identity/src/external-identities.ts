import { Pool } from 'pg';
import { inTransaction } from '#libs/database';
import { asRefusal, identityRefusal } from './refusals.js';
import { endSessions } from './sessions.js';

/** Somebody as an OpenID provider knows them. */
export interface ExternalIdentity {
  readonly issuer: string;
  /** `sub`: unique at the issuer and never given to another. */
  readonly subject: string;
}

/** Which account an identity from elsewhere opens. Each opens one, and an account has one of each issuer. */
export class ExternalIdentities {
  constructor(private readonly pool: Pool) {}

  async of(accountId: string): Promise<readonly ExternalIdentity[]> {
    const { rows } = await this.pool.query<ExternalIdentity>(
      'select issuer, subject from identity.external_identity where account_id = $1 order by issuer',
      [accountId],
    );
    return rows;
  }

  /** Refuses an identity that opens an account already, and an account that has one of this issuer. */
  async link(accountId: string, { issuer, subject }: ExternalIdentity): Promise<void> {
    try {
      await this.pool.query(
        'insert into identity.external_identity (issuer, subject, account_id) values ($1, $2, $3)',
        [issuer, subject, accountId],
      );
    } catch (error) {
      throw asRefusal(error);
    }
  }

  /** Takes the account's identity of this issuer away and ends its sessions; answers what was linked. */
  async unlink(accountId: string, issuer: string): Promise<ExternalIdentity> {
    return inTransaction(this.pool, async (client) => {
      const { rows } = await client.query<ExternalIdentity>(
        'delete from identity.external_identity where account_id = $1 and issuer = $2 returning issuer, subject',
        [accountId, issuer],
      );
      if (!rows[0]) throw identityRefusal('sign-in.not-linked');
      await endSessions(client, accountId);
      return rows[0];
    });
  }
}
