import type { Pool } from 'pg';
import {
  decodeCursor,
  encodeCursor,
  freshness,
  grantsOf,
  limitOf,
  type Page,
  type PageRequest,
  pageOf,
  REACH,
  type Reader,
} from './page.js';
import { readAs } from './read-as.js';

/** One event as people read it. `data` of an edit holds each field before and after; null when erased by order. */
export interface TrailRow {
  readonly position: number;
  /** ISO 8601, UTC. */
  readonly recordedAt: string;
  readonly stream: string;
  readonly version: number;
  readonly type: string;
  readonly personId: string;
  readonly personName: string | null;
  readonly accountId: string;
  readonly role: string;
  readonly onBehalfOf: string | null;
  readonly evaluationId: string | null;
  readonly unitId: string | null;
  readonly unitName: string | null;
  readonly refused: boolean;
  /** The request it came from, as the answer named it. */
  readonly correlationId: string;
  readonly data: unknown;
  /** The position of the confirmation by which its words were erased. */
  readonly erasedBy: number | null;
}

export interface TrailFilter {
  readonly evaluationId?: string;
  /** The person's id, or the whole name. */
  readonly personId?: string;
  readonly unitId?: string;
  readonly type?: string;
  /** ISO 8601; from is inclusive, to exclusive. */
  readonly from?: string;
  readonly to?: string;
  readonly refused?: boolean;
  /** Two or more characters that stand together in what an event says; scores that the system worked out are left out. */
  readonly text?: string;
}

/** How many places of a text are looked at for one page; a reader may see few of them, and then the page is short. */
const MOST_PLACES = 5_000;

/**
 * The trail in the order it happened. An event of a unit is seen by who sees the unit; log-ins and other events of no
 * unit only by an auditor over a whole division and by the audit administrator. Nobody sees more here than in the evaluation itself.
 */
export async function trailRows(
  pool: Pool,
  reader: Reader,
  filter: TrailFilter = {},
  page: PageRequest = {},
): Promise<Page<TrailRow>> {
  const after = decodeCursor(page.cursor, ['number']);
  const limit = limitOf(page);
  const fresh = await freshness(pool); // before the rows, which may only be fresher
  const from = Number(after?.[0] ?? -1);
  const searched = await searchedTo(pool, filter, from);
  const rows = await trailPage(pool, reader, filter, from, limit + 1);
  // Places that were not looked at yet: the page says where to go on, also when the reader may see none of these.
  if (rows.length <= limit && searched !== null)
    return { items: rows, next: encodeCursor([searched]), freshAsOf: fresh };
  return pageOf(
    rows,
    limit,
    fresh,
    (row) => row,
    ({ position }) => [position],
  );
}

/** All of it, page by page, for an export. */
export async function* trailPages(
  pool: Pool,
  reader: Reader,
  filter: TrailFilter,
): AsyncGenerator<readonly TrailRow[]> {
  let after = -1;
  for (;;) {
    const searched = await searchedTo(pool, filter, after);
    const rows = await trailPage(pool, reader, filter, after, 500);
    if (rows.length > 0) yield rows;
    if (rows.length < 500 && searched === null) return;
    after = rows.length < 500 ? searched! : rows.at(-1)!.position;
  }
}

/** The last place of the text that a page after `after` looks at; null when it looks at all there are. */
async function searchedTo(pool: Pool, { text }: TrailFilter, after: number): Promise<number | null> {
  if (text === undefined) return null;
  const { rows } = await pool.query({
    name: 'read.searched_to',
    text: 'select count(*) = $3 as more, max(place) as last from read.places_of($1, $2, $3) place',
    values: [text, after, MOST_PLACES],
  });
  return rows[0].more ? Number(rows[0].last) : null;
}

async function trailPage(
  pool: Pool,
  reader: Reader,
  filter: TrailFilter,
  after: number,
  limit: number,
): Promise<TrailRow[]> {
  const { rows } = await readAs(pool, reader, {
    name: 'read.trail',
    text: `${REACH}
      select t.position, t.recorded_at, t.stream, t.version, t.type, t.person_id, t.account_id, t.role, t.on_behalf_of,
             t.evaluation_id, t.unit_id, t.refused, t.correlation_id, t.data,
             t.erased_by, p.name as person_name, u.name as unit_name
        from read.trail t
        left join registry.person p on p.id = t.person_id
        left join registry.unit u on u.id = t.unit_id
       where t.position > $3
         and (t.unit_id in (select unit_id from reach)
              or (t.unit_id is null and exists (
                   select from unnest($1::text[], $2::text[]) as h(role, unit_id)
                     left join registry.unit root on root.id = h.unit_id
                    where h.role = 'audit-administrator'
                       or (h.role = 'auditor' and root.id is not null and root.parent_id is null))))
         and ($4::text is null or t.evaluation_id = $4)
         and ($5::text is null or t.person_id = $5
              or t.person_id = any (array(select named.id from registry.person named where named.name = $5)))
         and ($6::text is null or t.unit_id = $6)
         and ($7::text is null or t.type = $7)
         and ($8::timestamptz is null or t.recorded_at >= $8)
         and ($9::timestamptz is null or t.recorded_at < $9)
         and ($10::boolean is null or t.refused = $10)
         and ($12::text is null or t.position in (select read.places_of($12, $3, ${MOST_PLACES})))
       order by t.position
       limit $11`,
    values: [
      ...grantsOf(reader),
      after,
      filter.evaluationId ?? null,
      filter.personId ?? null,
      filter.unitId ?? null,
      filter.type ?? null,
      filter.from ?? null,
      filter.to ?? null,
      filter.refused ?? null,
      limit,
      filter.text ?? null,
    ],
  });
  return rows.map((row) => ({
    position: Number(row.position),
    recordedAt: row.recorded_at.toISOString(),
    stream: row.stream,
    version: row.version,
    type: row.type,
    personId: row.person_id,
    personName: row.person_name,
    accountId: row.account_id,
    role: row.role,
    onBehalfOf: row.on_behalf_of,
    evaluationId: row.evaluation_id,
    unitId: row.unit_id,
    unitName: row.unit_name,
    refused: row.refused,
    correlationId: row.correlation_id,
    data: row.data,
    erasedBy: row.erased_by === null ? null : Number(row.erased_by),
  }));
}
