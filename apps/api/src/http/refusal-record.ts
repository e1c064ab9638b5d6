import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { EventStore } from '#libs/event-store';
import type { RefusalEvent } from '#libs/identity';
import { Log } from './log.js';
import type { Meaning } from './problem.js';
import { knownOf, routeOf } from './request.js';

/** Statuses that say "you may not" or "not now"; a mistyped request or a stale page is no refusal to be remembered. */
const REMEMBERED = new Set([403, 404, 409]);
const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Refused commands are facts too: who wanted what, and why not. */
@Injectable()
export class RefusalRecord {
  constructor(
    private readonly store: EventStore,
    private readonly log: Log,
  ) {}

  /** Records a refused command of somebody who is logged in; resolves when it is stored, and never rejects. */
  async record(request: FastifyRequest, { status, code, details }: Meaning): Promise<void> {
    const { session, command } = knownOf(request);
    if (!session || READS.has(request.method) || !REMEMBERED.has(status) || code.startsWith('request.')) return;
    const { accountId, personId, grants, memberOf } = session.identity;
    const { rule } = details as { rule?: string };
    const refusal: RefusalEvent = {
      type: 'CommandRefused',
      data: {
        command: command?.type ?? `${request.method} ${routeOf(request)}`,
        ...(command?.target === undefined ? {} : { target: command.target }),
        code,
        ...(rule === undefined ? {} : { rule }),
        status,
      },
    };
    const actor = { personId, accountId, role: grants[0]?.role ?? 'none', memberOf };
    await this.store
      .append(`refusal-${randomUUID()}`, 0, [refusal], { actor, commandId: randomUUID(), correlationId: request.id })
      .catch((error: unknown) => this.log.fault(request.id, error));
  }
}
