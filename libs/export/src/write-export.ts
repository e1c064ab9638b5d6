import { createWriteStream } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { tilePath, tilesOf } from '#libs/audit';
import type { Evidence, Head } from './evidence.js';
import { entryLine, FILES, line } from './lines.js';
import { Unreadable } from './manifest.js';

/** Told after every thousand entries and at the end: how many of how many. */
export type Progress = (entries: number, of: number) => void;

/**
 * Writes evidence into a new or empty folder, with the memory of a page. The manifest is written last: a folder without
 * one was broken off and is no export. Throws Unreadable when the folder holds something.
 */
export async function writeExport(
  evidence: Evidence,
  folder: string,
  progress: Progress = () => undefined,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  if ((await readdir(folder)).length > 0) throw new Unreadable(`${folder}: not empty`);
  const { manifest } = evidence;

  let written = 0;
  await lines(join(folder, FILES.entries), evidence.entries(), (entry) => {
    written += 1;
    if (written % 1_000 === 0) progress(written, manifest.head);
    return entryLine(entry);
  });
  progress(written, manifest.head);

  let newest: Head | undefined;
  await lines(join(folder, FILES.heads), evidence.heads(), (head) => {
    newest = head;
    return line(head);
  });
  if (newest) await writeFile(join(folder, FILES.newestHead), newest.note);
  for (const tile of tilesOf(manifest.size)) {
    const bytes = await evidence.tile(tile);
    if (bytes === null) continue; // its reader will miss it and say so
    const file = join(folder, tilePath(tile));
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, bytes);
  }
  await lines(join(folder, FILES.statements), evidence.statements(), line);
  await lines(join(folder, FILES.schemes), evidence.schemes(), line);
  await writeFile(join(folder, FILES.manifest), `${JSON.stringify(manifest, null, 2)}\n`);
}

async function lines<T>(file: string, values: AsyncIterable<T>, format: (value: T) => string): Promise<void> {
  await pipeline(Readable.from(joined(values, format)), createWriteStream(file));
}

/** Some hundred kilobytes at a time: a write for every line costs more than the line. */
async function* joined<T>(values: AsyncIterable<T>, format: (value: T) => string): AsyncGenerator<string> {
  let text = '';
  for await (const value of values) {
    text += `${format(value)}\n`;
    if (text.length > 200_000) {
      yield text;
      text = '';
    }
  }
  if (text !== '') yield text;
}
