import type { Envelope } from './envelope.js';
import type { Faults } from './faults.js';

/**
 * Positions follow on each other without a hole (INV-E2), versions in their stream too and in the same order (INV-E1, E3),
 * and a stream's time never goes back (INV-E7). Of part of the log only the order of its streams can be told.
 */
export class OrderCheck {
  readonly #streams = new Map<string, { version: number; recordedAt: string }>();
  #next = 0;

  constructor(
    private readonly faults: Faults,
    private readonly whole: boolean,
  ) {}

  /** The position after the last that was looked at. */
  get next(): number {
    return this.#next;
  }

  place(position: number): void {
    const gap = this.whole ? position !== this.#next : position < this.#next;
    if (gap) this.faults.add('entry.gap', { position: Math.min(this.#next, position), found: position });
    this.#next = position + 1;
  }

  version(position: number, { stream, version, recordedAt }: Envelope): void {
    const last = this.#streams.get(stream);
    const expected = (last?.version ?? 0) + 1;
    if (version !== expected) this.faults.add('stream.version', { position, stream, version, expected });
    if (last && recordedAt < last.recordedAt)
      this.faults.add('stream.time', { position, stream, before: last.recordedAt });
    this.#streams.set(stream, { version, recordedAt });
  }
}
