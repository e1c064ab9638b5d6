import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { zipSync } from 'fflate';
import { temporaryFolder } from '#libs/testing';
import { overlapping, zip } from './hostile-files.spec.js';
import { filesOf } from './index.js';
import { lockedZip } from './locked-files.spec.js';

describe('A ZIP of reports', () => {
  const folder = temporaryFolder();
  afterAll(() => folder.remove());

  const unpacked = async (bytes: Uint8Array) => {
    const path = join(folder.path, randomUUID());
    writeFileSync(path, bytes);
    const files: [string, string][] = [];
    for await (const { name, content } of filesOf(path)) files.push([name, (await buffer(content)).toString()]);
    return files;
  };
  const refusal = (bytes: Uint8Array) =>
    unpacked(bytes).then(
      () => 'unpacked',
      (error: { code?: string; details?: { why?: string } }) =>
        [error.code ?? error, error.details?.why].filter(Boolean).join(' '),
    );

  it('gives its files in their order, without folders and what systems leave beside them', async () => {
    const bytes = zip({
      'b/': '',
      'b/自评二.txt': '二',
      'a.txt': '一',
      '__MACOSX/b/._自评二.txt': 'x',
      '.DS_Store': 'x',
      'b/~$自评二.docx': 'x',
      'Thumbs.db': 'x',
    });
    expect(await unpacked(bytes)).toEqual([
      ['b/自评二.txt', '二'],
      ['a.txt', '一'],
    ]);
  });

  it('has names in GB 18030 where nothing says UTF-8', async () => {
    const bytes = Buffer.from(zip({ 'AAAA.txt': 'x' }));
    const chinese = Buffer.from('d7d4c6c0', 'hex'); // 自评
    for (let at = bytes.indexOf('AAAA'); at >= 0; at = bytes.indexOf('AAAA', at + 1)) chinese.copy(bytes, at);
    expect(await unpacked(bytes)).toEqual([['自评.txt', 'x']]);
  });

  it('goes on when a file of it is left unread', async () => {
    const path = join(folder.path, randomUUID());
    writeFileSync(path, zip({ 'a.txt': 'a'.repeat(900_000), 'b.txt': 'b' }));
    const names: string[] = [];
    for await (const { name } of filesOf(path)) names.push(name);
    expect(names).toEqual(['a.txt', 'b.txt']);
  });

  const many = (n: number, name: (at: number) => string) =>
    zip(Object.fromEntries(Array.from({ length: n }, (_, at) => [name(at), ''])));
  const half = () => zip({ 'a.txt': 'x'.repeat(99) }).subarray(0, 60);
  const spoilt = () => {
    const bytes = Buffer.from(zip({ 'a.txt': Buffer.from(Array.from({ length: 4_000 }, (_, n) => (n * n) % 251)) }));
    bytes.fill(0xff, 60, 90);
    return bytes;
  };
  it.each([
    ['no ZIP', () => Buffer.from('Rar!'), 'source.not-packed'],
    ['half of one', half, 'source.not-packed'],
    ['one without files', () => zip({ 'a/': '' }), 'source.nothing-packed'],
    ['one of too many entries', () => many(2_001, (n) => `${n}/`), 'source.unsafe entries'],
    ['one of too many files', () => many(201, (n) => `${n}.txt`), 'source.too-many-packed'],
    ['a bomb', () => zip({ 'a.txt': new Uint8Array(30_000_000) }), 'source.unsafe ratio'],
    ['entries that share their bytes', () => overlapping(zip({ a: 'x', b: 'y' })), 'source.unsafe overlapping'],
    ['one with a password', () => lockedZip(zip({ 'a.txt': 'x' })), 'source.encrypted'],
    ['one with a spoilt file', spoilt, 'source.damaged'],
  ])('is refused with the reason when it is %s', async (_, bytes, reason) => {
    expect(await refusal(bytes())).toBe(reason);
  });

  it('is refused when all of it together is too much', async () => {
    const file = Buffer.alloc(20 * 1_048_576);
    const files = Object.fromEntries(Array.from({ length: 11 }, (_, n) => [`${n}.txt`, file]));
    expect(await refusal(zipSync(files, { level: 0 }))).toBe('source.unsafe unpacked');
  });
});
