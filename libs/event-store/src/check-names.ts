import { DomainError, type Event } from '#libs/kernel';
import type { Metadata } from './event-store.js';

/** Category, dash, id. */
const STREAM = /^[a-z]+-[A-Za-z0-9._-]{1,120}$/;
const TYPE = /^[A-Za-z][A-Za-z0-9]{0,99}$/;
/** Control characters part the texts of a flight, so in a name they would reach into a neighbour's append. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: it is exactly these that are refused
const NAME = /^[^\u0000-\u001f]{1,300}$/;

/**
 * Throws for an append without events, or with a name that the log could not keep as it is: a DomainError for the
 * idempotency key, which callers of the API choose, a RangeError for what only our own code can get wrong.
 */
export function checkNames(stream: string, events: readonly Event[], { actor, idempotency }: Metadata): void {
  if (events.length === 0) throw new RangeError('append: no events');
  if (!STREAM.test(stream)) throw new RangeError(`append: ${JSON.stringify(stream)} is no stream`);
  for (const { type } of events)
    if (!TYPE.test(type)) throw new RangeError(`append: ${JSON.stringify(type)} is no type of event`);
  if (idempotency !== undefined && !NAME.test(idempotency.key))
    throw new DomainError('invalid', 'request.idempotency-key-malformed', { longest: 300 });
  for (const name of [actor.accountId, idempotency?.requestHash ?? '-'])
    if (!NAME.test(name)) throw new RangeError(`append: ${JSON.stringify(name)} cannot be kept as a name`);
}
