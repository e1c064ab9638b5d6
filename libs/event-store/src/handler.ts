import { type Command, type Decider, DomainError, type Event } from '#libs/kernel';
import { VersionConflict } from './errors.js';
import type { Appended, EventStore, Metadata } from './event-store.js';

/** A stream folded up to a version. */
export interface Loaded<State> {
  readonly state: State;
  readonly version: number;
}

export interface HandlerOptions {
  /** Streams are named `<prefix>-<id>`. */
  readonly prefix: string;
  /** Folded streams kept in memory; a lost one is only read again. */
  readonly keep?: number;
}

/** How often an order without an expected version is decided again when somebody else was quicker. */
const TRIES = 10;

/**
 * Load, decide, append: what every order goes through. Keeps the folded state of recently used streams, and reads only
 * what came after. No refusal is ever answered from memory alone: before refusing, the stream is read to its end, and an
 * order that already had its effect under the same idempotency key gets that answer.
 */
export class Handler<State, C extends Command, E extends Event> {
  readonly #kept = new Map<string, Loaded<State>>();
  readonly #keep: number;

  constructor(
    private readonly store: EventStore,
    private readonly decider: Decider<State, C, E>,
    private readonly options: HandlerOptions,
  ) {
    this.#keep = options.keep ?? 5_000;
  }

  /** The stream's state now. */
  async load(id: string): Promise<Loaded<State>> {
    return this.#readOn(id, this.#recall(id));
  }

  /**
   * Decides the order on the stream's state and appends what follows. With `expected` the stream must be at that version
   * (VersionConflict otherwise); without, the order is decided on the newest state, again when somebody was quicker.
   * An order from which nothing follows answers the stream's version and position -1. Several orders are decided one after
   * the other and take effect together or not at all.
   */
  async handle(
    id: string,
    orders: C | readonly C[],
    { expected, metadata }: { expected?: number; metadata: Metadata },
  ) {
    try {
      return await this.#attempt(id, [orders].flat() as C[], expected, metadata);
    } catch (error) {
      if (metadata.idempotency && (error instanceof DomainError || error instanceof VersionConflict)) {
        const earlier = await this.store.answerFor(metadata.actor.accountId, metadata.idempotency);
        if (earlier) return earlier;
      }
      throw error;
    }
  }

  async #attempt(
    id: string,
    orders: readonly C[],
    expected: number | undefined,
    metadata: Metadata,
  ): Promise<Appended> {
    for (let attempt = 1; ; attempt += 1) {
      const loaded = await this.#loadFor(id, expected, attempt);
      if (expected !== undefined && loaded.version !== expected)
        throw new VersionConflict(this.#stream(id), expected, loaded.version);
      try {
        const facts = this.#decide(orders, loaded.state);
        if (facts.length === 0) return { version: loaded.version, position: -1, replayed: false };
        const appended = await this.store.append(this.#stream(id), loaded.version, facts, metadata);
        if (!appended.replayed) this.#remember(id, this.#fold(loaded, facts));
        return appended;
      } catch (error) {
        const mayHelp = error instanceof VersionConflict ? expected === undefined : error instanceof DomainError;
        const fresh = attempt > 1 && error instanceof DomainError;
        if (!mayHelp || fresh || attempt >= TRIES) throw error;
      }
    }
  }

  #decide(orders: readonly C[], state: State): readonly E[] {
    const facts: E[] = [];
    let now = state;
    for (const order of orders) {
      const more = this.decider.decide(order, now);
      facts.push(...more);
      now = more.reduce((before, event) => this.decider.evolve(before, event), now);
    }
    return facts;
  }

  /** From memory when it is exactly what is expected; read to the end otherwise, and on every further attempt. */
  async #loadFor(id: string, expected: number | undefined, attempt: number): Promise<Loaded<State>> {
    const kept = this.#recall(id);
    if (attempt === 1 && kept !== undefined && (expected === undefined || kept.version === expected)) return kept;
    return this.#readOn(id, kept);
  }

  async #readOn(id: string, from: Loaded<State> = { state: this.decider.initial, version: 0 }): Promise<Loaded<State>> {
    const { events } = await this.store.read<E>(this.#stream(id), from.version);
    const loaded = this.#fold(from, events as unknown as readonly E[]);
    if (loaded.version > 0) this.#remember(id, loaded);
    return loaded;
  }

  #fold({ state, version }: Loaded<State>, events: readonly E[]): Loaded<State> {
    return {
      state: events.reduce((now, event) => this.decider.evolve(now, event), state),
      version: version + events.length,
    };
  }

  #recall(id: string): Loaded<State> | undefined {
    return this.#kept.get(id);
  }

  /** The stream is read anew when it is next asked for: something in it was erased. */
  forget(id: string): void {
    this.#kept.delete(id);
  }

  /** Newest last; the oldest leaves. A slower reader never puts an older state over a newer one. */
  #remember(id: string, loaded: Loaded<State>): void {
    if ((this.#kept.get(id)?.version ?? 0) > loaded.version) return;
    this.#kept.delete(id);
    this.#kept.set(id, loaded);
    if (this.#kept.size > this.#keep) {
      const [oldest] = this.#kept.keys();
      if (oldest !== undefined) this.#kept.delete(oldest);
    }
  }

  #stream(id: string): string {
    return `${this.options.prefix}-${id}`;
  }
}
