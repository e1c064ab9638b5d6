import type { Pool } from 'pg';
import { COLUMNS, type EvaluationRow, evaluationOf } from './evaluations.js';
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

/** 抄送我的: the row, and the last of the notices that informed the person of it. */
export interface CopiedRow extends EvaluationRow {
  readonly noticeId: number;
  readonly noticeKind: string;
  /** ISO 8601, UTC. */
  readonly noticedAt: string;
  readonly readAt: string | null;
}

/** 抄送我的: evaluations of which the person was informed by notices of these kinds; each once, the last told first. */
export async function copied(
  pool: Pool,
  reader: Reader,
  kinds: readonly string[],
  page: PageRequest = {},
): Promise<Page<CopiedRow>> {
  const after = decodeCursor(page.cursor, ['number']);
  const limit = limitOf(page);
  const fresh = await knownFreshness(pool); // before the rows, which may only be fresher
  const { rows } = await readAs(pool, reader, {
    name: 'read.copied',
    text: `${REACH}
      select ${COLUMNS}, n.id as notice_id, n.kind as notice_kind, n.created_at as noticed_at, n.read_at
        from job.notification n join read.evaluation e on e.id = n.evaluation_id
       where n.person_id = $3 and n.kind = any($4::text[])
         and e.unit_id in (select unit_id from reach)
         and ($5::bigint is null or n.id < $5)
         and not exists (select from job.notification later
                          where later.evaluation_id = n.evaluation_id and later.person_id = $3
                            and later.kind = any($4) and later.id > n.id)
       order by n.id desc
       limit $6`,
    values: [...grantsOf(reader), reader.personId, kinds, after?.[0] ?? null, limit + 1],
  });
  return pageOf(
    rows,
    limit,
    fresh,
    (row) => ({
      ...evaluationOf(row),
      noticeId: Number(row.notice_id),
      noticeKind: row.notice_kind,
      noticedAt: row.noticed_at.toISOString(),
      readAt: row.read_at?.toISOString() ?? null,
    }),
    (row) => [Number(row.notice_id)],
  );
}
