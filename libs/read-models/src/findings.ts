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

/** A finding against a version under review, in the lists of reviewers, managers and auditors. */
export interface FindingRow {
  readonly evaluationId: string;
  readonly unitName: string;
  readonly campaignId: string;
  readonly findingId: string;
  readonly rule: string;
  readonly severity: string;
  readonly message: { readonly zh: string; readonly en: string };
  /** JSON pointers into the sheet. */
  readonly at: readonly string[];
  readonly waivedBy: string | null;
  readonly waivedReason: string | null;
}

export interface FindingFilter {
  readonly campaignId?: string;
  readonly evaluationId?: string;
  readonly rule?: string;
  readonly severity?: string;
  /** Only errors that nobody let stand, or only those that were. */
  readonly waived?: boolean;
}

/** Findings within the reader's reach, the newest first. */
export async function findings(
  pool: Pool,
  reader: Reader,
  filter: FindingFilter = {},
  page: PageRequest = {},
): Promise<Page<FindingRow>> {
  const after = decodeCursor(page.cursor, ['number', 'number']);
  const limit = limitOf(page);
  const fresh = await knownFreshness(pool); // before the rows, which may only be fresher
  const { rows } = await readAs(pool, reader, {
    name: 'read.findings',
    text: `${REACH}
      select f.evaluation_id as "evaluationId", e.unit_name as "unitName", e.campaign_id as "campaignId",
             f.finding_id as "findingId", f.rule, f.severity, f.message, f.at, f.waived_by as "waivedBy",
             f.waived_reason as "waivedReason", f.position, f.number
        from read.finding f join read.evaluation e on e.id = f.evaluation_id
       where e.unit_id in (select unit_id from reach)
         and ($3::text is null or e.campaign_id = $3)
         and ($4::text is null or e.id = $4)
         and ($5::text is null or f.rule = $5)
         and ($6::text is null or f.severity = $6)
         and ($7::boolean is null or (f.waived_by is not null) = $7)
         and ($8::bigint is null or f.position < $8 or (f.position = $8 and f.number > $9))
       order by f.position desc, f.number
       limit $10`,
    values: [
      ...grantsOf(reader),
      filter.campaignId ?? null,
      filter.evaluationId ?? null,
      filter.rule ?? null,
      filter.severity ?? null,
      filter.waived ?? null,
      after?.[0] ?? null,
      after?.[1] ?? null,
      limit + 1,
    ],
  });
  return pageOf(
    rows,
    limit,
    fresh,
    ({ position: _, number: __, ...row }) => row as FindingRow,
    ({ position, number }) => [Number(position), number],
  );
}
