import type { Pool } from 'pg';
import { TODAY } from '#libs/database';
import {
  decodeCursor,
  grantsOf,
  knownFreshness,
  limitOf,
  onlyUnitOf,
  type Page,
  type PageRequest,
  pageOf,
  REACH,
  type Reader,
} from './page.js';
import { readAs } from './read-as.js';

/** One line of a list: where an evaluation stands, who has it, and since when. */
export interface EvaluationRow {
  readonly id: string;
  readonly campaignId: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly departmentId: string;
  readonly fiscalYear: number;
  readonly kind: string;
  /** ISO 8601, UTC: the end of the unit's window; under review that of the review, once the worker has counted it. */
  readonly dueAt: string;
  /** A comparison with the clock, and nothing that was recorded. */
  readonly overdue: boolean;
  readonly stage: string;
  readonly version: number;
  /** Roles whose turn it is; empty when it is decided. */
  readonly waitingFor: readonly string[];
  /** ISO 8601, UTC: since when they have it. */
  readonly waitingSince: string;
  readonly firstReviewer: string | null;
  readonly secondReviewer: string | null;
  readonly selfScore: string | null;
  readonly systemScore: string | null;
  /** What a recheck gave, beside the two. */
  readonly recheckScore: string | null;
  /** Findings of a rectification that are not closed, and the last day of the nearest; null: none. */
  readonly openRectifications: number;
  readonly rectifyBy: string | null;
  /** Since which day of the bureau it is public. */
  readonly publishedOn: string | null;
  /** No lawful person is left for a seat of its review. */
  readonly reviewerMissing: boolean;
  /** Errors that stand against the version under review and that nobody let stand. */
  readonly openErrors: number;
}

/** 已办 and 我发起的: the row, and what this person did last. */
export interface ActedRow extends EvaluationRow {
  readonly lastType: string;
  readonly lastAt: string;
}

export interface EvaluationFilter {
  readonly campaignId?: string;
  readonly unitId?: string;
  readonly stage?: string;
  readonly fiscalYear?: number;
  /** Part of the unit's name. */
  readonly name?: string;
}

const OWN_COLUMNS = `e.id, e.campaign_id, e.unit_id, e.unit_name, e.department_id, e.fiscal_year, e.kind, e.due_at, e.stage,
  (select d.due_at from job.deadline d where d.evaluation_id = e.id and d.step like '%-review') as review_due_at,
  e.version, e.waiting_for, e.waiting_since, e.self_score, e.system_score, e.recheck_score, e.reviewer_missing,
  e.published_on::text, jsonb_path_query_array(e.rectification, '$.* ? (@.state != "closed").dueOn') as open_due_on,
  (select count(*) from read.finding f
    where f.evaluation_id = e.id and f.severity = 'ERROR' and f.waived_by is null)::int as open_errors`;
/** What an `EvaluationRow` is made of, of `read.evaluation e`; `evaluationOf` reads it. */
export const COLUMNS = `${OWN_COLUMNS},
  (select p.name from registry.person p where p.id = e.first_reviewer) as first_reviewer,
  (select p.name from registry.person p where p.id = e.second_reviewer) as second_reviewer`;

const AFTER = '($4::timestamptz is null or (e.waiting_since, e.id) > ($4, $5))';

/** Whether a role within reach has its turn, and the person is none whom the rules of separation exclude (E1, E2, E8). */
const WAITING = `${REACH}, held as (select unit_id, array_agg(role) as roles from reach group by unit_id)
  select ${COLUMNS} from read.evaluation e join held h on h.unit_id = e.unit_id
   where e.waiting_for <> '{}'
     and ($3 = any(e.experts_asked) or not $3 = any(e.experts) and exists (
          select from unnest(h.roles) as r(role) where r.role = any(e.waiting_for) and case e.stage
                   when 'DRAFT' then r.role <> 'unit-checker' or not $3 = any(e.writers)
                   when 'UNIT_CHECKED' then not $3 = any(e.writers) and e.checked_by is distinct from $3
                   when 'SUBMITTED' then not $3 = any(e.participants) and not $3 = any(e.waived_by)
                                         and not $3 = any(e.passed_by) and not $3 = any(e.recused)
                                         and (e.assigned_first is null or e.assigned_first && $7::text[])
                   when 'FIRST_PASSED' then not $3 = any(e.participants) and not $3 = any(e.first_passes_by)
                                            and not $3 = any(e.passed_by) and not $3 = any(e.recused)
                                            and (e.assigned_second is null or e.assigned_second && $7::text[])
                   when 'SAMPLED' then not $3 = any(e.involved)
                   else r.role like 'unit-%' or not $3 = any(e.participants) end))
     and (e.stage not in ('SUBMITTED', 'FIRST_PASSED', 'SAMPLED')
          or not exists (select from registry.membership m where m.person_id = $3 and m.unit_id = e.unit_id
                            and ${TODAY} between m.from_date and coalesce(m.to_date, 'infinity')))
     and ${AFTER}
   order by e.waiting_since, e.id
   limit $6`;

/**
 * The same for the people of one unit, who are most of all people and have this list open all day. What waits for a unit
 * has no reviewers yet, or not any more.
 */
const WAITING_IN_ONE_UNIT = `
  select ${OWN_COLUMNS}, null::text as first_reviewer, null::text as second_reviewer from read.evaluation e
   where e.waiting_for <> '{}' and e.unit_id = $2 and e.waiting_for && $1::text[]
     and case e.stage
           when 'DRAFT' then 'unit-preparer' = any($1) or not $3 = any(e.writers)
           when 'UNIT_CHECKED' then not $3 = any(e.writers) and e.checked_by is distinct from $3
           else true end
     and ${AFTER}
   order by e.waiting_since, e.id
   limit $6`;

/**
 * 待办: evaluations that wait for a role the reader holds there, and in which no rule would refuse the person: who took
 * part in the unit's work reviews nothing of it (E1), and the second reviewer is not the first (E2).
 */
export async function todo(pool: Pool, reader: Reader, page: PageRequest = {}): Promise<Page<EvaluationRow>> {
  const after = decodeCursor(page.cursor, ['string', 'string']);
  const limit = limitOf(page);
  const fresh = await knownFreshness(pool);
  const unit = onlyUnitOf(reader);
  const [roles, units] = grantsOf(reader);
  const { rows } = await readAs(pool, reader, {
    name: unit === undefined ? 'read.todo' : 'read.todo.unit',
    text: unit === undefined ? WAITING : WAITING_IN_ONE_UNIT,
    values: [
      ...[roles, unit ?? units, reader.personId, after?.[0] ?? null, after?.[1] ?? null, limit + 1],
      ...(unit === undefined ? [[reader.personId, ...(reader.delegators ?? []).map(({ personId }) => personId)]] : []),
    ],
  });
  return pageOf(rows, limit, fresh, evaluationOf, (row) => [row.waiting_since.toISOString(), row.id]);
}

/** 已办: evaluations in which the person did something, the newest first. */
export function done(pool: Pool, reader: Reader, page: PageRequest = {}): Promise<Page<ActedRow>> {
  return acted(pool, reader, page, false);
}

/** 我发起的: evaluations the person issued or submitted, the newest first. */
export function initiated(pool: Pool, reader: Reader, page: PageRequest = {}): Promise<Page<ActedRow>> {
  return acted(pool, reader, page, true);
}

/** What the reader may see, by unit name. */
export async function evaluations(
  pool: Pool,
  reader: Reader,
  filter: EvaluationFilter = {},
  page: PageRequest = {},
): Promise<Page<EvaluationRow>> {
  const after = decodeCursor(page.cursor, ['string', 'string']);
  const limit = limitOf(page);
  const fresh = await knownFreshness(pool); // before the rows, which may only be fresher
  const { rows } = await readAs(pool, reader, {
    // Without a name: one plan for every filter and every reach would read the whole index for a bureau (seconds, not ms).
    text: `${REACH}
      select ${COLUMNS} from read.evaluation e
       where e.unit_id in (select unit_id from reach)
         and ($3::text is null or e.campaign_id = $3)
         and ($4::text is null or e.unit_id = $4)
         and ($5::text is null or e.stage = $5)
         and ($6::integer is null or e.fiscal_year = $6)
         and ($7::text is null or position($7 in e.unit_name) > 0)
         and ($8::text is null or (e.unit_name, e.id) > ($8, $9))
       order by e.unit_name, e.id
       limit $10`,
    values: [
      ...grantsOf(reader),
      filter.campaignId ?? null,
      filter.unitId ?? null,
      filter.stage ?? null,
      filter.fiscalYear ?? null,
      filter.name ?? null,
      after?.[0] ?? null,
      after?.[1] ?? null,
      limit + 1,
    ],
  });
  return pageOf(rows, limit, fresh, evaluationOf, (row) => [row.unit_name, row.id]);
}

async function acted(pool: Pool, reader: Reader, page: PageRequest, initiatedOnly: boolean): Promise<Page<ActedRow>> {
  const after = decodeCursor(page.cursor, ['number']);
  const limit = limitOf(page);
  const fresh = await knownFreshness(pool); // before the rows, which may only be fresher
  const { rows } = await readAs(pool, reader, {
    name: 'read.acted',
    text: `${REACH}
      select ${COLUMNS}, a.last_type, a.last_at, a.last_position
        from read.act a join read.evaluation e on e.id = a.evaluation_id
       where a.person_id = $3 and (a.initiated or not $4)
         and e.unit_id in (select unit_id from reach)
         and ($5::bigint is null or a.last_position < $5)
       order by a.last_position desc
       limit $6`,
    values: [...grantsOf(reader), reader.personId, initiatedOnly, after?.[0] ?? null, limit + 1],
  });
  return pageOf(
    rows,
    limit,
    fresh,
    (row) => ({ ...evaluationOf(row), lastType: row.last_type, lastAt: row.last_at.toISOString() }),
    (row) => [Number(row.last_position)],
  );
}

/** Stages in which the campaign's window counts; under review the review's own days do. */
const IN_UNIT = new Set(['DRAFT', 'UNIT_CHECKED', 'UNIT_SIGNED']);

// biome-ignore lint/suspicious/noExplicitAny: a row as pg gives it; the columns stand in COLUMNS
export function evaluationOf(row: any): EvaluationRow {
  const due: Date | null = IN_UNIT.has(row.stage) ? row.due_at : row.review_due_at;
  return {
    id: row.id,
    campaignId: row.campaign_id,
    unitId: row.unit_id,
    unitName: row.unit_name,
    departmentId: row.department_id,
    fiscalYear: row.fiscal_year,
    kind: row.kind,
    dueAt: (due ?? row.due_at).toISOString(),
    overdue: due !== null && due.getTime() < Date.now(),
    stage: row.stage,
    version: row.version,
    waitingFor: row.waiting_for,
    waitingSince: row.waiting_since.toISOString(),
    firstReviewer: row.first_reviewer,
    secondReviewer: row.second_reviewer,
    selfScore: row.self_score,
    systemScore: row.system_score,
    recheckScore: row.recheck_score,
    openRectifications: row.open_due_on.length,
    rectifyBy: row.open_due_on.toSorted()[0] ?? null,
    publishedOn: row.published_on,
    reviewerMissing: row.reviewer_missing,
    openErrors: row.open_errors,
  };
}
