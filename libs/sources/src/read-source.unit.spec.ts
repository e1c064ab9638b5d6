import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { utils, write } from '@e965/xlsx';
import { projectRoot } from '#libs/config';
import { body, container, docx, lyingAboutSizes, outside, overlapping, workbook, zip } from './hostile-files.spec.js';
import { readSource } from './index.js';
import { lockedPdf, lockedXls, lockedZip } from './locked-files.spec.js';

/** The head of a .doc whose flags say that the rest is encrypted. */
const OLD_WORD_LOCKED = Buffer.concat([Buffer.from('eca5c1000000000000000001', 'hex'), Buffer.alloc(900, 7)]);
const SHEET = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const sample = (name: string) => readFileSync(join(projectRoot(), 'samples/documents', name));
const refusal = (bytes: Uint8Array, bounds = {}) =>
  readSource(bytes, { ms: 60_000, ...bounds }).then(
    () => 'read',
    (error: { code?: string; details?: { why?: string; found?: string } }) =>
      [error.code, error.details?.why ?? error.details?.found].filter(Boolean).join(' '),
  );

describe('A file from outside', () => {
  it.each([
    ['table-02-whole-unit-hunan.docx', 'docx'],
    ['table-05-base-data-older.xls', 'xls'],
    ['table-03-project-national-yuan.xlsx', 'xlsx'],
    ['table-06-project-pdf.pdf', 'pdf'],
    ['table-08-whole-unit-tabs.txt', 'txt'],
  ])('is read by what its bytes are: %s', async (name, format) => {
    const source = await readSource(sample(name), { ms: 60_000 });
    expect(source.format).toBe(format);
    if (format === 'txt') return;
    const rows = source.blocks.flatMap((block) => ('rows' in block ? block.rows : []));
    const cells = rows.flat();
    expect(cells.some(({ down }) => down > 1) || format === 'xls').toBe(true);
    expect(cells.some(({ across }) => across > 1)).toBe(true);
  });

  it('has in Word 97 the rows it had, each to its end, also those of many cells', async () => {
    const { format, blocks } = await readSource(sample('table-13-word-97.doc'), { ms: 60_000 });
    expect(format).toBe('doc');
    const rows = blocks.flatMap((block) => ('rows' in block ? block.rows : []));
    const texts = rows.map((row) => row.map(({ text }) => text));
    expect(texts).toContainEqual(['', '年度资金总额', '312.60', '348.25', '341.90', '10', '98.18%', '9.82']);
    expect(rows.map((row) => row.reduce((sum, { across }) => sum + across, 0))).toEqual(rows.map(() => 8));
  });

  it('is read as text in GB 18030 and in UTF-16 too', async () => {
    const gb = Buffer.from('d6d0b9fa0a', 'hex');
    expect((await readSource(gb)).blocks[0]).toEqual({ text: '中国' });
    const wide = Buffer.concat([Buffer.from('fffe', 'hex'), Buffer.from('预算\n', 'utf16le')]);
    expect((await readSource(wide)).blocks[0]).toEqual({ text: '预算' });
  });

  it('keeps what a formula computed last, says so, and computes nothing', async () => {
    const sheet = utils.aoa_to_sheet([['年初预算数', 120.5]]);
    sheet.B2 = { t: 'n', f: 'SUM(B1:B1)', v: 120.5 };
    sheet.A2 = { t: 's', v: '=HYPERLINK("http://127.0.0.1/","x")' };
    sheet['!ref'] = 'A1:B2';
    const file = utils.book_new();
    utils.book_append_sheet(file, sheet, '表');
    const bytes = new Uint8Array(write(file, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
    const { blocks } = await readSource(bytes);
    expect(blocks).toMatchObject([
      {
        sheet: '表',
        rows: [
          [{ text: '年初预算数' }, { text: '120.5', at: 'B1' }],
          [{ text: '=HYPERLINK("http://127.0.0.1/","x")' }, { text: '120.5', computed: true }],
        ],
      },
    ]);
  });

  it('is read when a password is needed only to change it', async () => {
    expect((await readSource(lockedPdf('BUDGET 215', ''))).blocks).toEqual([{ text: 'BUDGET 215' }]);
  });

  const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
  const many = Object.fromEntries(Array.from({ length: 2_001 }, (_, n) => [`word/x${n}.xml`, '<x/>']));
  const merges = Array.from({ length: 20_001 }, (_, n) => `<mergeCell ref="A${n + 1}:B${n + 1}"/>`).join('');
  it.each([
    ['nothing', () => Buffer.alloc(0), 'source.empty'],
    ['a picture, whatever its name says', () => png, 'source.unknown-format PNG'],
    ['a ZIP of something else', () => zip({ 'a.txt': 'x' }), 'source.unknown-format ZIP'],
    ['a web page', () => Buffer.from('<html><table>1</table></html>'), 'source.unknown-format HTML, XML'],
    ['bytes without sense', () => Buffer.from('0102030405ff00ff00', 'hex'), 'source.unknown-format ?'],
    ['a document with a password', () => container('EncryptedPackage', Buffer.alloc(600)), 'source.encrypted'],
    ['a PDF with a password', () => lockedPdf('BUDGET 215', 'secret'), 'source.encrypted'],
    ['a PDF for the holders of a certificate', () => lockedPdf('BUDGET 215', '', 'Adobe.PubSec'), 'source.encrypted'],
    ['an old workbook with a password', () => lockedXls('rc4'), 'source.encrypted'],
    ['an old workbook with a password of the oldest kind', () => lockedXls('xor'), 'source.encrypted'],
    ['an old document with a password', () => container('WordDocument', OLD_WORD_LOCKED), 'source.encrypted'],
    ['a document packed with a password', () => lockedZip(docx('预算')), 'source.encrypted'],
    ['half a document', () => docx('预算').subarray(0, 400), 'source.damaged'],
    ['half a PDF', () => sample('form-05-pdf.pdf').subarray(0, 900), 'source.damaged'],
    ['an old document of nonsense', () => container('WordDocument', Buffer.alloc(900, 7)), 'source.damaged'],
    ['too many entries', () => docx('预算', many), 'source.unsafe entries'],
    ['a bomb', () => docx('预算', { 'word/styles.xml': new Uint8Array(30_000_000) }), 'source.unsafe ratio'],
    ['entries that share their bytes', () => overlapping(docx('预算')), 'source.unsafe overlapping'],
    ['sizes that are not true', () => lyingAboutSizes(docx('预算'.repeat(500))), 'source.damaged'],
    [
      'a document type',
      () => docx('', { 'word/document.xml': `<!DOCTYPE x [<!ENTITY a "b">]>${body('&a;')}` }),
      'source.unsafe document-type',
    ],
    [
      'a picture that stands elsewhere',
      () => docx('预算', outside('image', 'file:///etc/passwd')),
      'source.unsafe external-reference',
    ],
    [
      'a device for a picture',
      () => docx('预算', outside('image', 'file:///dev/zero')),
      'source.unsafe external-reference',
    ],
    [
      'a million merged cells',
      () => workbook(`<worksheet ${SHEET}><sheetData/><mergeCells>${merges}</mergeCells></worksheet>`),
      'source.unsafe merged-cells',
    ],
  ])('is refused with the reason when it is %s', async (_, bytes, reason) => {
    expect(await refusal(bytes())).toBe(reason);
  });

  it('is read without the files packed into it, and without following its links', async () => {
    const bomb = zip({ 'inner.zip': zip({ 'a.xml': new Uint8Array(3_000_000) }) });
    const linked = docx('预算', { 'word/embeddings/object.bin': bomb, ...outside('hyperlink', 'http://127.0.0.1:9/') });
    expect((await readSource(linked)).blocks).toEqual([{ text: '预算' }]);
  });

  it('reaches nobody: a document type that names a server is refused, and the server is never asked', async () => {
    let asked = 0;
    const server = createServer((_, answer) => {
      asked += 1;
      answer.end();
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const entity = `<!DOCTYPE x [<!ENTITY % a SYSTEM "${url}">%a;]>${body('x')}`;
    expect(await refusal(docx('', { 'word/document.xml': entity }))).toBe('source.unsafe document-type');
    expect(await refusal(docx('x', outside('image', url)))).toBe('source.unsafe external-reference');
    await readSource(docx('x', outside('attachedTemplate', url)));
    await new Promise((closed) => server.close(closed));
    expect(asked).toBe(0);
  });

  it('is given up when it takes too long or too much memory, and this process goes on', async () => {
    expect(await refusal(docx('预算'), { ms: 1 })).toBe('source.too-much-work');
    expect(await refusal(docx('预算'), { megabytes: 8 })).toBe('source.too-much-work');
    expect((await readSource(docx('预算'))).format).toBe('docx');
  });
});
