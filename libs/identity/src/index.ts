export { type Account, type AccountDraft, type AccountGrant, Accounts } from './accounts.js';
export { Bootstrap, type FirstAdministrator } from './bootstrap.js';
export { Confirmation, type Confirmed, type Proof, type ProofKind } from './confirmation.js';
export { ExternalIdentities, type ExternalIdentity } from './external-identities.js';
export { demandOf, type FactorDemand, markDemonstration } from './factor-demand.js';
export { type Factor, type FactorKind, Factors } from './factors.js';
export type {
  AccessEvent,
  AccountEvent,
  AdministrationEvent,
  CommandRefused,
  LoggedIn,
  LogInRefused,
  LogOutReason,
  RecordChanged,
  RecordsAccessed,
  RefusalEvent,
  SessionEvent,
} from './facts.js';
export { type HoldersQuery, holders, nearestHolders } from './holders.js';
export type { Grant, Identity } from './identity.js';
export { LogIn, type LogInResult } from './log-in.js';
export { openSessions } from './open-sessions.js';
export { type EnrolmentOptions, type NewKey, Passkeys, type Signed, type SigningOptions } from './passkeys.js';
export { checkPassword } from './password.js';
export { PASSWORD_POLICIES, type PasswordPolicy, type PasswordProfile } from './password-policy.js';
export { IDENTITY_REFUSALS } from './refusals.js';
export { relyingPartyOf } from './relying-party.js';
export { Sealing } from './sealing.js';
export {
  type Beginning,
  FRESH_MINUTES,
  isFresh,
  LACKS,
  type Lack,
  type OpenSession,
  type Session,
  type SessionLimits,
  Sessions,
} from './sessions.js';
export { type Provider, type SignInAttempt, SingleSignOn } from './single-sign-on.js';
export { type NewSecret, Totps } from './totp.js';
