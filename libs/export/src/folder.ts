import { isUtf8 } from 'node:buffer';
import { createReadStream, existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Tile, tilePath } from '#libs/audit';
import type { Evidence } from './evidence.js';
import { FILES, parseEntry, parseHead, parseSchemeLine, parseStatement } from './lines.js';
import { parseManifest, Unreadable } from './manifest.js';

/** The evidence in the folder of an export. Throws Unreadable when there is no export. */
export async function openFolder(folder: string): Promise<Evidence> {
  const file = join(folder, FILES.manifest);
  if (!existsSync(file)) throw new Unreadable(`${folder}: no ${FILES.manifest}`);
  const each = <T>(name: string, parse: (line: string, number: number) => T) => linesOf(join(folder, name), parse);
  return {
    manifest: parseManifest(await readFile(file, 'utf8')),
    entries: () => each(FILES.entries, parseEntry),
    heads: () => each(FILES.heads, parseHead),
    statements: () => each(FILES.statements, parseStatement),
    schemes: () => each(FILES.schemes, parseSchemeLine),
    tile: (tile: Tile) => readFile(join(folder, tilePath(tile))).catch(missing),
  };
}

const NEWLINE = 10;
/** Longer than any line of an export: what comes behind it is no line, and is not gathered in memory. */
const MAX_LINE = 64 << 20;

/**
 * Lines end at a newline and nowhere else: node:readline would also break at U+2028, which people paste into reports. A last
 * line without its newline was cut off and is read as far as it goes.
 */
async function* linesOf<T>(file: string, parse: (line: string, number: number) => T): AsyncGenerator<T> {
  if (!existsSync(file)) throw new Unreadable(`${file}: missing`);
  let number = 0;
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    let from = 0;
    for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, from)) {
      number += 1;
      yield parse(textOf(bytes.subarray(from, end), `${file}:${number}`), number);
      from = end + 1;
    }
    rest = bytes.subarray(from);
    if (rest.length > MAX_LINE) throw new Unreadable(`${file}:${number + 1}: longer than any line`);
  }
  if (rest.length > 0) yield parse(textOf(rest, `${file}:${number + 1}`), number + 1);
}

/** Bytes that are no UTF-8 would be read as U+FFFD, whatever they are. */
function textOf(bytes: Buffer, place: string): string {
  if (!isUtf8(bytes)) throw new Unreadable(`${place}: no UTF-8`);
  return bytes.toString('utf8');
}

function missing(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}
