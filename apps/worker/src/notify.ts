import type { PoolClient } from 'pg';
import { TODAY } from '#libs/database';
import {
  type EvaluationEvent,
  evaluation,
  type Issued,
  type ReviewStep,
  type Role,
  rulesOf,
  type Stage,
} from '#libs/evaluation';
import type { EventStore, Recorded } from '#libs/event-store';
import type { Due } from '#libs/jobs';
import type { Effect } from './inbox.js';

/**
 * Whom an event concerns: who holds the role over the unit and is not excluded, who took part for the unit, or the person it
 * names. Where reviews are assigned, a step concerns only those who hold its seats.
 */
type Audience = { readonly kind: string; readonly onceAt?: Stage } & (
  | { readonly role: Role; readonly step?: ReviewStep; readonly except?: (state: Issued) => readonly (string | null)[] }
  | { readonly participants: true }
  | { readonly named: true }
  | { readonly asker: true }
);

const FIRST_REVIEW_DUE: Audience = {
  ...{ kind: 'first-review-due', role: 'first-reviewer', step: 'first' },
  except: ({ participants, recused }) => [...participants, ...recused],
};

/** Nobody is asked for what a rule would refuse him: as in the policies of E1 and E2. */
const AUDIENCES: Readonly<Record<string, Audience>> = {
  TaskIssued: { kind: 'task-issued', role: 'unit-preparer' },
  UnitChecked: {
    kind: 'sign-off-due',
    role: 'unit-head',
    except: ({ writers, checkedBy }) => [...writers, checkedBy],
  },
  UnitSigned: { kind: 'submission-due', role: 'unit-preparer' },
  EvaluationSubmitted: FIRST_REVIEW_DUE,
  PassRevoked: FIRST_REVIEW_DUE,
  // A gate that leaves others open asks nobody new.
  FirstReviewPassed: {
    ...{ kind: 'second-review-due', role: 'second-reviewer', step: 'second', onceAt: 'FIRST_PASSED' },
    except: ({ participants, recused, seatsTaken }) => [...participants, ...recused, ...seatsTaken.map(({ by }) => by)],
  },
  ReviewerAssigned: { kind: 'review-assigned', named: true },
  ReviewerMissing: { kind: 'reviewer-missing', role: 'campaign-manager' },
  ExpertAsked: { kind: 'expertise-due', named: true },
  ExpertAnswered: { kind: 'expert-answered', asker: true },
  EvaluationReturned: { kind: 'returned', participants: true },
  SecondReviewPassed: { kind: 'approved', participants: true, onceAt: 'APPROVED' },
  SampledForRecheck: { kind: 'recheck-due', role: 'second-reviewer', except: ({ involved }) => involved },
  RecheckRecorded: { kind: 'rechecked', role: 'campaign-manager' },
  EvaluationFinalized: { kind: 'finalized', participants: true },
  RectificationOrdered: { kind: 'rectification-due', participants: true },
  RectificationReplied: { kind: 'rectification-replied', role: 'campaign-manager' },
  RectificationRejected: { kind: 'rectification-rejected', participants: true },
  RectificationClosed: { kind: 'rectification-closed', participants: true },
  EvaluationPublished: { kind: 'published', participants: true },
  PublicationCorrected: { kind: 'publication-corrected', participants: true },
};

/**
 * The in-app notices an event gives rise to; their deliveries through other channels are written with them, by the table's
 * trigger (migration 0070). They follow from the log up to this event, so a job that comes late or out
 * of order writes what a punctual one would have. Nobody is told of what he did himself, and nobody twice of one event.
 */
export async function notify(store: EventStore, { position, evaluationId }: Due): Promise<Effect | undefined> {
  const { events } = await store.read<EvaluationEvent>(`evaluation-${evaluationId}`);
  const event = events.find((each) => each.position === position);
  if (event === undefined) throw new Error(`evaluation ${evaluationId} has no event at position ${position}`);
  const state = stateAt(position, events);
  const audience = Object.hasOwn(AUDIENCES, event.type) ? AUDIENCES[event.type] : undefined;
  if (state === undefined || audience === undefined) return undefined;
  if (audience.onceAt !== undefined && audience.onceAt !== state.stage) return undefined;

  const { unitId, unitName } = state.task;
  return async (client) => {
    const persons = await audienceOf(client, audience, event, state);
    await client.query(
      `insert into job.notification (person_id, position, kind, evaluation_id, unit_name, unit_id)
       select person, $2, $3, $4, $5, $6 from unnest($1::text[]) as person where person <> $7
       on conflict do nothing`,
      [persons, position, audience.kind, evaluationId, unitName, unitId, event.actor.personId],
    );
  };
}

async function audienceOf(client: PoolClient, audience: Audience, event: Recorded<EvaluationEvent>, state: Issued) {
  if ('asker' in audience)
    return state.experts.flatMap(({ personId, askedBy }) => (personId === event.actor.personId ? [askedBy] : []));
  if ('named' in audience) return [(event.data as { personId: string }).personId];
  if ('participants' in audience) return state.participants;
  const { role, step, except } = audience;
  if (step !== undefined && rulesOf(state).assignment === 'assigned')
    return state.assigned.filter((seat) => seat.step === step).map(({ personId }) => personId);
  return holders(client, role, state.task.unitId, except?.(state) ?? []);
}

function stateAt(position: number, events: readonly Recorded<EvaluationEvent>[]): Issued | undefined {
  const state = events
    .filter((event) => event.position <= position)
    .reduce((now, event) => evaluation.evolve(now, event as EvaluationEvent), evaluation.initial);
  return state.stage === 'NEW' ? undefined : state;
}

/** Persons with an enabled account that holds the role over the unit; reviewers not of the unit itself (E8). */
async function holders(client: PoolClient, role: Role, unitId: string, without: readonly (string | null)[]) {
  const { rows } = await client.query<{ person_id: string }>(
    `select distinct a.person_id
       from identity.role_grant g join identity.account a on a.id = g.account_id
      where g.role = $1 and a.disabled_at is null and not a.person_id = any($3)
        and case when g.role like 'unit-%' then g.unit_id = $2
                 else g.unit_id in (select above.id from registry.unit_and_above($2) above)
                      and not exists (select from registry.membership m
                                       where m.person_id = a.person_id and m.unit_id = $2
                                         and ${TODAY} between m.from_date and coalesce(m.to_date, 'infinity'))
            end`,
    [role, unitId, without.filter((person) => person !== null)],
  );
  return rows.map(({ person_id }) => person_id);
}
