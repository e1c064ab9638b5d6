import type { Actor, Event } from '#libs/kernel';

/** Who asked, in which request, and under which idempotency key; stored in the envelope of every event of the append. */
export interface Metadata {
  readonly actor: Actor;
  /** UUID of the command; the `causationId` of what follows from its events. */
  readonly commandId: string;
  readonly correlationId: string;
  readonly causationId?: string;
  /** One effect per (actor.accountId, key); the same key with another `requestHash` is refused. */
  readonly idempotency?: { readonly key: string; readonly requestHash: string };
}

/** An event as the log holds it. Positions are contiguous from 0 over the whole log, versions from 1 in a stream. */
export interface Recorded<E extends Event = Event> {
  readonly position: number;
  readonly id: string;
  readonly stream: string;
  readonly version: number;
  readonly type: E['type'];
  readonly data: E['data'];
  readonly actor: Omit<Actor, 'memberOf'>;
  readonly commandId: string;
  readonly correlationId: string;
  readonly causationId?: string;
  /** ISO 8601, UTC, milliseconds; never decreases within a stream, and nothing is ordered by it. */
  readonly recordedAt: string;
}

/** The answer to an append: the stream's version and the position of its last event. */
export interface Appended {
  readonly version: number;
  readonly position: number;
  /** True when an earlier append under the same idempotency key had this effect and nothing was written now. */
  readonly replayed: boolean;
}

/** Events in one page of a follower. */
const PAGE = 500;

/**
 * The append-only log. Abstract class: the type and the injection token at once.
 * Guarantees G-1…G-8 are described in the README of this library, each with the test that proves it.
 */
export abstract class EventStore {
  /**
   * Appends all events or none, after `expectedVersion` (0: the stream must not exist). Acknowledged means stored
   * durably. Throws VersionConflict, IdempotencyMismatch, or DomainError when a constraint of the log refuses the fact.
   */
  abstract append(
    stream: string,
    expectedVersion: number,
    events: readonly Event[],
    metadata: Metadata,
  ): Promise<Appended>;

  /** The events of one stream after `afterVersion`, in order, upcast to today's shapes; an unknown stream is empty. */
  abstract read<E extends Event>(
    stream: string,
    afterVersion?: number,
  ): Promise<{ readonly events: readonly Recorded<E>[]; readonly version: number }>;

  /** At most `limit` events with position > `after`, in position order, without a hole. Start with -1. */
  abstract readAll(after: number, limit: number): Promise<readonly Recorded[]>;

  /** Resolves when there are events after `after`, at once or later, or when the signal aborts. Reads none of them. */
  abstract grown(after: number, signal: AbortSignal): Promise<void>;

  /** Pages of events from `after` on, then waits for more, until the signal aborts. Never skips, never repeats. */
  async *follow(after: number, signal: AbortSignal): AsyncGenerator<readonly Recorded[]> {
    for (let position = after; !signal.aborted; ) {
      const page = await this.readAll(position, PAGE);
      if (page.length === 0) {
        await this.grown(position, signal);
        continue;
      }
      yield page;
      position = page.at(-1)!.position;
    }
  }

  /** The position of the newest event, -1 for an empty log. */
  abstract head(): Promise<number>;

  /** What an earlier append of this account under this key answered, to be asked before reporting a refusal. */
  abstract answerFor(
    accountId: string,
    idempotency: { key: string; requestHash: string },
  ): Promise<Appended | undefined>;
}
