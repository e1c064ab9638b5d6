import { HttpException } from '@nestjs/common';
import { IdempotencyMismatch, UnknownOutcome, VersionConflict } from '#libs/event-store';
import { DomainError, type RefusalKind } from '#libs/kernel';
import type { Fault } from './lean-validation.js';
import { type Language, textOf, titleOf } from './messages/language.js';
import { LogInFailed, NotLoggedIn, PreconditionMissing } from './refusals.js';

/** What an error means to whoever asked; the only place where errors get a status. */
export interface Meaning {
  readonly status: number;
  readonly code: string;
  readonly details: Readonly<Record<string, unknown>>;
  /** Seconds after which trying again makes sense. */
  readonly retryAfter?: number;
}

/** RFC 9457, with what people and programs need of it: a stable code, the rule, where the fault lies, the request's id. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly rule?: string;
  readonly errors?: readonly { readonly pointer: string; readonly message: string }[];
  readonly requestId: string;
  readonly [extension: string]: unknown;
}

const STATUS: Readonly<Record<RefusalKind, number>> = {
  invalid: 400,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  stale: 412,
  'too-soon': 429,
};

const HTTP_CODES: Readonly<Record<number, string>> = {
  404: 'request.no-such-route',
  405: 'request.method-not-allowed',
  408: 'request.timeout',
  413: 'request.too-large',
  415: 'request.unsupported-media-type',
};

export function meaningOf(error: unknown): Meaning {
  if (error instanceof DomainError) return refused(error);
  if (error instanceof VersionConflict)
    return { status: 412, code: 'request.stale', details: { expected: error.expected, actual: error.actual } };
  if (error instanceof NotLoggedIn) return { status: 401, code: 'session.required', details: {} };
  if (error instanceof PreconditionMissing) return { status: 428, code: 'request.if-match-missing', details: {} };
  if (error instanceof IdempotencyMismatch) return { status: 422, code: 'request.idempotency-key-reused', details: {} };
  if (error instanceof UnknownOutcome)
    return { status: 503, code: 'request.unknown-outcome', details: {}, retryAfter: 1 };
  if (error instanceof LogInFailed) return logInFailed(error);
  if (isUnavailable(error)) return { status: 503, code: 'service.unavailable', details: {}, retryAfter: 2 };
  const status = statusOf(error);
  if (status !== undefined && status >= 400 && status < 500)
    return { status, code: HTTP_CODES[status] ?? 'request.malformed', details: {} };
  return { status: 500, code: 'service.fault', details: {} };
}

/** What of a refusal's details a client may build on; everything else stays inside. */
const TOLD = [
  'stage',
  'allowed',
  'current',
  'conflicts',
  'items',
  'findings',
  'actual',
  'version',
  'excludes',
] as const;

export function problemOf({ status, code, details }: Meaning, language: Language, requestId: string): Problem {
  const { rule, errors, pointer } = details as { rule?: string; errors?: readonly Fault[]; pointer?: string };
  const detail = textOf(code, language, details) ?? titleOf(status, language);
  const located =
    errors?.map((fault) => ({
      pointer: fault.pointer,
      message: textOf(fault.code, language, fault.details) ?? detail,
    })) ?? (pointer === undefined ? undefined : [{ pointer, message: detail }]);
  const told = TOLD.filter((name) => details[name] !== undefined).map((name) => [name, details[name]]);
  return {
    type: `urn:shuangshen:problem:${code}`,
    title: titleOf(status, language),
    status,
    code,
    detail,
    ...(rule === undefined ? {} : { rule }),
    ...(located === undefined ? {} : { errors: located }),
    ...Object.fromEntries(told),
    requestId,
  };
}

function refused({ kind, code, details }: DomainError): Meaning {
  const { seconds } = details as { seconds?: number };
  return { status: STATUS[kind], code, details, ...(kind === 'too-soon' ? { retryAfter: seconds ?? 1 } : {}) };
}

function logInFailed({ waitSeconds }: LogInFailed): Meaning {
  return waitSeconds > 0
    ? { status: 429, code: 'session.too-many-attempts', details: { seconds: waitSeconds }, retryAfter: waitSeconds }
    : { status: 401, code: 'session.log-in-failed', details: {} };
}

function statusOf(error: unknown): number | undefined {
  if (error instanceof HttpException) return error.getStatus();
  const { statusCode } = error as { statusCode?: unknown };
  return typeof statusCode === 'number' ? statusCode : undefined;
}

/** SQLSTATE classes: connection (08), resources (53), operator's intervention, a statement that took too long (57), a lock (55P03). */
const PASSING = /^(?:08|53|57|55P03|40)/;
const NETWORK = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EHOSTUNREACH']);
/** What `pg` says without a code of its own. */
const PG_SAYS =
  /timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error|Query read timeout|after calling end on the pool/;

function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, driverError } = error as { code?: unknown; driverError?: unknown };
  if (driverError instanceof Error && driverError !== error) return isUnavailable(driverError);
  if (typeof code === 'string' && (NETWORK.has(code) || (/^[0-9A-Z]{5}$/.test(code) && PASSING.test(code))))
    return true;
  return PG_SAYS.test(error.message);
}
