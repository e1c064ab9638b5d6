import { type Appended, InMemoryEventStore, type Recorded } from '#libs/event-store';
import type { Event } from '#libs/kernel';

/** Reads what was true a while ago, as a lagging replica or a cache does. */
export class StaleReadStore extends InMemoryEventStore {
  readonly #lagging = new Map<string, { at: number; events: readonly Recorded[] }>();

  override async append(...asked: Parameters<InMemoryEventStore['append']>): Promise<Appended> {
    await new Promise((resolve) => setImmediate(resolve));
    return super.append(...asked);
  }

  override async read<E extends Event>(stream: string, afterVersion = 0) {
    await new Promise((resolve) => setImmediate(resolve));
    const kept = this.#lagging.get(stream);
    const now = performance.now();
    if (kept === undefined || now - kept.at > 20)
      this.#lagging.set(stream, { at: now, events: (await super.read(stream)).events });
    const events = (this.#lagging.get(stream)?.events ?? []).filter(({ version }) => version > afterVersion);
    return { events: events as unknown as readonly Recorded<E>[], version: events.at(-1)?.version ?? afterVersion };
  }
}
