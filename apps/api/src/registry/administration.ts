import { createHash, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { EventStore } from '#libs/event-store';
import { type AdministrationEvent, type RecordChanged, Sessions } from '#libs/identity';
import { actorOf, type Order } from '../http/order.js';

/** What a session remembers of its person; the other records change nothing in it. */
const IN_SESSIONS: ReadonlySet<RecordChanged['record']> = new Set(['account', 'conflict']);

/** Changes of the registry and of accounts: made once for each idempotency key, recorded in the log, seen at once. */
@Injectable()
export class Administration {
  constructor(
    private readonly store: EventStore,
    private readonly sessions: Sessions,
  ) {}

  /**
   * Makes the change, which has to be harmless when it is made twice, and records it with what stood there before.
   * A repeated order (same account and key) changes nothing and answers what stands there now. So does a change that
   * answers undefined: there was nothing to change, and nothing is recorded.
   */
  async change<T>(
    order: Order,
    what: {
      readonly record: RecordChanged['record'];
      readonly id: string;
      readonly before?: unknown;
      /** In which role the person acts; the administrator's unless told. */
      readonly role?: string;
    },
    steps: {
      readonly change: () => Promise<T | undefined>;
      readonly now: () => Promise<T>;
      readonly told?: (after: T) => unknown;
    },
  ): Promise<T> {
    order.known.command = { type: `Change ${what.record}`, target: what.id };
    const earlier = await this.store.answerFor(order.by.accountId, order.idempotency);
    if (earlier) return steps.now();
    const after = await steps.change();
    if (after === undefined) return steps.now();
    if (IN_SESSIONS.has(what.record)) this.sessions.forgetAll();
    const event: AdministrationEvent = {
      type: 'RecordChanged',
      data: {
        record: what.record,
        id: what.id,
        before: plain(what.before),
        after: plain(steps.told ? steps.told(after) : after),
      },
    };
    await this.store.append(`registry-${idOf(order, 'change')}`, 0, [event], {
      actor: actorOf(order, what.role ?? 'administrator'),
      commandId: randomUUID(),
      correlationId: order.correlationId,
      idempotency: order.idempotency,
    });
    return after;
  }
}

/** The id of what an order creates: the same whenever it is repeated, and as unforeseeable as its key. */
export function idOf({ by, idempotency }: Order, kind: string): string {
  const hex = createHash('sha256').update(`${kind}\n${by.accountId}\n${idempotency.key}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** As JSON has it: dates as ISO 8601, nothing undefined. */
const plain = (value: unknown): unknown => (value === undefined ? null : JSON.parse(JSON.stringify(value)));
