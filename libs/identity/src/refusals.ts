import { violationOf } from '#libs/database';
import { DomainError, type RefusalKind } from '#libs/kernel';

/** Every code identity can refuse with. */
export const IDENTITY_REFUSALS = {
  'account.login-taken': 'conflict',
  'account.unknown-person': 'invalid',
  'account.not-found': 'not-found',
  'account.last-administrator': 'conflict',
  'password.too-short': 'invalid',
  'password.too-long': 'invalid',
  'password.too-common': 'invalid',
  'password.as-before': 'invalid',
  'password.wrong': 'forbidden',
  'password.too-many-guesses': 'too-soon',
  'password.too-simple': 'invalid',
  'password.used-before': 'invalid',
  'factor.already-enrolled': 'conflict',
  'factor.not-begun': 'conflict',
  'factor.not-found': 'not-found',
  'factor.too-many': 'conflict',
  'factor.code-wrong': 'forbidden',
  'factor.challenge-gone': 'conflict',
  'factor.passkey-refused': 'forbidden',
  'factor.passkey-known': 'conflict',
  'factor.no-passkeys-here': 'conflict',
  'factor.secret-unreadable': 'conflict',
  'confirmation.factor-needed': 'forbidden',
  'sign-in.declined': 'forbidden',
  'sign-in.failed': 'forbidden',
  'sign-in.unavailable': 'conflict',
  'sign-in.not-linked': 'not-found',
  'sign-in.linked-already': 'conflict',
  'sign-in.not-offered': 'not-found',
  'bootstrap.link-not-valid': 'forbidden',
  'bootstrap.already-done': 'conflict',
} as const satisfies Record<string, RefusalKind>;

const CONSTRAINTS: Readonly<
  Record<string, readonly [keyof typeof IDENTITY_REFUSALS, Readonly<Record<string, unknown>>]>
> = {
  account_login_key: ['account.login-taken', { pointer: '/login' }],
  account_person_id_fkey: ['account.unknown-person', { pointer: '/personId' }],
  passkey_credential_id_key: ['factor.passkey-known', {}],
  external_identity_pkey: ['sign-in.linked-already', { pointer: '/subject' }],
  external_identity_account_id_issuer_key: ['sign-in.linked-already', { pointer: '/subject' }],
};

export function identityRefusal(
  code: keyof typeof IDENTITY_REFUSALS,
  details: Readonly<Record<string, unknown>> = {},
): DomainError {
  return new DomainError(IDENTITY_REFUSALS[code], code, details);
}

/** The refusal behind a broken constraint; any other error as it is. */
export function asRefusal(error: unknown): unknown {
  const [code, details] = CONSTRAINTS[violationOf(error)?.constraint ?? ''] ?? [];
  return code === undefined ? error : identityRefusal(code, details);
}
