import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { type Appended, type EventStore, Handler, InMemoryEventStore, VersionConflict } from '#libs/event-store';
import { DomainError, type Event } from '#libs/kernel';
import { evaluation } from '../evaluation.js';
import { HASH_2, HISTORY } from '../examples/history.spec.js';
import * as orders from '../examples/orders.spec.js';
import { colleague, first, otherFirst, preparer, second, UNIT } from '../examples/people.spec.js';
import { recorded, told } from '../examples/recorded.spec.js';
import type { EvaluationEvent } from '../facts.js';
import type { EvaluationCommand } from '../orders.js';
import { faults } from './journal.spec.js';

const READING = { version: 2, contentHash: HASH_2 };
const CHANGE = { path: '/sections/problems', before: null, after: '无' };

/** What people do at the same moment to a matter that was submitted: each of them through a process of his own. */
const AT_ONCE: readonly EvaluationCommand[] = [
  orders.edit(preparer, CHANGE),
  orders.edit(colleague, CHANGE),
  orders.passFirst(first, READING),
  orders.passFirst(first, READING),
  orders.passFirst(otherFirst, READING),
  orders.passSecond(second, READING),
  orders.passSecond({ ...first, accountId: 'chen-2', role: 'second-reviewer' }, READING),
  orders.revoke(first),
  orders.giveBack(otherFirst),
  orders.giveBack(second),
  orders.withdraw(preparer),
];

type Making = (store: EventStore) => EventStore;

/** Every reading and writing of the log waits for its turn, which chance gives: each run is another interleaving. */
async function wrongOf(scheduler: fc.Scheduler, picked: readonly number[], make: Making): Promise<readonly string[]> {
  const log = new InMemoryEventStore();
  const id = await recorded(log, told(HISTORY.SUBMITTED));
  const turns = new Proxy(make(log), {
    get: (target, name, receiver) => {
      const value = Reflect.get(target, name, receiver);
      if (name !== 'read' && name !== 'append') return value;
      return scheduler.scheduleFunction(async (...args: unknown[]) => Reflect.apply(value, target, args));
    },
  });
  const given = picked.map(async (n) => {
    const command = AT_ONCE[n % AT_ONCE.length]!;
    const metadata = { actor: command.by, commandId: randomUUID(), correlationId: 'race' };
    const process = new Handler(turns, evaluation, { prefix: 'evaluation' });
    await process.handle(id, command, { metadata }).catch((error: unknown) => {
      if (!(error instanceof DomainError || error instanceof VersionConflict)) throw error;
    });
  });
  await scheduler.waitFor(Promise.all(given));
  const { events } = await log.read<EvaluationEvent>(`evaluation-${id}`);
  return faults(
    events.map(({ actor, ...event }) => ({
      event: event as unknown as EvaluationEvent,
      actor: { ...actor, memberOf: [] },
    })),
    UNIT,
  );
}

const racing = (make: Making) =>
  fc.asyncProperty(fc.scheduler(), fc.array(fc.nat(99), { minLength: 2, maxLength: 7 }), async (scheduler, picked) => {
    const wrong = await wrongOf(scheduler, picked, make);
    if (wrong.length > 0) throw new Error(wrong.join('; '));
  });

/** A log that takes every append, whatever version it was decided on. */
class LastWriterWins extends InMemoryEventStore {
  constructor(private readonly log: EventStore) {
    super();
  }

  override read<E extends Event>(stream: string, after?: number) {
    return this.log.read<E>(stream, after);
  }

  override async append(...[stream, , events, metadata]: Parameters<EventStore['append']>): Promise<Appended> {
    const { version } = await this.log.read(stream);
    return this.log.append(stream, version, events, metadata);
  }
}

describe('Edits, passes, returns and withdrawals in the same moment', () => {
  it('keep INV-D1, D2 and D5 in whatever order their steps fall (T-DUAL-RACE)', () =>
    fc.assert(
      racing((log) => log),
      { numRuns: 500 },
    ));

  it('would be caught on a log that forgets to compare versions', async () => {
    const { failed, seed } = await fc.check(
      racing((log) => new LastWriterWins(log)),
      { numRuns: 2_000, endOnFailure: true },
    );
    if (!failed) throw new Error(`the last writer won and nobody noticed; seed ${seed}`);
  });
});
