import type { EvaluationCommand } from './orders.js';

/**
 * 三员: who keeps the system, who watches over roles and sessions, who reads what both did. Three persons, and none of them
 * touches an evaluation (E10).
 */
export const OFFICES = ['administrator', 'security-administrator', 'audit-administrator'] as const;
export type Office = (typeof OFFICES)[number];

/** What people can be granted. `auditor` reads, and confirms what is erased by order. */
export const ROLES = [
  'unit-preparer',
  'unit-checker',
  'unit-head',
  'first-reviewer',
  'second-reviewer',
  'campaign-manager',
  'auditor',
  ...OFFICES,
] as const;
export type Role = (typeof ROLES)[number];

/** In which roles a person may give which command; none: only the system does it. */
export const COMMAND_ROLES = {
  IssueTask: ['campaign-manager'],
  ImportDraft: ['unit-preparer'],
  EditDraft: ['unit-preparer'],
  AnswerItem: ['unit-preparer'],
  AnswerFinding: ['unit-preparer'],
  CheckInUnit: ['unit-checker'],
  SignForUnit: ['unit-head'],
  Submit: ['unit-preparer', 'unit-head'],
  Withdraw: ['unit-preparer', 'unit-checker', 'unit-head'],
  PassFirstReview: ['first-reviewer'],
  PassSecondReview: ['second-reviewer'],
  WaiveFinding: ['second-reviewer'],
  RevokePass: ['first-reviewer', 'second-reviewer'],
  AssignReviewers: [],
  AssignReviewer: ['campaign-manager'],
  Recuse: ['first-reviewer', 'second-reviewer'],
  AskExpert: ['first-reviewer', 'second-reviewer'],
  AnswerAsExpert: ['first-reviewer', 'second-reviewer'],
  Return: ['unit-checker', 'unit-head', 'first-reviewer', 'second-reviewer'],
  RecordChecks: [],
  RecordScore: [],
  SelectForRecheck: [],
  RecordRecheck: ['second-reviewer'],
  Finalize: ['campaign-manager'],
  OrderRectification: ['campaign-manager'],
  ReplyToRectification: ['unit-preparer', 'unit-head'],
  RejectRectification: ['second-reviewer', 'campaign-manager'],
  CloseRectification: ['second-reviewer', 'campaign-manager'],
  Publish: ['unit-head', 'campaign-manager'],
  CorrectPublication: ['unit-head', 'campaign-manager'],
  Archive: ['campaign-manager'],
} as const satisfies Record<EvaluationCommand['type'], readonly Role[]>;

/** Who may return from which stage: the unit until it submits, then the reviewer whose turn it is, then who rechecks. */
export const RETURN_ROLES = {
  UNIT_CHECKED: ['unit-checker', 'unit-head'],
  UNIT_SIGNED: ['unit-checker', 'unit-head'],
  SUBMITTED: ['first-reviewer'],
  FIRST_PASSED: ['second-reviewer'],
  SAMPLED: ['second-reviewer'],
} as const satisfies Record<string, readonly Role[]>;

/** The step that a return undoes, by who gives it; after the approval it is the recheck. */
export const RETURNED_FROM = {
  'unit-checker': 'unit-check',
  'unit-head': 'unit-sign-off',
  'first-reviewer': 'first-review',
  'second-reviewer': 'second-review',
} as const satisfies Record<(typeof COMMAND_ROLES)['Return'][number], string>;

/** What a system actor (`system:…`) may do. Nothing ever checks, signs, passes or returns in a person's name (E10). */
export const SYSTEM_COMMANDS = [
  'IssueTask',
  'ImportDraft',
  'RecordChecks',
  'RecordScore',
  'AssignReviewers',
  'SelectForRecheck',
] as const satisfies readonly EvaluationCommand['type'][];

/** Whether the role is one of the three offices. */
export const isOffice = (role: string): role is Office => (OFFICES as readonly string[]).includes(role);

/** Whether an actor is a part of the system rather than a natural person. */
export function isSystem(personId: string): boolean {
  return personId.startsWith('system:');
}
