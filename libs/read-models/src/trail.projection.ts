import { sql } from '#libs/database';
import type { Recorded } from '#libs/event-store';
import { projection } from '#libs/projection';

const REFUSALS = new Set(['CommandRefused', 'LogInRefused']);

/** Every event of every stream, as the auditor reads it. What a refusal was aimed at is its evaluation. */
export const trail = projection('trail', ['trail'], {}, (event) => {
  const evaluation = evaluationOf(event);
  const unit = event.type === 'TaskIssued' ? (event.data as { unitId: string }).unitId : null;
  const { actor } = event;
  return sql`
    insert into trail (position, recorded_at, stream, version, type, person_id, account_id, role, on_behalf_of,
                       evaluation_id, unit_id, refused, correlation_id, data)
    values (${event.position}, ${event.recordedAt}, ${event.stream}, ${event.version}, ${event.type}, ${actor.personId},
            ${actor.accountId}, ${actor.role}, ${actor.onBehalfOf ?? null}, ${evaluation},
            coalesce(${unit}, (select t.unit_id from trail t where t.evaluation_id = ${evaluation} and t.type = 'TaskIssued')),
            ${REFUSALS.has(event.type)}, ${event.correlationId}, ${event.data === null ? null : JSON.stringify(event.data)})`;
});

function evaluationOf({ stream, type, data }: Recorded): string | null {
  const named = type === 'CommandRefused' ? ((data as { target?: string } | null)?.target ?? '') : stream;
  return named.startsWith('evaluation-') ? named.slice('evaluation-'.length) : null;
}
