import { randomUUID } from 'node:crypto';
import {
  type AuthenticationResponseJSON,
  type AuthenticatorTransport,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { Pool } from 'pg';
import { inTransaction } from '#libs/database';
import { CHALLENGE_MS, Challenges } from './challenges.js';
import { asRefusal, identityRefusal } from './refusals.js';
import type { RelyingParty } from './relying-party.js';

const MOST = 5;
const RP_NAME = '双审';

export type SigningOptions = PublicKeyCredentialRequestOptionsJSON;
export type EnrolmentOptions = PublicKeyCredentialCreationOptionsJSON;
export type Signed = AuthenticationResponseJSON;
export type NewKey = RegistrationResponseJSON;

interface KeyRow {
  id: string;
  credential_id: string;
  public_key: Buffer;
  counter: string;
  transports: AuthenticatorTransport[];
}

/** Keys and devices that sign (WebAuthn), as a second factor: the password has been given before. */
export class Passkeys {
  readonly #challenges: Challenges;

  constructor(
    private readonly pool: Pool,
    /** Undefined: browsers do not sign at this address, and everything here is refused. */
    private readonly party: RelyingParty | undefined,
  ) {
    this.#challenges = new Challenges(pool);
  }

  /** What the browser has to be told to make a new key. */
  async enrolmentOptions(
    { accountId, login, name }: { accountId: string; login: string; name: string },
    sessionId: string,
  ): Promise<EnrolmentOptions> {
    const known = await this.#keysOf(accountId);
    if (known.length >= MOST) throw identityRefusal('factor.too-many', { most: MOST });
    const options = await generateRegistrationOptions({
      rpName: RP_NAME,
      rpID: this.#needed().id,
      userName: login,
      userDisplayName: name,
      timeout: CHALLENGE_MS,
      attestationType: 'none',
      excludeCredentials: known.map(described),
      authenticatorSelection: { residentKey: 'discouraged', userVerification: 'preferred' },
    });
    await this.#challenges.keep(sessionId, 'enrol', options.challenge);
    return options;
  }

  /** Takes the new key in and answers the factor's id. Refuses what was not made here, for us, by a present person, just now. */
  async enrol(accountId: string, sessionId: string, name: string, response: NewKey): Promise<string> {
    const { id: expectedRPID, origin: expectedOrigin } = this.#needed();
    const expectedChallenge = await this.#challenges.take(sessionId, 'enrol');
    const seen = { response, expectedChallenge, expectedOrigin, expectedRPID, requireUserVerification: false };
    const { registrationInfo } = await verifyRegistrationResponse(seen).catch(refused);
    if (!registrationInfo) throw identityRefusal('factor.passkey-refused');
    const { credential } = registrationInfo;
    const id = randomUUID();
    await inTransaction(this.pool, async (client) => {
      await client.query('select from identity.account where id = $1 for update', [accountId]);
      const { rowCount } = await client.query('select from identity.passkey where account_id = $1', [accountId]);
      if ((rowCount ?? 0) >= MOST) throw identityRefusal('factor.too-many', { most: MOST });
      await client.query(
        `insert into identity.passkey (id, account_id, credential_id, public_key, counter, transports, name)
         values ($1, $2, $3, $4, $5, $6, $7)`,
        [
          id,
          accountId,
          credential.id,
          Buffer.from(credential.publicKey),
          credential.counter,
          transportsOf(response),
          name,
        ],
      );
    }).catch((error) => {
      throw asRefusal(error);
    });
    return id;
  }

  /** What the browser has to be told to let one of the account's keys sign. */
  async signingOptions(accountId: string, sessionId: string): Promise<SigningOptions> {
    const known = await this.#keysOf(accountId);
    if (known.length === 0) throw identityRefusal('factor.not-found');
    const options = await generateAuthenticationOptions({
      rpID: this.#needed().id,
      timeout: CHALLENGE_MS,
      allowCredentials: known.map(described),
      userVerification: 'preferred',
    });
    await this.#challenges.keep(sessionId, 'confirm', options.challenge);
    return options;
  }

  /** Whether one of the account's keys signed the session's challenge; the challenge is used up either way. */
  async use(accountId: string, sessionId: string, response: Signed): Promise<boolean> {
    const { id: expectedRPID, origin: expectedOrigin } = this.#needed();
    const expectedChallenge = await this.#challenges.take(sessionId, 'confirm');
    const key = (await this.#keysOf(accountId)).find((one) => one.credential_id === response.id);
    if (!key) return false;
    const verified = await verifyAuthenticationResponse({
      response,
      ...{ expectedChallenge, expectedOrigin, expectedRPID, requireUserVerification: false },
      credential: { ...described(key), publicKey: new Uint8Array(key.public_key), counter: Number(key.counter) },
    }).catch(() => ({ verified: false as const, authenticationInfo: undefined }));
    if (!verified.verified) return false;
    // A counter that does not grow is a copied key, unless the key does not count at all.
    const { rowCount } = await this.pool.query(
      `update identity.passkey set counter = $2, last_used_at = now() where id = $1 and (counter < $2 or (counter = 0 and $2 = 0))`,
      [key.id, verified.authenticationInfo.newCounter],
    );
    return rowCount === 1;
  }

  async #keysOf(accountId: string): Promise<readonly KeyRow[]> {
    const { rows } = await this.pool.query<KeyRow>(
      `select id, credential_id, public_key, counter, transports from identity.passkey
        where account_id = $1 order by enrolled_at`,
      [accountId],
    );
    return rows;
  }

  #needed(): RelyingParty {
    if (!this.party) throw identityRefusal('factor.no-passkeys-here');
    return this.party;
  }
}

const described = ({ credential_id: id, transports }: KeyRow) => ({ id, transports });

const TRANSPORTS = new Set(['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb']);

/** Only the words that are known: the browser's answer is anybody's text. */
function transportsOf({ response }: NewKey): string[] {
  const { transports } = response as { transports?: unknown };
  return Array.isArray(transports) ? transports.filter((word) => TRANSPORTS.has(word as string)) : [];
}

/** The library says with an error what it does not like; a person can only try again. */
function refused(): never {
  throw identityRefusal('factor.passkey-refused');
}
