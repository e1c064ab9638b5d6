import { createHash } from 'node:crypto';
import { canonicalJson } from '#libs/kernel';
import type { Entry } from '../evidence.js';
import { readEntry } from './envelope.js';
import { Faults } from './faults.js';

const SALT = Buffer.alloc(16, 3);
const DATA = { by: 'li', reason: '附件漏传' };
const PAYLOAD = Buffer.from(canonicalJson(DATA));
const ENVELOPE = {
  ...{
    v: 1,
    id: '01890000-0000-7000-8000-000000000001',
    stream: 'evaluation-1',
    version: 3,
    type: 'SubmissionWithdrawn',
  },
  ...{ schema: 1, actor: { personId: 'li', accountId: 'li-1', role: 'unit-preparer' } },
  ...{ commandId: 'c', correlationId: 'r', recordedAt: '2022-04-01T08:00:00.000Z' },
  payloadHash: createHash('sha256').update(SALT).update(PAYLOAD).digest('hex'),
};
const entry = (envelope: object | string = ENVELOPE, more: Partial<Entry> = {}): Entry => ({
  position: 7,
  envelope: Buffer.from(typeof envelope === 'string' ? envelope : canonicalJson(envelope)),
  payload: PAYLOAD,
  salt: SALT,
  ...more,
});
function read(one: Entry) {
  const faults = new Faults();
  return { read: readEntry(one, faults), codes: faults.told.map(({ code }) => code), faults };
}

describe('The bytes of an event', () => {
  it('are read when they are what was written', () => {
    expect(read(entry())).toMatchObject({ codes: [], read: { position: 7, envelope: ENVELOPE, data: DATA } });
  });

  it('hold without the payload that was erased by order', () => {
    expect(read(entry(ENVELOPE, { payload: null, salt: null }))).toMatchObject({ codes: [], read: { data: null } });
  });

  it.each([
    ['a payload without its salt', { salt: null }, 'payload.salt-lost'],
    ['a salt without its payload', { payload: null }, 'payload.salt-lost'],
    ['another payload', { payload: Buffer.from('{}') }, 'payload.differs'],
    ['another salt', { salt: Buffer.alloc(16) }, 'payload.differs'],
    ['columns that say something else', { differs: ['stream'] }, 'entry.row-differs'],
    ['no event', { envelope: null }, 'entry.missing'],
  ] as const)('do not hold with %s', (_, more, code) => {
    expect(read(entry(ENVELOPE, more)).codes).toEqual([code]);
  });

  it('are not believed when they mean the same in other bytes', () => {
    expect(read(entry(JSON.stringify(ENVELOPE))).codes).toEqual(['envelope.not-canonical']);
    expect(read(entry(canonicalJson(ENVELOPE).replace('"v":1', '"v":1,"v":1'))).codes).toEqual([
      'envelope.not-canonical',
    ]);
  });

  it.each([
    ['text that is no JSON', '{'],
    ['a list', '[]'],
    ['null', 'null'],
    ['a field too many', { ...ENVELOPE, note: 'x' }],
    ['another envelope version', { ...ENVELOPE, v: 2 }],
    ['an id that is none', { ...ENVELOPE, id: '1' }],
    ['version 0', { ...ENVELOPE, version: 0 }],
    ['an empty stream', { ...ENVELOPE, stream: '' }],
    ['nobody who acted', { ...ENVELOPE, actor: { ...ENVELOPE.actor, personId: '' } }],
    ['an actor with a field too many', { ...ENVELOPE, actor: { ...ENVELOPE.actor, memberOf: [] } }],
    ['a time without its zone', { ...ENVELOPE, recordedAt: '2022-04-01T08:00:00.000' }],
    ['a short commitment', { ...ENVELOPE, payloadHash: 'ab' }],
  ])('are malformed as %s, and nothing more is read from them', (_, envelope) => {
    expect(read(entry(envelope))).toMatchObject({ read: null, codes: ['envelope.malformed'] });
  });

  it('are told of in Chinese and English, with the position', () => {
    const { faults } = read(entry(ENVELOPE, { salt: null }));
    expect(faults.first?.text.zh).toContain('第 7 号');
    expect(faults.first?.text.en).toContain('position 7');
  });
});

describe('Faults', () => {
  it('stay few in memory, and all are counted', () => {
    const faults = new Faults();
    for (let position = 999; position >= 0; position -= 1) faults.add('leaf.differs', { position });
    expect(faults.told.length).toBe(200);
    expect(faults.total).toBe(1_000);
    expect(faults.counts).toEqual({ 'leaf.differs': 1_000 });
    expect(faults.first).toMatchObject({ position: 0 });
  });
});
