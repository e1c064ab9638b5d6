import { createReadStream, existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
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

async function* linesOf<T>(file: string, parse: (line: string, number: number) => T): AsyncGenerator<T> {
  if (!existsSync(file)) throw new Unreadable(`${file}: missing`);
  const input = createReadStream(file, { highWaterMark: 1 << 20 });
  let number = 0;
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    yield parse(line, number);
  }
}

function missing(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}
