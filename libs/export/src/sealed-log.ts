import type { ClientBase } from 'pg';
import type { Tile } from '#libs/audit';
import type { Head } from './evidence.js';

/** What the sealer keeps in the database. The one place that knows its tables. */
export interface SealedLog {
  readonly size: number;
  /** In order of size, page by page. */
  heads(): AsyncIterable<Head>;
  tile(tile: Tile): Promise<Buffer | null>;
}

/** Nothing was sealed: the tables are not there, or empty. */
const UNSEALED: SealedLog = {
  size: 0,
  heads: async function* () {
    // none
  },
  tile: async () => null,
};

const PAGE = 1_000;

/** Reads the sealer's tables through a client that is inside a transaction. */
export async function sealedLog(client: ClientBase): Promise<SealedLog> {
  const { rows } = await client.query(`select to_regclass('audit.checkpoint') is not null as there`);
  if (!rows[0].there) return UNSEALED;
  const newest = await client.query('select max(size) as size from audit.checkpoint');
  const size = Number(newest.rows[0].size ?? 0);
  return {
    size,
    async *heads() {
      for (let after = -1; ; ) {
        const page = await client.query(
          'select size, note from audit.checkpoint where size > $1 order by size limit $2',
          [after, PAGE],
        );
        for (const row of page.rows) yield { size: Number(row.size), note: row.note };
        if (page.rows.length < PAGE) return;
        after = Number(page.rows.at(-1).size);
      }
    },
    async tile({ level, n, width }) {
      const found = await client.query('select hashes from audit.tile where level = $1 and n = $2', [level, n]);
      const hashes: Buffer | undefined = found.rows[0]?.hashes;
      return hashes && hashes.length >= width * 32 ? hashes.subarray(0, width * 32) : null;
    },
  };
}
