import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { Pool, type PoolClient } from 'pg';
import { type FactorDemand, needsFactor } from './factor-demand.js';
import type { FactorKind } from './factors.js';
import type { Identity } from './identity.js';
import { FIND, identityOf, type SessionRow, TOUCH } from './session-row.js';

export interface SessionLimits {
  /** Minutes without a request after which a session has ended. */
  readonly idleMinutes: number;
  /** Hours after which it has ended in any case. */
  readonly maxHours: number;
  /** What accounts with weight need; not given: `required`. */
  readonly factorDemand?: FactorDemand;
  /** Days after which a password has to be replaced; not given: it never has to. */
  readonly passwordDays?: number | undefined;
}

/** What the person has to do before anything else, in this order. */
export const LACKS = ['second-factor', 'new-password', 'enrolment'] as const;
export type Lack = (typeof LACKS)[number];

export interface Session {
  readonly id: string;
  readonly identity: Identity;
  /** null: nothing, the session is open. */
  readonly lacks: Lack | null;
  /** Whether a second factor is enrolled; where not, whether the roles demand one, would elsewhere, or do not. */
  readonly factor: 'enrolled' | 'required' | 'offered' | 'free';
  /** Which kinds are enrolled. */
  readonly factors: readonly FactorKind[];
  /** Whether it was given in this session. */
  readonly factorGiven: boolean;
  /** Until when, on this process's monotonic clock in ms, the person's identity counts as just confirmed. */
  readonly confirmedUntil: number;
}

/** A browser that is logged in, as others see it: never its token. Moments are ISO 8601, UTC. */
export interface OpenSession {
  readonly id: string;
  readonly openedAt: string;
  readonly seenAt: string;
  readonly expiresAt: string;
  readonly factorGiven: boolean;
}

/** Whether the person proved within the last five minutes who it is. */
export const isFresh = ({ confirmedUntil }: Session): boolean => performance.now() < confirmedUntil;

/** How long a confirmation holds for what weighs much. */
export const FRESH_MINUTES = 5;

/** How a session begins that goes on from another: what was proved there already. */
export interface Beginning {
  readonly factorGiven?: boolean;
  /** False: the next thing that weighs much asks for a proof. */
  readonly fresh?: boolean;
  /** False: somebody else vouched for the person, and nobody is asked to replace a password that was not used. */
  readonly byPassword?: boolean;
}

/** How long another process may still believe in a session that this one ended, in ms. */
const BELIEVED = 1_000;
const REMEMBERED = 10_000;
/** How often "still in use" is written, in ms. */
const SEEN_EVERY = 60_000;

/** Browsers that are logged in. The token is the browser's; here is only its SHA-256. */
export class Sessions {
  readonly #known = new Map<string, { readonly session: Session; readonly until: number }>();
  readonly #asked = new Map<string, Promise<Session | undefined>>();
  readonly #seen = new Map<string, number>();
  /** What was asked before something changed is answered to its asker and not remembered. */
  #era = 0;

  constructor(
    private readonly pool: Pool,
    private readonly limits: SessionLimits,
  ) {}

  /** Opens a session; the token (256 bits, base64url) is told once. */
  async open(
    accountId: string,
    { factorGiven = false, fresh = true, byPassword = true }: Beginning = {},
  ): Promise<{ id: string; token: string }> {
    const token = newToken();
    const id = randomUUID();
    await this.pool.query(
      `with gone as (delete from identity.session where expires_at < now() or seen_at < now() - make_interval(mins => $5))
       insert into identity.session (token_hash, id, account_id, expires_at, factor_given, confirmed_at, by_password)
       values ($1, $2, $3, now() + make_interval(hours => $4), $6, now() - case when $7 then interval '0' else interval '1 hour' end, $8)`,
      [hashOf(token), id, accountId, this.limits.maxHours, this.limits.idleMinutes, factorGiven, fresh, byPassword],
    );
    return { id, token };
  }

  /**
   * The person has proved who it is; with `factor`, by the second factor. What that opens goes on under a new token,
   * which is the answer: a token that was known before the proof opens nothing after it. Undefined: the session has ended
   * meanwhile, or goes on under another token already.
   */
  async confirmed(
    token: string,
    { lacks }: Session,
    { factor }: { readonly factor: boolean },
  ): Promise<string | undefined> {
    const next = factor && lacks !== null ? newToken() : token;
    const { rowCount } = await this.pool.query(
      `update identity.session set confirmed_at = now(), factor_given = factor_given or $2, token_hash = $3
        where token_hash = $1`,
      [hashOf(token), factor, hashOf(next)],
    );
    this.#forget(token);
    return rowCount === 1 ? next : undefined;
  }

  /** Whose session it is, at most 1 s old; undefined when there is none, it has ended, or the account is disabled. */
  async find(token: string): Promise<Session | undefined> {
    const now = performance.now();
    const known = this.#known.get(token);
    if (known && known.until > now) return known.session;
    return this.findNow(token);
  }

  /** The same, asked of the database now: before somebody is sent away for what was done through another process. */
  async findNow(token: string): Promise<Session | undefined> {
    const now = performance.now();
    if (!/^[\w-]{43}$/.test(token)) return undefined;
    const asked = this.#asked.get(token) ?? this.#ask(token, now);
    this.#asked.set(token, asked);
    return asked.finally(() => this.#asked.delete(token));
  }

  async #ask(token: string, now: number): Promise<Session | undefined> {
    const seen = this.#seen.get(token) ?? Number.NEGATIVE_INFINITY;
    const touch = now - seen > SEEN_EVERY;
    const era = this.#era;
    const { rows } = await this.pool.query<SessionRow>({
      name: `identity.session${touch ? '.touch' : ''}`,
      text: `${touch ? TOUCH : ''} ${FIND}`,
      values: [hashOf(token), this.limits.idleMinutes, this.limits.passwordDays ?? null, FRESH_MINUTES],
    });
    const row = rows[0];
    if (!row) {
      this.#known.delete(token);
      this.#seen.delete(token);
      return undefined;
    }
    if (this.#known.size >= REMEMBERED) this.forgetAll();
    if (touch) this.#seen.set(token, now);
    const session = this.#sessionOf(row, now);
    if (era === this.#era) this.#known.set(token, { session, until: now + BELIEVED });
    return session;
  }

  #sessionOf(row: SessionRow, now: number): Session {
    const { factorDemand = 'required' } = this.limits;
    const enrolled = row.factors.length > 0;
    const factor = enrolled ? 'enrolled' : needsFactor(row.grants) ? factorDemand : 'free';
    const lacking: Readonly<Record<Lack, boolean>> = {
      'second-factor': enrolled && !row.factor_given,
      'new-password': row.must_change,
      enrolment: factor === 'required',
    };
    return {
      id: row.id,
      identity: identityOf(row),
      lacks: LACKS.find((lack) => lacking[lack]) ?? null,
      factor,
      factors: row.factors,
      factorGiven: row.factor_given,
      confirmedUntil: now + row.fresh_ms,
    };
  }

  /** Ends the session; in this process at once, in others within 1 s. */
  async close(token: string): Promise<void> {
    await this.pool.query('delete from identity.session where token_hash = $1', [hashOf(token)]);
    this.#forget(token);
    this.#seen.delete(token);
  }

  /** Where the account is logged in, the latest sign of life first. */
  async of(accountId: string): Promise<readonly OpenSession[]> {
    const { rows } = await this.pool.query<{
      id: string;
      opened_at: Date;
      seen_at: Date;
      expires_at: Date;
      factor_given: boolean;
    }>(
      `select id, opened_at, seen_at, expires_at, factor_given from identity.session
        where account_id = $1 and expires_at > now() and seen_at > now() - make_interval(mins => $2)
        order by seen_at desc limit 200`,
      [accountId, this.limits.idleMinutes],
    );
    return rows.map((row) => ({
      id: row.id,
      openedAt: row.opened_at.toISOString(),
      seenAt: row.seen_at.toISOString(),
      expiresAt: row.expires_at.toISOString(),
      factorGiven: row.factor_given,
    }));
  }

  /** Ends one session of the account; false: there is none with this id. */
  async end(accountId: string, id: string): Promise<boolean> {
    const { rowCount } = await this.pool.query('delete from identity.session where account_id = $1 and id::text = $2', [
      accountId,
      id,
    ]);
    this.forgetAll();
    return rowCount === 1;
  }

  #forget(token: string): void {
    this.#era += 1;
    this.#known.delete(token);
    this.#asked.delete(token);
  }

  /** Forgets what is remembered: after accounts, roles or persons changed, the next request asks the database. */
  forgetAll(): void {
    this.#era += 1;
    this.#known.clear();
    this.#asked.clear();
    this.#seen.clear();
  }
}

/** Ends every session of the account but one, in the transaction of what demands it. Answers how many. */
export async function endSessions(db: Pool | PoolClient, accountId: string, except?: string): Promise<number> {
  const { rowCount } = await db.query(
    'delete from identity.session where account_id = $1 and id is distinct from $2::uuid',
    [accountId, except ?? null],
  );
  return rowCount ?? 0;
}

const newToken = (): string => randomBytes(32).toString('base64url');

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
