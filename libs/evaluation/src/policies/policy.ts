import type { DomainError } from '#libs/kernel';
import type { EvaluationCommand } from '../orders.js';
import type { Issued } from '../situation.js';

/** One command of the union, by its name. */
export type Order<Type extends EvaluationCommand['type']> = Extract<EvaluationCommand, { type: Type }>;

/** One rule: looks at a command and where the evaluation stands, and answers why not, or null. */
export type Policy<C = EvaluationCommand, State = Issued> = (command: C, state: State) => DomainError | null;

/** Why the first of the policies that refuses does so; null when none does. */
export function firstRefusal<C, State>(
  policies: readonly Policy<C, State>[],
  command: C,
  state: State,
): DomainError | null {
  for (const policy of policies) {
    const refused = policy(command, state);
    if (refused) return refused;
  }
  return null;
}
