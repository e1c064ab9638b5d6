import { createHash, randomUUID } from 'node:crypto';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Metadata } from '#libs/event-store';
import type { Identity } from '#libs/identity';
import { type Actor, DomainError } from '#libs/kernel';
import { NotLoggedIn, PreconditionMissing } from './refusals.js';
import { type Known, knownOf } from './request.js';

/** A request that wants something changed: by whom, when, in which request and under which idempotency key. */
export interface Order {
  readonly by: Identity;
  readonly at: string;
  readonly idempotency: { readonly key: string; readonly requestHash: string };
  readonly correlationId: string;
  readonly known: Known;
}

/** The order behind a request. Refuses one without `Idempotency-Key` of 8 to 128 printable ASCII characters. */
export const Ordered = createParamDecorator((_: unknown, context: ExecutionContext): Order => {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  const key = request.headers['idempotency-key'];
  if (key === undefined) throw new DomainError('invalid', 'request.idempotency-key-missing');
  if (typeof key !== 'string' || !/^[\x21-\x7e]{8,128}$/.test(key))
    throw new DomainError('invalid', 'request.idempotency-key-malformed');
  const known = knownOf(request);
  const requestHash = createHash('sha256').update(`${request.method} ${request.url}\n${known.text}`).digest('hex');
  return {
    by: identityOf(known),
    at: new Date().toISOString(),
    idempotency: { key, requestHash },
    correlationId: request.id,
    known,
  };
});

/** Who is logged in. */
export const LoggedInAs = createParamDecorator(
  (_: unknown, context: ExecutionContext): Identity =>
    identityOf(knownOf(context.switchToHttp().getRequest<FastifyRequest>())),
);

/** The version the person saw: `If-Match: "7"`. Missing: 428; anything but one strong version: 400. */
export const ExpectedVersion = createParamDecorator((_: unknown, context: ExecutionContext): number => {
  const given = context.switchToHttp().getRequest<FastifyRequest>().headers['if-match'];
  if (given === undefined || given === '') throw new PreconditionMissing();
  const version = /^"(\d{1,9})"$/.exec(given)?.[1];
  if (version === undefined) throw new DomainError('invalid', 'request.if-match-malformed');
  return Number(version);
});

/** The metadata under which the order's events are recorded, acting in the role. */
export function metadataOf(order: Order, actor: Actor): Metadata {
  return {
    actor,
    commandId: randomUUID(),
    correlationId: order.correlationId,
    idempotency: order.idempotency,
  };
}

/** The person of the order, acting in the role. */
export function actorOf({ by }: Pick<Order, 'by'>, role: string): Actor {
  const { personId, accountId, memberOf, conflictsWith, delegators } = by;
  return { personId, accountId, role, memberOf, conflictsWith, delegators };
}

function identityOf({ session }: Known): Identity {
  if (session === undefined) throw new NotLoggedIn();
  return session.identity;
}
