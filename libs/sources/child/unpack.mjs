import { promisify } from 'node:util';
import yauzl from 'yauzl';
import { refuse } from './refuse.mjs';
import { checked } from './xml.mjs';

const MOST_ENTRIES = 2_000;
const MOST_UNPACKED = 200 * 1_048_576;
const MOST_RATIO = 100;
/** So small a part may be packed as tightly as it likes. */
const RATIO_COUNTS_FROM = 1_048_576;

const open = promisify(yauzl.fromBuffer);

/**
 * The XML parts of an Office file by name. What is unpacked is counted while it streams, whatever sizes the file states;
 * pictures, macros and embedded files are not unpacked at all. Only what was counted here is ever given to a library.
 */
export async function unpack(bytes) {
  const zip = await open(bytes, { lazyEntries: true, autoClose: false, validateEntrySizes: true });
  if (zip.entryCount > MOST_ENTRIES) refuse('source.unsafe', { why: 'entries', most: MOST_ENTRIES });
  const entries = await entriesOf(zip);
  refuseOverlaps(entries);
  const openEntry = promisify(zip.openReadStream.bind(zip));
  const parts = new Map();
  let total = 0;
  for (const entry of entries) {
    if (entry.isEncrypted()) refuse('source.encrypted');
    if (!/\.(?:xml|rels)$/i.test(entry.fileName)) continue;
    if (parts.has(entry.fileName)) refuse('source.unsafe', { why: 'repeated-entry' });
    const chunks = [];
    let size = 0;
    for await (const chunk of await openEntry(entry)) {
      size += chunk.length;
      total += chunk.length;
      if (total > MOST_UNPACKED) refuse('source.unsafe', { why: 'unpacked', most: '200 MB' });
      if (size > RATIO_COUNTS_FROM && size > MOST_RATIO * entry.compressedSize)
        refuse('source.unsafe', { why: 'ratio', most: MOST_RATIO });
      chunks.push(chunk);
    }
    parts.set(entry.fileName, checked(entry.fileName, Buffer.concat(chunks)));
  }
  return parts;
}

function entriesOf(zip) {
  return new Promise((resolve, reject) => {
    const entries = [];
    zip.on('entry', (entry) => {
      entries.push(entry);
      zip.readEntry();
    });
    zip.once('end', () => resolve(entries));
    zip.once('error', reject);
    zip.readEntry();
  });
}

/** Entries that share their bytes make a small file out of any amount. */
function refuseOverlaps(entries) {
  const spans = entries
    .map((entry) => [entry.relativeOffsetOfLocalHeader, entry.compressedSize])
    .sort(([a], [b]) => a - b);
  spans.forEach(([start], at) => {
    const [before, size] = spans[at - 1] ?? [-1, 0];
    if (at > 0 && before + size >= start) refuse('source.unsafe', { why: 'overlapping' });
  });
}
