import { refusal } from '../refusals.js';
import { sameSeat, seatsOf } from '../review-rules.js';
import { rulesOf } from '../situation.js';
import type { Order, Policy } from './policy.js';

type PassOrder = Order<'PassFirstReview' | 'PassSecondReview'>;

const stepOf = ({ type }: PassOrder) => (type === 'PassFirstReview' ? 'first' : 'second');

/** E7: a pass names its gate where the step has gates, and none where it has none. */
export const gateIsOfTheReview: Policy<PassOrder> = (command, state) => {
  const step = stepOf(command);
  const seats = seatsOf(rulesOf(state), step);
  const seat = { step, gate: command.data.gate ?? null } as const;
  return seats.some((known) => sameSeat(known, seat))
    ? null
    : refusal('review.gate-unknown', { pointer: '/gate', gates: seats.map(({ gate }) => gate) });
};

/** E13: a gate is passed once; E4: in order, it waits for those before it. */
export const gateIsOpen: Policy<PassOrder> = (command, state) => {
  const step = stepOf(command);
  const gate = command.data.gate ?? null;
  const passed = state.passes.filter((pass) => pass.step === step).map((pass) => pass.gate);
  if (passed.includes(gate)) return refusal('review.gate-passed', { gate });
  const rules = rulesOf(state);
  if (rules.gateOrder === 'parallel') return null;
  const before = seatsOf(rules, step).map((seat) => seat.gate);
  const open = before.slice(0, before.indexOf(gate)).filter((earlier) => !passed.includes(earlier));
  return open.length > 0 ? refusal('review.gate-waits', { gate, waitsFor: open }) : null;
};
