import type { Pool } from 'pg';

/** Another sealer holds the lease, or took it: what this one had in mind must not be written. */
export class Fenced extends Error {
  override readonly name = 'Fenced';
}

/** How long a sealer that says nothing keeps others away. */
export const LEASE_SECONDS = 15;

/**
 * The right to seal, held by one process at a time. Whatever is written carries its epoch, and the statement that writes asks
 * for it: a holder that slept past its time finds that nothing is written.
 */
export class Lease {
  private constructor(
    private readonly pool: Pool,
    readonly epoch: string,
  ) {}

  /** Undefined while another holds it. `holder` names this process and no other. */
  static async take(pool: Pool, holder: string, seconds = LEASE_SECONDS): Promise<Lease | undefined> {
    const { rows } = await pool.query('select audit.take_lease($1, $2) as epoch', [holder, seconds]);
    return rows[0].epoch === null ? undefined : new Lease(pool, rows[0].epoch);
  }

  /** Throws Fenced when another has taken it. */
  async keep(seconds = LEASE_SECONDS): Promise<void> {
    const { rows } = await this.pool.query('select audit.keep_lease($1, $2) as epoch', [this.epoch, seconds]);
    if (rows[0].epoch === null) throw new Fenced(`epoch ${this.epoch} is over`);
  }

  async leave(): Promise<void> {
    await this.pool.query('select audit.leave_lease($1)', [this.epoch]);
  }

  /** Calls one of the functions that write under a lease. Throws Fenced when it wrote nothing. */
  async write(call: string, values: readonly unknown[]): Promise<void> {
    const { rows } = await this.pool.query(`select audit.${call} as held`, [this.epoch, ...values]);
    if (rows[0].held === '0') throw new Fenced(`epoch ${this.epoch} is over`);
  }
}
