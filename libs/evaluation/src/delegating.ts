import type { Command, Decider, DomainError, Event } from '#libs/kernel';
import { refusal } from './refusals.js';
import { wording } from './wording.js';

/**
 * 代理 (AB岗, E9): a reviewer's seats are taken by another person for some days. The stream is the reviewer's; days are those
 * of the bureau, both included.
 */
export interface DelegationGranted {
  readonly id: string;
  readonly delegator: string;
  readonly delegate: string;
  readonly from: string;
  readonly until: string;
  readonly reason: string;
  readonly by: string;
}

/** A delegation ended before its last day. */
export interface DelegationEnded {
  readonly id: string;
  readonly reason: string;
  readonly by: string;
}

export type DelegationEvent = Event<'DelegationGranted', DelegationGranted> | Event<'DelegationEnded', DelegationEnded>;
export type DelegationCommand =
  | Command<'GrantDelegation', Omit<DelegationGranted, 'by'> & { readonly today: string }>
  | Command<'EndDelegation', Omit<DelegationEnded, 'by'>>;

/** The delegations a person gave, also those that are over. */
export type Delegations = readonly (DelegationGranted & { readonly ended: boolean })[];

const REASON = { least: 2, most: 500 };
const MOST_DAYS = 90;

/**
 * What a reviewer hands over for a while. To one person at a time, for at most 90 days, never backwards in time and never to
 * himself; by himself, or by a manager when he cannot.
 */
export const delegating: Decider<Delegations, DelegationCommand, DelegationEvent> = {
  initial: [],
  decide: (command, state) => {
    const { by } = command;
    throwIf(wording(command.data.reason, '/reason', REASON));
    const delegator = command.type === 'GrantDelegation' ? command.data.delegator : state[0]?.delegator;
    if (by.role !== 'campaign-manager' && delegator !== undefined && delegator !== by.personId)
      throw refusal('delegation.not-granted', { delegator });
    switch (command.type) {
      case 'GrantDelegation': {
        const { today, ...granted } = command.data;
        if (granted.delegate === granted.delegator) throw refusal('delegation.to-oneself', { pointer: '/delegate' });
        if (granted.from < today || granted.until < granted.from || daysBetween(granted) >= MOST_DAYS)
          throw refusal('delegation.days-out-of-range', { pointer: '/until', most: MOST_DAYS });
        if (state.some((one) => !one.ended && one.from <= granted.until && granted.from <= one.until))
          throw refusal('delegation.overlaps', { pointer: '/from' });
        return [{ type: 'DelegationGranted', data: { ...granted, by: by.personId } }];
      }
      case 'EndDelegation': {
        const { id, reason } = command.data;
        const known = state.find((one) => one.id === id);
        if (!known) throw refusal('delegation.unknown', { id });
        return known.ended ? [] : [{ type: 'DelegationEnded', data: { id, reason, by: by.personId } }];
      }
    }
  },
  evolve: (state, event) => {
    switch (event.type) {
      case 'DelegationGranted':
        return [...state, { ...event.data, ended: false }];
      case 'DelegationEnded':
        return state.map((one) => (one.id === event.data.id ? { ...one, ended: true } : one));
      default:
        return state;
    }
  },
};

function daysBetween({ from, until }: { readonly from: string; readonly until: string }): number {
  return (Date.parse(until) - Date.parse(from)) / 86_400_000;
}

function throwIf(refused: DomainError | null): void {
  if (refused) throw refused;
}
