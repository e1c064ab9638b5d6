import { createWriteStream } from 'node:fs';
import { mkdir, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Evidence } from './evidence.js';
import { filesOf, type Progress } from './files.js';
import { Unreadable } from './manifest.js';

/**
 * Writes evidence into a new or empty folder. The manifest is written last: a folder without one was broken off and is no
 * export. Throws Unreadable when the folder holds something.
 */
export async function writeExport(evidence: Evidence, folder: string, progress?: Progress): Promise<void> {
  await mkdir(folder, { recursive: true });
  if ((await readdir(folder)).length > 0) throw new Unreadable(`${folder}: not empty`);
  for await (const { name, content } of filesOf(evidence, progress)) {
    const file = join(folder, name);
    await mkdir(dirname(file), { recursive: true });
    await pipeline(Readable.from(content), createWriteStream(file));
  }
}
