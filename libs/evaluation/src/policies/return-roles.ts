import { refusal } from '../refusals.js';
import { RETURN_ROLES } from '../roles.js';
import type { Order, Policy } from './policy.js';

/** A return is given by the one whose turn it is. */
export const returnedByWhoseTurnItIs: Policy<Order<'Return'>> = ({ by }, { stage }) => {
  const allowed: readonly string[] = Object.hasOwn(RETURN_ROLES, stage)
    ? RETURN_ROLES[stage as keyof typeof RETURN_ROLES]
    : [];
  return allowed.includes(by.role) ? null : refusal('role.not-allowed', { role: by.role, allowed });
};
