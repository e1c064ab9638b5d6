export { type Account, type AccountDraft, Accounts } from './accounts.js';
export { Bootstrap, type FirstAdministrator } from './bootstrap.js';
export type {
  AdministrationEvent,
  CommandRefused,
  LoggedIn,
  LogInRefused,
  LogOutReason,
  RecordChanged,
  RefusalEvent,
  SessionEvent,
} from './facts.js';
export type { Grant, Identity } from './identity.js';
export { LogIn, type LogInResult } from './log-in.js';
export { checkPassword } from './password.js';
export { IDENTITY_REFUSALS } from './refusals.js';
export { type Session, type SessionLimits, Sessions } from './sessions.js';
