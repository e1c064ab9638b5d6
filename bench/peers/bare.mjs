import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { data, metadata } from './event.mjs';

/** One prepared single-row INSERT through `pg`: what the same bytes cost without a version, a key, a hash or an order. */
export async function open(url) {
  const pool = new pg.Pool({ connectionString: url, max: 32 });
  return {
    append: (stream) =>
      pool.query({
        name: 'insert',
        text: 'insert into bare (id, stream, body) values ($1, $2, $3)',
        values: [randomUUID(), stream, JSON.stringify({ data, metadata: metadata() })],
      }),
    close: () => pool.end(),
  };
}
