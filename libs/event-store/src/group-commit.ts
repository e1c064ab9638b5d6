/** Most items in one flight: keeps a statement within a few megabytes and a few milliseconds. */
const MOST = 256;

/**
 * Joins what arrives while a flight is under way into the next one. A lone item leaves at once; it never waits for
 * company. Several flights may be under way together, so that one is prepared while the database flushes the other.
 */
export class GroupCommit<Item> {
  #waiting: Item[] = [];
  #flying = 0;

  constructor(
    private readonly fly: (items: readonly Item[]) => Promise<void>,
    private readonly flights: number = 1,
  ) {}

  add(item: Item): void {
    this.#waiting.push(item);
    // A tick later, so that everything this tick brings leaves together.
    if (this.#flying < this.flights && this.#waiting.length === 1) queueMicrotask(() => this.#leave());
  }

  #leave(): void {
    if (this.#flying >= this.flights || this.#waiting.length === 0) return;
    const items = this.#waiting.slice(0, MOST);
    this.#waiting = this.#waiting.slice(MOST);
    this.#flying += 1;
    const landed = () => {
      this.#flying -= 1;
      this.#leave();
    };
    this.fly(items).then(landed, landed); // who flew has been told; the next must fly in any case
    this.#leave();
  }
}
