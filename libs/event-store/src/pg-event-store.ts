import { setTimeout as pause } from 'node:timers/promises';
import type { Pool } from 'pg';
import { canonicalJson, DomainError, type Event } from '#libs/kernel';
import { type Asked, appendBatch, isRefused, type Outcome } from './append-batch.js';
import { seal, unseal } from './envelope.js';
import { IdempotencyMismatch, UnknownOutcome, VersionConflict } from './errors.js';
import { type Appended, EventStore, type Metadata, type Recorded } from './event-store.js';
import { follow } from './follow.js';
import { GroupCommit } from './group-commit.js';
import { EventSchemas } from './schemas.js';
import { Wake } from './wake.js';

interface Waiting {
  readonly asked: Asked;
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (error: unknown) => void;
}

/** SQLSTATE with which constraint triggers of the product refuse a fact; MESSAGE is the code, DETAIL the details as JSON. */
const REFUSED = 'SS001';
/** For how long an append whose connection broke is sent again; its command id makes that harmless. */
const RESEND_FOR_MS = 4_000;
/** How often another append may be in the way of one before something is wrong. */
const TRIES = 100;

/** The log on PostgreSQL, spoken to in plain SQL as a role that can only read it and call `log.append`. */
export class PgEventStore extends EventStore {
  readonly #commits: GroupCommit<Waiting>;
  readonly #wake: Wake;
  /** How many appends are under way on each stream. */
  readonly #crowd = new Map<string, number>();

  constructor(
    private readonly pool: Pool,
    private readonly schemas: EventSchemas = new EventSchemas(),
  ) {
    super();
    this.#commits = new GroupCommit((waiting) => this.#fly(waiting));
    this.#wake = new Wake(pool);
  }

  override async append(
    stream: string,
    expectedVersion: number,
    events: readonly Event[],
    metadata: Metadata,
  ): Promise<Appended> {
    if (events.length === 0) throw new RangeError('append: no events');
    let notBefore = 0;
    for (let tries = 0; tries < TRIES; tries += 1) {
      const recordedAt = new Date(Math.max(Date.now(), notBefore)).toISOString();
      const outcome = await this.#ask(this.#asked(stream, expectedVersion, events, metadata, recordedAt));
      switch (outcome.is) {
        case 'written':
          return { version: outcome.version, position: outcome.position, replayed: false };
        case 'replayed':
          return { version: outcome.version, position: outcome.position, replayed: true };
        case 'mismatch':
          throw new IdempotencyMismatch(metadata.idempotency?.key ?? metadata.commandId);
        case 'conflict':
          throw new VersionConflict(stream, expectedVersion, outcome.version);
        case 'clock':
          notBefore = Date.parse(`${outcome.newest}Z`);
      }
    }
    throw new Error(`append to ${stream}: other appends were in the way ${TRIES} times`);
  }

  override async read<E extends Event>(stream: string, afterVersion = 0) {
    const { rows } = await this.pool.query({
      name: 'log.read',
      text: `select p.position, convert_from(e.envelope, 'UTF8') as envelope, convert_from(e.payload, 'UTF8') as payload
               from log.event e join log.position p on p.event_id = e.id
              where e.stream = $1 and e.version > $2
              order by e.version`,
      values: [stream, afterVersion],
    });
    const events = rows.map((row) => this.#recorded(row)) as unknown as readonly Recorded<E>[];
    return { events, version: events.at(-1)?.version ?? afterVersion };
  }

  override async readAll(after: number, limit: number): Promise<readonly Recorded[]> {
    const { rows } = await this.pool.query({
      name: 'log.read_all',
      text: `select p.position, convert_from(e.envelope, 'UTF8') as envelope, convert_from(e.payload, 'UTF8') as payload
               from log.position p join log.event e on e.id = p.event_id
              where p.position > $1
              order by p.position
              limit $2`,
      values: [after, limit],
    });
    // No position is ever missing (G-2), so a hole is tampering or a fault, and reading on would hide it.
    for (const [n, { position }] of rows.entries())
      if (Number(position) !== after + 1 + n) throw new Error(`the log has a hole before position ${position}`);
    return rows.map((row) => this.#recorded(row));
  }

  override follow(after: number, signal: AbortSignal): AsyncIterable<readonly Recorded[]> {
    return follow((from, limit) => this.readAll(from, limit), this.#wake, after, signal);
  }

  override async head(): Promise<number> {
    const { rows } = await this.pool.query('select coalesce(max(position), -1) as head from log.position');
    return Number(rows[0].head);
  }

  override async answerFor(
    accountId: string,
    { key, requestHash }: { key: string; requestHash: string },
  ): Promise<Appended | undefined> {
    const { rows } = await this.pool.query({
      name: 'log.answer_for',
      text: `select c.request_hash, c.last_version, p.position
               from log.command c
               join log.event e on e.stream = c.stream and e.version = c.last_version
               join log.position p on p.event_id = e.id
              where c.account_id = $1 and c.key = $2`,
      values: [accountId, key],
    });
    const row = rows[0];
    if (row === undefined) return undefined;
    if (row.request_hash !== requestHash) throw new IdempotencyMismatch(key);
    return { version: row.last_version, position: Number(row.position), replayed: true };
  }

  /** Ends the listening of `follow`; the pool belongs to the caller. */
  async close(): Promise<void> {
    await this.#wake.close();
  }

  #asked(stream: string, expected: number, events: readonly Event[], metadata: Metadata, recordedAt: string): Asked {
    const { key, requestHash } = metadata.idempotency ?? { key: metadata.commandId, requestHash: '-' };
    const { commandId, actor } = metadata;
    const sealed = lazily(() =>
      events.map((event, n) => {
        const place = { stream, version: expected + 1 + n, recordedAt, schema: this.schemas.current(event.type) };
        return seal(event, place, metadata);
      }),
    );
    // Now, while another flight is in the air; but in a crowd on one stream most of that would be in vain. What has no
    // JSON form is thrown back here in any case.
    if (!this.#crowd.has(stream)) sealed();
    else canonicalJson([events.map(({ data }) => data), metadata]);
    return {
      stream,
      expected,
      accountId: actor.accountId,
      key,
      requestHash,
      commandId,
      recordedAt,
      count: events.length,
      events: sealed,
    };
  }

  async #ask(asked: Asked): Promise<Outcome> {
    const { stream } = asked;
    this.#crowd.set(stream, (this.#crowd.get(stream) ?? 0) + 1);
    try {
      return await new Promise<Outcome>((resolve, reject) => this.#commits.add({ asked, resolve, reject }));
    } finally {
      const left = (this.#crowd.get(stream) ?? 1) - 1;
      if (left === 0) this.#crowd.delete(stream);
      else this.#crowd.set(stream, left);
    }
  }

  /**
   * One flight. Refused as a whole, its halves fly, so that in the end only the append at fault is refused. Cut off, its
   * outcome is unknown and it flies again: what had been written is known by its command id.
   */
  async #fly(waiting: readonly Waiting[]): Promise<void> {
    const began = performance.now();
    for (let sent = 0; ; sent += 1) {
      try {
        const outcomes = await appendBatch(
          this.pool,
          waiting.map(({ asked }) => asked),
        );
        if (outcomes.some(({ is }) => is === 'written')) this.#wake.committed();
        for (const [n, { asked, resolve }] of waiting.entries())
          resolve(sent === 0 ? outcomes[n]! : ownEffect(outcomes[n]!, asked));
        return;
      } catch (error) {
        if (isRefused(error)) return await this.#refused(waiting, error);
        if (performance.now() - began > RESEND_FOR_MS) {
          for (const { asked, reject } of waiting) reject(new UnknownOutcome(asked.commandId, error));
          return;
        }
        await pause(Math.min(500, 20 * 2 ** sent));
      }
    }
  }

  async #refused(waiting: readonly Waiting[], error: Error & { code: string; detail?: string }): Promise<void> {
    const half = Math.ceil(waiting.length / 2);
    if (waiting.length === 1) return waiting[0]!.reject(refusalFrom(error));
    await this.#fly(waiting.slice(0, half));
    await this.#fly(waiting.slice(half));
  }

  #recorded({ position, envelope, payload }: { position: string; envelope: string; payload: string | null }): Recorded {
    return unseal(Number(position), envelope, payload, this.schemas);
  }
}

function lazily<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

/** An append that was sent twice and finds itself stored has had its effect now, not earlier. */
function ownEffect(outcome: Outcome, { commandId }: Asked): Outcome {
  if (outcome.is !== 'replayed' || outcome.command !== commandId) return outcome;
  return { is: 'written', version: outcome.version, position: outcome.position };
}

function refusalFrom(error: Error & { code: string; detail?: string }): Error {
  if (error.code !== REFUSED) return error;
  const { kind = 'conflict', ...details } = JSON.parse(error.detail ?? '{}');
  return new DomainError(kind, error.message, details);
}
