import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { EventStore, VersionConflict } from '#libs/event-store';
import type { AccountEvent, Identity } from '#libs/identity';
import { knownOf } from '../http/request.js';

const TRIES = 5;

/** What is done to how an account is opened, as facts in the account's own stream. */
@Injectable()
export class AccountRecord {
  constructor(private readonly store: EventStore) {}

  /** Records it as done by whoever is logged in, after whatever else is being recorded of the account. */
  async note(request: FastifyRequest, event: AccountEvent, role = 'none'): Promise<void> {
    const { personId, accountId, memberOf } = knownOf(request).session!.identity as Identity;
    const stream = `account-${event.data.accountId}`;
    const metadata = {
      actor: { personId, accountId, role, memberOf },
      commandId: randomUUID(),
      correlationId: request.id,
    };
    for (let attempt = 1; ; attempt += 1) {
      const { version } = await this.store.read(stream);
      try {
        await this.store.append(stream, version, [event], metadata);
        return;
      } catch (error) {
        if (!(error instanceof VersionConflict) || attempt === TRIES) throw error;
      }
    }
  }
}
