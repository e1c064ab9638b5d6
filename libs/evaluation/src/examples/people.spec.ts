import type { Actor } from '#libs/kernel';

/** The unit whose report it is, its supervising department, and the finance bureau. */
export const UNIT = 'unit-117003';
export const DEPARTMENT = 'unit-117';
export const BUREAU = 'unit-100';

/** A person acting in a role, through the one account unless another is named. */
export function person(personId: string, role: string, memberOf: readonly string[], more: Partial<Actor> = {}): Actor {
  return { personId, accountId: `${personId}-1`, role, memberOf, ...more };
}

/** The same person through another account, in another role. */
export function throughAnotherAccount(actor: Actor, role = actor.role): Actor {
  return { ...actor, accountId: `${actor.personId}-2`, role };
}

export const manager = person('wu', 'campaign-manager', [BUREAU]);
export const preparer = person('li', 'unit-preparer', [UNIT]);
export const colleague = person('zhou', 'unit-preparer', [UNIT]);
export const checker = person('wang', 'unit-checker', [UNIT]);
export const head = person('zhao', 'unit-head', [UNIT]);
export const first = person('chen', 'first-reviewer', [DEPARTMENT]);
export const otherFirst = person('sun', 'first-reviewer', [DEPARTMENT]);
export const second = person('lin', 'second-reviewer', [DEPARTMENT]);
/** A second reviewer of the bureau who had no part in the matter. */
export const rechecker = person('qin', 'second-reviewer', [BUREAU]);
export const system = person('system:worker', 'system', []);
