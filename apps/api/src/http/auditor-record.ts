import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { EventStore } from '#libs/event-store';
import type { AccessEvent, RecordsAccessed } from '#libs/identity';
import { knownOf } from './request.js';

/** An act goes on for so long: opening a page asks for six things, and turning its pages for more of the same. */
const ONE_ACT_MS = 10 * 60_000;
const REMEMBERED = 10_000;

/** Whose exports are told. */
const TAKING_AWAY = ['auditor', 'first-reviewer', 'second-reviewer'] as const;

/** Where somebody is within a list, and not what is looked for. */
const PAGING = new Set(['limit', 'cursor', 'after']);

/** Reading, searching and taking away by auditors, as facts in the log. */
@Injectable()
export class AuditorRecord {
  /** Acts that are told and go on, by when they began. */
  readonly #told = new Map<string, number>();
  readonly #exporting = new WeakSet<FastifyRequest>();

  constructor(private readonly store: EventStore) {}

  /** Somebody who audits reads evidence or searches in it. Resolves when it is stored: what is not recorded is not shown. */
  async read(request: FastifyRequest, operation: string): Promise<void> {
    if (this.#exporting.has(request)) return;
    const asked = askedIn(request);
    const target = targetIn(request);
    const type = target === undefined ? 'RecordsSearched' : 'RecordsRead';
    // What was asked of an evaluation as it stands is one act, whatever part of it a page shows first.
    const act = target !== undefined && asked === undefined ? target : JSON.stringify([operation, target, asked]);
    const { session } = knownOf(request);
    const key = `${session?.id} ${act}`;
    const now = performance.now();
    if (now - (this.#told.get(key) ?? Number.NEGATIVE_INFINITY) < ONE_ACT_MS) return;
    await this.#append(request, { type, data: accessed(operation, target, asked) });
    if (this.#told.size >= REMEMBERED) this.#told.clear();
    this.#told.set(key, now);
  }

  /** Who audits or reviews takes evidence away: each time is an act of its own, told before the first byte leaves. */
  async exported(request: FastifyRequest, operation: string): Promise<void> {
    const held = knownOf(request).session?.identity.grants.map(({ role }) => role) ?? [];
    const role = TAKING_AWAY.find((one) => held.includes(one));
    if (role === undefined) return;
    this.#exporting.add(request);
    const data = accessed(operation, targetIn(request), askedIn(request));
    await this.#append(request, { type: 'RecordsExported', data }, role);
  }

  async #append(request: FastifyRequest, event: AccessEvent, role = 'auditor'): Promise<void> {
    const { personId, accountId, memberOf } = knownOf(request).session!.identity;
    await this.store.append(`access-${randomUUID()}`, 0, [event], {
      actor: { personId, accountId, role, memberOf },
      commandId: randomUUID(),
      correlationId: request.id,
    });
  }
}

/** Whether the person holds the role of an auditor. */
export const audits = (identity: { readonly grants: readonly { readonly role: string }[] } | undefined): boolean =>
  identity?.grants.some(({ role }) => role === 'auditor') ?? false;

function accessed(operation: string, target: string | undefined, asked: RecordsAccessed['asked']): RecordsAccessed {
  return { operation, ...(target !== undefined && { target }), ...(asked !== undefined && { asked }) };
}

function targetIn({ params }: FastifyRequest): string | undefined {
  const { id } = params as { readonly id?: string };
  return id;
}

function askedIn({ query }: FastifyRequest): Readonly<Record<string, string>> | undefined {
  const asked = Object.entries(query as Record<string, unknown>)
    .filter(([name]) => !PAGING.has(name))
    .slice(0, 20)
    .map(([name, value]) => [name.slice(0, 40), String(value).slice(0, 200)]);
  return asked.length === 0 ? undefined : Object.fromEntries(asked);
}
