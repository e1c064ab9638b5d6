import { randomUUID } from 'node:crypto';
import type { EventStore } from '#libs/event-store';
import type { Actor } from '#libs/kernel';
import type { EvaluationEvent } from '../facts.js';
import { checker, first, head, manager, otherFirst, preparer, rechecker, second, system } from './people.spec.js';

/** Each fact with who stands in its envelope. */
export type Entry = readonly [event: EvaluationEvent, by: Actor];

const CAST = [preparer, checker, head, first, second, otherFirst, manager, rechecker];
export const ACTORS = new Map(CAST.map((actor) => [actor.personId, actor]));

export const asSecond = (actor: Actor): Actor => ({ ...actor, role: 'second-reviewer' });

/** The fact by the person it names, in that person's usual role. */
export const entry = (event: EvaluationEvent): Entry => [
  event,
  ACTORS.get((event.data as { by?: string }).by ?? '') ?? system,
];

export const told = (history: readonly EvaluationEvent[]): readonly Entry[] => history.map(entry);

/** Appends facts past the decider, one command each, and answers the evaluation they are of. */
export async function recorded(
  store: EventStore,
  entries: readonly Entry[],
  evaluation: string = randomUUID(),
): Promise<string> {
  const { version } = await store.read(`evaluation-${evaluation}`);
  let expected = version;
  for (const [event, actor] of entries) {
    const metadata = { actor, commandId: randomUUID(), correlationId: randomUUID() };
    ({ version: expected } = await store.append(`evaluation-${evaluation}`, expected, [event], metadata));
  }
  return evaluation;
}
