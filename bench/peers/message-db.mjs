import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { data, metadata } from './event.mjs';

const home = dirname(createRequire(import.meta.url).resolve('@eventide/message-db/package.json'));

/** In the order of its own install.sh. */
const FILES = [
  'schema/message-store',
  'extensions/pgcrypto',
  'types/message',
  'tables/messages',
  ...['message-store-version', 'hash-64', 'acquire-lock', 'category', 'is-category', 'id', 'cardinal-id'].map((name) => `functions/${name}`),
  ...['stream-version', 'write-message', 'get-stream-messages', 'get-category-messages', 'get-last-stream-message'].map((name) => `functions/${name}`),
  'indexes/messages-id',
  'indexes/messages-stream',
  'indexes/messages-category',
];

/** message-db's own SQL functions, called as prepared statements; several events in one transaction. */
export async function open(url) {
  const pool = new pg.Pool({ connectionString: url, max: 10, options: '-c search_path=message_store,public' });
  const installed = await pool.query("select to_regclass('message_store.messages') as messages");
  if (installed.rows[0].messages === null)
    for (const file of FILES)
      await pool.query(readFileSync(join(home, 'database', `${file}.sql`), 'utf8').replaceAll('CONCURRENTLY', ''));

  const write = (client, stream, expected) =>
    client.query({
      name: 'write',
      text: 'select message_store.write_message($1, $2, $3, $4, $5, $6)',
      values: [randomUUID(), stream, 'DraftEdited', JSON.stringify(data), JSON.stringify(metadata()), expected],
    });
  const writeAll = async (stream, count, first) => {
    if (count === 1) return write(pool, stream, first);
    const client = await pool.connect();
    try {
      await client.query('begin');
      for (let n = 0; n < count; n += 1) await write(client, stream, first + n);
      await client.query('commit');
    } catch (error) {
      await client.query('rollback');
      throw error;
    } finally {
      client.release();
    }
  };
  return {
    append: (stream, count) => writeAll(stream, count, -1),
    // Its refusal tells the version there is; it counts from -1.
    async appendTo(stream, version, count) {
      for (let known = version; ; ) {
        try {
          await writeAll(stream, count, known - 1);
          return known + count;
        } catch (error) {
          const actual = /Stream Version: (-?\d+)/.exec(error.message)?.[1];
          if (actual === undefined) throw error;
          known = Number(actual) + 1;
        }
      }
    },
    close: () => pool.end(),
  };
}
