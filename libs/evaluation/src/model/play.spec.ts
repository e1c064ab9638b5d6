import fc from 'fast-check';
import { DomainError } from '#libs/kernel';
import { HISTORY } from '../examples/history.spec.js';
import { checker, first, head, preparer, second, system, UNIT } from '../examples/people.spec.js';
import type { EvaluationCommand } from '../orders.js';
import type { Evaluation } from '../situation.js';
import { type Entry, faults } from './journal.spec.js';
import type { EvaluationDecider } from './mutants.spec.js';
import { commandOf, type Wish, wishes } from './wishes.spec.js';

const PEOPLE = new Map([preparer, checker, head, first, second].map((actor) => [actor.personId, actor]));
/** A history up to an approval, with who stands in the envelopes. */
const APPROVED: readonly Entry[] = HISTORY.APPROVED.map((event) => ({
  ...{ event, actor: PEOPLE.get((event.data as { by?: string }).by ?? '') ?? system },
}));

/** Plays the wishes, refusals and all, and answers the history that comes of them. A late click repeats a stale order. */
export function play(decider: EvaluationDecider, all: readonly Wish[]): { journal: Entry[]; state: Evaluation } {
  let state = decider.initial;
  let earlier: EvaluationCommand | undefined;
  const journal: Entry[] = all[0]?.late ? [...APPROVED] : [];
  for (const { event } of journal) state = decider.evolve(state, event);
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

export function decided(decider: EvaluationDecider, command: EvaluationCommand, state: Evaluation) {
  try {
    return decider.decide(command, state);
  } catch (error) {
    if (error instanceof DomainError) return [];
    throw error;
  }
}

/** No history that the decider makes has a fault. */
export const keepsTheInvariants = (decider: EvaluationDecider, whatIsWished = wishes) =>
  fc.property(whatIsWished, (all) => {
    const found = faults(play(decider, all).journal, UNIT);
    if (found.length > 0) throw new Error(found.join('; '));
  });
