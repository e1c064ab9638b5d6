import type { ClientBase } from 'pg';
import { parseCheckpoint, parseNote, type Tile } from '#libs/audit';
import type { Head } from './evidence.js';

/** What the sealer keeps in the database. The one place that knows its tables. */
export interface SealedLog {
  /** As the newest checkpoint names the log; null when nothing was sealed. */
  readonly origin: string | null;
  readonly size: number;
  /** The newest checkpoint; null when nothing was sealed. */
  readonly newest: string | null;
  /** The verifier keys the sealer says are its own, and the witnesses it asks. Better taken from elsewhere. */
  readonly keys: readonly string[];
  readonly witnesses: { readonly keys: readonly string[]; readonly quorum: number };
  /** In order of size, page by page. */
  heads(): AsyncIterable<Head>;
  tile(tile: Tile): Promise<Buffer | null>;
}

/** Nothing was sealed: the tables are not there, or empty. */
const UNSEALED: SealedLog = {
  origin: null,
  size: 0,
  newest: null,
  keys: [],
  witnesses: { keys: [], quorum: 0 },
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
  const newest = await client.query('select size, note from audit.checkpoint order by size desc limit 1');
  if (newest.rows.length === 0) return UNSEALED;
  const size = Number(newest.rows[0].size);
  return {
    origin: originOf(newest.rows[0].note),
    size,
    newest: newest.rows[0].note,
    ...(await toldBySealer(client)),
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

async function toldBySealer(client: ClientBase): Promise<Pick<SealedLog, 'keys' | 'witnesses'>> {
  const there = await client.query(`select to_regclass('audit.sealer_state') is not null as there`);
  const { rows } = there.rows[0].there ? await client.query('select state from audit.sealer_state') : { rows: [] };
  const { keys = [], quorum = 0, witnesses = [] } = rows[0]?.state ?? {};
  return { keys, witnesses: { keys: witnesses.map(({ key }: { key: string }) => key), quorum } };
}

/** A note that cannot be read names no log; whoever verifies it will say why. */
function originOf(note: string): string | null {
  try {
    return parseCheckpoint(parseNote(note).text).origin;
  } catch {
    return null;
  }
}
