import type { Pool } from 'pg';
import { StoredLog } from './stored-log.js';

/** What an entry must have survived before it is sealed. */
export type SealAfter = 'commit' | 'archive' | 'standby';

/** How many entries had which end of the WAL behind them. */
interface Sample {
  readonly size: number;
  readonly timeline: string;
  /** The end as it is known where it has to arrive: there files have names, here there are places. */
  readonly end: string;
}

/** Where the end of the WAL is looked up, and whether the one of before has arrived. */
const LOOKS: Readonly<Record<Exclude<SealAfter, 'commit'>, { readonly end: string; readonly arrived: string }>> = {
  archive: {
    // A file of WAL begins with 40 bytes that are no record: an end there lies in the file before, or a quiet log would wait for noise.
    end: 'pg_walfile_name(lsn - 41)',
    arrived: `(select last_archived_wal ~ '^[0-9A-F]{24}$' and last_archived_wal >= $1 from pg_stat_archiver)`,
  },
  standby: { end: 'lsn', arrived: 'audit.replayed() >= $1::pg_lsn' },
};

/**
 * How far the log may be sealed. With `archive` or `standby`, as far as its WAL is known to be there: then every restore holds
 * what was signed, and no position is ever signed twice with different events. The end of the WAL is noted together with the
 * size of the log, and when that end has arrived, so have all these entries.
 */
export class Horizon {
  readonly #log: StoredLog;
  #waiting: Sample | undefined;
  #safe = 0;

  constructor(
    private readonly pool: Pool,
    readonly after: SealAfter,
  ) {
    this.#log = new StoredLog(pool);
  }

  /** Entries that may be sealed now; never fewer than before, while no other server takes the place of this one. */
  async sealable(): Promise<number> {
    if (this.after === 'commit') return this.#log.size();
    const { arrived, ...now } = await this.#look(this.after, this.#waiting?.end ?? null);
    if (now.timeline !== this.#waiting?.timeline) {
      // A restore or a promotion begins another history: what was noted in the one before says nothing about this one.
      this.#safe = 0;
      this.#waiting = now;
    } else if (arrived) {
      this.#safe = Math.max(this.#safe, this.#waiting.size);
      this.#waiting = now;
    }
    return this.#safe;
  }

  /** In one statement: between two of them another server could take this one's place. */
  async #look(after: Exclude<SealAfter, 'commit'>, awaited: string | null): Promise<Sample & { arrived: boolean }> {
    const { end, arrived } = LOOKS[after];
    // The snapshot is taken before the function is called: every entry that is counted has its commit before that end.
    const { rows } = await this.pool.query(
      `select size, left(pg_walfile_name(lsn), 8) as timeline, ${end} as end, coalesce(${arrived}, false) as arrived
         from (select coalesce(max(position), -1) + 1 as size, pg_current_wal_insert_lsn() as lsn from log.position) s`,
      [awaited],
    );
    return { ...rows[0], size: Number(rows[0].size) };
  }
}
