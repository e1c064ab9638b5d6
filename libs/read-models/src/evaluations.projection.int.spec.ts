import type { EvaluationEvent } from '#libs/evaluation';
import { type TestDatabase, testDatabase } from '#libs/testing';
import { BY, FACTS, Told } from './examples/log.spec.js';
import { findings } from './findings.js';

type Type = EvaluationEvent['type'];

const APPROVED = ['TaskIssued', 'EvaluationSubmitted', 'FirstReviewPassed', 'SecondReviewPassed'] as const;

/** What happened before, and how the row looks after the fact. A fact without a case does not compile. */
const CASES: Readonly<Record<Type, { readonly before: readonly Type[]; readonly row: object }>> = {
  TaskIssued: {
    before: [],
    row: {
      campaign_id: '431225-2021',
      unit_id: 'centre',
      department_id: 'department',
      stage: 'DRAFT',
      version: 1,
      waiting_for: ['unit-preparer', 'unit-checker'],
      participants: [],
      stream_version: 1,
    },
  },
  DraftImported: { before: ['TaskIssued'], row: { participants: ['yang'], self_score: '92', stream_version: 2 } },
  DraftEdited: {
    before: ['TaskIssued', 'DraftImported'],
    row: { participants: ['yang', 'wu'], self_score: '87', stage: 'DRAFT' },
  },
  ItemAnswered: { before: ['TaskIssued'], row: { participants: ['yang'], stage: 'DRAFT', stream_version: 2 } },
  FindingAnswered: { before: ['TaskIssued'], row: { participants: ['yang'], stage: 'DRAFT', stream_version: 2 } },
  UnitChecked: {
    before: ['TaskIssued'],
    row: { participants: ['lin'], stage: 'UNIT_CHECKED', waiting_for: ['unit-head'] },
  },
  UnitSigned: {
    before: ['TaskIssued', 'UnitChecked'],
    row: { participants: ['lin', 'su'], stage: 'UNIT_SIGNED', waiting_for: ['unit-preparer', 'unit-head'] },
  },
  EvaluationSubmitted: {
    before: ['TaskIssued', 'UnitChecked', 'UnitSigned'],
    row: { stage: 'SUBMITTED', waiting_for: ['first-reviewer'], version: 1, participants: ['lin', 'su', 'yang'] },
  },
  ChecksRun: {
    before: ['TaskIssued', 'EvaluationSubmitted'],
    row: { stage: 'SUBMITTED', waived_by: [], stream_version: 3 },
  },
  FindingWaived: {
    before: ['TaskIssued', 'EvaluationSubmitted', 'ChecksRun'],
    row: { stage: 'SUBMITTED', waived_by: ['liang'], stream_version: 4 },
  },
  SubmissionWithdrawn: {
    before: ['TaskIssued', 'EvaluationSubmitted', 'ScoreRecomputed'],
    row: { stage: 'DRAFT', version: 2, system_score: null, waiting_for: ['unit-preparer', 'unit-checker'] },
  },
  FirstReviewPassed: {
    before: ['TaskIssued', 'EvaluationSubmitted'],
    row: { stage: 'FIRST_PASSED', waiting_for: ['second-reviewer'], first_reviewer: 'long', second_reviewer: null },
  },
  SecondReviewPassed: {
    before: ['TaskIssued', 'EvaluationSubmitted', 'FirstReviewPassed'],
    row: { stage: 'APPROVED', waiting_for: [], first_reviewer: 'long', second_reviewer: 'liang' },
  },
  PassRevoked: {
    before: ['TaskIssued', 'EvaluationSubmitted', 'FirstReviewPassed'],
    row: { stage: 'SUBMITTED', waiting_for: ['first-reviewer'], first_reviewer: null },
  },
  ReviewerAssigned: {
    before: ['TaskIssued', 'EvaluationSubmitted', 'ReviewerMissing'],
    row: { stage: 'SUBMITTED', assigned_first: ['long'], reviewer_missing: false },
  },
  ReviewerMissing: { before: ['TaskIssued', 'EvaluationSubmitted'], row: { reviewer_missing: true } },
  ExpertAsked: {
    before: ['TaskIssued', 'EvaluationSubmitted'],
    row: { stage: 'SUBMITTED', experts: ['dai'], experts_asked: ['dai'] },
  },
  ExpertAnswered: {
    before: ['TaskIssued', 'EvaluationSubmitted', 'ExpertAsked'],
    row: { stage: 'SUBMITTED', experts: ['dai'], experts_asked: [] },
  },
  ReviewerRecused: {
    before: ['TaskIssued', 'EvaluationSubmitted', 'ReviewerAssigned'],
    row: { stage: 'SUBMITTED', recused: ['long'], assigned_first: [] },
  },
  EvaluationReturned: {
    before: ['TaskIssued', 'EvaluationSubmitted', 'ScoreRecomputed'],
    row: { stage: 'DRAFT', version: 2, first_reviewer: null, system_score: null, participants: ['yang'] },
  },
  ScoreRecomputed: {
    before: ['TaskIssued', 'EvaluationSubmitted'],
    row: { stage: 'SUBMITTED', system_score: '10.00', stream_version: 3 },
  },
  SampledForRecheck: {
    before: [...APPROVED],
    row: {
      stage: 'SAMPLED',
      waiting_for: ['second-reviewer'],
      sample_id: 'draw-1',
      involved: ['yang', 'long', 'liang'],
    },
  },
  RecheckRecorded: {
    before: [...APPROVED, 'SampledForRecheck'],
    row: { stage: 'RECHECKED', waiting_for: [], recheck_score: '86.5', involved: ['yang', 'long', 'liang'] },
  },
  EvaluationFinalized: { before: [...APPROVED], row: { stage: 'FINAL', waiting_for: [] } },
  RectificationOrdered: {
    before: [...APPROVED, 'EvaluationFinalized'],
    row: {
      stage: 'FINAL',
      waiting_for: ['unit-preparer', 'unit-head'],
      rectification: { z1: { dueOn: '2022-07-30', state: 'open' }, z2: { dueOn: '2022-07-30', state: 'open' } },
    },
  },
  RectificationReplied: {
    before: [...APPROVED, 'EvaluationFinalized', 'RectificationOrdered'],
    row: {
      waiting_for: ['unit-preparer', 'unit-head'],
      rectification: { z1: { state: 'replied' }, z2: { state: 'open' } },
    },
  },
  RectificationRejected: {
    before: [...APPROVED, 'EvaluationFinalized', 'RectificationOrdered', 'RectificationReplied'],
    row: { rectification: { z1: { state: 'open' } } },
  },
  RectificationClosed: {
    before: [...APPROVED, 'EvaluationFinalized', 'RectificationOrdered', 'RectificationReplied'],
    row: { rectification: { z1: { state: 'closed' }, z2: { state: 'open' } } },
  },
  EvaluationPublished: {
    before: [...APPROVED, 'EvaluationFinalized', 'RectificationOrdered'],
    row: { stage: 'PUBLISHED', waiting_for: ['unit-preparer', 'unit-head'] },
  },
  PublicationCorrected: {
    before: [...APPROVED, 'EvaluationFinalized', 'EvaluationPublished'],
    row: { stage: 'PUBLISHED', waiting_for: [] },
  },
  EvaluationArchived: { before: [...APPROVED, 'EvaluationFinalized'], row: { stage: 'ARCHIVED', waiting_for: [] } },
};

describe('The list of evaluations', () => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await testDatabase();
  });
  afterEach(() => database.drop());

  it.each(Object.entries(CASES) as [Type, (typeof CASES)[Type]][])('follows %s', async (type, { before, row }) => {
    const told = new Told(database.pool);
    for (const each of [...before, type]) await told.happened('evaluation-e1', BY[each], FACTS[each]);
    await told.project();

    const { rows } = await database.pool.query(`select * from read.evaluation where id = 'e1'`);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ ...row, position: String(before.length) });
    const acts = await database.pool.query('select * from read.act where person_id = $1', [BY[type]]);
    if (['ScoreRecomputed', 'ChecksRun', 'ReviewerMissing', 'ReviewerAssigned', 'SampledForRecheck'].includes(type))
      expect(acts.rows.filter((act) => act.last_type === type)).toEqual([]);
    else
      expect(acts.rows).toMatchObject([{ evaluation_id: 'e1', last_type: type, last_position: String(before.length) }]);
  });

  it('asks for a recheck again when the version after a recheck is approved', async () => {
    const told = new Told(database.pool);
    for (const each of [...APPROVED, 'SampledForRecheck'] as const)
      await told.happened('evaluation-e1', BY[each], FACTS[each]);
    await told.happened('evaluation-e1', 'qin', {
      ...FACTS.EvaluationReturned,
      data: { ...FACTS.EvaluationReturned.data, by: 'qin', from: 'recheck' },
    });
    for (const each of APPROVED.slice(1)) await told.happened('evaluation-e1', BY[each], FACTS[each]);
    await told.project();
    const { rows } = await database.pool.query('select stage, waiting_for, involved from read.evaluation');
    expect(rows).toEqual([{ stage: 'SAMPLED', waiting_for: ['second-reviewer'], involved: ['yang', 'long', 'liang'] }]);
  });

  it('waits for the bureau when every finding has a reply, and for nobody when all are closed', async () => {
    const told = new Told(database.pool);
    for (const each of [...APPROVED, 'EvaluationFinalized', 'RectificationOrdered', 'RectificationReplied'] as const)
      await told.happened('evaluation-e1', BY[each], FACTS[each]);
    const other = <Fact extends { readonly data: object }>(fact: Fact) => ({
      ...fact,
      data: { ...fact.data, findingId: 'z2' },
    });
    const waitingFor = async () => {
      await told.project();
      return (await database.pool.query('select waiting_for from read.evaluation')).rows[0].waiting_for;
    };
    await told.happened('evaluation-e1', 'yang', other(FACTS.RectificationReplied));
    expect(await waitingFor()).toEqual(['campaign-manager', 'second-reviewer']);
    await told.happened('evaluation-e1', 'liang', FACTS.RectificationClosed, other(FACTS.RectificationClosed));
    expect(await waitingFor()).toEqual([]);
  });

  it('counts a return inside the unit to the same version, and its giver to the participants', async () => {
    const told = new Told(database.pool);
    await told.happened('evaluation-e1', 'shi', FACTS.TaskIssued);
    await told.happened('evaluation-e1', 'lin', FACTS.UnitChecked);
    await told.happened('evaluation-e1', 'su', {
      ...FACTS.EvaluationReturned,
      data: { ...FACTS.EvaluationReturned.data, by: 'su', from: 'unit-sign-off' },
    });
    await told.project();
    const { rows } = await database.pool.query('select version, stage, participants from read.evaluation');
    expect(rows).toEqual([{ version: 1, stage: 'DRAFT', participants: ['lin', 'su'] }]);
  });

  it('keeps the findings of the newest run of each occasion, with who waived them, until the version ends', async () => {
    const told = new Told(database.pool);
    const open = async () => {
      await told.project();
      const page = await findings(database.pool, {
        personId: 'huang',
        grants: [{ role: 'auditor', unitId: 'centre' }],
      });
      return page.items.map(({ findingId, waivedBy }) => [findingId, waivedBy]);
    };
    const background = { ...FACTS.ChecksRun.data, by: 'system:scoring', occasion: 'background' as const };
    const copied = { ...FACTS.ChecksRun.data.findings[0], id: 'T07-0a1b2c3d', rule: 'T07', severity: 'WARN' as const };
    await told.happened('evaluation-e1', 'shi', FACTS.TaskIssued);
    await told.happened('evaluation-e1', 'yang', FACTS.EvaluationSubmitted, FACTS.ChecksRun);
    await told.happened('evaluation-e1', 'system:scoring', {
      type: 'ChecksRun',
      data: { ...background, findings: [copied] },
    });
    await told.happened('evaluation-e1', 'liang', FACTS.FindingWaived);
    expect(await open()).toEqual([
      ['T07-0a1b2c3d', null],
      ['R05-0a1b2c3d', 'liang'],
    ]);
    await told.happened('evaluation-e1', 'system:scoring', {
      type: 'ChecksRun',
      data: { ...background, findings: [] },
    });
    expect(await open()).toEqual([['R05-0a1b2c3d', 'liang']]);
    await told.happened('evaluation-e1', 'long', FACTS.EvaluationReturned);
    expect(await open()).toEqual([]);
  });

  it('moves the window of every evaluation of a campaign that is extended', async () => {
    const told = new Told(database.pool);
    await told.happened('evaluation-e1', 'shi', FACTS.TaskIssued);
    await told.happened('campaign-431225-2021', 'shi', {
      type: 'CampaignExtended',
      data: { dueAt: '2022-06-30T16:00:00.000Z', before: '2022-05-31T16:00:00.000Z', reason: '推迟' },
    });
    await told.project();
    const { rows } = await database.pool.query('select due_at from read.evaluation');
    expect(rows[0].due_at.toISOString()).toBe('2022-06-30T16:00:00.000Z');
  });
});
