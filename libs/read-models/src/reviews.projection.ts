import { type Statement, sql } from '#libs/database';
import type { EvaluationEvent } from '#libs/evaluation';
import type { Recorded } from '#libs/event-store';
import { projection } from '#libs/projection';

type Of<Type extends EvaluationEvent['type']> = Recorded<Extract<EvaluationEvent, { type: Type }>>;
/** Null: it neither begins a review nor decides one. */
type Handlers = {
  [Type in EvaluationEvent['type']]: ((event: Of<Type>) => readonly Statement[]) | null;
};

const idOf = (event: Recorded): string => event.stream.slice('evaluation-'.length);

/** From now on it lies with the next reviewer; the gates of one step all wait from its beginning. */
const lies = (event: Recorded): Statement => sql`
  insert into review_turn (evaluation_id, began_at) values (${idOf(event)}, ${event.recordedAt})
  on conflict (evaluation_id) do update set began_at = excluded.began_at`;

function decided(event: Recorded, review: 'first' | 'second', outcome: 'passed' | 'returned'): Statement {
  const { version, by } = event.data as { version: number; by: string };
  return sql`
    insert into review (position, evaluation_id, version, review, outcome, person_id, began_at, decided_at)
    values (${event.position}, ${idOf(event)}, ${version}, ${review}, ${outcome}, ${by},
            coalesce((select t.began_at from review_turn t where t.evaluation_id = ${idOf(event)}), ${event.recordedAt}),
            ${event.recordedAt})`;
}

const handlers: Handlers = {
  EvaluationSubmitted: (event) => [lies(event)],
  FirstReviewPassed: (event) => [
    decided(event, 'first', 'passed'),
    ...((event.data.openGates ?? []).length === 0 ? [lies(event)] : []),
  ],
  SecondReviewPassed: (event) => [decided(event, 'second', 'passed')],
  PassRevoked: (event) => [
    sql`update review set revoked = true
         where evaluation_id = ${idOf(event)} and version = ${event.data.version} and person_id = ${event.data.by}`,
    lies(event),
  ],
  EvaluationReturned: (event) => {
    const { from } = event.data;
    if (from !== 'first-review' && from !== 'second-review') return []; // what a recheck finds is no review of the two
    return [decided(event, from === 'first-review' ? 'first' : 'second', 'returned')];
  },
  ...{ TaskIssued: null, DraftImported: null, DraftEdited: null, ItemAnswered: null, FindingAnswered: null },
  ...{ UnitChecked: null, UnitSigned: null, ChecksRun: null, FindingWaived: null, SubmissionWithdrawn: null },
  ...{ ReviewerAssigned: null, ReviewerMissing: null, ReviewerRecused: null, ScoreRecomputed: null },
  ...{ ExpertAsked: null, ExpertAnswered: null },
  ...{ SampledForRecheck: null, RecheckRecorded: null, EvaluationFinalized: null },
  ...{ RectificationOrdered: null, RectificationReplied: null, RectificationRejected: null, RectificationClosed: null },
  ...{ EvaluationPublished: null, PublicationCorrected: null, EvaluationArchived: null },
};
const told = Object.fromEntries(Object.entries(handlers).filter(([, handler]) => handler !== null));

/** What reviewers decided, and after how long. */
export const reviews = projection('reviews', ['review', 'review_turn'], told as never);
