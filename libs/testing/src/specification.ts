import { type Command, type Decider, DomainError, type Event } from '#libs/kernel';

/** What a decision may lead to; each ends a sentence that begins with given(…).when(…). */
export interface Outcome<E extends Event> {
  /** Exactly these facts follow, in this order. */
  then(...expected: readonly E[]): void;
  /** Nothing follows, and it is not refused: the wish was fulfilled already. */
  thenNothing(): void;
  /** Refused for this reason; `details`, when given, are among the refusal's. */
  thenRefused(code: string, details?: Readonly<Record<string, unknown>>): void;
}

/** Given–when–then for a decider: `const given = specification(evaluation)`. */
export function specification<State, C extends Command, E extends Event>(decider: Decider<State, C, E>) {
  return (...history: readonly E[]) => ({
    when: (command: C): Outcome<E> => {
      const state = history.reduce((now, event) => decider.evolve(now, event), decider.initial);
      const decide = (): readonly E[] => decider.decide(command, state);
      return {
        // biome-ignore lint/suspicious/noThenProperty: given–when–then is the sentence; nobody awaits an outcome
        then: (...expected) => expect(decide()).toEqual(expected),
        thenNothing: () => expect(decide()).toEqual([]),
        thenRefused: (code, details = {}) => {
          const refusal = refusalOf(decide);
          expect(refusal).toBeInstanceOf(DomainError);
          expect(refusal).toMatchObject({ code, details });
        },
      };
    },
  });
}

/** What was thrown, or, when nothing was, the facts: so that a failing test shows them. */
function refusalOf(decide: () => unknown): unknown {
  try {
    return decide();
  } catch (error) {
    return error;
  }
}
