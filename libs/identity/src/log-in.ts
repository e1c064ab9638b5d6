import { Pool } from 'pg';
import type { ExternalIdentity } from './external-identities.js';
import type { LogInRefused } from './facts.js';
import { Guessing } from './guessing.js';
import { isPassword } from './password.js';
import { Sessions } from './sessions.js';

export type LogInResult =
  | {
      readonly session: { readonly id: string; readonly token: string };
      readonly accountId: string;
      readonly personId: string;
      readonly login: string;
    }
  | { readonly refused: LogInRefused['reason']; readonly waitSeconds: number };

/** Lets people in. Whoever is refused learns neither whether the log-in exists nor why, but how long to wait. */
export class LogIn {
  readonly #guessing: Guessing;

  constructor(
    private readonly pool: Pool,
    private readonly sessions: Sessions,
  ) {
    this.#guessing = new Guessing(pool);
  }

  async enter({ login: typed, password, ip }: { login: string; password: string; ip: string }): Promise<LogInResult> {
    const login = typed.trim().toLowerCase();
    const waitSeconds = await this.#guessing.begin({ login, ip });
    if (waitSeconds > 0) return { refused: 'too-many', waitSeconds };

    const { rows } = await this.pool.query<{
      id: string;
      person_id: string;
      password_hash: string;
      disabled: boolean;
      expired: boolean;
    }>(
      `select id, person_id, password_hash, disabled_at is not null as disabled, coalesce(one_time_until < now(), false) as expired
         from identity.account where login = $1`,
      [login],
    );
    const account = rows[0];
    if (!(await isPassword(password, account?.password_hash)) || !account)
      return { refused: 'unknown-or-wrong', waitSeconds: 0 };
    if (account.disabled) return { refused: 'disabled', waitSeconds: 0 };
    if (account.expired) return { refused: 'one-time-expired', waitSeconds: 0 };

    await this.#guessing.succeeded({ login, ip });
    const session = await this.sessions.open(account.id);
    return { session, accountId: account.id, personId: account.person_id, login };
  }

  /** Lets in whom an OpenID provider vouches for, through the account an administrator has linked; never makes one. */
  async enterAs({ issuer, subject }: ExternalIdentity): Promise<LogInResult> {
    const { rows } = await this.pool.query<{ id: string; person_id: string; login: string; disabled: boolean }>(
      `select a.id, a.person_id, a.login, a.disabled_at is not null as disabled
         from identity.external_identity e join identity.account a on a.id = e.account_id
        where e.issuer = $1 and e.subject = $2`,
      [issuer, subject],
    );
    const account = rows[0];
    if (!account) return { refused: 'not-linked', waitSeconds: 0 };
    if (account.disabled) return { refused: 'disabled', waitSeconds: 0 };
    const session = await this.sessions.open(account.id, { byPassword: false });
    return { session, accountId: account.id, personId: account.person_id, login: account.login };
  }
}
