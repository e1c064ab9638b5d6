/** 业务办理, 财务结算, 审核稽核: the gates that check each other (一事过三关, E7). */
export const GATES = ['business', 'finance', 'audit'] as const;
export type Gate = (typeof GATES)[number];

export type ReviewStep = 'first' | 'second';

/** How a campaign reviews. Fixed for an evaluation when its task is issued; below two persons it never goes. */
export interface ReviewRules {
  /** Who reviews: whoever holds the role there, or the person to whom the matter was assigned. */
  readonly assignment: 'open' | 'assigned';
  /** What the first reviewer thinks stays sealed until the version is decided or returned. */
  readonly blind: boolean;
  /** The gates that the first review consists of; none: it is one. */
  readonly gates: readonly Gate[];
  /** Whether a gate waits for those before it. */
  readonly gateOrder: 'parallel' | 'in-order';
  /** One second review over all gates, or one for each. */
  readonly second: 'overall' | 'per-gate';
}

/** What holds where a campaign says nothing: two reviews, open to whoever holds the role. */
export const USUAL_REVIEW: ReviewRules = {
  assignment: 'open',
  blind: false,
  gates: [],
  gateOrder: 'parallel',
  second: 'overall',
};

/** What one reviewer answers for: a step, and its gate where the step has gates. A person takes one of a version. */
export interface Seat {
  readonly step: ReviewStep;
  readonly gate: Gate | null;
}

/** The seats of a step, in the order of the gates. */
export function seatsOf({ gates, second }: ReviewRules, step: ReviewStep): readonly Seat[] {
  const divided = gates.length > 0 && (step === 'first' || second === 'per-gate');
  return divided ? gates.map((gate) => ({ step, gate })) : [{ step, gate: null }];
}

export const sameSeat = (one: Seat, other: Seat): boolean => one.step === other.step && one.gate === other.gate;
