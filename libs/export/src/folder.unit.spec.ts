import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Tile } from '#libs/audit';
import type { Entry, Evidence } from './evidence.js';
import { openFolder } from './folder.js';
import { FILES } from './lines.js';
import { FORMAT, type Manifest, Unreadable } from './manifest.js';
import { writeExport } from './write-export.js';

const MANIFEST: Manifest = {
  ...{ format: FORMAT, madeAt: '2022-05-01T00:00:00.000Z', scope: { of: 'log' }, origin: null, size: 0, head: 5 },
  ...{ keys: [], witnesses: { keys: [], quorum: 0 }, schemas: {}, statementsTo: -1 },
  unplaced: { count: 0, ids: [] },
};
const SALT = Buffer.alloc(16, 7);
const entry = (position: number, envelope: Buffer | null, payload: Buffer | null = Buffer.from('{}')): Entry => ({
  ...{ position, envelope, payload, salt: payload && SALT },
});
const ENTRIES: readonly Entry[] = [
  entry(0, Buffer.from('{"a":"会同县"}')),
  entry(1, Buffer.from('{"a":"line\u2028separator\u2029and\u0085more"}')),
  entry(2, Buffer.from([0x7b, 0xff, 0xfe, 0x7d])),
  entry(3, Buffer.from('{}'), null),
  { ...entry(4, null, null), differs: ['stream'] },
];

async function* each<T>(values: readonly T[]) {
  yield* values;
}
const evidence = (entries: readonly Entry[] = ENTRIES, manifest = MANIFEST): Evidence => ({
  ...{ manifest, entries: () => each(entries), heads: () => each([]), statements: () => each([]) },
  ...{ schemes: () => each([]), tile: async (_: Tile) => null },
});
const all = async <T>(values: AsyncIterable<T>): Promise<T[]> => {
  const found: T[] = [];
  for await (const value of values) found.push(value);
  return found;
};

describe('The folder of an export', () => {
  let folder: string;
  const at = (name: string) => join(folder, name);
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'shuangshen-export-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('gives back the very bytes: line separators inside a text, bytes that are no text, erased payloads, lost events', async () => {
    await writeExport(evidence(), at('out'));
    const read = await openFolder(at('out'));
    expect(await all(read.entries())).toEqual(ENTRIES);
    expect(read.manifest).toEqual(MANIFEST);
  });

  it('holds as many lines as there are entries, however long and wherever a chunk of the disk ends', async () => {
    const long = ENTRIES.slice(0, 1).concat(
      Array.from({ length: 40 }, (_, n) => entry(n + 1, Buffer.from(JSON.stringify('双审'.repeat(n * 2_000))))),
    );
    await writeExport(evidence(long), at('out'));
    const read = await all((await openFolder(at('out'))).entries());
    // Buffers of this size are compared as such: jest would look at each byte.
    expect(read.map(({ position }) => position)).toEqual(long.map(({ position }) => position));
    expect(read.every(({ envelope }, n) => envelope?.equals(long[n]!.envelope!))).toBe(true);
  });

  it('is written into nothing that is there already', async () => {
    writeFileSync(at('something'), '');
    await expect(writeExport(evidence(), folder)).rejects.toThrow('not empty');
  });

  it('tells how far it is', async () => {
    const told: number[] = [];
    await writeExport(evidence(Array.from({ length: 2_500 }, (_, n) => entry(n, Buffer.from('{}')))), at('out'), (n) =>
      told.push(n),
    );
    expect(told).toEqual([1_000, 2_000, 2_500]);
  });

  it('without a manifest was broken off, and is none', async () => {
    await writeExport(evidence(), at('out'));
    rmSync(at(`out/${FILES.manifest}`));
    await expect(openFolder(at('out'))).rejects.toThrow(Unreadable);
  });

  it.each([
    ['of another format', { format: 'shuangshen-export/2' }],
    ['with a size that is no number', { size: '12' }],
    ['without keys', { keys: null }],
    ['with a key that is no text', { keys: [7] }],
    ['without a witness policy', { witnesses: undefined }],
    ['of an unknown scope', { scope: { of: 'everything' } }],
  ])('%s is none', async (_, change) => {
    await writeExport(evidence(), at('out'));
    writeFileSync(at(`out/${FILES.manifest}`), JSON.stringify({ ...MANIFEST, ...change }));
    await expect(openFolder(at('out'))).rejects.toThrow(Unreadable);
  });

  it.each([
    ['a line that is no JSON', 'what'],
    ['a line that is null', 'null'],
    ['a line without a position', '{"envelope":"{}","payload":null,"salt":null}'],
    ['a line with a number for an envelope', '{"position":0,"envelope":1,"payload":null,"salt":null}'],
    ['a salt in capital letters', `{"position":0,"envelope":"{}","payload":"{}","salt":"${'AB'.repeat(16)}"}`],
    ['a key nobody reads', '{"position":0,"envelope":"{}","payload":null,"salt":null,"diffdrs":["stream"]}'],
    ['a letter that is no UTF-8', Buffer.from('{"position":0,"envelope":"\xff","payload":null,"salt":null}', 'latin1')],
  ])('with %s cannot be read, and says where', async (_, line) => {
    await writeExport(evidence(), at('out'));
    const before = readFileSync(at(`out/${FILES.entries}`));
    const rest = before.subarray(before.indexOf('\n'));
    writeFileSync(at(`out/${FILES.entries}`), Buffer.concat([Buffer.from(line), rest]));
    await expect(all((await openFolder(at('out'))).entries())).rejects.toThrow(/events\.jsonl:1/);
  });

  it('has the tiles of the tree where tlog-tiles puts them', async () => {
    const tiles: Evidence['tile'] = async ({ level, n, width }) => Buffer.alloc(32 * width, level * 10 + n);
    await writeExport({ ...evidence([], { ...MANIFEST, size: 300 }), tile: tiles }, at('out'));
    expect(readFileSync(at('out/tile/0/000')).length).toBe(256 * 32);
    expect(readFileSync(at('out/tile/0/001.p/44'))).toEqual(Buffer.alloc(44 * 32, 1));
    expect(readFileSync(at('out/tile/1/000.p/1'))).toEqual(Buffer.alloc(32, 10));
    const read = await openFolder(at('out'));
    expect(await read.tile({ level: 0, n: 1, width: 44 })).toEqual(Buffer.alloc(44 * 32, 1));
    expect(await read.tile({ level: 0, n: 2, width: 1 })).toBeNull();
  });
});
