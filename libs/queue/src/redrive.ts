import type { Pool } from 'pg';
import type { HandlerName } from '#libs/jobs';

/** A job that failed too often, by the event that made it due. */
export interface ParkedJob {
  readonly position: number;
  readonly handler: HandlerName;
}

/** Puts parked work back, its cause being mended; the reconciler enqueues it. Answers what it was, in the order of the log. */
export async function redriveJobs(pool: Pool): Promise<readonly ParkedJob[]> {
  const { rows } = await pool.query<{ position: string; handler: HandlerName }>(
    `update job.inbox set parked_at = null, reason = null where parked_at is not null and done_at is null
     returning position, handler`,
  );
  return rows
    .map(({ position, handler }) => ({ position: Number(position), handler }))
    .sort((one, other) => one.position - other.position);
}
