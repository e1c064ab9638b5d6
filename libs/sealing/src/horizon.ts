import type { Pool } from 'pg';

/** What an entry must have survived before it is sealed. */
export type SealAfter = 'commit' | 'archive' | 'standby';

/** How many entries had which end of the WAL behind them. */
interface Sample {
  readonly size: number;
  readonly lsn: string;
  readonly file: string;
}

/**
 * How far the log may be sealed. With `archive` or `standby`, as far as its WAL is known to be there: then every restore holds
 * what was signed, and no position is ever signed twice with different events. The end of the WAL is noted together with the
 * size of the log, and when that end has arrived, so have all these entries.
 */
export class Horizon {
  #waiting: Sample | undefined;
  #safe = 0;

  constructor(
    private readonly pool: Pool,
    readonly after: SealAfter,
  ) {}

  /** Entries that may be sealed now; never fewer than before. */
  async sealable(): Promise<number> {
    if (this.after === 'commit') return (await this.#sample()).size;
    this.#waiting ??= await this.#sample();
    if (await this.#arrived(this.#waiting)) {
      this.#safe = Math.max(this.#safe, this.#waiting.size);
      this.#waiting = undefined;
    }
    return this.#safe;
  }

  async #sample(): Promise<Sample> {
    // The snapshot is taken before the function is called: every entry that is counted has its commit before that end. A file of
    // WAL begins with 40 bytes that are no record: an end there lies in the file before, or a quiet log would wait for noise.
    const { rows } = await this.pool.query(`
      select size, lsn, pg_walfile_name(lsn - 41) as file
        from (select coalesce(max(position), -1) + 1 as size, pg_current_wal_insert_lsn() as lsn from log.position) s`);
    return { size: Number(rows[0].size), lsn: rows[0].lsn, file: rows[0].file };
  }

  async #arrived({ lsn, file }: Sample): Promise<boolean> {
    const { rows } = await this.pool.query(
      this.after === 'archive'
        ? `select coalesce(last_archived_wal ~ '^[0-9A-F]{24}$' and last_archived_wal >= $1, false) as arrived
             from pg_stat_archiver`
        : 'select coalesce(max(replay_lsn) >= $1::pg_lsn, false) as arrived from pg_stat_replication',
      [this.after === 'archive' ? file : lsn],
    );
    return rows[0].arrived;
  }
}
