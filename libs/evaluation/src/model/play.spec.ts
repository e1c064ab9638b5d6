import fc from 'fast-check';
import { DomainError } from '#libs/kernel';
import { HISTORY, SUBMITTED_ONCE } from '../examples/history.spec.js';
import * as orders from '../examples/orders.spec.js';
import { checker, first, head, preparer, second, system, UNIT } from '../examples/people.spec.js';
import type { EvaluationEvent } from '../facts.js';
import type { EvaluationCommand } from '../orders.js';
import { USUAL_REVIEW } from '../review-rules.js';
import type { Evaluation } from '../situation.js';
import { type Entry, faults } from './journal.spec.js';
import type { EvaluationDecider } from './mutants.spec.js';
import { commandOf, type Wish, wishes } from './wishes.spec.js';

const PEOPLE = new Map([preparer, checker, head, first, second].map((actor) => [actor.personId, actor]));
/** A history with who stands in the envelopes. */
const told = (history: readonly EvaluationEvent[]): readonly Entry[] =>
  history.map((event) => ({ event, actor: PEOPLE.get((event.data as { by?: string }).by ?? '') ?? system }));

const ASSIGNED = { ...orders.TASK, review: { ...USUAL_REVIEW, assignment: 'assigned' as const } };
const BEGINNINGS: { readonly [After in Wish['after']]: readonly Entry[] } = {
  nothing: [],
  submission: told(SUBMITTED_ONCE),
  'assigned submission': told([{ type: 'TaskIssued', data: ASSIGNED }, ...SUBMITTED_ONCE.slice(1)]),
  approval: told(HISTORY.APPROVED),
};

/** Plays the wishes, refusals and all, and answers the history that comes of them. A late click repeats a stale order. */
export function play(decider: EvaluationDecider, all: readonly Wish[]): { journal: Entry[]; state: Evaluation } {
  let state = decider.initial;
  let earlier: EvaluationCommand | undefined;
  const journal: Entry[] = [...BEGINNINGS[all[0]?.after ?? 'nothing']];
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

/** No history that the decider makes has a fault, or none of those that are asked about. */
export const keepsTheInvariants = (
  decider: EvaluationDecider,
  whatIsWished = wishes,
  about: (fault: string) => boolean = () => true,
) =>
  fc.property(whatIsWished, (all) => {
    const found = faults(play(decider, all).journal, UNIT).filter(about);
    if (found.length > 0) throw new Error(found.join('; '));
  });
