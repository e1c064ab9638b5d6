import type { EvaluationCommand } from './orders.js';

/** What people can be granted. `auditor` only reads; `administrator` keeps accounts and touches no evaluation (E10). */
export const ROLES = [
  'unit-preparer',
  'unit-checker',
  'unit-head',
  'first-reviewer',
  'second-reviewer',
  'campaign-manager',
  'auditor',
  'administrator',
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
} as const satisfies Record<EvaluationCommand['type'], readonly Role[]>;

/** Who may return from which stage: the unit until it submits, then the reviewer whose turn it is. */
export const RETURN_ROLES = {
  UNIT_CHECKED: ['unit-checker', 'unit-head'],
  UNIT_SIGNED: ['unit-checker', 'unit-head'],
  SUBMITTED: ['first-reviewer'],
  FIRST_PASSED: ['second-reviewer'],
} as const satisfies Record<string, readonly Role[]>;

/** The step that a return undoes, by who gives it. */
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
] as const satisfies readonly EvaluationCommand['type'][];

/** Whether an actor is a part of the system rather than a natural person. */
export function isSystem(personId: string): boolean {
  return personId.startsWith('system:');
}
