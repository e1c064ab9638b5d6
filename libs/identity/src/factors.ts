import { Pool, type PoolClient } from 'pg';
import { inTransaction } from '#libs/database';
import { drawRecoveryCodes, replaceRecoveryCodes } from './recovery-codes.js';
import { identityRefusal } from './refusals.js';
import { endSessions } from './sessions.js';

export type FactorKind = 'totp' | 'passkey';

/** A second factor as its holder sees it. */
export interface Factor {
  readonly id: string;
  readonly kind: FactorKind;
  /** What the holder called it; null: an authenticator app has no name. */
  readonly name: string | null;
  /** ISO 8601, UTC. */
  readonly enrolledAt: string;
}

const FACTORS = `
  select id, 'totp' as kind, null as name, enrolled_at from identity.totp where account_id = $1 and enrolled_at is not null
  union all
  select id, 'passkey', name, enrolled_at from identity.passkey where account_id = $1
  order by enrolled_at, id`;

/** What is enrolled for an account, whatever its kind, and the recovery codes beside it. */
export class Factors {
  constructor(private readonly pool: Pool) {}

  async of(accountId: string): Promise<{ readonly factors: readonly Factor[]; readonly recoveryCodesLeft: number }> {
    const { rowCount } = await this.pool.query('select from identity.recovery_code where account_id = $1', [accountId]);
    return { factors: await factorsOf(this.pool, accountId), recoveryCodesLeft: rowCount ?? 0 };
  }

  /**
   * What follows an enrolment: every other session of the account ends, and the first factor comes with ten recovery
   * codes, told here and nowhere again; undefined: there were some already.
   */
  async enrolled(accountId: string, sessionId: string): Promise<readonly string[] | undefined> {
    const { recoveryCodesLeft } = await this.of(accountId);
    const drawn = recoveryCodesLeft === 0 ? await drawRecoveryCodes() : undefined;
    return inTransaction(this.pool, async (client) => {
      await endSessions(client, accountId, sessionId);
      return drawn && replaceRecoveryCodes(client, accountId, drawn);
    });
  }

  /** Ten new recovery codes; those of before are worth nothing. Refuses where there is no factor they could stand in for. */
  async renewRecoveryCodes(accountId: string): Promise<readonly string[]> {
    if ((await factorsOf(this.pool, accountId)).length === 0) throw identityRefusal('factor.not-found');
    const drawn = await drawRecoveryCodes();
    return inTransaction(this.pool, (client) => replaceRecoveryCodes(client, accountId, drawn));
  }

  /** Takes one factor away, or all of them; every session of the account ends. Answers what was taken. */
  async remove(accountId: string, id?: string): Promise<readonly Factor[]> {
    return inTransaction(this.pool, async (client) => {
      await client.query('select from identity.account where id = $1 for update', [accountId]);
      const before = await factorsOf(client, accountId);
      const gone = before.filter((factor) => id === undefined || factor.id === id);
      if (gone.length === 0) throw identityRefusal('factor.not-found');
      for (const table of ['totp', 'passkey'])
        await client.query(`delete from identity.${table} where account_id = $1 and id = any($2::uuid[])`, [
          accountId,
          gone.map((factor) => factor.id),
        ]);
      if (gone.length === before.length)
        await client.query('delete from identity.recovery_code where account_id = $1', [accountId]);
      await endSessions(client, accountId);
      return gone;
    });
  }
}

async function factorsOf(db: Pool | PoolClient, accountId: string): Promise<readonly Factor[]> {
  const { rows } = await db.query<{ id: string; kind: FactorKind; name: string | null; enrolled_at: Date }>(FACTORS, [
    accountId,
  ]);
  return rows.map(({ id, kind, name, enrolled_at }) => ({ id, kind, name, enrolledAt: enrolled_at.toISOString() }));
}
