import type { Pool } from 'pg';
import { freshness, type Reader } from './page.js';
import { readAs } from './read-as.js';

/** How far a campaign is in one supervising department. */
export interface DepartmentProgress {
  readonly departmentId: string;
  readonly departmentName: string;
  readonly issued: number;
  /** Nothing written yet, or being written, checked and signed in the unit. */
  readonly drafting: number;
  /** Under first review. */
  readonly submitted: number;
  readonly firstPassed: number;
  /** Approved by two persons, whatever followed. */
  readonly approved: number;
  /** Drawn for recheck and not rechecked yet. */
  readonly toRecheck: number;
  /** Whose result is fixed, and those of them that are public. */
  readonly final: number;
  readonly published: number;
  /** Not submitted although the window has ended. */
  readonly overdue: number;
}

/** Progress of what the reader reaches of a campaign, by supervising department (主管部门), in order of its name; `at` is now. */
export async function progress(
  pool: Pool,
  reader: Reader,
  campaignId: string,
  at: Date,
): Promise<{ readonly items: readonly DepartmentProgress[]; readonly freshAsOf: number }> {
  const freshAsOf = await freshness(pool); // before the rows, which may only be fresher
  const { rows } = await readAs<DepartmentProgress>(pool, reader, {
    name: 'read.progress',
    text: `select e.department_id as "departmentId", coalesce(u.name, e.department_id) as "departmentName",
                  count(*)::int as issued,
                  count(*) filter (where e.stage in ('DRAFT', 'UNIT_CHECKED', 'UNIT_SIGNED'))::int as drafting,
                  count(*) filter (where e.stage = 'SUBMITTED')::int as submitted,
                  count(*) filter (where e.stage = 'FIRST_PASSED')::int as "firstPassed",
                  count(*) filter (where e.stage in ('APPROVED', 'SAMPLED', 'RECHECKED', 'FINAL', 'PUBLISHED', 'ARCHIVED'))::int as approved,
                  count(*) filter (where e.stage = 'SAMPLED')::int as "toRecheck",
                  count(*) filter (where e.stage in ('FINAL', 'PUBLISHED', 'ARCHIVED'))::int as final,
                  count(*) filter (where e.published_on is not null)::int as published,
                  count(*) filter (where e.stage in ('DRAFT', 'UNIT_CHECKED', 'UNIT_SIGNED') and e.due_at < $2)::int as overdue
             from read.evaluation e left join registry.unit u on u.id = e.department_id
            where e.campaign_id = $1
            group by 1, 2 order by 2, 1`,
    values: [campaignId, at],
  });
  return { items: rows, freshAsOf };
}
