import type { Pool } from 'pg';
import { type TestDatabase, testDatabase } from '#libs/testing';
import { live, shippedScheme } from './world.js';

const AN_EVENT =
  'select id, stream, version + 100, type, schema, recorded_at, envelope, payload, salt, leaf_hash from log.event';

/** What somebody tries who has the log-in of our processes: the database itself says no. */
const ATTACKS: Readonly<Record<string, string>> = {
  'edits an event': `update log.event set payload = '{}'`,
  'deletes an event': 'delete from log.event',
  'truncates the log': 'truncate log.event, log.position, log.command',
  'takes the guards away': 'alter table log.event disable trigger append_only',
  'alters a table of the log': 'alter table log.event add column note text',
  'inserts an event past the one way in': `insert into log.event ${AN_EVENT}`,
  'takes a position by hand': 'insert into log.position (position, event_id) select 1000000, id from log.event limit 1',
  'asks for positions out of turn': 'insert into log.batch (event_ids) select array_agg(id) from log.event',
  'calls what gives positions': 'select log.give_positions()',
  'switches triggers off for the session': 'set session_replication_role = replica',
  'grants itself more': 'grant insert on log.batch to current_user',
  'drops a table of the log': 'drop table log.position',
  'writes into the two-person record': `insert into control.seat (evaluation, version, person, step) values ('a', 1, 'chen', 'second')`,
  'edits a signature': `update control.signature set person = 'tan'`,
  'puts a function into the schema of the log': `create function log.append_more() returns void language sql as ''`,
  'hides its own function before the true one': `create function control.refuse_change() returns trigger language plpgsql as 'begin return new; end'`,
  'publishes a checkpoint': `insert into audit.checkpoint (size, root, note, epoch) values (1, sha256(''), 'x', 1)`,
  'publishes a checkpoint as the sealer would': `select audit.publish(0, 1, sha256(''), 'x')`,
  'edits the stored tree': `update audit.tile set hashes = sha256('')`,
  'takes the lease of the sealer': `select audit.take_lease('me', 3600)`,
  'speaks for the sealer': `insert into audit.sealer_state (state, reported_at) values ('{}', now())`,
  'becomes the sealer': 'set role shuangshen_sealer',
  'becomes the owner': `do $$ begin
    execute (select format('set role %I', tableowner) from pg_tables where schemaname = 'log' and tablename = 'event');
  end $$`,
};

describe('The log-in of the processes, when it', () => {
  let database: TestDatabase;
  let pool: Pool;
  beforeAll(async () => {
    database = await testDatabase();
    pool = database.pool;
    await live(database, ['a0'], await shippedScheme(pool));
  });
  afterAll(() => database.drop());

  const everything = async () => {
    const { rows } = await pool.query(
      `select (select md5(string_agg(e::text, '' order by id)) from log.event e) as events,
              (select md5(string_agg(p::text, '' order by position)) from log.position p) as places,
              (select md5(string_agg(s::text, '' order by event_id)) from control.signature s) as signatures,
              (select md5(string_agg(c.relname || c.relacl::text, '' order by c.oid)) from pg_class c
                where c.relnamespace in ('log'::regnamespace, 'control'::regnamespace)) as rights`,
    );
    return rows[0];
  };

  it.each(Object.entries(ATTACKS))('%s, is refused, and nothing has changed', async (_, statement) => {
    const before = await everything();
    // 42501: no right to do this.
    await expect(pool.query(statement)).rejects.toMatchObject({ code: '42501' });
    expect(await everything()).toEqual(before);
  });

  it('grants itself more on what it may read, gets a warning and no right', async () => {
    const before = await everything();
    await pool.query('grant insert, update, delete on log.event to current_user');
    expect(await everything()).toEqual(before);
  });
});
