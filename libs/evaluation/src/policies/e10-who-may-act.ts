import type { EvaluationCommand } from '../orders.js';
import { refusal } from '../refusals.js';
import { COMMAND_ROLES, isOffice, isSystem, SYSTEM_COMMANDS } from '../roles.js';
import type { Evaluation } from '../situation.js';
import type { Policy } from './policy.js';

type BeforeAnything = Policy<EvaluationCommand, Evaluation>;

/** Every act has somebody who acts. */
export const somebodyActs: BeforeAnything = ({ by }) =>
  by.personId.trim() === '' ? refusal('actor.person-required') : null;

/** E10: the system never acts in a person's name. */
export const systemKeepsToItsOwn: BeforeAnything = ({ type, by }) =>
  isSystem(by.personId) && !(SYSTEM_COMMANDS as readonly string[]).includes(type)
    ? refusal('actor.system-excluded', { command: type })
    : null;

/** E10: who holds one of the three offices takes no part in what the system holds. */
export const administratorStaysOut: BeforeAnything = ({ type, by }) =>
  isOffice(by.role) ? refusal('actor.administrator-excluded', { command: type }) : null;

/** E9: only a reviewer is represented, and only by whom he delegated to. */
export const actsForAnotherByDelegation: BeforeAnything = ({ type, by: { onBehalfOf, delegators = [] } }) =>
  onBehalfOf === undefined || (DELEGATED.has(type) && delegators.some(({ personId }) => personId === onBehalfOf))
    ? null
    : refusal('delegation.not-granted', { onBehalfOf });

const DELEGATED: ReadonlySet<EvaluationCommand['type']> = new Set([
  'PassFirstReview',
  'PassSecondReview',
  'Return',
  'WaiveFinding',
]);

/** A person gives only the commands of the role he acts in. */
export const roleMayCommand: BeforeAnything = ({ type, by }) => {
  const allowed: readonly string[] = COMMAND_ROLES[type];
  return isSystem(by.personId) || allowed.includes(by.role)
    ? null
    : refusal('role.not-allowed', { role: by.role, allowed });
};
