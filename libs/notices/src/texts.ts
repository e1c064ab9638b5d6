import type { Language, Notice, NoticeKind } from './kinds.js';

/** What is said, in each language. */
type Said = Readonly<Record<Language, string>>;

/** What each kind of notice says; the one table that e-mails and webhooks are written from. */
export const NOTICE_TEXTS: Readonly<Record<NoticeKind, Said>> = {
  'task-issued': { 'zh-CN': '新的自评任务', en: 'A self-evaluation was assigned to your unit' },
  'sign-off-due': { 'zh-CN': '单位审核已通过，请负责人签字', en: 'Checked in the unit: your signature is due' },
  'submission-due': { 'zh-CN': '负责人已签字，请送审', en: 'Signed: please submit' },
  'first-review-due': { 'zh-CN': '请初审', en: 'Your first review is due' },
  'second-review-due': { 'zh-CN': '初审已通过，请复审', en: 'Your second review is due' },
  'expertise-due': { 'zh-CN': '请您加签，提供专家意见', en: 'Your opinion as an expert is asked for' },
  'expert-answered': { 'zh-CN': '加签专家已答复', en: 'The expert has answered' },
  'review-assigned': { 'zh-CN': '已分派给您审核', en: 'A review was assigned to you' },
  'reviewer-missing': { 'zh-CN': '无合规审核人，请分派', en: 'No eligible reviewer: please assign one' },
  returned: { 'zh-CN': '已退回，请修改', en: 'Returned for revision' },
  approved: { 'zh-CN': '复审通过，已办结', en: 'Approved by the second review' },
  'recheck-due': { 'zh-CN': '已抽中，请复核', en: 'Drawn for recheck: please recheck it' },
  rechecked: { 'zh-CN': '抽查复核已完成', en: 'The recheck is done' },
  finalized: { 'zh-CN': '评价结果已审定', en: 'The result is final' },
  'rectification-due': { 'zh-CN': '整改通知，请反馈', en: 'There is something to set right: please reply' },
  'rectification-replied': { 'zh-CN': '单位已反馈整改情况', en: 'The unit has replied to a finding' },
  'rectification-rejected': { 'zh-CN': '整改反馈未通过，请补充', en: 'The reply was not enough: please reply again' },
  'rectification-closed': { 'zh-CN': '整改问题已销号', en: 'A finding is closed' },
  published: { 'zh-CN': '自评结果已公开', en: 'The evaluation is public' },
  'publication-corrected': { 'zh-CN': '公开信息已更正', en: 'The publication was corrected' },
  'due-in-3-days': { 'zh-CN': '离截止还有 3 个工作日', en: 'Due in 3 working days' },
  'due-today': { 'zh-CN': '今天截止', en: 'Due today' },
  'overdue-1-day': { 'zh-CN': '已逾期 1 个工作日', en: 'Overdue by 1 working day' },
  'overdue-3-days': { 'zh-CN': '已逾期 3 个工作日', en: 'Overdue by 3 working days' },
  'overdue-escalated': { 'zh-CN': '逾期 5 个工作日未办，请督办', en: 'Overdue by 5 working days: please see to it' },
  'grant-proposed': { 'zh-CN': '有授权待您确认', en: 'A role waits for you to confirm it' },
  'glass-broken': { 'zh-CN': '报警：有人一人办理了紧急授权', en: 'Alarm: one alone gave a role' },
  'sealing-alarm': { 'zh-CN': '报警：日志未能继续封存', en: 'Alarm: the log is not sealed any more' },
  reminded: { 'zh-CN': '有人催办，请尽快办理', en: 'You were reminded: please go on' },
};

const FRAME = {
  product: { 'zh-CN': '双审', en: 'Shuangshen' },
  go: { 'zh-CN': '打开办理', en: 'Open it' },
  why: {
    'zh-CN': '这是系统按您的通知设置自动发出的邮件，请勿回复。修改设置：',
    en: 'Sent automatically as you asked in your settings; please do not reply. Change them: ',
  },
} as const satisfies Readonly<Record<string, Said>>;

/** What the notice says, in one line. A kind that is not known yet says its own name. */
export function titleOf(kind: string, language: Language): string {
  return Object.hasOwn(NOTICE_TEXTS, kind) ? NOTICE_TEXTS[kind as NoticeKind][language] : kind;
}

/** Where notices lead that are about no evaluation. */
const PAGES: Readonly<Record<string, string>> = {
  'glass-broken': '/administration/break-glass',
  'grant-proposed': '/administration/grants',
  'sealing-alarm': '/trail',
};

/** Where the person goes on. `origin`: scheme://host[:port], no trailing slash. */
export const linkTo = (origin: string, { kind, evaluationId }: Pick<Notice, 'kind' | 'evaluationId'>): string =>
  `${origin}${evaluationId === '' ? (PAGES[kind] ?? '/todo') : `/evaluations/${encodeURIComponent(evaluationId)}`}`;

/** One line of text: what could begin another line, or hide what follows, is a space. */
const line = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]+/gu, ' ').trim();

export interface Letter {
  readonly subject: string;
  readonly text: string;
}

/** The e-mail of one notice, or of several as one digest. */
export function letterOf(notices: readonly Notice[], language: Language, origin: string): Letter {
  const said = notices.map((notice) => ({
    title: [titleOf(notice.kind, language), line(notice.unitName)]
      .filter(Boolean)
      .join(language === 'en' ? ': ' : '：'),
    link: linkTo(origin, notice),
  }));
  const bracketed = language === 'en' ? `[${FRAME.product.en}]` : `【${FRAME.product[language]}】`;
  const digest = language === 'en' ? `${said.length} notices today` : `今日通知汇总（${said.length} 条）`;
  const subject = `${bracketed} ${said.length === 1 ? said[0]!.title : digest}`;
  const items = said.map(
    ({ title, link }) => `${title}\n${FRAME.go[language]}${language === 'en' ? ': ' : '：'}${link}`,
  );
  return { subject, text: `${items.join('\n\n')}\n\n-- \n${FRAME.why[language]}${origin}/notices/preferences\n` };
}

/** The notice as Markdown for a robot: what a unit is called cannot become a link or a mention. */
export function markdownOf(notice: Notice, language: Language, origin: string): string {
  const unit = line(notice.unitName).replace(/[\\`*_{}[\]()#+!<>|@~-]/g, ' ');
  return `### ${titleOf(notice.kind, language)}\n\n${unit && `> ${unit}\n\n`}[${FRAME.go[language]}](${linkTo(origin, notice)})`;
}
