/** What a notice can be about. The order is the one in which people are asked how they want to be told. */
export const NOTICE_KINDS = [
  'task-issued',
  'sign-off-due',
  'submission-due',
  'first-review-due',
  'second-review-due',
  'expertise-due',
  'expert-answered',
  'review-assigned',
  'reviewer-missing',
  'returned',
  'approved',
  'recheck-due',
  'rechecked',
  'finalized',
  'rectification-due',
  'rectification-replied',
  'rectification-rejected',
  'rectification-closed',
  'published',
  'publication-corrected',
  'due-in-3-days',
  'due-today',
  'overdue-1-day',
  'overdue-3-days',
  'overdue-escalated',
  'reminded',
  'grant-proposed',
  'glass-broken',
  'sealing-alarm',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** Kinds that inform and ask for nothing (抄送): what somebody else did, or did not do in time. */
export const INFORMING_KINDS = [
  'expert-answered',
  'reviewer-missing',
  'approved',
  'rechecked',
  'finalized',
  'rectification-closed',
  'published',
  'publication-corrected',
  'overdue-escalated',
] as const satisfies readonly NoticeKind[];

/** When an e-mail of a kind is wanted. */
export const CADENCES = ['immediately', 'daily', 'never'] as const;
export type Cadence = (typeof CADENCES)[number];

export const LANGUAGES = ['zh-CN', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** How a webhook's body is written. */
export const FORMATS = ['json', 'dingtalk', 'wecom'] as const;
export type Format = (typeof FORMATS)[number];

/** One notice as a channel tells it: what, about which unit, where to go on. Nobody is named. */
export interface Notice {
  /** Stable for (event, person, channel): a repeat bears the same. */
  readonly id: string;
  readonly kind: string;
  /** Empty: it is about a role or about the log, not about an evaluation. */
  readonly evaluationId: string;
  readonly unitName: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}
