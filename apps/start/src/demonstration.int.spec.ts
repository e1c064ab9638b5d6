import { UPCASTERS } from '#libs/evaluation';
import { EventSchemas, PgEventStore } from '#libs/event-store';
import { Accounts, demandOf, LogIn, Sessions } from '#libs/identity';
import { type TestDatabase, testDatabase } from '#libs/testing';
import { createBootstrapLink } from './bootstrap.js';
import { seedDemonstration } from './demonstration.js';
import { PLAYERS } from './demonstration-cast.js';

describe('The demonstration', () => {
  let database: TestDatabase;
  const lines: string[] = [];

  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(() => database.drop());

  it('completes what a broken-off start began', async () => {
    const broken = seedDemonstration({
      url: database.url,
      log: () => {
        throw new Error('the terminal is gone');
      },
    });
    await expect(broken).rejects.toThrow('the terminal is gone');
    expect((await database.pool.query('select from identity.account')).rowCount).toBe(0);

    await seedDemonstration({ url: database.url, log: (line) => lines.push(line) });
    const store = new PgEventStore(database.pool, new EventSchemas(UPCASTERS));
    const types = (await store.readAll(-1, 100)).map(({ type }) => type);
    await store.close();
    expect(types).toEqual([
      ...[...new Set(PLAYERS.map(({ name }) => name))].map(() => 'PersonRegistered'),
      'CampaignCreated',
      'CampaignOpened',
      'TaskIssued',
      'TaskIssued',
      'TaskIssued',
      'TaskIssued',
      'DraftImported',
      ...PLAYERS.map(() => 'RoleGranted'),
    ]);
    // The last role ended the bootstrap: from now on giving one takes two.
    expect((await database.pool.query('select from control.bootstrap_end')).rowCount).toBe(1);
  });

  it('prints for everybody a password that opens the account, once', async () => {
    const rows = lines.slice(2).map((line) => line.trim().split(/\s{2,}/));
    expect(rows.map(([login]) => login)).toEqual(PLAYERS.map(({ login }) => login));
    const logIn = new LogIn(database.pool, new Sessions(database.pool, { idleMinutes: 30, maxHours: 12 }));
    const [login = '', password = ''] = rows[0] ?? [];
    expect(await logIn.enter({ login, password, ip: '127.0.0.1' })).toMatchObject({ login });

    const again: string[] = [];
    await seedDemonstration({ url: database.url, log: (line) => again.push(line) });
    expect(again).toEqual([]);
  });

  it('can be tried without a second factor', async () => {
    expect(await demandOf(database.pool)).toBe('offered');
  });

  it('gives one person two accounts', async () => {
    const { items } = await new Accounts(database.pool).page({ limit: 50 });
    const persons = items.filter(({ login }) => login.startsWith('long')).map(({ personId }) => personId);
    expect(persons).toEqual([persons[0], persons[0]]);
  });

  it('is not needed where an administrator begins with a one-time link', async () => {
    const link = await createBootstrapLink({ url: database.url, publicUrl: 'http://127.0.0.1:3000' });
    expect(link).toMatch(/^http:\/\/127\.0\.0\.1:3000\/bootstrap#token=[\w-]{43}$/);
  });
});
