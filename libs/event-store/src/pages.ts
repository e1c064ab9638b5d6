import type { EventStore, Recorded } from './event-store.js';

/**
 * The log after `after` up to its present end, page by page. No position is ever missing (G-2), so the place of the next
 * page is known before this one came: the database reads it while this one is unpacked and worked on. A reader never holds
 * more than three.
 */
export async function* pages(
  store: Pick<EventStore, 'readAll'>,
  after = -1,
  size = 1_000,
): AsyncGenerator<readonly Recorded[]> {
  const read = (from: number): Promise<readonly Recorded[]> => {
    const page = store.readAll(from, size);
    page.catch(() => undefined); // who stops reading early shall not hear of it; who goes on awaits it
    return page;
  };
  let coming = read(after);
  for (let next = after + size; ; next += size) {
    const following = read(next);
    const page = await coming;
    if (page.length > 0) yield page;
    // What was appended since is not the present end any more, and would leave a gap here.
    if (page.length < size) return;
    coming = following;
  }
}
