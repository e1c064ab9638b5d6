import { createPool, listenTo } from '#libs/database';
import { eventually, ownerDoes, type TestDatabase, testDatabase } from '#libs/testing';

describe('An ear on a channel', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(() => database.drop());

  const ended = () =>
    ownerDoes(
      database.pool,
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query like 'listen %'`,
    );

  it('hears what is told, and tells once when it is cut off', async () => {
    const pool = createPool(database.url, { max: 1 });
    let [heard, lost] = [0, 0];
    await listenTo(pool, 'rumour', {
      heard: () => {
        heard += 1;
      },
      lost: () => {
        lost += 1;
      },
    });
    await database.pool.query('notify rumour');
    await eventually(() => heard === 1);
    await ended();
    await eventually(() => lost === 1);
    await pool.query('select 1'); // its place in the pool is free again
    await pool.end();
  });

  it('that was given back is not missed when its server goes', async () => {
    const pool = createPool(database.url, { max: 1 });
    let lost = 0;
    const missed = () => {
      lost += 1;
    };
    const ear = await listenTo(pool, 'rumour', { heard: () => undefined, lost: missed });
    const client = (pool as unknown as { _clients: { emit(name: string, error: Error): void }[] })._clients[0]!;
    ear.release();
    ear.release();
    client.emit('error', new Error('terminating connection due to administrator command'));
    expect(lost).toBe(0);
    await pool.end();
  });

  it('that the server refuses holds no connection', async () => {
    const pool = createPool(database.url, { max: 1 });
    const hearing = { heard: () => undefined, lost: () => undefined };
    await expect(listenTo(pool, 'no channel', hearing)).rejects.toThrow('syntax error');
    await pool.query('select 1');
    await pool.end();
  });
});
