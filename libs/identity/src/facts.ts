import type { Event } from '#libs/kernel';

/** Streams `session-<uuid>`: one log-in and at most one log-out. */
export type SessionEvent =
  | Event<'LoggedIn', LoggedIn>
  | Event<'LoggedOut', { readonly accountId: string; readonly reason: LogOutReason }>;

export interface LoggedIn {
  readonly accountId: string;
  readonly personId: string;
  readonly login: string;
  readonly ip?: string;
  readonly userAgent?: string;
}

export type LogOutReason = 'asked' | 'password-changed';

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
  /** As it was typed, cut at 40 characters; never a password. */
  readonly login: string;
  readonly reason: 'unknown-or-wrong' | 'too-many' | 'disabled' | 'one-time-expired';
  readonly ip?: string;
}

/** Streams `registry-<uuid>`: what administrators changed in the registry and in accounts, before and after. */
export type AdministrationEvent = Event<'RecordChanged', RecordChanged>;

export interface RecordChanged {
  readonly record: 'division' | 'unit' | 'person' | 'account' | 'grant';
  readonly id: string;
  readonly before: unknown;
  readonly after: unknown;
}
