import { randomUUID } from 'node:crypto';
import { IdempotencyMismatch, VersionConflict } from './errors.js';
import type { EventStore, Metadata, Recorded } from './event-store.js';
import { EventSchemas } from './schemas.js';

/** Renamed its field once: a store made with these must answer today's shape. */
export const SCHEMAS = new EventSchemas({
  Renamed: [(data) => ({ now: (data as { before: string }).before })],
});

const actor = { personId: 'person-1', accountId: 'account-1', role: 'tester', memberOf: ['unit-1'] };

/** An order of account-1; `key` makes it idempotent. */
export const order = (key?: string, requestHash = 'hash-1', accountId = actor.accountId): Metadata => ({
  actor: { ...actor, accountId },
  commandId: randomUUID(),
  correlationId: 'request-1',
  ...(key === undefined ? {} : { idempotency: { key, requestHash } }),
});

const done = (n: number) => ({ type: 'Done', data: { n } });

/** What every event store promises; each `it` runs on a store of its own. */
export function eventStoreContract(open: () => Promise<EventStore>): void {
  let store: EventStore;
  beforeEach(async () => {
    store = await open();
  });

  it('is empty at first', async () => {
    expect(await store.head()).toBe(-1);
    expect(await store.readAll(-1, 10)).toEqual([]);
    expect(await store.read('demo-none')).toEqual({ events: [], version: 0 });
  });

  it('gives back what was appended, with who asked and under which command', async () => {
    const metadata = { ...order(), causationId: randomUUID() };
    const data = { text: '会同县 "quoted" \u001e\u0000 \\ 😀', none: null, list: ['1180000.00'] };
    expect(await store.append('demo-1', 0, [{ type: 'Done', data }], metadata)).toEqual({
      version: 1,
      position: 0,
      replayed: false,
    });
    const [event] = (await store.read('demo-1')).events;
    expect(event).toEqual({
      position: 0,
      id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/),
      stream: 'demo-1',
      version: 1,
      type: 'Done',
      data,
      actor: { personId: 'person-1', accountId: 'account-1', role: 'tester' },
      commandId: metadata.commandId,
      correlationId: 'request-1',
      causationId: metadata.causationId,
      recordedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
    });
    expect(await store.readAll(-1, 10)).toEqual([event]);
  });

  it('numbers versions in a stream and positions over the whole log', async () => {
    await store.append('demo-1', 0, [done(1), done(2)], order());
    await store.append('demo-2', 0, [done(3)], order());
    expect(await store.append('demo-1', 2, [done(4), done(5)], order())).toMatchObject({ version: 4, position: 4 });
    const all = await store.readAll(-1, 10);
    expect(all.map(({ stream, version, position }) => [stream, version, position])).toEqual([
      ['demo-1', 1, 0],
      ['demo-1', 2, 1],
      ['demo-2', 1, 2],
      ['demo-1', 3, 3],
      ['demo-1', 4, 4],
    ]);
    expect(await store.readAll(1, 2)).toEqual(all.slice(2, 4));
    expect((await store.read('demo-1', 2)).events).toEqual(all.slice(3));
    expect((await store.read('demo-1', 2)).version).toBe(4);
    expect(await store.head()).toBe(4);
  });

  it.each([[0], [1], [3]])('refuses an append after version %p of a stream that is at 2', async (expected) => {
    await store.append('demo-1', 0, [done(1), done(2)], order());
    await expect(store.append('demo-1', expected, [done(3)], order())).rejects.toEqual(
      new VersionConflict('demo-1', expected, 2),
    );
    expect(await store.head()).toBe(1);
  });

  it('refuses to continue a stream that does not exist', async () => {
    await expect(store.append('demo-1', 1, [done(1)], order())).rejects.toEqual(new VersionConflict('demo-1', 1, 0));
  });

  it('appends all events of a command or none', async () => {
    const half = { type: 'Done', data: { amount: 0.5 } };
    await expect(store.append('demo-1', 0, [done(1), half], order())).rejects.toThrow(TypeError);
    await expect(store.append('demo-1', 0, [], order())).rejects.toThrow(RangeError);
    const crowd = Array.from({ length: 3 }, () => store.append('demo-1', 0, [half], order()));
    for (const result of await Promise.allSettled(crowd))
      expect(result).toMatchObject({ reason: expect.any(TypeError) });
    expect(await store.head()).toBe(-1);
  });

  it.each([
    ['stream', 'demo_1', done(1), order()],
    ['stream', `demo-${'x'.repeat(130)}`, done(1), order()],
    ['type', 'demo-1', { type: 'Not a type', data: {} }, order()],
    ['key', 'demo-1', done(1), order('a\u001eb')],
    ['key', 'demo-1', done(1), order('')],
    ['hash', 'demo-1', done(1), order('k', 'x\u0000')],
    ['account', 'demo-1', done(1), order('k', 'h', 'a\u001ea')],
  ])('refuses a %s that it could not keep', async (_what, stream, event, metadata) => {
    await expect(store.append(stream, 0, [event], metadata)).rejects.toThrow(/is no|cannot be kept|idempotency-key/);
    expect(await store.head()).toBe(-1);
  });

  it('lets one of twenty that race for a version win, and tells the others the version there is', async () => {
    const race = Array.from({ length: 20 }, (_, n) => store.append('demo-1', 0, [done(n)], order()));
    const results = await Promise.allSettled(race);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const result of results)
      if (result.status === 'rejected') expect(result.reason).toEqual(new VersionConflict('demo-1', 0, 1));
  });

  it('answers a hundred double clicks with one event and a hundred equal answers', async () => {
    const clicks = Array.from({ length: 100 }, () => store.append('demo-1', 0, [done(1)], order('click')));
    const answers = await Promise.all(clicks);
    expect(new Set(answers.map(({ version, position }) => `${version} at ${position}`))).toEqual(new Set(['1 at 0']));
    expect(answers.filter(({ replayed }) => !replayed)).toHaveLength(1);
    expect(await store.head()).toBe(0);
  });

  it('answers a repeated request as before, also when the stream has moved on or another is named', async () => {
    await store.append('demo-1', 0, [done(1), done(2)], order('k'));
    await store.append('demo-1', 2, [done(3)], order());
    const before = { version: 2, position: 1, replayed: true };
    expect(await store.append('demo-1', 0, [done(1), done(2)], order('k'))).toEqual(before);
    expect(await store.append('demo-2', 7, [done(1)], order('k'))).toEqual(before);
    expect(await store.answerFor('account-1', { key: 'k', requestHash: 'hash-1' })).toEqual(before);
    expect(await store.head()).toBe(2);
  });

  it('refuses a key that was used for another request', async () => {
    await store.append('demo-1', 0, [done(1)], order('k'));
    await expect(store.append('demo-1', 1, [done(2)], order('k', 'hash-2'))).rejects.toThrow(IdempotencyMismatch);
    await expect(store.answerFor('account-1', { key: 'k', requestHash: 'hash-2' })).rejects.toThrow(
      IdempotencyMismatch,
    );
  });

  it('keeps the keys of accounts apart', async () => {
    await store.append('demo-1', 0, [done(1)], order('k'));
    expect(await store.append('demo-1', 1, [done(2)], order('k', 'hash-1', 'account-2'))).toMatchObject({ version: 2 });
    expect(await store.answerFor('account-3', { key: 'k', requestHash: 'hash-1' })).toBeUndefined();
  });

  it('knows a command without a key by its id', async () => {
    const metadata = order();
    await store.append('demo-1', 0, [done(1)], metadata);
    expect(await store.append('demo-1', 0, [done(1)], metadata)).toEqual({ version: 1, position: 0, replayed: true });
  });

  it('forgets the key of an append that was refused', async () => {
    await store.append('demo-1', 0, [done(1)], order());
    await expect(store.append('demo-1', 0, [done(2)], order('k'))).rejects.toThrow(VersionConflict);
    expect(await store.append('demo-1', 1, [done(2)], order('k'))).toMatchObject({ version: 2, replayed: false });
  });

  it('never lets the time of a stream decrease', async () => {
    for (let version = 0; version < 20; version += 1) await store.append('demo-1', version, [done(version)], order());
    const times = (await store.read('demo-1')).events.map(({ recordedAt }) => recordedAt);
    expect(times).toEqual([...times].sort());
  });

  it('writes the schema of today and leaves types it does not know as they are', async () => {
    const events = [
      { type: 'Renamed', data: { now: '1' } },
      { type: 'Unknown', data: { any: 'thing' } },
    ];
    await store.append('demo-1', 0, events, order());
    expect((await store.read('demo-1')).events.map(({ data }) => data)).toEqual(events.map(({ data }) => data));
  });

  it('tells who waits that the log has grown, at once or later, and lets him go when he has waited enough', async () => {
    const never = new AbortController().signal;
    const first = store.grown(-1, never);
    await store.append('demo-1', 0, [done(0)], order());
    await first;
    await store.grown(-1, never);
    const enough = new AbortController();
    const waiting = store.grown(0, enough.signal);
    enough.abort();
    await waiting;
    expect(await store.head()).toBe(0);
  });

  it('lets a follower read what there is and then what comes, until it is told to end', async () => {
    await store.append('demo-1', 0, [done(0), done(1)], order());
    const end = new AbortController();
    const seen: number[] = [];
    const following = (async () => {
      for await (const page of store.follow(0, end.signal)) {
        seen.push(...page.map(({ position }: Recorded) => position));
        if (seen.length < 10) void store.append(`demo-x${seen.length}`, 0, [done(0), done(1), done(2)], order());
        else end.abort();
      }
    })();
    await following;
    expect(seen).toEqual(seen.map((_, n) => n + 1));
    expect(seen.length).toBeGreaterThanOrEqual(10);
  });
}
