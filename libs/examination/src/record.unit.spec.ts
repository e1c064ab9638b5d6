import type { CampaignPlan, Dated, EvaluationEvent, TaskIssued } from '#libs/evaluation';
import { EMPTY_SHEET } from '#libs/sheet';
import { examine, recordOf } from './index.js';

const HASH = 'a'.repeat(64);
const plan: CampaignPlan = {
  ...{ name: '2021年度绩效自评', fiscalYear: 2021, ownerId: 'bureau', schemes: {}, sections: [], tables: [] },
  ...{ opensAt: '2022-03-01T00:00:00.000Z', dueAt: '2022-04-30T16:00:00.000Z' },
  ...{ publishWithinDays: 20, rectifyWithinDays: 30 },
};
const task: TaskIssued = {
  ...{ campaignId: '431225-2021', unitId: 'centre', unitName: '中心', departmentId: 'department' },
  ...{ fiscalYear: 2021, kind: 'whole-unit', dueAt: plan.dueAt },
};
const on = (day: string, event: EvaluationEvent): Dated => ({ ...event, recordedAt: `${day}T04:00:00.000Z` });
const pass = (by: string, opinion: string) => ({ by, version: 1, contentHash: HASH, opinion });

const approved = [
  on('2022-03-01', { type: 'TaskIssued', data: task }),
  on('2022-04-01', { type: 'UnitChecked', data: { by: 'lin', contentHash: HASH } }),
  on('2022-04-02', { type: 'UnitSigned', data: { by: 'su', contentHash: HASH } }),
  on('2022-04-03', { type: 'EvaluationSubmitted', data: { by: 'yang', version: 1, contentHash: HASH } }),
  on('2022-04-10', { type: 'FirstReviewPassed', data: pass('long', '情况属实') }),
  on('2022-04-12', { type: 'SecondReviewPassed', data: pass('liang', '同意') }),
  on('2022-05-01', {
    type: 'EvaluationFinalized',
    data: { by: 'shi', version: 1, contentHash: HASH, selfScore: null, systemScore: null, recheckScore: null },
  }),
];
const ordered = on('2022-05-10', {
  type: 'RectificationOrdered',
  data: {
    ...{ by: 'shi', version: 1, basis: '公用经费超支', dueOn: '2022-06-09' },
    findings: [
      { id: 'z1', text: '公用经费超预算' },
      { id: 'z2', text: '无整改措施' },
    ],
  },
});
const replied = (day: string, findingId: string) =>
  on(day, { type: 'RectificationReplied', data: { by: 'yang', findingId, reply: '已整改' } });
const closed = (findingId: string) =>
  on('2022-06-01', { type: 'RectificationClosed', data: { by: 'liang', findingId, note: '销号' } });
const published = (contentHash: string, publishedOn: string) =>
  on(publishedOn, {
    type: 'EvaluationPublished',
    data: { by: 'su', version: 1, contentHash, place: '县政府网站', publishedOn, repliedOn: '2022-08-01' },
  });

/** What the rules of process say of a history on that day. */
const said = (history: readonly Dated[], day: string) =>
  examine({ sheet: EMPTY_SHEET, task }, { plan, scheme: null, process: recordOf(history, plan, `${day}T04:00:00Z`) }, [
    'process',
  ]).findings.map(({ rule, message }) => `${rule} ${message.zh}`);

describe('The record of a matter', () => {
  it('has nothing against one that went as it should', () => {
    const history = [
      ...approved,
      ordered,
      replied('2022-05-20', 'z1'),
      replied('2022-06-01', 'z2'),
      closed('z1'),
      closed('z2'),
    ];
    expect(said([...history, published(HASH, '2022-08-12')], '2022-09-01')).toEqual([]);
  });

  it('is of nobody before the task was issued', () => expect(recordOf([], plan, '2022-09-01T04:00:00Z')).toBeNull());

  it('tells W03 that something else was published than was approved', () =>
    expect(said([...approved, published('b'.repeat(64), '2022-08-12')], '2022-09-01')).toEqual([
      'W03 公开的版本 bbbbbbbbbbbb 不是审定的版本 aaaaaaaaaaaa',
    ]));

  it('tells W03 of an approval whose opinions are empty', () => {
    const silent = approved.map((event) =>
      event.type === 'SecondReviewPassed' ? { ...event, data: pass('liang', ' ') } : event,
    );
    expect(said(silent, '2022-09-01')).toEqual(['W03 复审意见为空']);
  });

  it('tells W04 that the publication came late after the reply', () =>
    expect(said([...approved, published(HASH, '2022-08-30')], '2022-09-01')).toEqual([
      'W04 2022-08-01 批复，2022-08-30 公开，历时 29 天，超过 20 天',
    ]));

  it('tells W05 that a plan came late: it is there with the reply to the last finding', () => {
    const history = [
      ...approved,
      ordered,
      replied('2022-05-20', 'z1'),
      replied('2022-06-20', 'z2'),
      closed('z1'),
      closed('z2'),
    ];
    expect(said(history, '2022-09-01')).toEqual([
      'W05 2022-05-10 通知整改，2022-06-20 报送方案，历时 41 天，超过 30 天',
    ]);
  });

  it('tells W05 which findings are open when the time is over', () => {
    const history = [...approved, ordered, replied('2022-05-20', 'z1'), replied('2022-06-01', 'z2'), closed('z1')];
    expect(said(history, '2022-05-31')).toEqual([]);
    expect(said(history, '2022-06-11')).toEqual(['W05 整改期限已过，1 项问题未销号：z2']);
  });
});
