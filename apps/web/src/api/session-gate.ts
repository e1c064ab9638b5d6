/**
 * When a session ends in the middle of work, requests wait here while the person types the password again, and go on
 * afterwards: nothing that was typed is lost.
 */
export class SessionGate {
  #waiting: { go: () => void; stop: (reason: Error) => void }[] = [];
  readonly #listeners = new Set<() => void>();

  /** Whether somebody has to log in before anything goes on. */
  get isClosed(): boolean {
    return this.#waiting.length > 0;
  }

  /** Resolves when the person is logged in again; rejects when the person leaves instead. */
  async passage(): Promise<void> {
    await new Promise<void>((go, stop) => {
      this.#waiting.push({ go, stop });
      this.#tell();
    });
  }

  open(): void {
    for (const { go } of this.#take()) go();
  }

  abandon(reason: Error): void {
    for (const { stop } of this.#take()) stop(reason);
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  #take() {
    const waiting = this.#waiting;
    this.#waiting = [];
    this.#tell();
    return waiting;
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
