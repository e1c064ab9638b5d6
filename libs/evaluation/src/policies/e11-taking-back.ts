import { refusal } from '../refusals.js';
import { rulesOf } from '../situation.js';
import type { Order, Policy } from './policy.js';

/** E11: only who took part for the unit withdraws. */
export const withdrawnByTheUnit: Policy<Order<'Withdraw'>> = ({ by }, { participants }) =>
  participants.includes(by.personId) ? null : refusal('withdrawal.not-a-participant');

/** E11: and only while nobody has acted on this version; a pass that was revoked was an act. */
export const nobodyActedYet: Policy<Order<'Withdraw'>> = (_, { seatsTaken }) =>
  seatsTaken.length > 0 ? refusal('withdrawal.reviewer-acted') : null;

/** E11: a pass is taken back by the person who gave it. */
export const revokedByItsGiver: Policy<Order<'RevokePass'>> = ({ by }, { passes }) =>
  passes.some((pass) => pass.by === by.personId) ? null : refusal('revocation.not-own-pass');

/** E11: and only before somebody acted on it: a later step, or in order a later gate. */
export const nobodyBuiltOnIt: Policy<Order<'RevokePass'>> = ({ by }, state) => {
  const own = state.passes.find((pass) => pass.by === by.personId);
  const after = own === undefined ? [] : state.passes.slice(state.passes.indexOf(own) + 1);
  const { gateOrder } = rulesOf(state);
  const built = after.some((pass) => pass.step !== own?.step || gateOrder === 'in-order');
  return built ? refusal('revocation.next-acted') : null;
};
