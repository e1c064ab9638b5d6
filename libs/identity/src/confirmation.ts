import { Pool } from 'pg';
import { Guessing } from './guessing.js';
import type { Passkeys, Signed } from './passkeys.js';
import { isPassword } from './password.js';
import { looksLikeRecoveryCode, spendRecoveryCode } from './recovery-codes.js';
import type { Session } from './sessions.js';
import type { Totps } from './totp.js';

/** What somebody gives to prove who it is: the code of an app or a recovery code, a signature, or the password. */
export type Proof = { readonly code: string } | { readonly signed: Signed } | { readonly password: string };

export type ProofKind = 'totp' | 'recovery-code' | 'passkey' | 'password';

export type Confirmed =
  | { readonly kind: ProofKind }
  | {
      readonly kind: ProofKind;
      readonly refused:
        | 'factor.code-wrong'
        | 'factor.passkey-refused'
        | 'password.wrong'
        | 'confirmation.factor-needed';
    }
  | { readonly kind: ProofKind; readonly refused: 'too-many'; readonly waitSeconds: number };

/** Proof of identity within a session: completes a log-in, and is asked for again before what weighs much. */
export class Confirmation {
  readonly #guessing: Guessing;

  constructor(
    private readonly pool: Pool,
    private readonly totps: Totps,
    private readonly passkeys: Passkeys,
  ) {
    this.#guessing = new Guessing(pool);
  }

  /**
   * Looks at the proof; a right one is used up where it works once. A password proves enough only where no factor is
   * enrolled. Guesses are counted for the account, from wherever they come, and cost a growing wait.
   */
  async check({ identity, factor, id }: Session, proof: Proof): Promise<Confirmed> {
    const kind = kindOf(proof);
    if (kind === 'password' && factor === 'enrolled') return { kind, refused: 'confirmation.factor-needed' };
    const waitSeconds = await this.#guessing.beginAt(identity.accountId);
    if (waitSeconds > 0) return { kind, refused: 'too-many', waitSeconds };
    if (!(await this.#isRight(identity.accountId, id, proof))) return { kind, refused: REFUSALS[kind] };
    await this.#guessing.succeededAt(identity.accountId);
    return { kind };
  }

  async #isRight(accountId: string, sessionId: string, proof: Proof): Promise<boolean> {
    if ('signed' in proof) return this.passkeys.use(accountId, sessionId, proof.signed);
    if ('code' in proof)
      return looksLikeRecoveryCode(proof.code)
        ? spendRecoveryCode(this.pool, accountId, proof.code)
        : this.totps.use(accountId, proof.code.replace(/\s/g, ''));
    const { rows } = await this.pool.query<{ password_hash: string }>(
      'select password_hash from identity.account where id = $1',
      [accountId],
    );
    return isPassword(proof.password, rows[0]?.password_hash);
  }
}

const REFUSALS = {
  totp: 'factor.code-wrong',
  'recovery-code': 'factor.code-wrong',
  passkey: 'factor.passkey-refused',
  password: 'password.wrong',
} as const;

function kindOf(proof: Proof): ProofKind {
  if ('signed' in proof) return 'passkey';
  if ('password' in proof) return 'password';
  return looksLikeRecoveryCode(proof.code) ? 'recovery-code' : 'totp';
}
