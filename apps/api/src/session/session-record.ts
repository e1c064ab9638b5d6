import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { EventStore } from '#libs/event-store';
import {
  Accounts,
  type AdministrationEvent,
  type LogInRefused,
  type LogOutReason,
  type RefusalEvent,
  type SessionEvent,
} from '#libs/identity';
import type { Actor } from '#libs/kernel';
import type { PersonEvent } from '#libs/personnel';
import { knownOf } from '../http/request.js';
import { roleOf } from '../personnel/personnel.js';

/** Log-ins, log-outs and refused log-ins, as facts in the log. */
@Injectable()
export class SessionRecord {
  readonly #told = new Map<string, number>();

  constructor(
    private readonly store: EventStore,
    private readonly accounts: Accounts,
  ) {}

  async loggedIn(
    request: FastifyRequest,
    sessionId: string,
    who: {
      readonly accountId: string;
      readonly personId: string;
      readonly login: string;
      readonly issuer?: string;
    },
  ): Promise<void> {
    const userAgent = request.headers['user-agent']?.slice(0, 200);
    const event: SessionEvent = {
      type: 'LoggedIn',
      data: { ...who, ip: request.ip, ...(userAgent === undefined ? {} : { userAgent: wellFormed(userAgent) }) },
    };
    await this.#append(request, `session-${sessionId}`, 0, event, actor(who));
  }

  async loggedOut(request: FastifyRequest, reason: LogOutReason): Promise<void> {
    const { session } = knownOf(request);
    if (!session) return;
    const { accountId } = session.identity;
    const stream = `session-${session.id}`;
    const { version } = await this.store.read(stream);
    const event: SessionEvent = { type: 'LoggedOut', data: { accountId, reason } };
    await this.#append(request, stream, version, event, actor(session.identity));
  }

  /** Somebody in an office ended the session of another. */
  async endedByOffice(
    request: FastifyRequest,
    { accountId, sessionId }: { readonly accountId: string; readonly sessionId: string },
  ): Promise<void> {
    const by = knownOf(request).session!.identity;
    const stream = `session-${sessionId}`;
    const { version } = await this.store.read(stream);
    const event: SessionEvent = { type: 'LoggedOut', data: { accountId, reason: 'ended-by-office' } };
    await this.#append(request, stream, version, event, { ...actor(by), role: roleOf(by) });
  }

  /** Attempts that were not even looked at are told of once a minute for each address: nobody fills the log by knocking. */
  async logInRefused(request: FastifyRequest, login: string, reason: LogInRefused['reason']): Promise<void> {
    if (reason === 'too-many' && this.#toldOf(request.ip)) return;
    const typed = wellFormed([...login].slice(0, 40).join(''));
    const event: RefusalEvent = { type: 'LogInRefused', data: { login: typed, reason, ip: request.ip } };
    const nobody = { personId: 'system:log-in', accountId: 'system:log-in' };
    await this.#append(request, `refusal-${randomUUID()}`, 0, event, actor(nobody));
  }

  /** The one account that no administrator opened, and the one role that no fact of another person stands behind. */
  async firstAdministrator(
    request: FastifyRequest,
    who: { readonly accountId: string; readonly personId: string; readonly name: string; readonly login: string },
  ): Promise<void> {
    const by = { ...actor(who), role: 'administrator' };
    const event: AdministrationEvent = {
      type: 'RecordChanged',
      data: { record: 'account', id: who.accountId, before: null, after: who },
    };
    await this.#append(request, `registry-${who.accountId}`, 0, event, by);
    const { grants } = await this.accounts.find(who.accountId);
    const adopted: PersonEvent = {
      type: 'PersonAdopted',
      data: {
        name: who.name,
        memberships: [],
        grants: grants.map(({ id, from, to }) => ({
          ...{ id, accountId: who.accountId, role: 'administrator', unitId: null, from, to },
        })),
        by: who.personId,
      },
    };
    await this.#append(request, `person-${who.personId}`, 0, adopted, by);
  }

  #toldOf(ip: string): boolean {
    const now = performance.now();
    if (now - (this.#told.get(ip) ?? Number.NEGATIVE_INFINITY) < 60_000) return true;
    if (this.#told.size >= 10_000) this.#told.clear();
    this.#told.set(ip, now);
    return false;
  }

  async #append(
    request: FastifyRequest,
    stream: string,
    version: number,
    event: SessionEvent | RefusalEvent | AdministrationEvent | PersonEvent,
    by: Actor,
  ) {
    await this.store.append(stream, version, [event], {
      actor: by,
      commandId: randomUUID(),
      correlationId: request.id,
    });
  }
}

function actor({ personId, accountId }: { personId: string; accountId: string }): Actor {
  return { personId, accountId, role: 'none', memberOf: [] };
}

/** Header bytes are Latin-1 and may be anything; the log takes printable text. */
const wellFormed = (text: string): string => text.replace(/[\p{Cc}\p{Surrogate}]/gu, '\ufffd');
