import { Pool } from 'pg';
import { createPool } from '#libs/database';
import { type SealingNow, sealingNow } from '#libs/sealing';

/** The state of the background work. A projection with an error stands before the event after its position. */
export interface Work {
  /** Position of the newest event. */
  readonly head: number;
  readonly projections: readonly {
    readonly name: string;
    readonly position: number;
    readonly error: string | null;
    readonly failedAt: string | null;
  }[];
  /** Jobs that are due and not done. */
  readonly due: number;
  /** Jobs that failed too often and wait for an operator. */
  readonly parked: readonly { readonly position: number; readonly handler: string; readonly reason: string }[];
  readonly sealing: SealingNow;
}

/** Whether the database answers, asked on a connection of its own so that a busy pool does not look like a dead one. */
export class Health {
  readonly #pool: Pool;

  constructor(url: string) {
    this.#pool = createPool(url, { max: 1, applicationName: 'shuangshen health' });
  }

  async databaseAnswers(): Promise<boolean> {
    return this.#pool.query('select 1').then(
      () => true,
      () => false,
    );
  }

  /** How far what is derived from the log has come, what stands still, and what waits to be done. */
  async work(): Promise<Work> {
    const { rows } = await this.#pool.query(`
      select (select coalesce(max(position), -1) from log.position)::integer as head,
             (select json_agg(json_build_object('name', name, 'position', position, 'error', error, 'failedAt', failed_at)
                              order by name) from read.checkpoint) as projections,
             (select count(*) from job.inbox where done_at is null and parked_at is null)::integer as due,
             (select coalesce(json_agg(json_build_object('position', position, 'handler', handler, 'reason', reason)
                                       order by position), '[]') from job.inbox where parked_at is not null) as parked`);
    return { ...rows[0], sealing: await sealingNow(this.#pool) };
  }

  async close(): Promise<void> {
    await this.#pool.end();
  }
}
