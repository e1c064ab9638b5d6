/** What happened, in the words of the bureau; an event that has none here is told by its type. */
const EVENTS: Readonly<Record<string, string>> = {
  ...{ TaskIssued: '任务布置', DraftImported: '导入报告', DraftEdited: '修改草稿', ItemAnswered: '答复退回意见' },
  ...{ FindingAnswered: '答复校验提示', UnitChecked: '单位内部审核', UnitSigned: '单位负责人签字' },
  ...{ EvaluationSubmitted: '送审', ChecksRun: '勾稽校验', FindingWaived: '豁免错误', SubmissionWithdrawn: '取消送审' },
  ...{ FirstReviewPassed: '初审通过', SecondReviewPassed: '复审通过', PassRevoked: '取消审核' },
  ...{ ReviewerAssigned: '分派审核人', ReviewerMissing: '无合法审核人', ReviewerRecused: '回避' },
  ...{ ExpertAsked: '加签', ExpertAnswered: '加签答复', EvaluationReturned: '退回', ScoreRecomputed: '系统测算得分' },
  ...{ SampledForRecheck: '抽中复核', RecheckRecorded: '抽查复核', EvaluationFinalized: '结果审定' },
  ...{ RectificationOrdered: '整改通知', RectificationReplied: '整改反馈', RectificationRejected: '退回整改反馈' },
  ...{ RectificationClosed: '整改销号', EvaluationPublished: '公开', PublicationCorrected: '公开更正' },
  ...{ EvaluationArchived: '归档' },
  ...{ CommandRefused: '操作', ReminderSent: '催办' },
};
const ROLES: Readonly<Record<string, string>> = {
  ...{ 'unit-preparer': '单位经办', 'unit-checker': '单位审核', 'unit-head': '单位负责人' },
  ...{ 'first-reviewer': '初审', 'second-reviewer': '复审', 'campaign-manager': '组织' },
  ...{ auditor: '审计', administrator: '管理员', system: '系统' },
};
const STAGES: Readonly<Record<string, string>> = {
  ...{ DRAFT: '填报中', UNIT_CHECKED: '单位已审核', UNIT_SIGNED: '单位已签字', SUBMITTED: '待初审' },
  ...{ FIRST_PASSED: '待复审', APPROVED: '审核完成', SAMPLED: '待抽查复核', RECHECKED: '已复核' },
  ...{ FINAL: '已审定', PUBLISHED: '已公开', ARCHIVED: '已归档' },
};
const GATES: Readonly<Record<string, string>> = { business: '业务关', finance: '财务关', audit: '稽核关' };
const KINDS: Readonly<Record<string, string>> = { 'whole-unit': '部门整体支出', project: '项目支出' };

const said = (words: Readonly<Record<string, string>>) => (key: string) => words[key] ?? key;

export const eventName = said(EVENTS);
export const roleName = said(ROLES);
export const stageName = said(STAGES);
export const gateName = said(GATES);
export const kindName = said(KINDS);
