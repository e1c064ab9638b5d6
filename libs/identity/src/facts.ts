import type { Event } from '#libs/kernel';
import type { ProofKind } from './confirmation.js';
import type { FactorKind } from './factors.js';
import type { PasswordProfile } from './password-policy.js';

/** Streams `session-<uuid>`: one log-in and at most one log-out. */
export type SessionEvent =
  | Event<'LoggedIn', LoggedIn>
  | Event<'LoggedOut', { readonly accountId: string; readonly reason: LogOutReason }>;

export interface LoggedIn {
  readonly accountId: string;
  readonly personId: string;
  readonly login: string;
  /** The issuer that vouched for the person; absent: the password did. */
  readonly issuer?: string;
  readonly ip?: string;
  readonly userAgent?: string;
}

export type LogOutReason = 'asked' | 'password-changed' | 'ended-by-office';

/** Streams `refusal-<uuid>`: what was refused, one event each. */
export type RefusalEvent = Event<'CommandRefused', CommandRefused> | Event<'LogInRefused', LogInRefused>;

export interface CommandRefused {
  readonly command: string;
  /** The stream or resource that was meant. */
  readonly target?: string;
  readonly code: string;
  readonly rule?: string;
  readonly status: number;
}

export interface LogInRefused {
  /** As it was typed, or the name at the OpenID provider, cut at 40 characters; never a password. */
  readonly login: string;
  readonly reason: 'unknown-or-wrong' | 'too-many' | 'disabled' | 'one-time-expired' | 'not-linked';
  readonly ip?: string;
}

/** Streams `registry-<uuid>`: what administrators changed in the registry and in accounts, before and after. */
export type AdministrationEvent = Event<'RecordChanged', RecordChanged>;

export interface RecordChanged {
  /** Persons and grants are facts of streams `person-<id>` today. */
  readonly record:
    | 'division'
    | 'unit'
    | 'person'
    | 'account'
    | 'grant'
    | 'conflict'
    | 'phrase'
    | 'webhook'
    | 'delivery'
    | 'job';
  readonly id: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** Streams `account-<account id>`: how an account is opened, and every proof of who opens it. Never a code, a key or a password. */
export type AccountEvent =
  | Event<'SecondFactorEnrolled', SecondFactorEnrolled>
  | Event<'SecondFactorRemoved', SecondFactorRemoved>
  | Event<'RecoveryCodesIssued', { readonly accountId: string; readonly count: number }>
  | Event<'IdentityConfirmed', IdentityConfirmed>
  | Event<'ConfirmationRefused', ConfirmationRefused>
  | Event<'ExternalIdentityLinked', ExternalIdentityChanged>
  | Event<'ExternalIdentityUnlinked', ExternalIdentityChanged>
  | Event<'PasswordChanged', { readonly accountId: string; readonly policy: PasswordProfile }>;

export interface ExternalIdentityChanged {
  readonly accountId: string;
  readonly issuer: string;
  readonly subject: string;
}

export interface SecondFactorEnrolled {
  readonly accountId: string;
  readonly factorId: string;
  readonly kind: FactorKind;
  /** How many recovery codes were told with it; 0: there were some already. */
  readonly recoveryCodes: number;
}

export interface SecondFactorRemoved {
  readonly accountId: string;
  readonly factors: readonly { readonly id: string; readonly kind: FactorKind }[];
  readonly by: 'holder' | 'administrator';
}

export interface IdentityConfirmed {
  readonly accountId: string;
  readonly sessionId: string;
  readonly with: ProofKind;
  /** Whether it completed the log-in, or renewed the proof within a session. */
  readonly for: 'log-in' | 'session';
}

export interface ConfirmationRefused extends IdentityConfirmed {
  /** The code of the refusal. */
  readonly reason: string;
}

/**
 * Streams `access-<uuid>`: what an auditor read, searched for or took away, one event for each act. Who supervises is
 * supervised: the trail tells who looked at what.
 */
export type AccessEvent =
  | Event<'RecordsRead', RecordsAccessed>
  | Event<'RecordsSearched', RecordsAccessed>
  | Event<'RecordsExported', RecordsAccessed>;

export interface RecordsAccessed {
  /** The operation of the API. */
  readonly operation: string;
  /** The evaluation or campaign it was about. */
  readonly target?: string;
  /** What was asked for: filters, a moment, a text. */
  readonly asked?: Readonly<Record<string, string>>;
}
