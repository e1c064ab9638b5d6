import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { EventStore } from '#libs/event-store';
import type { AdministrationEvent, LogInRefused, LogOutReason, RefusalEvent, SessionEvent } from '#libs/identity';
import type { Actor } from '#libs/kernel';
import { knownOf } from '../http/request.js';

/** Log-ins, log-outs and refused log-ins, as facts in the log. */
@Injectable()
export class SessionRecord {
  readonly #told = new Map<string, number>();

  constructor(private readonly store: EventStore) {}

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

  /** Attempts that were not even looked at are told of once a minute for each address: nobody fills the log by knocking. */
  async logInRefused(request: FastifyRequest, login: string, reason: LogInRefused['reason']): Promise<void> {
    if (reason === 'too-many' && this.#toldOf(request.ip)) return;
    const typed = wellFormed([...login].slice(0, 40).join(''));
    const event: RefusalEvent = { type: 'LogInRefused', data: { login: typed, reason, ip: request.ip } };
    const nobody = { personId: 'system:log-in', accountId: 'system:log-in' };
    await this.#append(request, `refusal-${randomUUID()}`, 0, event, actor(nobody));
  }

  /** The one account that no administrator opened. */
  async firstAdministrator(
    request: FastifyRequest,
    who: { readonly accountId: string; readonly personId: string; readonly name: string; readonly login: string },
  ): Promise<void> {
    const grants = [{ role: 'administrator', unitId: null }];
    const event: AdministrationEvent = {
      type: 'RecordChanged',
      data: { record: 'account', id: who.accountId, before: null, after: { ...who, grants } },
    };
    await this.#append(request, `registry-${who.accountId}`, 0, event, { ...actor(who), role: 'administrator' });
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
    event: SessionEvent | RefusalEvent | AdministrationEvent,
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
