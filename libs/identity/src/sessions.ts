import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { Pool } from 'pg';
import type { Identity } from './identity.js';

export interface SessionLimits {
  /** Minutes without a request after which a session has ended. */
  readonly idleMinutes: number;
  /** Hours after which it has ended in any case. */
  readonly maxHours: number;
}

export interface Session {
  readonly id: string;
  readonly identity: Identity;
}

interface SessionRow {
  id: string;
  account_id: string;
  person_id: string;
  name: string;
  login: string;
  must_change: boolean;
  grants: Identity['grants'];
  member_of: string[];
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

  constructor(
    private readonly pool: Pool,
    private readonly limits: SessionLimits,
  ) {}

  /** Opens a session; the token (256 bits, base64url) is told once. */
  async open(accountId: string): Promise<{ id: string; token: string }> {
    const token = randomBytes(32).toString('base64url');
    const id = randomUUID();
    await this.pool.query(
      `with gone as (delete from identity.session where expires_at < now() or seen_at < now() - make_interval(mins => $5))
       insert into identity.session (token_hash, id, account_id, expires_at)
       values ($1, $2, $3, now() + make_interval(hours => $4))`,
      [hashOf(token), id, accountId, this.limits.maxHours, this.limits.idleMinutes],
    );
    return { id, token };
  }

  /** Whose session it is, at most 1 s old; undefined when there is none, it has ended, or the account is disabled. */
  async find(token: string): Promise<Session | undefined> {
    const now = performance.now();
    const known = this.#known.get(token);
    if (known && known.until > now) return known.session;
    if (!/^[\w-]{43}$/.test(token)) return undefined;
    const asked = this.#asked.get(token) ?? this.#ask(token, now);
    this.#asked.set(token, asked);
    return asked.finally(() => this.#asked.delete(token));
  }

  async #ask(token: string, now: number): Promise<Session | undefined> {
    const seen = this.#seen.get(token) ?? Number.NEGATIVE_INFINITY;
    const touch = now - seen > SEEN_EVERY;
    const { rows } = await this.pool.query<SessionRow>({
      name: `identity.session${touch ? '.touch' : ''}`,
      text: `${touch ? TOUCH : ''} ${FIND}`,
      values: [hashOf(token), this.limits.idleMinutes],
    });
    const row = rows[0];
    if (!row) {
      this.#known.delete(token);
      this.#seen.delete(token);
      return undefined;
    }
    if (this.#known.size >= REMEMBERED) this.forgetAll();
    if (touch) this.#seen.set(token, now);
    const session = { id: row.id, identity: identityOf(row) };
    this.#known.set(token, { session, until: now + BELIEVED });
    return session;
  }

  /** Ends the session; in this process at once, in others within 1 s. */
  async close(token: string): Promise<void> {
    await this.pool.query('delete from identity.session where token_hash = $1', [hashOf(token)]);
    this.#known.delete(token);
    this.#seen.delete(token);
  }

  /** Forgets what is remembered: after accounts, roles or persons changed, the next request asks the database. */
  forgetAll(): void {
    this.#known.clear();
    this.#asked.clear();
    this.#seen.clear();
  }
}

const TOUCH = `with touched as (
  update identity.session set seen_at = now()
   where token_hash = $1 and expires_at > now() and seen_at > now() - make_interval(mins => $2))`;

const FIND = `
  select s.id, a.id as account_id, a.person_id, p.name, a.login, a.one_time_until is not null as must_change,
         coalesce((select json_agg(json_build_object('role', g.role, 'unitId', g.unit_id) order by g.role, g.unit_id)
                     from identity.role_grant g where g.account_id = a.id), '[]') as grants,
         array(select distinct m.unit_id from registry.membership m
                where m.person_id = a.person_id
                  and (now() at time zone 'Asia/Shanghai')::date between m.from_date and coalesce(m.to_date, 'infinity')) as member_of
    from identity.session s
    join identity.account a on a.id = s.account_id
    join registry.person p on p.id = a.person_id
   where s.token_hash = $1 and s.expires_at > now() and s.seen_at > now() - make_interval(mins => $2)
     and a.disabled_at is null`;

function identityOf(row: SessionRow): Identity {
  return {
    accountId: row.account_id,
    personId: row.person_id,
    name: row.name,
    login: row.login,
    grants: row.grants,
    memberOf: row.member_of,
    mustChangePassword: row.must_change,
  };
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
