import { specification } from '#libs/testing';
import { type CampaignCommand, type CampaignEvent, type CampaignPlan, campaign, UPCASTERS } from './campaign.js';
import { type SampleRule, type Stratum, sampleOf } from './conclusion/sampling.js';
import { BUREAU, manager } from './examples/people.spec.js';

const scheme = (version: string) => ({ id: 'hunan-whole-unit-A', version, hash: version.repeat(64) });
const plan: CampaignPlan = {
  name: '2021年度绩效自评',
  fiscalYear: 2021,
  ownerId: BUREAU,
  opensAt: '2022-03-01T00:00:00.000Z',
  dueAt: '2022-04-30T16:00:00.000Z',
  schemes: { 'whole-unit': scheme('1') },
  sections: ['overview', 'problems'],
  tables: ['self-evaluation'],
  publishWithinDays: 20,
  rectifyWithinDays: 30,
};
const order = <Type extends CampaignCommand['type']>(
  type: Type,
  data: Extract<CampaignCommand, { type: Type }>['data'],
) => ({ type, data, by: manager, at: plan.opensAt }) as CampaignCommand;

const tenth = { kind: 'share', percent: 10 } as const;
const draw = (
  rule: SampleRule,
  population: readonly Stratum[] = [{ departmentId: 'a', evaluationIds: ['a-1', 'a-2'] }],
) => {
  const data = { sampleId: 'draw-1', rule, seed: '5eed', population };
  return { type: 'DrawSample', data, by: manager, at: plan.opensAt } as const satisfies CampaignCommand;
};
const created: CampaignEvent = { type: 'CampaignCreated', data: plan };
const opened: CampaignEvent = { type: 'CampaignOpened', data: plan };
const closed: CampaignEvent = { type: 'CampaignClosed', data: { reason: '本年度自评结束' } };
const later = '2022-05-31T16:00:00.000Z';
const extended: CampaignEvent = {
  type: 'CampaignExtended',
  data: { dueAt: later, before: plan.dueAt, reason: '决算批复推迟' },
};
const newScheme: CampaignEvent = {
  type: 'CampaignSchemeChanged',
  data: { kind: 'whole-unit', scheme: scheme('2'), before: scheme('1'), reason: '省厅修订了分值' },
};
const reason = '决算批复推迟';
const HISTORY = { unknown: [], created: [created], open: [created, opened], closed: [created, opened, closed] };

describe('A campaign', () => {
  const given = specification(campaign);
  const fold = (...events: readonly CampaignEvent[]) => events.reduce(campaign.evolve, campaign.initial);

  it('is created, edited, and opened with what was planned last', () => {
    const better = { ...plan, name: '2021年度部门整体支出绩效自评' };
    given().when(order('CreateCampaign', plan)).then(created);
    given(created).when(order('EditCampaign', better)).then({ type: 'CampaignEdited', data: better });
    given(created, { type: 'CampaignEdited', data: better })
      .when(order('OpenCampaign', {}))
      .then({ type: 'CampaignOpened', data: better });
  });

  it('is extended, also after it was closed, and is open then', () => {
    given(created, opened)
      .when(order('ExtendCampaign', { dueAt: later, reason }))
      .then(extended);
    expect(fold(created, opened, closed, extended)).toMatchObject({ status: 'open', dueAt: later });
  });

  it('changes its scheme, and not for the same one', () => {
    const change = order('ChangeScheme', { kind: 'whole-unit', scheme: scheme('2'), reason: '省厅修订了分值' });
    given(created, opened).when(change).then(newScheme);
    given(created, opened, newScheme).when(change).thenNothing();
    expect(fold(created, opened, newScheme)).toMatchObject({ schemes: { 'whole-unit': scheme('2') } });
  });

  it('orders scores anew, also when it is closed', () => {
    const ordered = { runId: 'run-1', evaluations: 120 };
    const event = { type: 'RecomputeOrdered', data: ordered } as const;
    given(created, opened).when(order('OrderRecompute', ordered)).then(event);
    given(created, opened, closed).when(order('OrderRecompute', ordered)).then(event);
  });

  it('orders that reports are read, also when it is closed', () => {
    const ordered = { runId: 'run-1', files: 12 };
    const event = { type: 'ReadingOrdered', data: ordered } as const;
    given(created, opened).when(order('OrderReading', ordered)).then(event);
    given(created, opened, closed).when(order('OrderReading', ordered)).then(event);
  });

  it('records a sample with all that is needed to draw it again', () => {
    const { data } = draw(tenth);
    given(created, opened)
      .when(draw(tenth))
      .then({ type: 'SampleDrawn', data: { ...data, chosen: ['a-1'] } });
    expect(sampleOf(data.population, data.rule, data.seed)).toEqual(['a-1']);
  });

  it('orders tasks while it is open, and closes', () => {
    const ordered = { runId: 'run-1', tasks: 120 };
    given(created, opened).when(order('OrderTasks', ordered)).then({ type: 'TasksOrdered', data: ordered });
    given(created, opened)
      .when(order('CloseCampaign', { reason: '本年度自评结束' }))
      .then(closed);
    expect(fold(created, opened, closed)).toMatchObject({ status: 'closed' });
  });

  it.each<[string, CampaignCommand, keyof typeof HISTORY, string]>([
    [
      'ends after it begins',
      order('CreateCampaign', { ...plan, dueAt: plan.opensAt }),
      'unknown',
      'campaign.window-ends-before-it-opens',
    ],
    ['keeps its year', order('EditCampaign', { ...plan, fiscalYear: 2022 }), 'created', 'campaign.year-and-owner-stay'],
    ['keeps its owner', order('EditCampaign', { ...plan, ownerId: 'x' }), 'created', 'campaign.year-and-owner-stay'],
    [
      'is not shortened',
      order('ExtendCampaign', { dueAt: plan.opensAt, reason }),
      'open',
      'campaign.extension-ends-earlier',
    ],
    ['is extended for a reason', order('ExtendCampaign', { dueAt: later, reason: '' }), 'open', 'text.too-short'],
    [
      'is sampled by a rule that can be followed',
      draw({ kind: 'share', percent: 101 }),
      'open',
      'campaign.sample-rule-unfit',
    ],
    ['is sampled by whole numbers', draw({ kind: 'count', count: 0.5 }), 'open', 'campaign.sample-rule-unfit'],
    ['is sampled when something is approved', draw(tenth, []), 'open', 'campaign.nothing-to-sample'],
    ['is closed for a reason', order('CloseCampaign', { reason: '' }), 'open', 'text.too-short'],
  ])('%s', (_, command, status, code) =>
    given(...HISTORY[status])
      .when(command)
      .thenRefused(code),
  );

  it('is not opened without a scheme', () =>
    given({ type: 'CampaignCreated', data: { ...plan, schemes: {} } })
      .when(order('OpenCampaign', {}))
      .thenRefused('campaign.no-scheme'));

  const ORDERS = {
    CreateCampaign: [order('CreateCampaign', plan), ['unknown']],
    EditCampaign: [order('EditCampaign', plan), ['created']],
    OpenCampaign: [order('OpenCampaign', {}), ['created']],
    ExtendCampaign: [order('ExtendCampaign', { dueAt: later, reason }), ['open', 'closed']],
    ChangeScheme: [order('ChangeScheme', { kind: 'whole-unit', scheme: scheme('2'), reason }), ['open']],
    OrderTasks: [order('OrderTasks', { runId: 'run-1', tasks: 1 }), ['open']],
    OrderRecompute: [order('OrderRecompute', { runId: 'run-1', evaluations: 1 }), ['open', 'closed']],
    OrderReading: [order('OrderReading', { runId: 'run-1', files: 1 }), ['open', 'closed']],
    DrawSample: [draw(tenth), ['open', 'closed']],
    CloseCampaign: [order('CloseCampaign', { reason }), ['open']],
  } satisfies Record<CampaignCommand['type'], readonly [CampaignCommand, readonly string[]]>;

  for (const [type, [command, statuses]] of Object.entries(ORDERS))
    for (const [status, history] of Object.entries(HISTORY))
      if (!(statuses as readonly string[]).includes(status))
        it(`refuses ${type} when it is ${status}`, () =>
          given(...history)
            .when(command)
            .thenRefused('campaign.wrong-status', { status }));

  it('that was opened before campaigns had schemes is read without any', () => {
    const { schemes: _s, sections: _t, tables: _u, publishWithinDays: _p, rectifyWithinDays: _r, ...first } = plan;
    expect(UPCASTERS.CampaignOpened[0](first)).toEqual({
      ...first,
      schemes: {},
      sections: [],
      tables: [],
      publishWithinDays: 20,
      rectifyWithinDays: 30,
    });
  });
});
