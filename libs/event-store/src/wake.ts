import { setTimeout as pause } from 'node:timers/promises';
import type { Pool } from 'pg';
import { type Ear, listenTo } from '#libs/database';

const CHANNEL = 'log_grew';
/** At most one NOTIFY of this process in this time, however many commits. */
const NOTIFY_EVERY_MS = 20;
/** Without waiting for the disk: a lost wake-up costs a poll's delay, nothing else. */
const NOTIFY = `begin; set local synchronous_commit = off; notify ${CHANNEL}; commit`;

/**
 * Wakes followers soon after a commit: those of this process at once, those of others through NOTIFY, which is sent
 * outside the append's transaction because inside it takes a lock that all commits of the server wait for.
 */
export class Wake {
  readonly #sleepers = new Set<() => void>();
  #listening: Promise<Ear | undefined> | undefined;
  #notifying: Promise<void> | undefined;
  #untold = false;
  #closed = false;
  #commits = 0;

  constructor(private readonly pool: Pool) {}

  /** How many commits were seen; what happens between reading the log and sleeping changes it. */
  get commits(): number {
    return this.#commits;
  }

  /** Something was committed by this process. */
  committed(): void {
    this.#wakeAll();
    this.#untold = true;
    this.#notifying ??= this.#notify();
  }

  /** Resolves at the first commit anywhere after the `seen`th, after `ms`, or when the signal aborts. */
  async sleep(seen: number, ms: number, signal: AbortSignal): Promise<void> {
    this.#listening ??= this.#listen();
    await this.#listening;
    if (signal.aborted || this.#closed || this.#commits !== seen) return;
    await new Promise<void>((resolve) => {
      const done = () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', done);
        this.#sleepers.delete(done);
        resolve();
      };
      const timer = setTimeout(done, ms);
      signal.addEventListener('abort', done, { once: true });
      this.#sleepers.add(done);
    });
  }

  /** Gives its connections back; afterwards nothing is told to others. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#wakeAll();
    const ear = await this.#listening;
    ear?.release();
  }

  async #notify(): Promise<void> {
    while (this.#untold && !this.#closed) {
      this.#untold = false;
      await this.pool.query(NOTIFY).catch(() => undefined); // polling finds what this did not tell
      await pause(NOTIFY_EVERY_MS, undefined, { ref: false });
    }
    this.#notifying = undefined;
  }

  async #listen(): Promise<Ear | undefined> {
    try {
      return await listenTo(this.pool, CHANNEL, {
        heard: () => this.#wakeAll(),
        lost: () => {
          this.#listening = undefined; // the next sleep listens anew
        },
      });
    } catch {
      this.#listening = undefined;
      return undefined;
    }
  }

  #wakeAll(): void {
    this.#commits += 1;
    for (const wake of [...this.#sleepers]) wake();
  }
}
