import { createHash } from 'node:crypto';
import { CFB, utils, write } from '@e965/xlsx';
import { container } from './hostile-files.spec.js';

/** RC4, as the first passwords of PDF and Excel use it; Node's own has it no more. */
function rc4(key: Uint8Array, bytes: Uint8Array): Buffer {
  const s = Uint8Array.from({ length: 256 }, (_, n) => n);
  const swap = (a: number, b: number) => {
    [s[a], s[b]] = [s[b]!, s[a]!];
  };
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + s[i]! + key[i % key.length]!) & 255;
    swap(i, j);
  }
  let [i, j] = [0, 0];
  const next = () => {
    i = (i + 1) & 255;
    j = (j + s[i]!) & 255;
    swap(i, j);
    return s[(s[i]! + s[j]!) & 255]!;
  };
  return Buffer.from(Array.from(bytes, (byte) => byte ^ next()));
}

const md5 = (...parts: readonly Uint8Array[]) => createHash('md5').update(Buffer.concat(parts)).digest();

/** What fills a password of PDF up to 32 bytes (ISO 32000-1, 7.6.3.3). */
const FILL = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex');
const filled = (password: string) => Buffer.concat([Buffer.from(password, 'latin1'), FILL]).subarray(0, 32);
const hex = (bytes: Uint8Array) => `<${Buffer.from(bytes).toString('hex')}>`;

/** A PDF of one line that is encrypted with RC4 of 40 bits; whoever has no password opens it when it is the empty one. */
export function lockedPdf(line: string, password: string, handler = 'Standard'): Uint8Array {
  const id = Buffer.alloc(16, 7);
  const owner = rc4(md5(filled('owner')).subarray(0, 5), filled(password));
  const mayPrint = Buffer.from('fcffffff', 'hex'); // −4
  const key = md5(filled(password), owner, mayPrint, id).subarray(0, 5);
  const ofStream = md5(key, Buffer.from('0400000000', 'hex')).subarray(0, 10); // object 4, generation 0
  const content = rc4(ofStream, Buffer.from(`BT /F1 12 Tf 72 720 Td (${line}) Tj ET`, 'latin1'));
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content.toString('latin1')}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    `<< /Filter /${handler} /V 1 /R 2 /P -4 /O ${hex(owner)} /U ${hex(rc4(key, FILL))} >>`,
  ];
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, n) => {
    const at = file.length;
    file += `${n + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}`;
  const trailer = `trailer\n<< /Size 7 /Root 1 0 R /Encrypt 6 0 R /ID [${hex(id)} ${hex(id)}] >>\n`;
  return Buffer.from(`${file}${table}${trailer}startxref\n${file.length}\n%%EOF\n`, 'latin1');
}

/** The record that says how the rest of a workbook is encrypted ([MS-XLS] 2.4.117). */
const FILEPASS = 0x002f;
const BEGINNING_OF_FILE = 0x0809;

/** An .xls of one cell whose records are encrypted: their heads stand open, as Excel leaves them. */
export function lockedXls(way: 'rc4' | 'xor'): Uint8Array {
  const file = utils.book_new();
  utils.book_append_sheet(file, utils.aoa_to_sheet([['年初预算数', 215]]), '表');
  const plain = CFB.read(new Uint8Array(write(file, { type: 'array', bookType: 'biff8' }) as ArrayBuffer), {
    type: 'buffer',
  });
  const book = Buffer.from(CFB.find(plain, '/Workbook')!.content as Uint8Array);
  const salted = (n: number) => md5(Buffer.from([n]));
  const how =
    way === 'rc4'
      ? Buffer.concat([Buffer.from('010001000100', 'hex'), salted(1), salted(2), salted(3)])
      : Buffer.from('00005a5a1234', 'hex');
  const records: Buffer[] = [];
  for (let at = 0; at + 4 <= book.length; ) {
    const [type, length] = [book.readUInt16LE(at), book.readUInt16LE(at + 2)];
    const body = book.subarray(at + 4, at + 4 + length);
    const begins = type === BEGINNING_OF_FILE;
    records.push(record(type, begins ? body : rc4(salted(4), body)));
    if (begins && at === 0) records.push(record(FILEPASS, how));
    at += 4 + length;
  }
  return container('Workbook', Buffer.concat(records));
}

function record(type: number, body: Uint8Array): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt16LE(type, 0);
  head.writeUInt16LE(body.length, 2);
  return Buffer.concat([head, body]);
}

/** A ZIP that says of each of its entries that a password opens it. */
export function lockedZip(bytes: Uint8Array): Uint8Array {
  const copy = Buffer.from(bytes);
  for (const [signature, flags] of [
    ['504b0304', 6],
    ['504b0102', 8],
  ] as const)
    for (let at = copy.indexOf(signature, 0, 'hex'); at >= 0; at = copy.indexOf(signature, at + 4, 'hex'))
      copy[at + flags]! |= 1;
  return copy;
}
