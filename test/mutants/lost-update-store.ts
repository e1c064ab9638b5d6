import { type Appended, InMemoryEventStore, VersionConflict } from '#libs/event-store';

/** Tells the loser of a race that it has won. */
export class LostUpdateStore extends InMemoryEventStore {
  override async append(...asked: Parameters<InMemoryEventStore['append']>): Promise<Appended> {
    await new Promise((resolve) => setImmediate(resolve)); // as a network would, so that races happen
    try {
      return await super.append(...asked);
    } catch (error) {
      if (!(error instanceof VersionConflict)) throw error;
      return { version: error.actual, position: 0, replayed: false };
    }
  }
}
