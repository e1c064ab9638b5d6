import { randomUUID } from 'node:crypto';
import { createPool } from '#libs/database';
import { type Metadata, PgEventStore, pages, VersionConflict } from '#libs/event-store';

// The bytes that every contestant stores: plain JavaScript beside the peers, so that they can share it.
const { data } = (await import(new URL('../../bench/peers/event.mjs', import.meta.url).href)) as { data: object };

/** Our store as the product makes it: gapless positions, leaf hashes and an idempotency key on every append. */
export async function open(url: string) {
  const pool = createPool(url, { max: 10 });
  const store = new PgEventStore(pool);
  const events = (count: number) => Array.from({ length: count }, () => ({ type: 'DraftEdited', data }));
  return {
    append: (stream: string, count: number) => store.append(stream, 0, events(count), metadata()),
    /** As an API does: the version is what the last answer or conflict told. */
    async appendTo(stream: string, version: number, count: number): Promise<number> {
      for (let expected = version; ; ) {
        try {
          return (await store.append(stream, expected, events(count), metadata())).version;
        } catch (error) {
          if (!(error instanceof VersionConflict)) throw error;
          expected = error.actual;
        }
      }
    },
    async replay(): Promise<number> {
      let seen = 0;
      for await (const page of pages(store)) seen += page.length;
      return seen;
    },
    async close(): Promise<void> {
      await store.close();
      await pool.end();
    },
  };
}

const metadata = (): Metadata => ({
  actor: { personId: 'person-000117', accountId: 'account-000117', role: 'unit-preparer', memberOf: [] },
  commandId: randomUUID(),
  correlationId: randomUUID(),
  idempotency: { key: randomUUID(), requestHash: 'b1946ac92492d2347c6235b4d2611184b1946ac92492d2347c6235b4d2611184' },
});
