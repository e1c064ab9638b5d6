import { refusal } from '../refusals.js';
import type { Order, Policy } from './policy.js';

/** E11: only who took part for the unit withdraws. */
export const withdrawnByTheUnit: Policy<Order<'Withdraw'>> = ({ by }, { participants }) =>
  participants.includes(by.personId) ? null : refusal('withdrawal.not-a-participant');

/** E11: and only while nobody has acted on this version; a pass that was revoked was an act. */
export const nobodyActedYet: Policy<Order<'Withdraw'>> = (_, { firstPassesBy }) =>
  firstPassesBy.length > 0 ? refusal('withdrawal.reviewer-acted') : null;

/** E11: a pass is taken back by the person who gave it. */
export const revokedByItsGiver: Policy<Order<'RevokePass'>> = ({ by }, { firstReviewer }) =>
  by.personId === firstReviewer ? null : refusal('revocation.not-own-pass');
