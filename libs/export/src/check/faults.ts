import type { Text } from '#libs/kernel';
import { FAULT_TEXTS, type FaultCode } from './fault-texts.js';

/** One thing that does not hold, where it was found, in words. */
export interface Fault {
  readonly code: FaultCode;
  /** The first place it speaks of; null when it is about no place of the log. */
  readonly position: number | null;
  readonly evaluation?: string;
  readonly text: Text;
}

/** How many faults are told in full; the others are counted. */
const TOLD = 200;

/** Where a fault was found, and what fills its text. */
export interface Where {
  readonly position?: number | null;
  readonly evaluation?: string;
  readonly [detail: string]: unknown;
}

/** What a control found, in bounded memory whatever it finds. */
export class Faults {
  readonly #told: Fault[] = [];
  readonly #counts = new Map<FaultCode, number>();
  #first: Fault | null = null;

  add(code: FaultCode, where: Where = {}): void {
    const { position = null, evaluation } = where;
    this.#counts.set(code, (this.#counts.get(code) ?? 0) + 1);
    const fault = { code, position, ...(evaluation !== undefined && { evaluation }), text: FAULT_TEXTS[code](where) };
    if (position !== null && (this.#first?.position ?? Number.POSITIVE_INFINITY) > position) this.#first = fault;
    if (this.#told.length < TOLD) this.#told.push(fault);
  }

  /** In the order in which they were found, at most 200. */
  get told(): readonly Fault[] {
    return this.#told;
  }

  /** The one with the lowest position; of several there the first that was found. Without any position, the first of all. */
  get first(): Fault | null {
    return this.#first ?? this.#told[0] ?? null;
  }

  get counts(): Readonly<Partial<Record<FaultCode, number>>> {
    return Object.fromEntries(this.#counts);
  }

  get total(): number {
    return [...this.#counts.values()].reduce((sum, count) => sum + count, 0);
  }
}
