import type { Due } from '#libs/jobs';
import { eventually, ownerDoes, type TestDatabase, testDatabase } from '#libs/testing';
import { Queues } from './queues.js';

describe('Queues on a PostgreSQL that lets nobody in yet', () => {
  let database: TestDatabase;
  let elsewhere: TestDatabase;
  let queues: Queues;
  const refused: Error[] = [];
  const due: Due = { position: 7, evaluationId: 'e1' };

  /** As while a server is starting up: it answers, and says no. */
  const lets = (in_: boolean) =>
    ownerDoes(elsewhere.pool, `alter database ${new URL(database.url).pathname.slice(1)} allow_connections ${in_}`);

  beforeAll(async () => {
    [database, elsewhere] = await Promise.all([testDatabase(), testDatabase()]);
    queues = new Queues({ databaseUrl: database.url }, { onError: (error) => refused.push(error) });
    await lets(false);
  });
  afterAll(async () => {
    await queues.close(true);
    await lets(true);
    await Promise.all([database.drop(), elsewhere.drop()]);
  });

  it('take jobs as soon as it does, and work on them', async () => {
    await expect(queues.add('notify', [due])).rejects.toThrow('not currently accepting connections');
    const worked = new Promise((resolve) => queues.work('notify', 1, async (job) => resolve(job)));
    await eventually(() => refused.length > 0);
    await lets(true);
    await queues.add('notify', [due]);
    expect(await worked).toEqual(due);
  });
});
