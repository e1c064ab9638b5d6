import { type Decider, unreachable } from '#libs/kernel';
import type { Erased, ErasureCommand, ErasureEvent, Meant, Target } from './facts.js';
import { isErasable, keptOf } from './redaction.js';
import { refusal } from './refusals.js';

/** Where an order stands. */
export type Erasure =
  | { readonly stage: 'NONE' }
  | {
      readonly stage: 'ORDERED' | 'CONFIRMED' | 'DECLINED';
      readonly orderedBy: string;
      readonly target: Target;
      readonly reason: string;
    };

const LEAST_REASON = 10;

/**
 * An order to erase, given by one person and confirmed by another. Neither erases what he did himself, and nothing is
 * erased of a matter that is still being decided.
 */
export const erasing: Decider<Erasure, ErasureCommand, ErasureEvent> = {
  initial: { stage: 'NONE' },
  decide: (command, state) => {
    const by = command.by.personId;
    switch (command.type) {
      case 'OrderErasure': {
        const { target, reason } = command.data;
        if (state.stage !== 'NONE') throw refusal('erasure.settled');
        requireReason(reason);
        if ('personId' in target && target.personId === by) throw refusal('erasure.own-acts', { pointer: '/personId' });
        return [{ type: 'ErasureOrdered', data: { by, target, reason: reason.trim() } }];
      }
      case 'ConfirmErasure': {
        if (state.stage === 'NONE') throw refusal('erasure.not-found');
        if (state.stage !== 'ORDERED') throw refusal('erasure.settled');
        if (state.orderedBy === by) throw refusal('erasure.needs-another-person');
        const { erased, leftOut } = erasedBy(command.data.meant, state.target, [state.orderedBy, by]);
        return [{ type: 'ErasureConfirmed', data: { by, erased, leftOut } }];
      }
      case 'DeclineErasure': {
        if (state.stage === 'NONE') throw refusal('erasure.not-found');
        if (state.stage !== 'ORDERED') throw refusal('erasure.settled');
        requireReason(command.data.reason);
        return [{ type: 'ErasureDeclined', data: { by, reason: command.data.reason.trim() } }];
      }
      default:
        return unreachable(command);
    }
  },
  evolve: (state, event) => {
    switch (event.type) {
      case 'ErasureOrdered': {
        const { by, target, reason } = event.data;
        return { stage: 'ORDERED', orderedBy: by, target, reason };
      }
      case 'ErasureConfirmed':
        return state.stage === 'NONE' ? state : { ...state, stage: 'CONFIRMED' };
      case 'ErasureDeclined':
        return state.stage === 'NONE' ? state : { ...state, stage: 'DECLINED' };
      default:
        return state;
    }
  },
};

/** What confirming erases of the events meant; refuses when nothing is left of them, or one of the two did them. */
function erasedBy(meant: readonly Meant[], target: Target, persons: readonly string[]) {
  if ('personId' in target && persons.includes(target.personId)) throw refusal('erasure.own-acts');
  const there = meant.filter(({ data, stream }) => data !== null && isErasable(stream));
  // What one of the two did about the person, such as opening the account, waits for an order of others.
  const foreign = 'personId' in target ? there.filter(({ personId }) => !persons.includes(personId)) : there;
  const done = foreign.filter(({ open }) => !open);
  const [only] = meant;
  if ('position' in target && only && there.length === 0) throw refusal('erasure.not-erasable', { type: only.type });
  if ('position' in target && only?.open) throw refusal('erasure.matter-open');
  if (done.length === 0) throw refusal('erasure.nothing-to-erase');
  if (done.some(({ personId }) => persons.includes(personId))) throw refusal('erasure.own-acts');
  const erased = done.map(
    ({ position, eventId, type, stream, data }): Erased => ({ position, eventId, type, kept: keptOf(stream, data!) }),
  );
  return { erased, leftOut: there.length - done.length };
}

function requireReason(reason: string): void {
  if ([...reason.trim()].length < LEAST_REASON)
    throw refusal('erasure.reason-too-short', { pointer: '/reason', least: LEAST_REASON });
}
