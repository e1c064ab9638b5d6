import type { PoolClient } from 'pg';
import type { Recorded } from '#libs/event-store';
import { giveRoles, ownerDoes, type TestDatabase, testDatabase } from '#libs/testing';
import { raiseAlarms } from './raise-alarms.js';

describe('Who is told of a role that was given', () => {
  let database: TestDatabase;
  let client: PoolClient;

  beforeAll(async () => {
    database = await testDatabase();
    await database.pool.query(`
      insert into registry.fiscal_division (code, name) values ('431225', '会同县');
      insert into registry.unit (id, code, name, division_code, kind) values ('finance', '001', '财政局', '431225', 'finance');
      insert into registry.person (id, name)
        select id, '某' || id from unnest(array['qin', 'luo', 'zhou', 'tang', 'huang', 'off', 'yang', 'new']) as id;
      insert into identity.account (id, person_id, login, password_hash)
        select 'a-' || id, id, id, '$argon2id$test' from registry.person;
      insert into identity.account (id, person_id, login, password_hash) values ('a-huang2', 'huang', 'huang2', '$argon2id$test')`);
    await giveRoles(
      database.pool,
      ['a-qin', 'administrator', null],
      ['a-luo', 'administrator', null],
      ['a-zhou', 'security-administrator', null],
      ['a-tang', 'audit-administrator', null],
      ['a-huang', 'auditor', 'finance'],
      ['a-huang2', 'auditor', 'finance'],
      ['a-off', 'auditor', 'finance'],
      ['a-yang', 'unit-preparer', 'finance'],
    );
    await ownerDoes(database.pool, `update identity.account set disabled_at = now() where id = 'a-off'`);
    client = await database.pool.connect();
  });
  afterAll(async () => {
    client.release();
    await database.drop();
  });

  let position = 0;
  const happened = (type: string, personId: string, data: object | null, stream = 'person-new'): Recorded => {
    position += 1;
    return { stream, type, position, data, actor: { personId } } as Recorded;
  };
  const toldOf = async (...events: Recorded[]) => {
    await raiseAlarms(client, events);
    const { rows } = await client.query(
      `select person_id, kind, evaluation_id, unit_name from job.notification where position = any($1) order by person_id`,
      [events.map((event) => event.position)],
    );
    return rows;
  };
  const persons = async (...events: Recorded[]) => (await toldOf(...events)).map(({ person_id }) => person_id);

  it('is the audit and every office when one alone gave it, each person once, but not who did it', async () => {
    const broken = happened('GlassBroken', 'qin', { reason: '系统故障' });
    const rows = await toldOf(broken);
    expect(rows.map(({ person_id }) => person_id)).toEqual(['huang', 'luo', 'tang', 'zhou']);
    expect(rows[0]).toEqual({ person_id: 'huang', kind: 'glass-broken', evaluation_id: '', unit_name: '某new' });
    expect(await toldOf(broken)).toEqual(rows); // and once, however often it is read
  });

  it('is the other office when a role waits for it, whichever proposed', async () => {
    expect(await toldOf(happened('RoleProposed', 'qin', { as: 'administrator' }))).toMatchObject([
      { person_id: 'zhou', kind: 'grant-proposed' },
    ]);
    expect(await persons(happened('RoleProposed', 'zhou', { as: 'security-administrator' }))).toEqual(['luo', 'qin']);
  });

  it('is nobody when it is about something else, elsewhere, or was erased', async () => {
    const others = [
      happened('RoleGranted', 'qin', { as: 'administrator' }),
      happened('constructor', 'qin', {}),
      happened('GlassBroken', 'qin', { reason: '系统故障' }, 'evaluation-e1'),
      happened('GlassBroken', 'qin', null),
      happened('GlassBroken', 'qin', { reason: '系统故障' }, 'person-nobody'),
    ];
    expect(await persons(...others)).toEqual([]);
  });

  it('is told of each of several events', async () => {
    const both = [
      happened('RoleProposed', 'qin', { as: 'administrator' }),
      happened('RoleProposed', 'qin', { as: 'administrator' }),
    ];
    expect(await persons(...both)).toEqual(['zhou', 'zhou']);
  });
});
