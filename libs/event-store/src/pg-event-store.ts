import type { Pool } from 'pg';
import { canonicalJson, type Event } from '#libs/kernel';
import type { Asked } from './append-batch.js';
import { checkNames } from './check-names.js';
import { seal, unseal } from './envelope.js';
import { IdempotencyMismatch, VersionConflict } from './errors.js';
import { type Appended, EventStore, type Metadata, type Recorded } from './event-store.js';
import { Flights } from './flights.js';
import { grown } from './grown.js';
import { EventSchemas } from './schemas.js';
import { Wake } from './wake.js';

/** How often another append may be in the way of one before something is wrong. */
const TRIES = 100;

interface Row {
  readonly position: string;
  readonly envelope: string;
  readonly payload: string | null;
}

/** Of an erased event what its erasure kept is read in the payload's place. */
const COLUMNS = `p.position, convert_from(e.envelope, 'UTF8') as envelope,
  convert_from(coalesce(e.payload, (select x.kept from log.erasure x where x.event_id = e.id)), 'UTF8') as payload`;

/** The log on PostgreSQL, spoken to in plain SQL as a role that can only read it and call `log.append`. */
export class PgEventStore extends EventStore {
  readonly #flights: Flights;
  readonly #wake: Wake;

  constructor(
    private readonly pool: Pool,
    private readonly schemas: EventSchemas = new EventSchemas(),
  ) {
    super();
    this.#wake = new Wake(pool);
    this.#flights = new Flights(pool, () => this.#wake.committed());
  }

  override async append(
    stream: string,
    expectedVersion: number,
    events: readonly Event[],
    metadata: Metadata,
  ): Promise<Appended> {
    checkNames(stream, events, metadata);
    let notBefore = 0;
    for (let tries = 0; tries < TRIES; tries += 1) {
      const recordedAt = new Date(Math.max(Date.now(), notBefore)).toISOString();
      const outcome = await this.#flights.ask(this.#asked(stream, expectedVersion, events, metadata, recordedAt));
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
    const { rows } = await this.pool.query<Row>({
      name: 'log.read',
      text: `select ${COLUMNS} from log.event e join log.position p on p.event_id = e.id
              where e.stream = $1 and e.version > $2 order by e.version`,
      values: [stream, afterVersion],
    });
    const events = rows.map((row) => this.#recorded(row)) as unknown as readonly Recorded<E>[];
    return { events, version: events.at(-1)?.version ?? afterVersion };
  }

  override async readAll(after: number, limit: number): Promise<readonly Recorded[]> {
    const { rows } = await this.pool.query<Row>({
      name: 'log.read_all',
      text: `select ${COLUMNS} from log.position p join log.event e on e.id = p.event_id
              where p.position > $1 order by p.position limit $2`,
      values: [after, limit],
    });
    // No position is ever missing (G-2), so a hole is tampering or a fault, and reading on would hide it.
    for (const [n, { position }] of rows.entries())
      if (Number(position) !== after + 1 + n) throw new Error(`the log has a hole before position ${position}`);
    return rows.map((row) => this.#recorded(row));
  }

  override grown(after: number, signal: AbortSignal): Promise<void> {
    return grown(() => this.head(), this.#wake, after, signal);
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

  /** Ends the listening of `grown`; the pool belongs to the caller. */
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
    if (!this.#flights.isCrowded(stream)) sealed();
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

  #recorded({ position, envelope, payload }: Row): Recorded {
    return unseal(Number(position), envelope, payload, this.schemas);
  }
}

function lazily<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
