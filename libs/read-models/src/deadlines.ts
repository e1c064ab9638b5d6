import type { Pool } from 'pg';
import {
  decodeCursor,
  grantsOf,
  knownFreshness,
  limitOf,
  type Page,
  type PageRequest,
  pageOf,
  REACH,
  type Reader,
} from './page.js';
import { readAs } from './read-as.js';

/** When an open evaluation has to go on. */
export interface DeadlineRow {
  readonly evaluationId: string;
  readonly campaignId: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly divisionCode: string | null;
  /** Whose deadline: the unit's until it submits, then each review's; at last the unit's for what it has to set right. */
  readonly step: 'unit' | 'first-review' | 'second-review' | 'rectification';
  /** ISO 8601, UTC: since when it lies there. */
  readonly beganAt: string;
  /** ISO 8601, UTC: from when on it is late. */
  readonly dueAt: string;
  /** A comparison of `dueAt` with the clock, and nothing that was recorded. */
  readonly overdue: boolean;
}

export interface DeadlineFilter {
  readonly campaignId?: string;
  readonly overdue?: boolean;
}

const COLUMNS = `d.evaluation_id as "evaluationId", d.campaign_id as "campaignId", d.unit_id as "unitId",
  d.unit_name as "unitName", (select u.division_code from registry.unit u where u.id = d.unit_id) as "divisionCode", d.step, d.began_at as "beganAt", d.due_at as "dueAt"`;

/** The deadlines of what the reader reaches, the nearest first; `now` is ISO 8601. Those the worker has not counted yet are missing. */
export async function deadlines(
  pool: Pool,
  reader: Reader,
  { campaignId, overdue, now }: DeadlineFilter & { readonly now: string },
  page: PageRequest = {},
): Promise<Page<DeadlineRow>> {
  const after = decodeCursor(page.cursor, ['string', 'string']);
  const limit = limitOf(page);
  const fresh = await knownFreshness(pool); // before the rows, which may only be fresher
  const { rows } = await readAs<Stored>(pool, reader, {
    name: 'job.deadlines',
    text: `${REACH}
      select ${COLUMNS} from job.deadline d
       where d.due_at is not null and d.unit_id in (select unit_id from reach)
         and ($3::text is null or d.campaign_id = $3)
         and ($4::boolean is null or (d.due_at < $5) = $4)
         and ($6::timestamptz is null or (d.due_at, d.evaluation_id) > ($6, $7))
       order by d.due_at, d.evaluation_id
       limit $8`,
    values: [
      ...grantsOf(reader),
      campaignId ?? null,
      overdue ?? null,
      now,
      after?.[0] ?? null,
      after?.[1] ?? null,
      limit + 1,
    ],
  });
  return pageOf(
    rows,
    limit,
    fresh,
    (row) => deadlineOf(row, now),
    (row) => [row.dueAt.toISOString(), row.evaluationId],
  );
}

/** The deadline of one evaluation; undefined when it is decided, not counted yet, or out of the reader's reach. */
export async function deadline(
  pool: Pool,
  reader: Reader,
  evaluationId: string,
  now: string,
): Promise<DeadlineRow | undefined> {
  const { rows } = await readAs<Stored>(pool, reader, {
    name: 'job.deadline',
    text: `select ${COLUMNS} from job.deadline d where d.evaluation_id = $1 and d.due_at is not null`,
    values: [evaluationId],
  });
  return rows[0] && deadlineOf(rows[0], now);
}

type Stored = Omit<DeadlineRow, 'beganAt' | 'dueAt' | 'overdue'> & { readonly beganAt: Date; readonly dueAt: Date };

function deadlineOf(row: Stored, now: string): DeadlineRow {
  return {
    ...row,
    beganAt: row.beganAt.toISOString(),
    dueAt: row.dueAt.toISOString(),
    overdue: row.dueAt.getTime() < Date.parse(now),
  };
}
