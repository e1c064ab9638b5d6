import { type Statement, sql } from '#libs/database';
import {
  type CampaignEvent,
  type EvaluationEvent,
  involvedBy,
  isSystem,
  type Role,
  type Stage,
} from '#libs/evaluation';
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
  SAMPLED: ['second-reviewer'],
  RECHECKED: [],
  FINAL: [],
  PUBLISHED: [],
  ARCHIVED: [],
};

type Told = EvaluationEvent | Extract<CampaignEvent, { type: 'CampaignExtended' }>;
type Of<Type extends Told['type']> = Recorded<Extract<Told, { type: Type }>>;
type Handlers = { [Type in Told['type']]: (event: Of<Type>) => readonly Statement[] };

/** Columns that take a new value, and lists that somebody joins who is not yet in them, or leaves. */
interface Change {
  readonly set?: Readonly<Record<string, unknown>>;
  readonly join?: Readonly<Record<string, string>>;
  readonly leave?: Readonly<Record<string, string>>;
}

const idOf = (event: Recorded): string => event.stream.slice('evaluation-'.length);

/** What the fact changes in the row of its evaluation, in one statement, with its version and position. */
function changed(event: Recorded, ...changes: readonly Change[]): Statement {
  const values: unknown[] = [idOf(event)];
  const put = (value: unknown): string => `$${values.push(value)}`;
  const assignments: string[] = [];
  for (const { set = {}, join = {}, leave = {} } of changes) {
    for (const [column, value] of Object.entries(set)) assignments.push(`${column} = ${put(value)}`);
    for (const [column, person] of Object.entries(join)) {
      const who = put(person);
      assignments.push(
        `${column} = case when ${who} = any(${column}) then ${column} else array_append(${column}, ${who}) end`,
      );
    }
    for (const [column, person] of Object.entries(leave))
      assignments.push(`${column} = array_remove(${column}, ${put(person)})`);
  }
  assignments.push(`stream_version = ${put(event.version)}`, `position = ${put(event.position)}`);
  const involved = [...new Set(involvedBy(event as unknown as EvaluationEvent))];
  if (involved.length > 0)
    assignments.push(
      `involved = involved || array(select p from unnest(${put(involved)}::text[]) p where p <> all(involved))`,
    );
  return { text: `update evaluation set ${assignments.join(', ')} where id = $1`, values };
}

/** It stands in another stage, and its new holders have it from now on. */
const moved = (event: Recorded, stage: keyof typeof TURN): Change => ({
  set: { stage, waiting_for: TURN[stage], waiting_since: event.recordedAt },
});

/** The person has taken part in the unit's work on it (E1). Persons only: what the system did excludes nobody. */
const took = (person: string): Change => (isSystem(person) ? {} : { join: { participants: person } });
const wrote = (person: string): Change => (isSystem(person) ? {} : { join: { participants: person, writers: person } });

/** Nothing that was signed counts any more. */
const UNSIGNED: Change = {
  set: {
    ...{ checked_by: null, first_reviewer: null, second_reviewer: null, first_passes_by: [] },
    ...{ waived_by: [], passed_by: [], reviewer_missing: false, experts: [], experts_asked: [] },
  },
};

const noFindings = (event: Recorded): Statement => sql`delete from finding where evaluation_id = ${idOf(event)}`;

const nextVersion = (version: number): Change => ({
  set: { version: version + 1, system_score: null, recheck_score: null },
});

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
const selfScore = ({ data }: Of<'DraftImported'> | Of<'DraftEdited'>): Change => {
  const change = data.changes.findLast(({ path }) => path === '/head/selfScore');
  return change === undefined ? {} : { set: { self_score: change.after } };
};

/** A rectification waits for the unit while a finding has no reply, and then for who closes it. */
const rectified = (event: Recorded): readonly Statement[] => [
  sql`
    update evaluation set waiting_since = ${event.recordedAt}, waiting_for =
           case when rectification @? '$.*.state ? (@ == "open")' then ${RECTIFYING.unit}::text[]
                when rectification @? '$.*.state ? (@ == "replied")' then ${RECTIFYING.bureau}::text[] else '{}' end
     where id = ${idOf(event)}`,
  ...acted(event),
];
const RECTIFYING = { unit: ['unit-preparer', 'unit-head'], bureau: ['campaign-manager', 'second-reviewer'] };

function settled(
  event: Of<'RectificationReplied' | 'RectificationRejected' | 'RectificationClosed'>,
  state: 'open' | 'replied' | 'closed',
): readonly Statement[] {
  return [
    changed(event),
    sql`update evaluation set rectification = jsonb_set(rectification, array[${event.data.findingId}, 'state'], ${JSON.stringify(state)}::jsonb)
         where id = ${idOf(event)}`,
    ...rectified(event),
  ];
}

const handlers: Handlers = {
  TaskIssued: (event) => {
    const { campaignId, unitId, unitName, departmentId, fiscalYear, kind, dueAt, review } = event.data;
    const holders = review?.assignment === 'assigned' ? [] : null;
    return [
      sql`
        insert into evaluation (id, campaign_id, unit_id, unit_name, department_id, fiscal_year, kind, due_at, stage,
                                version, waiting_for, waiting_since, assigned_first, assigned_second, stream_version,
                                position)
        values (${idOf(event)}, ${campaignId}, ${unitId}, ${unitName}, ${departmentId}, ${fiscalYear}, ${kind}, ${dueAt},
                'DRAFT', 1, ${TURN.DRAFT}, ${event.recordedAt}, ${holders}, ${holders}, ${event.version},
                ${event.position})`,
      ...acted(event, true),
    ];
  },
  DraftImported: (event) => [changed(event, wrote(event.data.by), selfScore(event)), ...acted(event)],
  DraftEdited: (event) => [changed(event, wrote(event.data.by), selfScore(event)), ...acted(event)],
  ItemAnswered: (event) => [changed(event, wrote(event.data.by)), ...acted(event)],
  FindingAnswered: (event) => [changed(event, wrote(event.data.by)), ...acted(event)],
  UnitChecked: (event) => [
    changed(event, moved(event, 'UNIT_CHECKED'), took(event.data.by), { set: { checked_by: event.data.by } }),
    ...acted(event),
  ],
  UnitSigned: (event) => [changed(event, moved(event, 'UNIT_SIGNED'), took(event.data.by)), ...acted(event)],
  EvaluationSubmitted: (event) => [
    changed(event, moved(event, 'SUBMITTED'), took(event.data.by), {
      set: { version: event.data.version, first_passes_by: [] },
    }),
    ...acted(event, true),
  ],
  ChecksRun: (event) => {
    const { occasion, findings } = event.data;
    return [
      changed(event),
      sql`delete from finding where evaluation_id = ${idOf(event)} and occasion = ${occasion}`,
      // All in one statement: a report can have many.
      sql`
        insert into finding (evaluation_id, finding_id, occasion, rule, severity, message, at, position, number)
        select ${idOf(event)}, f.id, ${occasion}, f.rule, f.severity, f.message, f.at, ${event.position}, f.number
          from rows from (jsonb_to_recordset(${JSON.stringify(findings)}::jsonb)
                          as (id text, rule text, severity text, message jsonb, at text[])) with ordinality
               as f(id, rule, severity, message, at, number)
        on conflict do nothing`,
    ];
  },
  FindingWaived: (event) => {
    const { by, findingId, reason } = event.data;
    return [
      changed(event, { join: { waived_by: by } }),
      sql`update finding set waived_by = ${by}, waived_reason = ${reason}
           where evaluation_id = ${idOf(event)} and finding_id = ${findingId}`,
      ...acted(event),
    ];
  },
  SubmissionWithdrawn: (event) => [
    changed(event, moved(event, 'DRAFT'), UNSIGNED, nextVersion(event.data.version), took(event.data.by)),
    noFindings(event),
    ...acted(event),
  ],
  FirstReviewPassed: (event) => [
    changed(event, event.data.openGates ? {} : moved(event, 'FIRST_PASSED'), {
      set: { first_reviewer: event.data.by },
      join: { first_passes_by: event.data.by, passed_by: event.data.by },
    }),
    ...acted(event),
  ],
  SecondReviewPassed: (event) => [
    changed(event, event.data.openGates ? {} : moved(event, 'APPROVED'), {
      set: { second_reviewer: event.data.by },
      join: { passed_by: event.data.by },
    }),
    // Once drawn, a later version is rechecked as well.
    ...(event.data.openGates
      ? []
      : [
          sql`
      update evaluation set stage = 'SAMPLED', waiting_for = ${TURN.SAMPLED}
       where id = ${idOf(event)} and sample_id is not null`,
        ]),
    ...acted(event),
  ],
  PassRevoked: (event) => {
    const { by, step = 'first' } = event.data;
    const reopened = step === 'first' ? [moved(event, 'SUBMITTED'), { set: { first_reviewer: null } }] : [];
    return [changed(event, ...reopened, { leave: { passed_by: by } }), ...acted(event)];
  },
  ReviewerAssigned: (event) => {
    const { step, personId, ordered } = event.data;
    const column = step === 'first' ? 'assigned_first' : 'assigned_second';
    return [
      ...(ordered?.before ? [changed(event, { leave: { [column]: ordered.before } })] : []),
      changed(event, { set: { reviewer_missing: false }, join: { [column]: personId } }),
      ...acted(event),
    ];
  },
  ReviewerMissing: (event) => [changed(event, { set: { reviewer_missing: true } })],
  ExpertAsked: (event) => [
    changed(event, { join: { experts: event.data.personId, experts_asked: event.data.personId } }),
    ...acted(event),
  ],
  ExpertAnswered: (event) => [changed(event, { leave: { experts_asked: event.data.by } }), ...acted(event)],
  ReviewerRecused: (event) => {
    const { by } = event.data;
    return [
      changed(event, { join: { recused: by }, leave: { assigned_first: by, assigned_second: by } }),
      ...acted(event),
    ];
  },
  EvaluationReturned: (event) => {
    const { by, from, version } = event.data;
    const inUnit = from.startsWith('unit-');
    return [
      changed(event, moved(event, 'DRAFT'), UNSIGNED, inUnit ? took(by) : nextVersion(version)),
      noFindings(event),
      ...acted(event),
    ];
  },
  CampaignExtended: (event) => [
    sql`update evaluation set due_at = ${event.data.dueAt} where campaign_id = ${event.stream.slice('campaign-'.length)}`,
  ],
  ScoreRecomputed: (event) => [changed(event, { set: { system_score: event.data.score.total } })],
  SampledForRecheck: (event) => [changed(event, moved(event, 'SAMPLED'), { set: { sample_id: event.data.sampleId } })],
  RecheckRecorded: (event) => [
    changed(event, moved(event, 'RECHECKED'), { set: { recheck_score: event.data.recheckScore } }),
    ...acted(event),
  ],
  EvaluationFinalized: (event) => [changed(event, moved(event, 'FINAL')), ...acted(event)],
  RectificationOrdered: (event) => {
    const { findings, dueOn } = event.data;
    const open = Object.fromEntries(findings.map(({ id }) => [id, { dueOn, state: 'open' }]));
    return [
      changed(event),
      sql`update evaluation set rectification = rectification || ${JSON.stringify(open)}::jsonb where id = ${idOf(event)}`,
      ...rectified(event),
    ];
  },
  RectificationReplied: (event) => settled(event, 'replied'),
  RectificationRejected: (event) => settled(event, 'open'),
  RectificationClosed: (event) => settled(event, 'closed'),
  EvaluationPublished: (event) => [
    changed(event, { set: { stage: 'PUBLISHED', published_on: event.data.publishedOn } }),
    ...acted(event),
  ],
  PublicationCorrected: (event) => [changed(event, { set: { published_on: event.data.publishedOn } }), ...acted(event)],
  EvaluationArchived: (event) => [changed(event, moved(event, 'ARCHIVED')), ...acted(event)],
};

/** Who has which evaluation, since when, and who did what in it. */
export const evaluations = projection('evaluations', ['evaluation', 'act', 'finding'], handlers as never);
