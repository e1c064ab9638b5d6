import type { PoolClient } from 'pg';
import type { EvaluationEvent, Issued, Role } from '#libs/evaluation';
import type { EventStore, Recorded } from '#libs/event-store';
import type { Due } from '#libs/jobs';

/** Whom an event concerns: by role in reach of the unit, or the persons who took part on the unit's side. */
interface Audience {
  readonly kind: string;
  readonly roles?: readonly Role[];
  readonly participants?: true;
}

const AUDIENCES: Readonly<Record<string, readonly Audience[]>> = {
  TaskIssued: [{ kind: 'task-issued', roles: ['unit-preparer'] }],
  UnitChecked: [{ kind: 'sign-off-due', roles: ['unit-head'] }],
  UnitSigned: [{ kind: 'submission-due', roles: ['unit-preparer'] }],
  EvaluationSubmitted: [{ kind: 'first-review-due', roles: ['first-reviewer'] }],
  FirstReviewPassed: [{ kind: 'second-review-due', roles: ['second-reviewer'] }],
  PassRevoked: [{ kind: 'first-review-due', roles: ['first-reviewer'] }],
  EvaluationReturned: [{ kind: 'returned', participants: true }],
  SecondReviewPassed: [{ kind: 'approved', participants: true }],
};

/**
 * Writes the in-app notices an event gives rise to, in the caller's transaction. Reviewers whom a rule excludes are not
 * asked: participants of the unit's work (E1), the first reviewer for the second review (E2), members of the unit (E8).
 * Nobody is told of what he did himself, and nobody twice of one event.
 */
export async function notify(
  client: PoolClient,
  store: EventStore,
  { position, evaluationId }: Due,
  state: Pick<Issued, 'task' | 'participants' | 'firstReviewer'>,
): Promise<void> {
  const [event] = (await store.readAll(position - 1, 1)) as readonly Recorded<EvaluationEvent>[];
  if (event === undefined) throw new Error(`the log has no event at position ${position}`);
  const { unitId, unitName } = state.task;
  for (const { kind, roles, participants } of AUDIENCES[event.type] ?? []) {
    const persons = participants
      ? state.participants
      : await holders(client, roles ?? [], unitId, excluded(event, state));
    await client.query(
      `insert into job.notification (person_id, position, kind, evaluation_id, unit_name)
       select person, $2, $3, $4, $5 from unnest($1::text[]) as person
        where person <> $6 and person not like 'system:%'
       on conflict do nothing`,
      [persons, position, kind, evaluationId, unitName, event.actor.personId],
    );
  }
}

function excluded(event: Recorded, { participants, firstReviewer }: Pick<Issued, 'participants' | 'firstReviewer'>) {
  if (event.type === 'FirstReviewPassed') return [...participants, event.actor.personId, firstReviewer ?? ''];
  return event.type === 'EvaluationSubmitted' ? participants : [];
}

/** Persons with an enabled account that holds one of the roles over the unit; reviewers not of the unit itself. */
async function holders(client: PoolClient, roles: readonly Role[], unitId: string, without: readonly string[]) {
  const { rows } = await client.query<{ person_id: string }>(
    `select distinct a.person_id
       from identity.role_grant g join identity.account a on a.id = g.account_id
      where g.role = any($1) and a.disabled_at is null and not a.person_id = any($3)
        and case when g.role like 'unit-%' then g.unit_id = $2
                 else g.unit_id in (select above.id from registry.unit_and_above($2) above)
                      and not exists (select from registry.membership m
                                       where m.person_id = a.person_id and m.unit_id = $2
                                         and current_date between m.from_date and coalesce(m.to_date, current_date))
            end`,
    [roles, unitId, without],
  );
  return rows.map(({ person_id }) => person_id);
}
