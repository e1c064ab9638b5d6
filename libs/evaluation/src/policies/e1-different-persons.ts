import type { Command } from '#libs/kernel';
import { refusal } from '../refusals.js';
import { reviewersOf } from '../situation.js';
import type { Policy } from './policy.js';

/** E1: whoever ever acted for the unit in this matter, in any version and through any account, does not review it. */
export const reviewerTookNoPart: Policy<Command> = ({ by }, { participants }) =>
  participants.includes(by.personId) ? refusal('review.participant-excluded') : null;

/** E1: the second review is another natural person's than the first, whichever gate of it that person passed. */
export const secondReviewerDiffers: Policy<Command> = ({ by }, state) =>
  reviewersOf(state, 'first').includes(by.personId) ? refusal('review.needs-another-person') : null;

/** E1: who let a version pass does not return it while the pass stands. */
export const returnerDidNotPass: Policy<Command> = ({ by }, { passes }) =>
  passes.some((pass) => pass.by === by.personId) ? refusal('review.needs-another-person') : null;

/** E1 inside the unit (不相容岗位): who wrote does not check. */
export const checkerDidNotWrite: Policy<Command> = ({ by }, { writers }) =>
  writers.includes(by.personId) ? refusal('unit.needs-another-person', { conflict: 'writer' }) : null;

/** E1 inside the unit: who wrote, or checked this content, does not sign. 经办, 审核 and 签字 are three persons. */
export const signerNeitherWroteNorChecked: Policy<Command> = ({ by }, { writers, checkedBy }) => {
  if (writers.includes(by.personId)) return refusal('unit.needs-another-person', { conflict: 'writer' });
  return by.personId === checkedBy ? refusal('unit.needs-another-person', { conflict: 'checker' }) : null;
};
