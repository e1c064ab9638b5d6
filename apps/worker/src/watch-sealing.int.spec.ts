import { PgEventStore } from '#libs/event-store';
import { ALARMS } from '#libs/sealing';
import { giveRoles, ownerDoes, registered, type TestDatabase, testDatabase } from '#libs/testing';
import { raiseAlarms } from './raise-alarms.js';
import { WatchSealing } from './watch-sealing.js';

const BEHIND = { code: 'log.behind', since: '2026-12-01T01:00:00.000Z', text: { zh: '日志被截断', en: 'cut off' } };

describe('The seal of the log', () => {
  let database: TestDatabase;
  let store: PgEventStore;
  beforeAll(async () => {
    database = await testDatabase();
    store = new PgEventStore(database.pool);
    const people = { audit: 'auditor', clerk: 'unit-preparer' };
    await registered(
      database.pool,
      { unit: 'centre', department: 'bureau' },
      Object.entries(people).map(([one, role]) => ({ personId: one, accountId: one, role })),
    );
    await database.pool.query(`
      insert into registry.person (id, name) values ('operator', '覃晓峰');
      insert into identity.account (id, person_id, login, password_hash) values ('operator', 'operator', 'op', '$argon2id$test')`);
    await giveRoles(database.pool, ['operator', 'administrator', null]);
  });
  afterAll(async () => {
    await store.close();
    await database.drop();
  });

  /** The sealer's last report, so many seconds ago. */
  const reports = (alarm: object | null, secondsAgo = 0) =>
    ownerDoes(
      database.pool,
      `insert into audit.sealer_state (state, reported_at)
       values (jsonb_build_object('origin', 'o', 'keys', '[]'::jsonb, 'quorum', 0, 'witnesses', '[]'::jsonb, 'alarm', $1::jsonb),
               clock_timestamp() - make_interval(secs => $2))
       on conflict (one) do update set state = excluded.state, reported_at = excluded.reported_at`,
      [JSON.stringify(alarm), secondsAgo],
    );
  const told = async () =>
    (await store.read(ALARMS)).events.map(({ type, data }) => [type, (data as { code: string }).code]);

  it('is nobody’s concern where nobody seals, and while all is well', async () => {
    const watch = new WatchSealing(database.pool, store);
    expect([await watch.look(), await watch.look()]).toEqual([undefined, undefined]);
    await reports(null);
    expect([await watch.look(), await watch.look()]).toEqual([undefined, undefined]);
  });

  it('that is silent for a moment after a start raises no alarm', async () => {
    const watch = new WatchSealing(database.pool, store);
    await reports(null, 3_600);
    expect(await watch.look()).toBeUndefined();
    await reports(null);
    expect([await watch.look(), await watch.look()]).toEqual([undefined, undefined]);
    expect(await told()).toEqual([]);
  });

  it('that stands still is an event, once, whoever looks; and so is its going on', async () => {
    const [one, other] = [new WatchSealing(database.pool, store), new WatchSealing(database.pool, store)];
    await reports(BEHIND);
    await Promise.all([one.look(), other.look()]);
    await Promise.all([one.look(), other.look()]);
    await Promise.all([one.look(), other.look()]);
    expect(await told()).toEqual([['SealingAlarmRaised', 'log.behind']]);
    expect((await store.read(ALARMS)).events[0]!.data).toEqual(BEHIND);

    await reports(null, 3_600);
    expect([await one.look(), await one.look()]).toEqual([undefined, 'SealingAlarmRaised']);
    await reports(null);
    expect([await one.look(), await one.look(), await one.look()]).toEqual([undefined, 'SealingAlarmEnded', undefined]);
    expect(await told()).toEqual([
      ['SealingAlarmRaised', 'log.behind'],
      ['SealingAlarmRaised', 'sealer.silent'],
      ['SealingAlarmEnded', 'sealer.silent'],
    ]);
  });

  it('is told to the audit and to who runs the system, once, and to nobody else', async () => {
    const events = await store.readAll(-1, 100);
    for (const _ of ['once', 'again']) {
      const client = await database.pool.connect();
      await raiseAlarms(client, events);
      client.release();
    }
    const { rows } = await database.pool.query(
      'select person_id, kind, evaluation_id, unit_name from job.notification order by position, person_id',
    );
    const notice = { kind: 'sealing-alarm', evaluation_id: '', unit_name: '' };
    const both = ['audit', 'operator'].map((person_id) => ({ person_id, ...notice }));
    expect(rows).toEqual([...both, ...both]);
  });
});
