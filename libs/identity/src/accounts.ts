import { Pool, type PoolClient } from 'pg';
import { inTransaction } from '#libs/database';
import { changePassword, replacePassword } from './change-password.js';
import type { FactorKind } from './factors.js';
import type { Grant } from './identity.js';
import { hashPassword, oneTimePassword } from './password.js';
import { PASSWORD_POLICIES, type PasswordPolicy } from './password-policy.js';
import { asRefusal, identityRefusal } from './refusals.js';
import { endSessions } from './sessions.js';

/** An account as administrators see it: never a hash. */
export interface Account {
  readonly id: string;
  readonly personId: string;
  readonly login: string;
  readonly grants: readonly Grant[];
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
  readonly grants: readonly Grant[];
}

interface AccountRow {
  id: string;
  person_id: string;
  login: string;
  grants: Grant[];
  disabled_at: Date | null;
  one_time: boolean;
  factors: FactorKind[];
}

const SELECT = `
  select a.id, a.person_id, a.login, a.disabled_at, a.one_time_until is not null as one_time,
         array(select 'totp' from identity.totp t where t.account_id = a.id and t.enrolled_at is not null
               union all (select 'passkey' from identity.passkey k where k.account_id = a.id limit 1)) as factors,
         coalesce((select json_agg(json_build_object('role', g.role, 'unitId', g.unit_id) order by g.role, g.unit_id)
                     from identity.role_grant g where g.account_id = a.id), '[]') as grants
    from identity.account a`;

/** A one-time password opens the account for so long. */
const ONE_TIME_DAYS = 14;

/** Accounts and their roles. Sessions end by themselves where a change here demands it: in the same transaction. */
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
   * exists is answered as it is, without a password. Refuses a log-in that is taken and roles that exclude each other.
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
    checkUnits(draft.grants);
    const hashed = await hashPassword(password);
    try {
      return await inTransaction(this.pool, (client) => insert(client, draft, hashed, days));
    } catch (error) {
      throw asRefusal(error);
    }
  }

  /** Gives a role and ends every session of the account: its holder begins anew with what the role asks for. One that is held already stays. */
  async grant(id: string, grant: Grant): Promise<Account> {
    checkUnits([grant]);
    await this.find(id);
    try {
      await inTransaction(this.pool, async (client) => {
        const { rowCount } = await client.query(
          `insert into identity.role_grant (account_id, role, unit_id) values ($1, $2, $3)
           on conflict (account_id, role, unit_id) do nothing`,
          [id, grant.role, grant.unitId],
        );
        if (rowCount) await endSessions(client, id);
      });
    } catch (error) {
      throw asRefusal(error);
    }
    return this.find(id);
  }

  /** Takes a role back and ends every session of the account. */
  async revoke(id: string, { role, unitId }: Grant): Promise<Account> {
    await inTransaction(this.pool, async (client) => {
      if (role === 'administrator') await keepAnAdministrator(client, id);
      const { rowCount } = await client.query(
        'delete from identity.role_grant where account_id = $1 and role = $2 and unit_id is not distinct from $3',
        [id, role, unitId],
      );
      if (rowCount) await endSessions(client, id);
    });
    return this.find(id);
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
  { id, personId, login, grants }: AccountDraft,
  hashed: string,
  days: number | undefined,
): Promise<boolean> {
  const { rowCount } = await client.query(
    `insert into identity.account (id, person_id, login, password_hash, one_time_until)
     values ($1, $2, $3, $4, now() + make_interval(days => $5::integer))
     on conflict (id) do nothing`,
    [id, personId, login, hashed, days ?? null],
  );
  if (rowCount === 0) return false;
  for (const { role, unitId } of grants)
    await client.query('insert into identity.role_grant (account_id, role, unit_id) values ($1, $2, $3)', [
      id,
      role,
      unitId,
    ]);
  return true;
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

function checkUnits(grants: readonly Grant[]): void {
  for (const [n, { role, unitId }] of grants.entries()) {
    const pointer = `/grants/${n}/unitId`;
    if (role === 'administrator' && unitId !== null) throw identityRefusal('grant.unit-not-allowed', { pointer });
    if (role !== 'administrator' && unitId === null) throw identityRefusal('grant.unit-needed', { pointer });
  }
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
