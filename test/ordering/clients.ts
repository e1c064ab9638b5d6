import { randomUUID } from 'node:crypto';
import { type EventStore, VersionConflict } from '#libs/event-store';
import type { Operation } from './history.js';
import { random } from './random.js';

/** Clients that append to and read a few streams for `ms`; answers what each saw, and what is stored in the end. */
export async function play(
  store: EventStore,
  { clients, streams, ms, seed }: { clients: number; streams: number; ms: number; seed: number },
): Promise<{ history: readonly Operation[]; stored: ReadonlyMap<string, readonly string[]> }> {
  const history: Operation[] = [];
  const end = performance.now() + ms;
  const client = async (number: number): Promise<void> => {
    const next = random(seed * 100 + number);
    const known = new Map<string, number>();
    while (performance.now() < end) {
      const stream = `demo-${Math.floor(next() * streams)}`;
      const invoked = performance.now();
      if (next() < 0.4) {
        const { version } = await store.read(stream);
        known.set(stream, version);
        history.push({ did: 'read', stream, version, invoked, returned: performance.now() });
        continue;
      }
      const mark = randomUUID();
      const metadata = {
        actor: { personId: 'p', accountId: `a-${number}`, role: 'tester', memberOf: [] },
        commandId: mark,
        correlationId: 'r',
      };
      const times = () => ({ stream, invoked, returned: performance.now(), mark });
      try {
        const { version } = await store.append(stream, known.get(stream) ?? 0, [{ type: 'Done', data: {} }], metadata);
        known.set(stream, version);
        history.push({ did: 'appended', version, ...times() });
      } catch (error) {
        if (error instanceof VersionConflict) {
          known.set(stream, error.actual);
          history.push({ did: 'lost a race', version: error.actual, ...times() });
        } else history.push({ did: 'nobody knows', ...times(), returned: Number.POSITIVE_INFINITY });
      }
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, number) => client(number)));
  const stored = new Map<string, readonly string[]>();
  for (let n = 0; n < streams; n += 1) {
    const { events } = await store.read(`demo-${n}`);
    stored.set(
      `demo-${n}`,
      events.map(({ commandId }) => commandId),
    );
  }
  return { history, stored };
}
