/** Chance that a seed repeats (mulberry32). */
export class Chance {
  #state: number;

  constructor(readonly seed: number) {
    this.#state = seed >>> 0;
  }

  /** From 0 to below 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  one<T>(among: readonly T[]): T {
    return among[Math.floor(this.next() * among.length)] as T;
  }

  /** True so often: once in `n`. */
  rarely(n: number): boolean {
    return this.next() * n < 1;
  }
}
