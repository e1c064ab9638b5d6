import { getPostgreSQLEventStore, readMessagesBatch } from '@event-driven-io/emmett-postgresql';
import { dumbo } from '@event-driven-io/dumbo';
import { data, metadata } from './event.mjs';

/** Pages of its own batch read in one query of this many. */
const PAGE = 1_000;

/** @event-driven-io/emmett-postgresql, as its documentation shows it, with the pool it makes by default. */
export async function open(url) {
  const store = getPostgreSQLEventStore(url);
  await store.schema.migrate();
  const events = (count) =>
    Array.from({ length: count }, () => ({ type: 'DraftEdited', data, metadata: metadata() }));
  return {
    append: (stream, count) => store.appendToStream(stream, events(count), { expectedStreamVersion: 'STREAM_DOES_NOT_EXIST' }),
    // Its conflict does not tell the version there is, so the events after the known one are read, as its command handler does.
    async appendTo(stream, version, count) {
      for (let known = BigInt(version); ; ) {
        try {
          const expectedStreamVersion = known === 0n ? 'STREAM_DOES_NOT_EXIST' : known;
          const done = await store.appendToStream(stream, events(count), { expectedStreamVersion });
          return done.nextExpectedStreamVersion;
        } catch (error) {
          if (!/ExpectedVersionConflict|Expected version/i.test(`${error?.name} ${error?.message}`)) throw error;
          known = (await store.readStream(stream, { from: known })).currentStreamVersion;
        }
      }
    },
    async replay(most) {
      const pool = dumbo({ connectionString: url });
      let seen = 0;
      let after = 0n;
      for (;;) {
        const { messages, currentGlobalPosition, areMessagesLeft } = await readMessagesBatch(pool.execute, {
          after,
          batchSize: PAGE,
        });
        seen += messages.length;
        after = currentGlobalPosition;
        if (!areMessagesLeft || seen >= most) break;
      }
      await pool.close();
      return seen;
    },
    close: () => store.close(),
  };
}
