import { NoteRefused } from './note.js';

/** A receipt on paper is several QR codes: each holds `tlog-proof <n>/<of> <base64url>`, and they may be read in any order. */
const PART = /tlog-proof (\d{1,3})\/(\d{1,3}) ([\w-]+)/g;

/** Characters in one code: it is still read from paper by a telephone. */
const MOST = 900;

/** The receipt in as many parts as it needs, in their order: what `joinedReceipt` puts together again. */
export function receiptParts(text: string): readonly string[] {
  const whole = Buffer.from(text).toString('base64url');
  const of = Math.ceil(whole.length / MOST);
  return Array.from({ length: of }, (_, n) => `tlog-proof ${n + 1}/${of} ${whole.slice(n * MOST, (n + 1) * MOST)}`);
}

/** The receipt in a text: itself, or its parts as they were read from paper. Throws NoteRefused when one is missing. */
export function joinedReceipt(text: string): string {
  if (!text.trimStart().startsWith('tlog-proof ')) return text;
  const parts = new Map<number, string>();
  let of = 0;
  for (const [, n, total, part] of text.matchAll(PART)) {
    if (of !== 0 && of !== Number(total)) throw new NoteRefused('parts of different receipts');
    of = Number(total);
    parts.set(Number(n), part!);
  }
  const whole = Array.from({ length: of }, (_, n) => {
    const part = parts.get(n + 1);
    if (part === undefined) throw new NoteRefused(`part ${n + 1} of ${of} is missing`);
    return part;
  });
  return Buffer.from(whole.join(''), 'base64url').toString('utf8');
}
