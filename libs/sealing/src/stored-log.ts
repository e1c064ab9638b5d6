import type { Pool } from 'pg';
import { HASH_BYTES, type Hash, type ReadTile } from '#libs/audit';
import { Alarm } from './alarm.js';

/** A signed head as it was published. */
export interface Published {
  readonly size: number;
  readonly note: string;
}

/** The log and what was sealed of it, as the sealer's role may read them. */
export class StoredLog {
  constructor(private readonly pool: Pool) {}

  /** Entries in the log. */
  async size(): Promise<number> {
    const { rows } = await this.pool.query('select coalesce(max(position), -1) + 1 as size from log.position');
    return Number(rows[0].size);
  }

  async newest(): Promise<Published | undefined> {
    const { rows } = await this.pool.query('select size, note from audit.checkpoint order by size desc limit 1');
    return rows[0] && { size: Number(rows[0].size), note: rows[0].note };
  }

  /** The first path: the leaf hashes that PostgreSQL computed when the events were stored. Throws Alarm at a hole. */
  async leafHashes(from: number, to: number): Promise<readonly Hash[]> {
    const { rows } = await this.pool.query<{ hashes: Buffer | null }>({
      name: 'sealing.leaf_hashes',
      text: `select string_agg(e.leaf_hash, ''::bytea order by p.position) as hashes
               from log.position p join log.event e on e.id = p.event_id
              where p.position >= $1 and p.position < $2`,
      values: [from, to],
    });
    const hashes = rows[0]?.hashes ?? Buffer.of();
    if (hashes.length !== (to - from) * HASH_BYTES) throw new Alarm('log.hole', { from, to: to - 1 });
    return Array.from({ length: to - from }, (_, n) => hashes.subarray(n * HASH_BYTES, (n + 1) * HASH_BYTES));
  }

  /** The second path: the exact bytes that are stored now. Throws Alarm at a hole. */
  async envelopes(from: number, to: number): Promise<readonly Buffer[]> {
    const { rows } = await this.pool.query<{ envelope: Buffer }>({
      name: 'sealing.envelopes',
      text: `select e.envelope from log.position p join log.event e on e.id = p.event_id
              where p.position >= $1 and p.position < $2 order by p.position`,
      values: [from, to],
    });
    if (rows.length !== to - from) throw new Alarm('log.hole', { from, to: to - 1 });
    return rows.map(({ envelope }) => envelope);
  }

  /** A tile as it is stored; a tile that has grown since is read as it was. Throws Alarm when it is not there. */
  readonly tile: ReadTile = async ({ level, n, width }) => {
    const { rows } = await this.pool.query<{ hashes: Buffer }>({
      name: 'sealing.tile',
      text: 'select substr(hashes, 1, $3) as hashes from audit.tile where level = $1 and n = $2',
      values: [level, n, width * HASH_BYTES],
    });
    const hashes = rows[0]?.hashes;
    if (hashes?.length !== width * HASH_BYTES)
      throw new Alarm('tiles.differ', { size: '?', reason: `tile ${level}/${n} is missing` });
    return hashes;
  };
}
