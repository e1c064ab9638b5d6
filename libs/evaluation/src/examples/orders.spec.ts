import type { Actor } from '#libs/kernel';
import type { Change } from '#libs/sheet';
import type { Candidate } from '../assignment.js';
import type { DraftImported, RaisedFinding, ReturnItem, TaskIssued } from '../facts.js';
import type { AssignmentOrder, EvaluationCommand, Pass } from '../orders.js';
import type { Order } from '../policies/policy.js';
import { DEPARTMENT, UNIT } from './people.spec.js';

export const TASK: TaskIssued = {
  campaignId: '431225-2021',
  unitId: UNIT,
  unitName: '会同县工伤保险服务中心',
  departmentId: DEPARTMENT,
  fiscalYear: 2021,
  kind: 'whole-unit',
  dueAt: '2022-04-30T16:00:00.000Z',
};

export const DOCUMENT: DraftImported['document'] = {
  name: '2021年自评.txt',
  sha256: 'ab'.repeat(32),
  characters: 4_096,
};

const found = (severity: RaisedFinding['severity'], rule: string, zh: string): RaisedFinding => ({
  id: `${rule}-0a1b2c3d`,
  rule,
  severity,
  message: { zh, en: rule },
  at: ['/figures/EXP.BASIC'],
});
/** One finding of each weight that stops something. */
export const BLOCK = found('BLOCK', 'T03', '未填报日期');
export const ERROR = found('ERROR', 'R05', '公用经费控制率 144.15 %');
export const WARN = found('WARN', 'R04', '预算控制率 78.76 %');

const AT = '2022-04-01T08:00:00.000Z';

function order<Type extends EvaluationCommand['type']>(
  type: Type,
  by: Actor,
  data: Order<Type>['data'],
): EvaluationCommand {
  return { type, by, at: AT, data } as EvaluationCommand;
}

/** Orders as people give them, each with what it carries at least. */
export const issue = (by: Actor, task = TASK) => order('IssueTask', by, task);
export const importing = (by: Actor, changes: readonly Change[], document = DOCUMENT) =>
  order('ImportDraft', by, { document, changes });
export const edit = (by: Actor, ...changes: readonly Change[]) => order('EditDraft', by, { changes });
export const answer = (by: Actor, itemId: string, text = '已与决算核对，差额为上年结余。') =>
  order('AnswerItem', by, { itemId, answer: text });
export const check = (by: Actor, contentHash: string, comment?: string) =>
  order('CheckInUnit', by, { contentHash, ...(comment !== undefined && { comment }) });
export const sign = (by: Actor, contentHash: string) => order('SignForUnit', by, { contentHash });
export const submit = (by: Actor, contentHash: string, findings: readonly RaisedFinding[] = []) =>
  order('Submit', by, { contentHash, findings });
export const answerFinding = (by: Actor, finding: RaisedFinding, text = '追加的是县里交办的扶贫经费。') =>
  order('AnswerFinding', by, { finding, answer: text });
export const recordChecks = (
  by: Actor,
  version: number,
  contentHash: string,
  findings: readonly RaisedFinding[] = [ERROR],
) => order('RecordChecks', by, { version, contentHash, occasion: 'background', findings });
export const waive = (by: Actor, findingId = ERROR.id, reason = '调整预算已补报，超支有县政府批文。') =>
  order('WaiveFinding', by, { findingId, reason });
export const withdraw = (by: Actor, reason = '附件漏传，撤回补充') => order('Withdraw', by, { reason });
export const revoke = (by: Actor, reason = '发现一处漏看') => order('RevokePass', by, { reason });

const OPINION = '数据与决算一致，同意。';
type Reading = Partial<Pass> & { version: number; contentHash: string };
export const passFirst = (by: Actor, reading: Reading) =>
  order('PassFirstReview', by, { opinion: OPINION, ...reading });
export const passSecond = (by: Actor, reading: Reading) =>
  order('PassSecondReview', by, { opinion: OPINION, ...reading });

export const candidate = (personId: string, step: 'first' | 'second', more: Partial<Candidate> = {}): Candidate => ({
  personId,
  step,
  open: 0,
  from: 'department',
  ...more,
});
export const assignByLot = (by: Actor, candidates: readonly Candidate[], seed = '5eed') =>
  order('AssignReviewers', by, { seed, candidates });
export const assign = (by: Actor, more: Partial<AssignmentOrder> & Pick<AssignmentOrder, 'candidate'>) =>
  order('AssignReviewer', by, { step: more.candidate.step, reason: '原审核人出差', ...more });
export const askExpert = (by: Actor, personId = 'tang', more: Partial<Candidate> = {}, question = '超支是否有批文？') =>
  order('AskExpert', by, { candidate: candidate(personId, 'first', more), question });
export const answerAsExpert = (by: Actor, opinion = '批文有效，口径正确。') => order('AnswerAsExpert', by, { opinion });
export const recuse = (by: Actor, reason = '与该单位负责人有亲属关系') => order('Recuse', by, { reason });

export const REASON = '基本支出与预算对不上，请核对后再报。';
export const ITEM = { path: '/figures/EXP.BASIC', text: '差 0.38 万元，请说明。' };
export const giveBack = (by: Actor, reason = REASON, items: readonly Omit<ReturnItem, 'id'>[] = [ITEM]) =>
  order('Return', by, { reason, items });

export const SCORE = { indicators: [], total: null };
export const recordScore = (by: Actor, version: number, inputHash = 'cd'.repeat(32)) =>
  order('RecordScore', by, { version, inputHash, scheme: { id: 'execution-rate', version: '1' }, score: SCORE });

type Read = { version: number; contentHash: string };
export const selectForRecheck = (by: Actor) => order('SelectForRecheck', by, { sampleId: 'draw-1' });
export const recheck = (by: Actor, reading: Read, more: { opinion?: string; recheckScore?: string } = {}) =>
  order('RecordRecheck', by, { opinion: '抽查复核，公用经费超支扣分。', recheckScore: '86.5', ...reading, ...more });
export const finalize = (by: Actor, reading: Read, note?: string) =>
  order('Finalize', by, { ...reading, ...(note !== undefined && { note }) });
export const TO_RECTIFY = { text: '公用经费超预算 44.15 %，须整改。', path: '/figures/EXP.BASIC' };
export const orderRectification = (
  by: Actor,
  findings: readonly { text: string; path?: string }[] = [TO_RECTIFY],
  basis = '抽查复核发现公用经费超支。',
) => order('OrderRectification', by, { basis, dueOn: '2022-07-30', findings });
export const replyToRectification = (by: Actor, findingId = 'z1', reply = '已修订公用经费管理办法。') =>
  order('ReplyToRectification', by, { findingId, reply });
export const rejectRectification = (by: Actor, findingId = 'z1', reason = '没有附上修订后的管理办法') =>
  order('RejectRectification', by, { findingId, reason });
export const closeRectification = (by: Actor, findingId = 'z1', note = '已核对，销号。') =>
  order('CloseRectification', by, { findingId, note });
const PUBLICATION = { place: '县政府门户网站', publishedOn: '2022-08-12', repliedOn: '2022-08-01' };
export const publish = (by: Actor, reading: Read, more: Partial<Order<'Publish'>['data']> = {}) =>
  order('Publish', by, { ...PUBLICATION, ...reading, personalData: [], ...more });
export const correctPublication = (by: Actor, reading: Read, more: Partial<Order<'CorrectPublication'>['data']> = {}) =>
  order('CorrectPublication', by, { ...PUBLICATION, reason: '原公开网址已失效，更换网址。', ...reading, ...more });
export const archive = (by: Actor, reading: Read, unpublishedReason?: string) =>
  order('Archive', by, { ...reading, ...(unpublishedReason !== undefined && { unpublishedReason }) });
