import { sameSeat, seatsOf } from './review-rules.js';
import type { Role } from './roles.js';
import { type Issued, rulesOf } from './situation.js';

/** A step with a deadline: the unit until it submits, then each review. */
export type Step = 'unit' | 'first-review' | 'second-review';

/** Whose turn it is. */
export interface Turn {
  readonly step: Step;
  readonly role: Role;
  /** Whom the rules of separation exclude (E1, E2), and who stepped back. */
  readonly except: readonly string[];
  /** Those to whom the open seats were assigned; null: whoever holds the role. */
  readonly assigned: readonly string[] | null;
}

/** Who has to act next; null when it is decided. In a draft it is who writes. */
export function turnOf(state: Issued): Turn | null {
  const { writers, checkedBy } = state;
  switch (state.stage) {
    case 'DRAFT':
    case 'UNIT_SIGNED':
      return { step: 'unit', role: 'unit-preparer', except: [], assigned: null };
    case 'UNIT_CHECKED':
      return {
        ...{ step: 'unit', role: 'unit-head', assigned: null },
        except: checkedBy === null ? writers : [...writers, checkedBy],
      };
    case 'SUBMITTED':
      return {
        step: 'first-review',
        role: 'first-reviewer',
        except: excluded(state),
        assigned: assigned(state, 'first'),
      };
    case 'FIRST_PASSED':
      return {
        ...{ step: 'second-review', role: 'second-reviewer' },
        except: excluded(state),
        assigned: assigned(state, 'second'),
      };
    default:
      return null;
  }
}

/** Who let an error of this version stand is its second reviewer, and gives no first pass. */
function excluded({ stage, participants, recused, seatsTaken, waivers, version }: Issued): readonly string[] {
  const waived = waivers
    .filter((one) => one.version === version)
    .flatMap(({ by, onBehalfOf }) => (onBehalfOf === undefined ? [by] : [by, onBehalfOf]));
  const signed = seatsTaken.map(({ by }) => by);
  return [...participants, ...recused, ...signed, ...(stage === 'SUBMITTED' ? waived : [])];
}

function assigned(state: Issued, step: 'first' | 'second'): readonly string[] | null {
  const rules = rulesOf(state);
  if (rules.assignment === 'open') return null;
  const open = seatsOf(rules, step).filter((seat) => !state.passes.some((pass) => sameSeat(pass, seat)));
  return state.assigned.filter((one) => open.some((seat) => sameSeat(one, seat))).map(({ personId }) => personId);
}
