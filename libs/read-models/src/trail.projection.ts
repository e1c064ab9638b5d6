import { type Statement, sql } from '#libs/database';
import type { ErasureConfirmed } from '#libs/erasure';
import { type EvaluationEvent, type ReviewPassed, unseals } from '#libs/evaluation';
import type { Recorded } from '#libs/event-store';
import type { Projection } from '#libs/projection';

const REFUSALS = new Set(['CommandRefused', 'LogInRefused', 'ConfirmationRefused']);

/**
 * Every event of every stream, as the auditor reads it: a page in one statement. What a blind review seals is kept where no
 * query looks until the version is decided or returned.
 */
export const trail: Projection = {
  name: 'trail',
  tables: ['trail'],
  statements: (page) => [inserted(page), ...unsealed(page), ...erased(page)],
};

/** Opens what was sealed before each event that ends a blind review. */
function unsealed(page: readonly Recorded[]): Statement[] {
  const ends = page.filter((event) => event.stream.startsWith('evaluation-') && unseals(event as EvaluationEvent));
  if (ends.length === 0) return [];
  return [
    sql`
      update trail t set data = t.sealed_data, sealed_data = null
        from unnest(${ends.map((event) => evaluationOf(event))}::text[], ${ends.map(({ position }) => position)}::bigint[])
             as ended(evaluation, at)
       where t.evaluation_id = ended.evaluation and t.position <= ended.at and t.sealed_data is not null`,
  ];
}

/** What was erased leaves the trail as well; what its erasure kept stands in its place. */
function erased(page: readonly Recorded[]): Statement[] {
  const gone = page.flatMap(({ position: by, type, data }) =>
    type === 'ErasureConfirmed'
      ? (data as ErasureConfirmed).erased.map(({ position, kept }) => ({ position, kept, by }))
      : [],
  );
  if (gone.length === 0) return [];
  return [
    sql`
      update trail t set data = gone.kept, sealed_data = null, erased_by = gone.by
        from jsonb_to_recordset(${forJsonb(gone)}::jsonb) as gone (position bigint, kept jsonb, by bigint)
       where t.position = gone.position`,
  ];
}

/** A confirmation as the trail shows it: what is kept stands where the events were. */
function withoutKept({ type, data }: Recorded): unknown {
  if (type !== 'ErasureConfirmed') return data;
  const { erased: list, ...rest } = data as ErasureConfirmed;
  return { ...rest, erased: list.map(({ kept: _, ...one }) => one) };
}

/** Of a sealed opinion the trail shows who gave it, of which version and when. */
function shownOf({ data }: Recorded): unknown {
  const { sealed, by, version, contentHash, gate } = (data ?? {}) as Partial<ReviewPassed>;
  return sealed === true ? { by, version, contentHash, gate, sealed } : undefined;
}

function inserted(page: readonly Recorded[]): Statement {
  return sql`
    insert into trail (position, recorded_at, stream, version, type, person_id, account_id, role, on_behalf_of,
                       evaluation_id, unit_id, refused, correlation_id, data, sealed_data)
    select position, "recordedAt", stream, version, type, "personId", "accountId", role, "onBehalfOf", "evaluationId",
           coalesce("unitId", (select t.unit_id from trail t
                                where t.evaluation_id = "evaluationId" and t.type = 'TaskIssued')),
           refused, "correlationId", coalesce(shown, data), case when shown is not null then data end
      from jsonb_to_recordset(${forJsonb(rows(page))}::jsonb) as event (
           position bigint, "recordedAt" timestamptz, stream text, version integer, type text, "personId" text,
           "accountId" text, role text, "onBehalfOf" text, "evaluationId" text, "unitId" text, refused boolean,
           "correlationId" text, data jsonb, shown jsonb)`;
}

/** The unit of a task that was issued within the page is not yet in the table. */
function rows(page: readonly Recorded[]): readonly object[] {
  const units = new Map<string | null, string>();
  return page.map((event) => {
    const { position, recordedAt, stream, version, type, actor, correlationId } = event;
    const evaluationId = evaluationOf(event);
    if (type === 'TaskIssued' && evaluationId !== null)
      units.set(evaluationId, (event.data as { unitId: string }).unitId);
    const { personId, accountId, role, onBehalfOf } = actor;
    return {
      ...{ position, recordedAt, stream, version, type, personId, accountId, role, onBehalfOf, correlationId },
      ...{ evaluationId, unitId: units.get(evaluationId), refused: REFUSALS.has(type) },
      data: withoutKept(event),
      shown: shownOf(event),
    };
  });
}

/** What a refusal was aimed at is its evaluation. */
function evaluationOf({ stream, type, data }: Recorded): string | null {
  const named = type === 'CommandRefused' ? ((data as { target?: string } | null)?.target ?? '') : stream;
  return /^(?:evaluation|reminder)-(.*)$/s.exec(named)?.[1] ?? null;
}

/** U+0000 is JSON but not jsonb; whatever somebody typed, the trail goes on. */
function forJsonb(value: unknown): string {
  return JSON.stringify(value).replace(/\\(u0000|.)/g, (written, what: string) =>
    what.length === 1 ? written : '\\ufffd',
  );
}
