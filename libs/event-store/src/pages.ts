import type { EventStore, Recorded } from './event-store.js';

/**
 * The log after `after` up to its present end, page by page. The next page is fetched while one is worked on, so a reader
 * never holds more than two.
 */
export async function* pages(
  store: Pick<EventStore, 'readAll'>,
  after = -1,
  size = 1_000,
): AsyncGenerator<readonly Recorded[]> {
  let coming: Promise<readonly Recorded[]> | undefined = store.readAll(after, size);
  while (coming !== undefined) {
    const page: readonly Recorded[] = await coming;
    if (page.length === 0) return;
    coming = page.length < size ? undefined : store.readAll(page.at(-1)!.position, size);
    coming?.catch(() => undefined); // who stops reading early shall not hear of it; who goes on awaits it
    yield page;
  }
}
