import type { Command } from '#libs/kernel';
import type { Policy } from './policy.js';

/** E9: who acts for another inherits that person's exclusions, besides his own. */
export const alsoForWhomHeActs =
  <C extends Command>(policy: Policy<C>): Policy<C> =>
  (command, state) => {
    const refused = policy(command, state);
    const { onBehalfOf, delegators = [] } = command.by;
    const delegator = delegators.find(({ personId }) => personId === onBehalfOf);
    if (refused || delegator === undefined) return refused;
    const { memberOf, conflictsWith = [] } = delegator;
    return policy({ ...command, by: { ...command.by, personId: delegator.personId, memberOf, conflictsWith } }, state);
  };
