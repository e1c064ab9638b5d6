import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { projectRoot } from '#libs/config';
import { uuidV7 } from '#libs/event-store';
import { type TestDatabase, testDatabase } from '#libs/testing';

/** A way to order a log, in a database of its own, spoken to through the functions of test/mutants/ordering/README.md. */
export interface Design {
  readonly name: string;
  readonly database: TestDatabase;
  /** Schemas that hold its tables. */
  readonly schema: string;
  /** A connection that may do whatever the design needs. */
  connect(): Promise<Client>;
  drop(): Promise<void>;
}

export const OURS = 'ours';
export const MUTANTS = [
  'naive-sequence',
  'advisory-lock',
  'lock-after-insert',
  'transaction-id',
  'number-below-xmin',
  'gap-timeout',
  'sequencer-by-number',
  'counter-row',
] as const;

/** Our log behind the same three functions. The envelope is what log.append asks for and no more. */
const ADAPTER = `
  create schema design;
  create function design.append(s text, v int, i text) returns void language plpgsql as $$
  declare
    salt constant text := repeat('00', 16);
    hash constant text := encode(sha256(decode(salt, 'hex') || '{}'), 'hex');
    at constant timestamptz := date_trunc('milliseconds', clock_timestamp());
    envelope constant text := json_build_object('v', 1, 'id', i, 'stream', s, 'version', v, 'type', 'Done', 'schema', 1,
      'recordedAt', to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'payloadHash', hash);
    answer json;
  begin
    answer := log.append(array[i::uuid], s, array[v - 1], '{1}', array[at], 'a', i, 'h',
                         '{1}', array[i::uuid], array[v], 'Done', '{1}', envelope, '{}', salt);
    if answer is not null then raise exception 'append: %', answer; end if;
  end $$;
  create function design.read(cursor text) returns table (id text, stream text, version int, cursor_after text) language sql as $$
    select e.id::text, e.stream, e.version, p.position::text from log.position p join log.event e on e.id = p.event_id
     where p.position > cursor::bigint order by p.position limit 100 $$`;

/** Makes the named design in a fresh database. */
export async function design(name: string): Promise<Design> {
  const database = await testDatabase();
  const connect = async () => {
    const client = new Client({ connectionString: database.ownerUrl, lock_timeout: 3_000 });
    client.on('error', () => undefined);
    await client.connect();
    return client;
  };
  const client = await connect();
  await install(client, name);
  await client.end();
  return { name, database, schema: name === OURS ? 'log' : 'design', connect, drop: () => database.drop() };
}

export const append = (client: Client, stream: string, version: number, id = uuidV7()): Promise<unknown> =>
  client.query('select design.append($1, $2, $3)', [stream, version, id]);

/** Makes the design's schema in a migrated database. */
export async function install(client: Client, name: string): Promise<void> {
  const file = join(projectRoot(), `test/mutants/ordering/${name}.sql`);
  await client.query(name === OURS ? ADAPTER : readFileSync(file, 'utf8'));
}
