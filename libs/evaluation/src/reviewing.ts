import { choose } from './assignment.js';
import type { EvaluationEvent, PassRevoked, ReviewPassed } from './facts.js';
import { excludedBy } from './policies/e4-assigned.js';
import type { Order } from './policies/policy.js';
import { refusal } from './refusals.js';
import { type Gate, type Seat, sameSeat, seatsOf } from './review-rules.js';
import { type Issued, rulesOf } from './situation.js';

/** The pass as a fact: what it leaves open, and whether it is sealed. */
export function passed({ type, by, data }: Order<'PassFirstReview' | 'PassSecondReview'>, state: Issued): ReviewPassed {
  const { version, contentHash, opinion, gate, remarks, reviewerScore } = data;
  const step = type === 'PassFirstReview' ? 'first' : 'second';
  const done = [...state.passes, { step, gate: gate ?? null }];
  const open = seatsOf(rulesOf(state), step).filter((seat) => !done.some((pass) => sameSeat(pass as Seat, seat)));
  return {
    ...{ by: by.personId, version, contentHash, opinion },
    ...(by.onBehalfOf !== undefined && { onBehalfOf: by.onBehalfOf }),
    ...(gate !== undefined && { gate }),
    ...(open.length > 0 && { openGates: open.map((seat) => seat.gate as Gate) }),
    ...(remarks !== undefined && remarks.length > 0 && { remarks }),
    ...(reviewerScore !== undefined && { reviewerScore }),
    ...(rulesOf(state).blind && { sealed: true as const }),
  };
}

/** Which of the person's passes is taken back; a person has one of a version. */
export function passRevoked({ by, data: { reason } }: Order<'RevokePass'>, { version, passes }: Issued): PassRevoked {
  const { step, gate } = passes.find((pass) => pass.by === by.personId)!;
  return { by: by.personId, version, reason, step, ...(gate !== null && { gate }) };
}

/**
 * Draws a person for each seat that has neither a pass nor a lawful holder, and says of a seat that nobody lawful is left
 * for it. Where the review is open nobody is drawn; that somebody could review is looked at all the same. Nothing that is
 * known already is said again.
 */
export function assignedByLot(
  { by, data: { seed, candidates } }: Order<'AssignReviewers'>,
  state: Issued,
): readonly EvaluationEvent[] {
  const rules = rulesOf(state);
  const kept = state.assigned.filter(({ personId }) => excludedBy(state, personId) === null);
  const settled = [...state.passes, ...kept];
  const taken = new Set([
    ...state.passes.map((pass) => pass.by),
    ...[...kept, ...state.experts].map(({ personId }) => personId),
  ]);
  const seats = [...seatsOf(rules, 'first'), ...seatsOf(rules, 'second')].filter(
    (seat) => !settled.some((one) => sameSeat(one, seat)),
  );
  // In an open review the bureau above reviews without being asked.
  const asked =
    rules.assignment === 'open' ? candidates.map((one) => ({ ...one, from: 'department' as const })) : candidates;
  const choices = choose(
    seats,
    asked,
    ({ personId }) => excludedBy(state, personId) ?? (taken.has(personId) ? 'other-seat' : null),
    seed,
  );
  return choices.flatMap(({ seat, chosen, lawful, excluded, borrowable }): EvaluationEvent[] => {
    const place = { by: by.personId, version: state.version, ...named(seat) };
    if (chosen === null && !state.missing.some((one) => sameSeat(one, seat)))
      return [{ type: 'ReviewerMissing', data: { ...place, excluded, borrowable } }];
    if (chosen === null || rules.assignment === 'open') return [];
    return [{ type: 'ReviewerAssigned', data: { ...place, personId: chosen, drawn: { seed, lawful, excluded } } }];
  });
}

/** 转办, or 借调 from the bureau above; who has the seat already keeps it without a new fact. */
export function assignedByOrder({ by, data }: Order<'AssignReviewer'>, state: Issued): readonly EvaluationEvent[] {
  const { step, gate, candidate, reason } = data;
  const seat: Seat = { step, gate: gate ?? null };
  const seats = seatsOf(rulesOf(state), step);
  if (!seats.some((one) => sameSeat(one, seat)))
    throw refusal('review.gate-unknown', { pointer: '/gate', gates: seats.map((one) => one.gate) });
  if (state.passes.some((pass) => sameSeat(pass, seat))) throw refusal('assignment.seat-passed', { step });
  const before = state.assigned.find((one) => sameSeat(one, seat))?.personId ?? null;
  const { personId, from } = candidate;
  if (personId === before) return [];
  const ordered = { reason, before, borrowed: from === 'above' };
  return [
    { type: 'ReviewerAssigned', data: { by: by.personId, version: state.version, ...named(seat), personId, ordered } },
  ];
}

const named = ({ step, gate }: Seat) => ({ step, ...(gate !== null && { gate }) });
