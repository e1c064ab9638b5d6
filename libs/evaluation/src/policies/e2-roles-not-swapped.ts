import type { Command } from '#libs/kernel';
import { refusal } from '../refusals.js';
import type { ReviewStep } from '../review-rules.js';
import type { Issued } from '../situation.js';
import type { Order, Policy } from './policy.js';

type PassOrder = Order<'PassFirstReview' | 'PassSecondReview'>;

/**
 * E2: who gave this version a pass of the other step does not change over, also after revoking it; nor does who waived one of
 * its findings, as its second reviewer, give it the first pass.
 */
export const keepsTo =
  (step: ReviewStep): Policy<Command> =>
  ({ by }, { seatsTaken, waivers, version }) => {
    const taken: readonly ReviewStep[] = [
      ...seatsTaken.filter((seat) => seat.by === by.personId).map((seat) => seat.step),
      ...waivers
        .filter((one) => one.version === version && [one.by, one.onBehalfOf].includes(by.personId))
        .map(() => 'second' as const),
    ];
    return taken.some((other) => other !== step) ? refusal('review.roles-swapped') : null;
  };

/** E7: one person holds one gate of a version, also after revoking. */
export const oneGateForEach: Policy<PassOrder> = ({ by, data }, state) =>
  holdsOtherGate(state, by.personId, data.gate ?? null) ? refusal('review.one-gate-for-each') : null;

function holdsOtherGate({ seatsTaken }: Issued, person: string, gate: string | null): boolean {
  return seatsTaken.some((seat) => seat.by === person && seat.gate !== gate);
}
