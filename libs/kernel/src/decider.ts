import type { Command, Event } from './message.js';

/**
 * A write model as three values (J. Chassaing's decider): where a stream begins, which facts follow from a command,
 * and how a fact changes the state. `decide` throws a `DomainError` or answers facts (none: nothing to change);
 * `evolve` never throws and ignores facts it does not know.
 */
export interface Decider<State, C extends Command, E extends Event> {
  readonly initial: State;
  decide(command: C, state: State): readonly E[];
  evolve(state: State, event: E): State;
}
