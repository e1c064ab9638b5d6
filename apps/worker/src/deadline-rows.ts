import { endOfDay } from '#libs/calendar';
import { type Statement, sql } from '#libs/database';
import type {
  CampaignExtended,
  EvaluationEvent,
  EvaluationReturned,
  PassRevoked,
  RectificationOrdered,
  ReminderSent,
  ReviewPassed,
  Step,
  TaskIssued,
} from '#libs/evaluation';
import type { Recorded } from '#libs/event-store';

type Handler = (event: Recorded) => Statement | undefined;

const idIn = (prefix: string, { stream }: Recorded): string => stream.slice(prefix.length + 1);
/** A step that goes on keeps its deadline: who takes back the pass of a gate has no more time for it. */
const began =
  (step: Step): Handler =>
  (event) =>
    sql`
    update job.deadline set step = ${step}, began_at = ${event.recordedAt}, began_position = ${event.position},
                            due_at = null, next_at = '-infinity'
     where evaluation_id = ${idIn('evaluation', event)} and step <> ${step}`;
/** Its deadlines ended with the approval; a recheck that sends it back gives the unit one again, in the campaign's window. */
const beganAgain: Handler = (event) => sql`
  insert into job.deadline (evaluation_id, campaign_id, unit_id, unit_name, department_id, step, began_at,
                            began_position, window_ends_at, window_position)
  select id, campaign_id, unit_id, unit_name, department_id, 'unit', ${event.recordedAt}, ${event.position}, due_at,
         ${event.position}
    from read.evaluation where id = ${idIn('evaluation', event)}
  on conflict do nothing`;
/** What has to be set right has its own last day, which is found in the log: of all that waits for a reply the nearest. */
const rectifies: Handler = (event) => sql`
  insert into job.deadline (evaluation_id, campaign_id, unit_id, unit_name, department_id, step, began_at,
                            began_position, window_ends_at, window_position)
  select id, campaign_id, unit_id, unit_name, department_id, 'rectification', ${event.recordedAt}, ${event.position},
         ${endOfDay((event.data as RectificationOrdered).dueOn)}, ${event.position}
    from read.evaluation where id = ${idIn('evaluation', event)}
  on conflict (evaluation_id) do update
     set began_at = excluded.began_at, began_position = excluded.began_position, due_at = null, next_at = '-infinity'`;
/** A reply ends the wait for the unit, its rejection begins it again. */
const countedAnew: Handler = (event) => sql`
  update job.deadline set due_at = null, next_at = '-infinity'
   where evaluation_id = ${idIn('evaluation', event)} and step = 'rectification'`;
const ended: Handler = (event) => sql`delete from job.deadline where evaluation_id = ${idIn('evaluation', event)}`;
/** A step of several gates is done with the last of them. */
const isComplete = ({ data }: Recorded): boolean => ((data as ReviewPassed).openGates ?? []).length === 0;

/** What begins, moves or ends a step of an evaluation; null: it leaves the deadlines alone. */
const OF_EVALUATIONS: Readonly<Record<EvaluationEvent['type'], Handler | null>> = {
  TaskIssued: (event) => {
    const { campaignId, unitId, unitName, departmentId, dueAt } = event.data as TaskIssued;
    return sql`
      insert into job.deadline (evaluation_id, campaign_id, unit_id, unit_name, department_id, step, began_at,
                                began_position, window_ends_at, window_position)
      values (${idIn('evaluation', event)}, ${campaignId}, ${unitId}, ${unitName}, ${departmentId}, 'unit',
              ${event.recordedAt}, ${event.position}, ${dueAt}, ${event.position})
      on conflict do nothing`;
  },
  EvaluationSubmitted: began('first-review'),
  FirstReviewPassed: (event) => (isComplete(event) ? began('second-review')(event) : undefined),
  PassRevoked: (event) => ((event.data as PassRevoked).step === 'second' ? undefined : began('first-review')(event)),
  SubmissionWithdrawn: began('unit'),
  EvaluationReturned: (event) => {
    const { from } = event.data as EvaluationReturned;
    if (from === 'recheck') return beganAgain(event);
    return from.startsWith('unit-') ? undefined : began('unit')(event);
  },
  SecondReviewPassed: (event) => (isComplete(event) ? ended(event) : undefined),
  RectificationOrdered: rectifies,
  ...{ RectificationReplied: countedAnew, RectificationRejected: countedAnew, RectificationClosed: countedAnew },
  EvaluationArchived: ended,
  ...{ DraftImported: null, DraftEdited: null, ItemAnswered: null, FindingAnswered: null },
  ...{ UnitChecked: null, UnitSigned: null, ChecksRun: null, FindingWaived: null, ScoreRecomputed: null },
  ...{ SampledForRecheck: null, RecheckRecorded: null, EvaluationFinalized: null },
  ...{ EvaluationPublished: null, PublicationCorrected: null },
  ...{ ReviewerAssigned: null, ReviewerMissing: null, ReviewerRecused: null, ExpertAsked: null, ExpertAnswered: null },
};

const OTHERS: Readonly<Record<string, Handler>> = {
  CampaignExtended: (event) => sql`
    update job.deadline set window_ends_at = ${(event.data as CampaignExtended).dueAt},
                            window_position = ${event.position}, next_at = '-infinity'
     where campaign_id = ${idIn('campaign', event)}`,
  DayCorrected: (event) => sql`
    update job.deadline d set next_at = '-infinity'
      from registry.unit u where u.id = d.unit_id and u.division_code = ${idIn('calendar', event)}`,
  ReminderSent: (event) => sql`
    insert into job.notification (person_id, position, kind, evaluation_id, unit_name)
    select person, ${event.position}, 'reminded', d.evaluation_id, d.unit_name
      from unnest(${(event.data as ReminderSent).persons}::text[]) as person
      join job.deadline d on d.evaluation_id = ${idIn('reminder', event)}
    on conflict do nothing`,
};

/** What the event changes in the deadlines; data that was erased by order changes nothing. */
export function deadlineRows(event: Recorded): Statement | undefined {
  if (event.data === null) return undefined;
  const handlers: Readonly<Record<string, Handler | null>> = event.stream.startsWith('evaluation-')
    ? OF_EVALUATIONS
    : OTHERS;
  return Object.hasOwn(handlers, event.type) ? handlers[event.type]?.(event) : undefined;
}
