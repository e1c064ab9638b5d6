import { randomBytes, randomUUID } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { Pool } from 'pg';
import { identityRefusal } from './refusals.js';
import type { Sealing } from './sealing.js';

/** What every authenticator app understands (RFC 6238): SHA-1, six digits, 30 seconds. */
const FORM = { algorithm: 'SHA1', digits: 6, period: 30, issuer: '双审' } as const;
const SECRET_BYTES = 20;
/** A code of the step before and of the step after is taken, too: clocks and fingers differ. */
const WINDOW = 1;
/** An enrolment that was begun waits so long for its first code. */
const BEGUN_MINUTES = 15;

/** What the app has to be told, once: as an address for its camera and as text to type (base32). */
export interface NewSecret {
  readonly id: string;
  readonly uri: string;
  readonly secret: string;
}

/** Authenticator apps. The secret is drawn here, told once, and sealed at rest. */
export class Totps {
  constructor(
    private readonly pool: Pool,
    private readonly sealing: Sealing,
    /** Milliseconds since 1970: the clock the app shares with us. */
    private readonly now: () => number = Date.now,
  ) {}

  /** Draws a secret; one that was begun and not confirmed before is forgotten. Refuses where an app is enrolled. */
  async begin(accountId: string, login: string): Promise<NewSecret> {
    const id = randomUUID();
    const bytes = randomBytes(SECRET_BYTES);
    const { rowCount } = await this.pool.query(
      `insert into identity.totp (account_id, id, sealed_secret) values ($1, $2, $3)
       on conflict (account_id) do update set id = $2, sealed_secret = $3, begun_at = now(), last_step = 0
         where totp.enrolled_at is null`,
      [accountId, id, this.sealing.seal(bytes, id)],
    );
    if (rowCount === 0) throw identityRefusal('factor.already-enrolled');
    const totp = totpOf(bytes, login);
    return { id, uri: totp.toString(), secret: totp.secret.base32 };
  }

  /** The first code proves that the app has the secret. Answers the factor's id; undefined: the code is wrong. */
  async confirm(accountId: string, code: string): Promise<string | undefined> {
    const begun = await this.#find(accountId, false);
    if (!begun) throw identityRefusal('factor.not-begun');
    const step = this.#stepOf(begun.bytes, code);
    if (step === undefined) return undefined;
    const { rowCount } = await this.pool.query(
      `update identity.totp set enrolled_at = now(), last_step = $2 where id = $1 and enrolled_at is null`,
      [begun.id, step],
    );
    if (rowCount === 0) throw identityRefusal('factor.not-begun');
    return begun.id;
  }

  /** Whether the code is right and was not used before; then it is used. */
  async use(accountId: string, code: string): Promise<boolean> {
    const enrolled = await this.#find(accountId, true);
    const step = enrolled && this.#stepOf(enrolled.bytes, code);
    if (enrolled === undefined || step === undefined) return false;
    const { rowCount } = await this.pool.query(
      'update identity.totp set last_step = $2 where id = $1 and last_step < $2',
      [enrolled.id, step],
    );
    return rowCount === 1;
  }

  async #find(accountId: string, enrolled: boolean): Promise<{ id: string; bytes: Buffer } | undefined> {
    const { rows } = await this.pool.query<{ id: string; sealed_secret: Buffer }>(
      `select id, sealed_secret from identity.totp
        where account_id = $1 and (enrolled_at is not null) = $2
          and (enrolled_at is not null or begun_at > now() - make_interval(mins => $3))`,
      [accountId, enrolled, BEGUN_MINUTES],
    );
    return rows[0] && { id: rows[0].id, bytes: this.sealing.open(rows[0].sealed_secret, rows[0].id) };
  }

  #stepOf(bytes: Buffer, code: string): number | undefined {
    const timestamp = this.now();
    const delta = totpOf(bytes, '').validate({ token: code, window: WINDOW, timestamp });
    return delta === null ? undefined : Math.floor(timestamp / 1000 / FORM.period) + delta;
  }
}

function totpOf(bytes: Buffer, label: string): TOTP {
  const buffer = new Uint8Array(bytes).buffer;
  return new TOTP({ ...FORM, label, secret: new Secret({ buffer }) });
}
