import fc from 'fast-check';
import { DomainError } from '#libs/kernel';
import { UNIT } from '../examples/people.spec.js';
import type { EvaluationCommand } from '../orders.js';
import type { Evaluation } from '../situation.js';
import { type Entry, faults } from './journal.spec.js';
import type { EvaluationDecider } from './mutants.spec.js';
import { commandOf, type Wish, wishes } from './wishes.spec.js';

/** Plays the wishes, refusals and all, and answers the history that comes of them. A late click repeats a stale order. */
export function play(decider: EvaluationDecider, all: readonly Wish[]): { journal: Entry[]; state: Evaluation } {
  let state = decider.initial;
  let earlier: EvaluationCommand | undefined;
  const journal: Entry[] = [];
  for (const wish of all) {
    const command = commandOf(wish, state);
    for (const next of wish.doubleClick && earlier ? [command, command, earlier] : [command]) {
      for (const event of decided(decider, next, state)) {
        journal.push({ event, actor: next.by });
        state = decider.evolve(state, event);
      }
    }
    earlier = command;
  }
  return { journal, state };
}

function decided(decider: EvaluationDecider, command: EvaluationCommand, state: Evaluation) {
  try {
    return decider.decide(command, state);
  } catch (error) {
    if (error instanceof DomainError) return [];
    throw error;
  }
}

/** No history that the decider makes has a fault, or none of those that are asked about. */
export const keepsTheInvariants = (decider: EvaluationDecider, about: (fault: string) => boolean = () => true) =>
  fc.property(wishes, (all) => {
    const found = faults(play(decider, all).journal, UNIT).filter(about);
    if (found.length > 0) throw new Error(found.join('; '));
  });
