import type { Command } from '#libs/kernel';
import { refusal } from '../refusals.js';
import type { Policy } from './policy.js';

/**
 * E8: nobody reviews the unit he belongs to or is seconded to, nor one with which he declared a conflict of interest. A department's own report is its unit's report, so its
 * people are excluded by the same test, and another bureau has to review it.
 */
export const reviewerIsOfAnotherUnit: Policy<Command> = ({ by }, { task: { unitId, departmentId } }) => {
  if (by.conflictsWith?.includes(unitId)) return refusal('review.conflict-declared', { unitId });
  if (!by.memberOf.includes(unitId)) return null;
  return refusal(unitId === departmentId ? 'review.own-department-excluded' : 'review.unit-member-excluded', {
    unitId,
  });
};
