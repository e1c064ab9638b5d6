import { type Statement, sql } from '#libs/database';
import { type EvaluationEvent, isSystem, type Role, type Stage } from '#libs/evaluation';
import type { Recorded } from '#libs/event-store';
import { projection } from '#libs/projection';

/** Whose turn it is in each stage. In a draft the preparer writes and the checker may check what is there. */
export const TURN: Readonly<Record<Exclude<Stage, 'NEW'>, readonly Role[]>> = {
  DRAFT: ['unit-preparer', 'unit-checker'],
  UNIT_CHECKED: ['unit-head'],
  UNIT_SIGNED: ['unit-preparer', 'unit-head'],
  SUBMITTED: ['first-reviewer'],
  FIRST_PASSED: ['second-reviewer'],
  APPROVED: [],
};

type Of<Type extends EvaluationEvent['type']> = Recorded<Extract<EvaluationEvent, { type: Type }>>;
type Handlers = { [Type in EvaluationEvent['type']]: (event: Of<Type>) => readonly Statement[] };

const idOf = (event: Recorded): string => event.stream.slice('evaluation-'.length);

/** The row moves to a stage, and its new holders have it from now on. */
const moved = (event: Recorded, stage: keyof typeof TURN): Statement => sql`
  update evaluation set stage = ${stage}, waiting_for = ${TURN[stage]}, waiting_since = ${event.recordedAt}
   where id = ${idOf(event)}`;

const touched = (event: Recorded): Statement => sql`
  update evaluation set stream_version = ${event.version}, position = ${event.position} where id = ${idOf(event)}`;

/** The person has taken part in the unit's work on it (E1). */
const took = (event: Recorded, person: string): Statement => sql`
  update evaluation set participants = array_append(participants, ${person})
   where id = ${idOf(event)} and not ${person} = any(participants)`;

const acted = (event: Recorded, initiated = false): readonly Statement[] =>
  isSystem(event.actor.personId)
    ? []
    : [
        sql`
          insert into act (person_id, evaluation_id, initiated, last_type, last_at, last_position)
          values (${event.actor.personId}, ${idOf(event)}, ${initiated}, ${event.type}, ${event.recordedAt}, ${event.position})
          on conflict (person_id, evaluation_id) do update
            set initiated = act.initiated or excluded.initiated, last_type = excluded.last_type,
                last_at = excluded.last_at, last_position = excluded.last_position`,
      ];

/** The unit's own score stands in the head of the sheet. */
const selfScore = (event: Of<'DraftImported'> | Of<'DraftEdited'>): readonly Statement[] => {
  const change = event.data.changes.findLast(({ path }) => path === '/head/selfScore');
  return change === undefined
    ? []
    : [sql`update evaluation set self_score = ${change.after} where id = ${idOf(event)}`];
};

const handlers: Handlers = {
  TaskIssued: (event) => {
    const { campaignId, unitId, unitName, departmentId, fiscalYear, kind, dueAt } = event.data;
    return [
      sql`
        insert into evaluation (id, campaign_id, unit_id, unit_name, department_id, fiscal_year, kind, due_at, stage,
                                version, waiting_for, waiting_since, stream_version, position)
        values (${idOf(event)}, ${campaignId}, ${unitId}, ${unitName}, ${departmentId}, ${fiscalYear}, ${kind}, ${dueAt},
                'DRAFT', 1, ${TURN.DRAFT}, ${event.recordedAt}, ${event.version}, ${event.position})`,
      ...acted(event, true),
    ];
  },
  DraftImported: (event) => [took(event, event.data.by), ...selfScore(event), ...acted(event), touched(event)],
  DraftEdited: (event) => [took(event, event.data.by), ...selfScore(event), ...acted(event), touched(event)],
  ItemAnswered: (event) => [took(event, event.data.by), ...acted(event), touched(event)],
  UnitChecked: (event) => [took(event, event.data.by), moved(event, 'UNIT_CHECKED'), ...acted(event), touched(event)],
  UnitSigned: (event) => [took(event, event.data.by), moved(event, 'UNIT_SIGNED'), ...acted(event), touched(event)],
  EvaluationSubmitted: (event) => [
    took(event, event.data.by),
    moved(event, 'SUBMITTED'),
    sql`update evaluation set version = ${event.data.version}, first_reviewer = null where id = ${idOf(event)}`,
    ...acted(event, true),
    touched(event),
  ],
  SubmissionWithdrawn: (event) => [
    moved(event, 'DRAFT'),
    sql`update evaluation set version = ${event.data.version + 1}, system_score = null where id = ${idOf(event)}`,
    ...acted(event),
    touched(event),
  ],
  FirstReviewPassed: (event) => [
    moved(event, 'FIRST_PASSED'),
    sql`update evaluation set first_reviewer = ${event.data.by} where id = ${idOf(event)}`,
    ...acted(event),
    touched(event),
  ],
  SecondReviewPassed: (event) => [
    moved(event, 'APPROVED'),
    sql`update evaluation set second_reviewer = ${event.data.by} where id = ${idOf(event)}`,
    ...acted(event),
    touched(event),
  ],
  PassRevoked: (event) => [
    moved(event, 'SUBMITTED'),
    sql`update evaluation set first_reviewer = null where id = ${idOf(event)}`,
    ...acted(event),
    touched(event),
  ],
  EvaluationReturned: (event) => [
    moved(event, 'DRAFT'),
    ...(event.data.from === 'first-review' || event.data.from === 'second-review'
      ? [
          sql`update evaluation set version = ${event.data.version + 1}, first_reviewer = null, system_score = null
               where id = ${idOf(event)}`,
        ]
      : [took(event, event.data.by)]),
    ...acted(event),
    touched(event),
  ],
  ScoreRecomputed: (event) => [
    sql`update evaluation set system_score = ${event.data.score.total} where id = ${idOf(event)}`,
    touched(event),
  ],
};

/** Who has which evaluation, since when, and who did what in it. */
export const evaluations = projection('evaluations', ['evaluation', 'act'], handlers as never);
