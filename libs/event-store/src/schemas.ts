/** From the data of one schema number to that of the next. Total, pure and deterministic: stored bytes never change. */
export type Upcaster = (data: unknown) => unknown;

/**
 * For each event type that ever changed its shape, the upcasters from schema 1 to 2, 2 to 3 and so on. A type that is
 * not named has schema 1. What was ever written stays readable (G-7): test/golden/events holds one of each, and grows.
 */
export class EventSchemas {
  constructor(private readonly steps: Readonly<Record<string, readonly Upcaster[]>> = {}) {}

  /** The schema number that is written today. */
  current(type: string): number {
    return this.#of(type).length + 1;
  }

  /** The data in today's shape. Throws when it was written by a newer version of the product than this one. */
  upcast(type: string, schema: number, data: unknown): unknown {
    if (schema > this.current(type))
      throw new Error(`${type} has schema ${schema}; this version of the product knows ${this.current(type)}`);
    return this.#of(type)
      .slice(schema - 1)
      .reduce((shape, step) => step(shape), data);
  }

  #of(type: string): readonly Upcaster[] {
    return Object.hasOwn(this.steps, type) ? (this.steps[type] ?? []) : [];
  }
}
