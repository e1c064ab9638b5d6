import { createHash, randomUUID } from 'node:crypto';
import { canonicalJson } from '#libs/kernel';
import { type TestDatabase, testDatabase } from '#libs/testing';
import { type Asked, appendBatch } from './append-batch.js';
import type { Sealed } from './envelope.js';
import { PgEventStore } from './pg-event-store.js';

const SALT = '00'.repeat(16);
const ACTOR = { personId: 'p', accountId: 'a', role: 'r' };

/** An event as a forger writes it, who has the log-in of the processes and computes every hash rightly. */
function forged(stream: string, version: number, recordedAt: string, own: object = {}, payload = '{"n":1}'): Sealed {
  const id = randomUUID();
  const payloadHash = createHash('sha256').update(Buffer.from(SALT, 'hex')).update(payload).digest('hex');
  const said = { actor: ACTOR, id, payloadHash, recordedAt, schema: 1, stream, type: 'Done', v: 1, version };
  return { id, type: 'Done', schema: 1, envelope: canonicalJson({ ...said, ...own }), payload, salt: SALT };
}

describe('Who calls log.append with arguments of his own', () => {
  let database: TestDatabase;
  let store: PgEventStore;
  beforeAll(async () => {
    database = await testDatabase();
    store = new PgEventStore(database.pool);
  });
  afterAll(async () => {
    await store.close();
    await database.drop();
  });

  const stream = () => `demo-${randomUUID()}`;
  const now = () => new Date().toISOString();
  const append = (to: string, events: readonly Sealed[], more: Partial<Asked> = {}) =>
    appendBatch(database.pool, [
      {
        ...{ stream: to, expected: 0, accountId: 'a', key: randomUUID(), requestHash: 'h', commandId: randomUUID() },
        ...{ recordedAt: now(), count: events.length, events: () => events },
        ...more,
      },
    ]);

  it('may append what says of itself where it stands', async () => {
    const [to, recordedAt] = [stream(), now()];
    const said = forged(to, 1, recordedAt);
    expect(await append(to, [said], { recordedAt })).toMatchObject([{ is: 'written', version: 1 }]);
  });

  it.each([
    // What the row says stands in a part of the envelope, and the envelope itself says something else.
    ['another type', { type: 'Undone', x: { stream: '', type: 'Done', v: 1, version: 1 } }],
    ['another stream', { stream: 'demo-elsewhere' }],
    ['another version', { version: 7 }],
    ['another id', { id: randomUUID() }],
    ['another schema', { schema: 2 }],
    ['another time', { recordedAt: '2020-01-01T00:00:00.000Z' }],
    ['another shape of envelopes', { v: 2 }],
  ])('does not get in an envelope that says %s than its row', async (_, own) => {
    const [to, recordedAt] = [stream(), now()];
    await expect(append(to, [forged(to, 1, recordedAt, own)], { recordedAt })).rejects.toThrow('leaf_hash');
  });

  it('does not get in what no reader could read: it would stand in the way of everything after it', async () => {
    const [to, recordedAt] = [stream(), now()];
    const said = forged(to, 1, recordedAt);
    const json = 'invalid input syntax for type json';
    await expect(append(to, [{ ...said, envelope: `${said.envelope}}` }], { recordedAt })).rejects.toThrow(json);
    await expect(append(to, [forged(to, 1, recordedAt, {}, '{"n":')], { recordedAt })).rejects.toThrow(json);
  });

  it('brings exactly the versions that he announces', async () => {
    const [to, recordedAt] = [stream(), now()];
    const one = [forged(to, 1, recordedAt)];
    await expect(append(to, one, { recordedAt, count: 2 })).rejects.toThrow('announced more');
    await expect(append(to, [], { recordedAt, count: 1 })).rejects.toThrow('announced more');
    // Only the version that is asked for is sent beside an event; the event says another.
    await expect(append(to, one, { recordedAt, expected: 0, count: 0 })).rejects.toThrow(/announced more|null value/);
    expect((await store.read(to)).events).toEqual([]);
  });

  it('does not get in more by calling two streams, two types or somebody else’s event one', async () => {
    const call = `select log.append($1, $2, '{0}', '{1}', $3, 'a', $4, 'h', $5, $6, '{1}', $7, '{1}', $8, $9, $10)`;
    const recordedAt = now();
    const as = async (to: string, { owners = '{1}', type = 'Done' }: { owners?: string; type?: string } = {}) => {
      const said = forged(to, 1, recordedAt, { type });
      const events = [owners, `{${said.id}}`, type, said.envelope, said.payload, said.salt];
      await database.pool.query(call, [`{${randomUUID()}}`, to, `{${recordedAt}}`, randomUUID(), ...events]);
    };
    const both = (one: string, other: string) => `${one}\u001e${other}`;
    await expect(as(both(stream(), stream()))).rejects.toThrow('leaf_hash');
    await expect(as(stream(), { type: both('Done', 'Undone') })).rejects.toThrow('leaf_hash');
    await expect(as(stream(), { owners: '{2}' })).rejects.toThrow('announced more');
    await as(stream());
  });

  it('does not tell a time of his own', async () => {
    for (const minutes of [-16, 16]) {
      const [to, recordedAt] = [stream(), new Date(Date.now() + minutes * 60_000).toISOString()];
      await expect(append(to, [forged(to, 1, recordedAt)], { recordedAt })).rejects.toThrow('quarter of an hour');
    }
  });

  it('does not turn the order of a stream round: triggers see it, and positions are given, as it reads', async () => {
    const [to, recordedAt] = [stream(), now()];
    const [first, second] = [forged(to, 1, recordedAt), forged(to, 2, recordedAt)];
    const turned = `select log.append($1, $2, '{0}', '{2}', $3, 'a', $4, 'h', '{1,1}', $5, '{2,1}', $6, '{1,1}', $7, $8, $9)`;
    const joined = (...both: string[]) => both.join('\u001e');
    await database.pool.query(turned, [
      ...[
        `{${randomUUID()}}`,
        to,
        `{${recordedAt}}`,
        randomUUID(),
        `{${second.id},${first.id}}`,
        joined('Done', 'Done'),
      ],
      ...[joined(second.envelope, first.envelope), joined(second.payload, first.payload), joined(SALT, SALT)],
    ]);
    const { events } = await store.read(to);
    expect(events.map(({ version }) => version)).toEqual([1, 2]);
    expect(events[0]!.position).toBeLessThan(events[1]!.position);
  });
});
