import { type Command, type Decider, DomainError, type Event } from '#libs/kernel';
import { VersionConflict } from './errors.js';
import { order } from './event-store.contract.spec.js';
import { Handler } from './handler.js';
import { InMemoryEventStore } from './in-memory-event-store.js';

type Ordered = Command<'Take', { seat: string }>;
type Fact = Event<'Taken', { seat: string }>;

/** A hall of three seats; each can be taken once. Taking seat "none" changes nothing. */
const hall: Decider<readonly string[], Ordered, Fact> = {
  initial: [],
  decide: ({ data: { seat } }, taken) => {
    if (seat === 'none') return [];
    if (taken.includes(seat)) throw new DomainError('conflict', 'hall.seat-taken', { seat });
    if (taken.length === 3) throw new DomainError('conflict', 'hall.full');
    return [{ type: 'Taken', data: { seat } }];
  },
  evolve: (taken, { data: { seat } }) => [...taken, seat],
};

const take = (seat: string): Ordered => ({
  type: 'Take',
  data: { seat },
  by: order().actor,
  at: '2026-01-01T00:00:00Z',
});

describe('Handling an order', () => {
  let store: InMemoryEventStore;
  let handler: Handler<readonly string[], Ordered, Fact>;
  let elsewhere: Handler<readonly string[], Ordered, Fact>;
  beforeEach(() => {
    store = new InMemoryEventStore();
    handler = new Handler(store, hall, { prefix: 'hall' });
    elsewhere = new Handler(store, hall, { prefix: 'hall' });
  });

  it('appends what was decided on the state of the stream', async () => {
    expect(await handler.handle('1', take('a'), { expected: 0, metadata: order() })).toMatchObject({ version: 1 });
    expect(await handler.load('1')).toEqual({ state: ['a'], version: 1 });
    expect((await store.read('hall-1')).events).toHaveLength(1);
  });

  it('decides several orders one after the other, and lets them take effect together or not at all', async () => {
    expect(await handler.handle('1', [take('a'), take('none'), take('b')], { metadata: order() })).toMatchObject({
      version: 2,
    });
    await expect(handler.handle('1', [take('c'), take('a')], { metadata: order() })).rejects.toThrow('hall.seat-taken');
    await expect(handler.handle('1', [take('c'), take('d')], { metadata: order() })).rejects.toThrow('hall.full');
    expect(await handler.load('1')).toEqual({ state: ['a', 'b'], version: 2 });
    expect(await handler.handle('1', [take('none')], { metadata: order() })).toMatchObject({ position: -1 });
  });

  it('refuses a stale version with the version there is, from memory or not', async () => {
    await handler.handle('1', take('a'), { expected: 0, metadata: order() });
    await elsewhere.handle('1', take('b'), { expected: 1, metadata: order() });
    for (const one of [handler, elsewhere])
      await expect(one.handle('1', take('c'), { expected: 1, metadata: order() })).rejects.toEqual(
        new VersionConflict('hall-1', 1, 2),
      );
  });

  it('never refuses from memory: it reads what others wrote first', async () => {
    await handler.handle('1', take('a'), { metadata: order() });
    await elsewhere.handle('1', take('b'), { metadata: order() });
    await expect(handler.handle('1', take('b'), { metadata: order() })).rejects.toEqual(
      new DomainError('conflict', 'hall.seat-taken', { seat: 'b' }),
    );
    expect(await handler.handle('1', take('c'), { metadata: order() })).toMatchObject({ version: 3 });
  });

  it('decides again when somebody was quicker and no version was expected', async () => {
    const crowd = ['a', 'b', 'c', 'd', 'e'].map((seat) => elsewhere.handle('1', take(seat), { metadata: order() }));
    const results = await Promise.allSettled(crowd);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
    for (const result of results)
      if (result.status === 'rejected') expect(result.reason).toEqual(new DomainError('conflict', 'hall.full'));
  });

  it('gives a double click the answer of the first, though the rules would refuse the second', async () => {
    const first = await handler.handle('1', take('a'), { expected: 0, metadata: order('click') });
    const second = await handler.handle('1', take('a'), { expected: 0, metadata: order('click') });
    expect(second).toEqual({ ...first, replayed: true });
    const inParallel = Array.from({ length: 20 }, () => elsewhere.handle('2', take('a'), { metadata: order('more') }));
    expect(new Set((await Promise.all(inParallel)).map(({ position }) => position)).size).toBe(1);
  });

  it('writes nothing when nothing follows', async () => {
    expect(await handler.handle('1', take('none'), { metadata: order() })).toEqual({
      version: 0,
      position: -1,
      replayed: false,
    });
    expect(await store.head()).toBe(-1);
  });

  it('forgets the least recently used stream and reads it again', async () => {
    const small = new Handler(store, hall, { prefix: 'hall', keep: 2 });
    for (const id of ['1', '2', '3', '4']) await small.handle(id, take('a'), { metadata: order() });
    for (const id of ['1', '2', '3', '4'])
      expect(await small.handle(id, take('b'), { metadata: order() })).toMatchObject({ version: 2 });
  });
});
