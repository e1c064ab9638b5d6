// Reads one file from standard input and writes what is in it as JSON, in a process of its own that may be killed at any
// moment: what is in the file comes from outside. Plain JavaScript, because a process starts from a file.
import './seal.mjs';
import { buffer } from 'node:stream/consumers';
import { Refused } from './refuse.mjs';
import { formatOf } from './sniff.mjs';

const READERS = {
  docx: () => import('./word.mjs'),
  doc: () => import('./old-word.mjs'),
  xlsx: () => import('./workbook.mjs'),
  xls: () => import('./workbook.mjs'),
  pdf: () => import('./pdf.mjs'),
  txt: () => import('./plain.mjs'),
};

async function answer() {
  try {
    const { format, content } = await formatOf(await buffer(process.stdin));
    const { read } = await READERS[format]();
    return { format, ...(await read(content)) };
  } catch (error) {
    if (error instanceof Refused) return { refused: { code: error.code, details: error.details } };
    return { refused: { code: 'source.damaged', details: {} } };
  }
}

/** Text that a database and JSON can hold: no half characters, no NUL. */
const sound = (_, value) => (typeof value === 'string' ? value.toWellFormed().replaceAll('\0', '') : value);

process.stdout.write(JSON.stringify(await answer(), sound), () => process.exit(0));
