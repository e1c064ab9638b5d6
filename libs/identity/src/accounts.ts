import { Pool, type PoolClient } from 'pg';
import { inTransaction, TODAY } from '#libs/database';
import { changePassword, replacePassword } from './change-password.js';
import type { FactorKind } from './factors.js';
import { hashPassword, oneTimePassword } from './password.js';
import { PASSWORD_POLICIES, type PasswordPolicy } from './password-policy.js';
import { asRefusal, identityRefusal } from './refusals.js';
import { endSessions } from './sessions.js';

/** A role of an account with its days (of the bureau's calendar, both included), and how it came to be. */
export interface AccountGrant {
  readonly id: string;
  readonly role: string;
  readonly unitId: string | null;
  readonly from: string;
  /** null: until it is taken back. */
  readonly to: string | null;
  readonly basis: 'carried' | 'bootstrap' | 'two-persons' | 'break-glass';
}

/** An account as administrators see it: never a hash. */
export interface Account {
  readonly id: string;
  readonly personId: string;
  readonly login: string;
  /** What holds today or will; what is over is told by the person's history. */
  readonly grants: readonly AccountGrant[];
  /** ISO 8601, UTC; null: it is open. */
  readonly disabledAt: string | null;
  /** Whether the password still is the one-time one. */
  readonly oneTime: boolean;
  /** What second factors are enrolled. */
  readonly factors: readonly FactorKind[];
}

/** What an account begins as. The id is given by the caller, so that a repeated order makes the same account. */
export interface AccountDraft {
  readonly id: string;
  readonly personId: string;
  /** Lower case. */
  readonly login: string;
}

interface AccountRow {
  id: string;
  person_id: string;
  login: string;
  grants: AccountGrant[];
  disabled_at: Date | null;
  one_time: boolean;
  factors: FactorKind[];
}

const SELECT = `
  select a.id, a.person_id, a.login, a.disabled_at, a.one_time_until is not null as one_time,
         array(select 'totp' from identity.totp t where t.account_id = a.id and t.enrolled_at is not null
               union all (select 'passkey' from identity.passkey k where k.account_id = a.id limit 1)) as factors,
         coalesce((select json_agg(json_build_object('id', g.id, 'role', g.role, 'unitId', g.unit_id, 'from', g.from_date,
                                                     'to', g.to_date, 'basis', g.basis) order by g.role, g.unit_id, g.from_date)
                     from identity.dated_grant g
                    where g.account_id = a.id
                      and coalesce(g.to_date, 'infinity') >= ${TODAY}), '[]') as grants
    from identity.account a`;

/** A one-time password opens the account for so long. */
const ONE_TIME_DAYS = 14;

/**
 * Accounts; which roles they have is told by the streams of persons. Sessions end by themselves where a change here demands
 * it: in the same transaction.
 */
export class Accounts {
  constructor(
    private readonly pool: Pool,
    private readonly policy: PasswordPolicy = PASSWORD_POLICIES.asvs,
  ) {}

  /** In order of log-in, after the one given. */
  async page({ limit, after, personId }: { limit: number; after?: string | undefined; personId?: string | undefined }) {
    const { rows } = await this.pool.query<AccountRow>(
      `${SELECT} where a.login > $1 and ($2::text is null or a.person_id = $2) order by a.login limit $3`,
      [after ?? '', personId ?? null, limit + 1],
    );
    const items = rows.slice(0, limit).map(accountOf);
    return { items, next: rows.length > limit ? (items.at(-1)?.login ?? null) : null };
  }

  async find(id: string): Promise<Account> {
    const { rows } = await this.pool.query<AccountRow>(`${SELECT} where a.id = $1`, [id]);
    if (!rows[0]) throw identityRefusal('account.not-found');
    return accountOf(rows[0]);
  }

  /**
   * Opens an account with a one-time password, which is answered here and nowhere again. An account with this id that
   * exists is answered as it is, without a password. Refuses a log-in that is taken.
   */
  async open(
    account: AccountDraft,
    days = ONE_TIME_DAYS,
  ): Promise<{ account: Account; oneTimePassword: string | null }> {
    const password = oneTimePassword();
    const created = await this.#insert(account, password, days);
    return { account: await this.find(account.id), oneTimePassword: created ? password : null };
  }

  /**
   * Opens many accounts in one transaction, all or none; those whose id exists stay as they are. The one-time passwords
   * are told before the commit: what was told last is what holds, however the process ends.
   */
  async openAll(
    drafts: readonly AccountDraft[],
    days: number,
    tell: (passwords: ReadonlyMap<string, string>) => void,
  ): Promise<void> {
    const passwords = new Map(drafts.map(({ id }) => [id, oneTimePassword()]));
    const hashed = new Map<string, string>();
    for (const [id, password] of passwords) hashed.set(id, await hashPassword(password));
    try {
      await inTransaction(this.pool, async (client) => {
        for (const draft of drafts)
          if (!(await insert(client, draft, hashed.get(draft.id)!, days))) passwords.delete(draft.id);
        tell(passwords);
      });
    } catch (error) {
      throw asRefusal(error);
    }
  }

  async #insert(draft: AccountDraft, password: string, days: number): Promise<boolean> {
    const hashed = await hashPassword(password);
    try {
      return await inTransaction(this.pool, (client) => insert(client, draft, hashed, days));
    } catch (error) {
      throw asRefusal(error);
    }
  }

  /** A disabled account opens nothing: its sessions end and nobody logs in with it. */
  async setDisabled(id: string, disabled: boolean): Promise<Account> {
    await inTransaction(this.pool, async (client) => {
      if (disabled) await keepAnAdministrator(client, id);
      await client.query(
        `update identity.account set disabled_at = case when $2 then coalesce(disabled_at, now()) end where id = $1`,
        [id, disabled],
      );
      if (disabled) await endSessions(client, id);
    });
    return this.find(id);
  }

  /** Replaces a forgotten password by a one-time one and ends every session of the account. */
  async resetPassword(id: string): Promise<{ account: Account; oneTimePassword: string }> {
    await this.find(id);
    const password = oneTimePassword();
    await replacePassword(this.pool, this.policy, { id, hashed: await hashPassword(password), days: ONE_TIME_DAYS });
    return { account: await this.find(id), oneTimePassword: password };
  }

  /**
   * The holder replaces the password, knowing the old one; every session of the account ends. Refuses what the policy
   * does not allow.
   */
  async changePassword(id: string, current: string, next: string): Promise<void> {
    await changePassword(this.pool, this.policy, { id, current, next });
  }
}

/** False when there is an account with this id already. */
async function insert(
  client: PoolClient,
  { id, personId, login }: AccountDraft,
  hashed: string,
  days: number | undefined,
): Promise<boolean> {
  const { rowCount } = await client.query(
    `insert into identity.account (id, person_id, login, password_hash, one_time_until)
     values ($1, $2, $3, $4, now() + make_interval(days => $5::integer))
     on conflict (id) do nothing`,
    [id, personId, login, hashed, days ?? null],
  );
  return rowCount === 1;
}

/** Refuses when the account is the only open one that administers; two at once take turns. */
async function keepAnAdministrator(client: PoolClient, id: string): Promise<void> {
  const { rows } = await client.query<{ id: string }>(
    `select a.id from identity.account a
      where a.disabled_at is null
        and exists (select from identity.role_grant g where g.account_id = a.id and g.role = 'administrator')
      order by a.id for update`,
  );
  if (rows.length === 1 && rows[0]?.id === id) throw identityRefusal('account.last-administrator');
}

function accountOf(row: AccountRow): Account {
  return {
    id: row.id,
    personId: row.person_id,
    login: row.login,
    grants: row.grants,
    disabledAt: row.disabled_at?.toISOString() ?? null,
    oneTime: row.one_time,
    factors: row.factors,
  };
}
