import type { Actor } from '#libs/kernel';
import type { EvaluationCommand } from './orders.js';
import { type Issued, rulesOf } from './situation.js';

/**
 * For whom a person acts when he gives the command: nobody where the review is open or a seat is his own, otherwise the one of
 * his delegators whose seat it is. Undefined: for himself.
 */
export function representedIn(
  state: Issued,
  { type, data }: Pick<EvaluationCommand, 'type' | 'data'>,
  { personId, delegators = [] }: Pick<Actor, 'personId' | 'delegators'>,
): string | undefined {
  const step = stepOf(type, state);
  if (step === undefined || delegators.length === 0 || rulesOf(state).assignment === 'open') return undefined;
  const gate = 'gate' in data ? (data.gate ?? null) : undefined;
  const holders = state.assigned
    .filter((seat) => seat.step === step && (gate === undefined || seat.gate === gate))
    .map((seat) => seat.personId);
  if (holders.includes(personId)) return undefined;
  return delegators.find((delegator) => holders.includes(delegator.personId))?.personId;
}

function stepOf(type: EvaluationCommand['type'], { stage }: Issued): 'first' | 'second' | undefined {
  if (type === 'PassFirstReview') return 'first';
  if (type === 'PassSecondReview' || type === 'WaiveFinding') return 'second';
  if (type !== 'Return') return undefined;
  return stage === 'SUBMITTED' ? 'first' : stage === 'FIRST_PASSED' ? 'second' : undefined;
}
