import type { Command } from '#libs/kernel';
import { refusal } from '../refusals.js';
import { rulesOf } from '../situation.js';
import type { Order, Policy } from './policy.js';

/** E4: where matters are assigned, nobody takes one; a seat is its holder's. */
const assigned =
  (step: 'first' | 'second'): Policy<Command & { readonly data: object }> =>
  ({ by, data }, state) => {
    if (rulesOf(state).assignment === 'open') return null;
    const gate = 'gate' in data ? (data.gate ?? null) : undefined;
    const holds = state.assigned.some(
      (seat) =>
        seat.step === step &&
        seat.personId === (by.onBehalfOf ?? by.personId) &&
        (gate === undefined || seat.gate === gate),
    );
    return holds ? null : refusal('review.not-assigned', { step });
  };

export const firstSeatIsHis: Policy<Command & { readonly data: object }> = assigned('first');
export const secondSeatIsHis: Policy<Command & { readonly data: object }> = assigned('second');

/** Only a review that is assigned has seats to give. */
export const reviewIsAssigned: Policy<Order<'AssignReviewer'>> = (_, state) =>
  rulesOf(state).assignment === 'assigned' ? null : refusal('assignment.open-review');

/** Who is assigned by order is as lawful as who is drawn. */
export const assignedIsLawful: Policy<Order<'AssignReviewer'>> = ({ data: { step, gate, candidate } }, state) => {
  const { personId, conflict } = candidate;
  if (candidate.step !== step) return refusal('assignment.not-a-reviewer', { step });
  const reason =
    conflict ?? excludedBy(state, personId) ?? (advises(personId) || heldElsewhere(step, gate) ? 'other-seat' : null);
  return reason === null ? null : refusal('assignment.not-lawful', { reason });

  function advises(person: string): boolean {
    return state.experts.some((expert) => expert.personId === person);
  }

  function heldElsewhere(toStep: string, toGate: string | undefined): boolean {
    return [...state.assigned.map(({ personId: by, ...seat }) => ({ ...seat, by })), ...state.seatsTaken].some(
      (seat) => seat.by === personId && !(seat.step === toStep && seat.gate === (toGate ?? null)),
    );
  }
};

/** Who takes part or stepped back is no reviewer of the matter, whatever the registry says. */
export function excludedBy(
  { participants, recused }: { readonly participants: readonly string[]; readonly recused: readonly string[] },
  person: string,
): 'participant' | 'recused' | null {
  if (participants.includes(person)) return 'participant';
  return recused.includes(person) ? 'recused' : null;
}
