import { InMemoryEventStore, PgEventStore } from '#libs/event-store';
import { soak, testDatabase } from '#libs/testing';
import { LostUpdateStore } from '../mutants/lost-update-store.js';
import { StaleReadStore } from '../mutants/stale-read-store.js';
import { play } from './clients.js';
import { faultsOf } from './history.js';

const SEED = Date.now() % 1_000_000;
const GAME = { clients: 6, streams: 6, ms: 3_000 * soak(), seed: SEED };

/** T-LIN. */
describe(`Six clients on six streams (seed ${SEED})`, () => {
  it('see one history of each stream, on PostgreSQL', async () => {
    const database = await testDatabase();
    const store = new PgEventStore(database.pool);
    const { history, stored } = await play(store, GAME);
    expect(faultsOf(history, stored)).toEqual([]);
    expect(history.filter(({ did }) => did === 'lost a race').length).toBeGreaterThan(10);
    expect(history.filter(({ did }) => did === 'appended').length).toBeGreaterThan(100);
    await store.close();
    await database.drop();
  });

  it('see one history of each stream, in memory', async () => {
    const { history, stored } = await play(new InMemoryEventStore(), { ...GAME, ms: 200 });
    expect(faultsOf(history, stored)).toEqual([]);
  });

  it.each([
    ['lost updates', LostUpdateStore],
    ['stale reads', StaleReadStore],
  ])('catch a store with %s', async (_fault, Store) => {
    const { history, stored } = await play(new Store(), { ...GAME, ms: 500 });
    expect(faultsOf(history, stored)).not.toEqual([]);
  });
});
