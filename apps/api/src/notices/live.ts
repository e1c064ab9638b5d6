import type { OnModuleDestroy } from '@nestjs/common';
import type { Pool } from 'pg';
import { type Ear, listenTo } from '#libs/database';
import { openSessions } from '#libs/identity';
import { CHANNEL, lastNumber, personsWithNotices } from '#libs/notices';
import { NoticeStream } from './notice-stream.js';

/** How often what happens, in ms. */
export interface Pace {
  readonly heartbeat: number;
  /** Whether sessions are still open; also how long a wake-up that was lost may go unnoticed. */
  readonly look: number;
}

const PACE: Pace = { heartbeat: 20_000, look: 1_000 };
/** The oldest of a person's streams ends when another is opened. */
const MOST_STREAMS = 8;

/** All streams of this process. One connection listens for all of them; one query finds whom a wake-up concerns. */
export class Live implements OnModuleDestroy {
  readonly #streams = new Set<NoticeStream>();
  #ear: Promise<Ear | undefined> | undefined;
  #at: number | undefined;
  #looking: Promise<void> | undefined;
  #again = false;
  #timers: NodeJS.Timeout[] = [];
  #ended = false;

  constructor(
    private readonly pool: Pool,
    private readonly idleMinutes: number,
    private readonly pace: Pace = PACE,
  ) {}

  /** A stream of the person's notices, until it is closed or the session ends. */
  async open(personId: string, sessionId: string, lastEventId: string | undefined): Promise<NoticeStream> {
    const stream = new NoticeStream(this.pool, personId, sessionId);
    stream.body.once('close', () => this.#forget(stream));
    await this.#listen();
    this.#at ??= await lastNumber(this.pool);
    const others = [...this.#streams].filter((other) => other.personId === personId);
    for (const other of others.slice(0, Math.max(0, others.length - MOST_STREAMS + 1))) this.#end(other);
    this.#streams.add(stream);
    this.#tick();
    await stream.begin(lastEventId);
    if (this.#ended) this.#end(stream);
    return stream;
  }

  onModuleDestroy(): void {
    this.#ended = true;
    for (const stream of [...this.#streams]) this.#end(stream);
    this.#hush();
    void this.#ear?.then((ear) => ear?.release());
    this.#ear = undefined;
  }

  #end(stream: NoticeStream): void {
    stream.end();
    this.#forget(stream);
  }

  #forget(stream: NoticeStream): void {
    this.#streams.delete(stream);
    if (this.#streams.size === 0) this.#hush();
  }

  #tick(): void {
    if (this.#timers.length > 0 || this.#ended) return;
    const beat = () => {
      for (const stream of this.#streams) stream.beat();
    };
    this.#timers = [
      setInterval(beat, this.pace.heartbeat).unref(),
      setInterval(() => void this.#check(), this.pace.look).unref(),
    ];
  }

  #hush(): void {
    for (const timer of this.#timers) clearInterval(timer);
    this.#timers = [];
  }

  /** Ends the streams whose sessions have ended. A database that is away ends nobody; it is asked again. */
  async #check(): Promise<void> {
    try {
      const ids = [...new Set([...this.#streams].map(({ sessionId }) => sessionId))];
      const open = await openSessions(this.pool, ids, this.idleMinutes);
      for (const stream of [...this.#streams])
        if (ids.includes(stream.sessionId) && !open.has(stream.sessionId)) this.#end(stream);
      await this.#listen();
    } catch {}
    this.#look();
  }

  async #listen(): Promise<void> {
    if (this.#ended) return;
    this.#ear ??= this.#connect();
    await this.#ear;
  }

  /** Without it the streams still move on, once in a look. */
  async #connect(): Promise<Ear | undefined> {
    try {
      return await listenTo(this.pool, CHANNEL, {
        heard: () => this.#look(),
        lost: () => {
          this.#ear = undefined;
        },
      });
    } catch {
      this.#ear = undefined;
      return undefined;
    }
  }

  #look(): void {
    this.#again = true;
    this.#looking ??= this.#lookUp().finally(() => {
      this.#looking = undefined;
    });
  }

  async #lookUp(): Promise<void> {
    while (this.#again && this.#streams.size > 0) {
      this.#again = false;
      try {
        const streams = [...this.#streams];
        const listening = streams.map(({ personId }) => personId);
        const { persons, last } = await personsWithNotices(this.pool, listening, this.#at ?? 0);
        const concerned = new Set(persons);
        await Promise.all(
          [...this.#streams].filter(({ personId }) => concerned.has(personId)).map((stream) => stream.pump()),
        );
        this.#at = last;
      } catch {} // the next look sees the same again
    }
  }
}
