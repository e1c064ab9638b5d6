import type { Event } from '#libs/kernel';
import { checkNames } from './check-names.js';
import { seal, unseal } from './envelope.js';
import { IdempotencyMismatch, VersionConflict } from './errors.js';
import { type Appended, EventStore, type Metadata, type Recorded } from './event-store.js';
import { grown } from './grown.js';
import { EventSchemas } from './schemas.js';

interface Kept {
  readonly stream: string;
  readonly version: number;
  readonly envelope: string;
  readonly payload: string;
}

const name = (accountId: string, key: string): string => JSON.stringify([accountId, key]);

/** The log without a database, for fast tests; the contract suite keeps it honest. Not durable, one process. */
export class InMemoryEventStore extends EventStore {
  readonly #log: Kept[] = [];
  readonly #answers = new Map<string, { requestHash: string; answer: Appended }>();
  readonly #sleepers = new Set<() => void>();

  constructor(private readonly schemas: EventSchemas = new EventSchemas()) {
    super();
  }

  override async append(
    stream: string,
    expectedVersion: number,
    events: readonly Event[],
    metadata: Metadata,
  ): Promise<Appended> {
    checkNames(stream, events, metadata);
    const { actor, commandId, idempotency = { key: commandId, requestHash: '-' } } = metadata;
    const earlier = this.#earlier(actor.accountId, idempotency);
    if (earlier !== undefined) return earlier;

    const actual = this.#stream(stream).at(-1)?.version ?? 0;
    if (actual !== expectedVersion) throw new VersionConflict(stream, expectedVersion, actual);
    const recordedAt = new Date().toISOString();
    const kept = events.map((event, n) => {
      const place = { stream, version: actual + 1 + n, recordedAt, schema: this.schemas.current(event.type) };
      return { ...place, ...seal(event, place, metadata) };
    });
    this.#log.push(...kept);
    const answer = { version: actual + events.length, position: this.#log.length - 1, replayed: false };
    this.#answers.set(name(actor.accountId, idempotency.key), { requestHash: idempotency.requestHash, answer });
    for (const wake of [...this.#sleepers]) wake();
    return answer;
  }

  override async read<E extends Event>(stream: string, afterVersion = 0) {
    const events = this.#stream(stream).filter(({ version }) => version > afterVersion);
    return { events: events as unknown as readonly Recorded<E>[], version: events.at(-1)?.version ?? afterVersion };
  }

  override async readAll(after: number, limit: number): Promise<readonly Recorded[]> {
    return this.#log.slice(after + 1, after + 1 + limit).map((kept, n) => this.#recorded(after + 1 + n, kept));
  }

  override grown(after: number, signal: AbortSignal): Promise<void> {
    const log = this.#log;
    const sleeper = {
      get commits() {
        return log.length;
      },
      sleep: (seen: number, _ms: number, end: AbortSignal) => this.#sleep(seen, end),
    };
    return grown(() => this.head(), sleeper, after, signal);
  }

  override async head(): Promise<number> {
    return this.#log.length - 1;
  }

  override async answerFor(accountId: string, idempotency: { key: string; requestHash: string }) {
    return this.#earlier(accountId, idempotency);
  }

  #earlier(accountId: string, { key, requestHash }: { key: string; requestHash: string }): Appended | undefined {
    const earlier = this.#answers.get(name(accountId, key));
    if (earlier !== undefined && earlier.requestHash !== requestHash) throw new IdempotencyMismatch(key);
    return earlier && { ...earlier.answer, replayed: true };
  }

  #stream(stream: string): readonly Recorded[] {
    return this.#log.flatMap((kept, position) => (kept.stream === stream ? [this.#recorded(position, kept)] : []));
  }

  #recorded(position: number, { envelope, payload }: Kept): Recorded {
    return unseal(position, envelope, payload, this.schemas);
  }

  #sleep(seen: number, signal: AbortSignal): Promise<void> {
    if (signal.aborted || this.#log.length !== seen) return Promise.resolve();
    return new Promise((resolve) => {
      const done = () => {
        signal.removeEventListener('abort', done);
        this.#sleepers.delete(done);
        resolve();
      };
      signal.addEventListener('abort', done, { once: true });
      this.#sleepers.add(done);
    });
  }
}
