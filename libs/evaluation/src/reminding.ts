import { type Command, type Decider, DomainError, type Event } from '#libs/kernel';
import type { Step } from './turn.js';

/** 催办: somebody who waits reminded those whose turn it is. It changes nothing of the evaluation. */
export interface ReminderSent {
  readonly step: Step;
  /** Those who are told: who had not been reminded within the last 24 hours. */
  readonly persons: readonly string[];
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly note?: string;
}

export type ReminderEvent = Event<'ReminderSent', ReminderSent>;
export type ReminderCommand = Command<'SendReminder', Omit<ReminderSent, 'at'>>;

/** Person → when last reminded of this evaluation. */
export type Reminders = Readonly<Record<string, string>>;

const DAY_MS = 24 * 3_600_000;

/**
 * The reminders of one evaluation. Nobody is reminded of it twice within 24 hours, whoever asks; when that leaves nobody,
 * it is refused as too soon, with the seconds until it would not be.
 */
export const reminding: Decider<Reminders, ReminderCommand, ReminderEvent> = {
  initial: {},
  decide: ({ data, at }, state) => {
    if (data.persons.length === 0) throw new DomainError('conflict', 'reminder.nobody-to-remind');
    const waits = data.persons.map((person) => waitOf(state[person], at));
    const persons = data.persons.filter((_, n) => waits[n] === 0);
    if (persons.length === 0)
      throw new DomainError('too-soon', 'reminder.too-soon', { seconds: Math.ceil(Math.min(...waits) / 1_000) });
    return [{ type: 'ReminderSent', data: { ...data, persons, at } }];
  },
  evolve: (state, { type, data }) =>
    type === 'ReminderSent'
      ? { ...state, ...Object.fromEntries(data.persons.map((person) => [person, data.at])) }
      : state,
};

/** How long, in ms, until the person may be reminded again; 0: now. */
function waitOf(last: string | undefined, at: string): number {
  return last === undefined ? 0 : Math.max(0, Date.parse(last) + DAY_MS - Date.parse(at));
}
