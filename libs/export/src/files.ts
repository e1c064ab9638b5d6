import { tilePath, tilesOf } from '#libs/audit';
import type { Evidence, Head } from './evidence.js';
import { entryLine, FILES, line } from './lines.js';

/** One file of an export. Its content is read to the end before the next file is asked for. */
export interface ExportFile {
  readonly name: string;
  readonly content: AsyncIterable<string | Uint8Array>;
}

/** Told after every thousand entries and at the end: how many of how many. */
export type Progress = (entries: number, of: number) => void;

/** The files of an export, with the memory of a page. The manifest comes last: what ends without one was broken off. */
export async function* filesOf(evidence: Evidence, progress: Progress = () => undefined): AsyncGenerator<ExportFile> {
  const { manifest } = evidence;
  let written = 0;
  const counted = (entry: Parameters<typeof entryLine>[0]): string => {
    written += 1;
    if (written % 1_000 === 0) progress(written, manifest.head);
    return entryLine(entry);
  };
  yield { name: FILES.entries, content: joined(evidence.entries(), counted) };
  progress(written, manifest.head);

  let newest: Head | undefined;
  const remembered = (head: Head): string => {
    newest = head;
    return line(head);
  };
  yield { name: FILES.heads, content: joined(evidence.heads(), remembered) };
  if (newest) yield { name: FILES.newestHead, content: once(newest.note) };
  for (const tile of tilesOf(manifest.size)) {
    const bytes = await evidence.tile(tile);
    if (bytes === null) continue; // its reader will miss it and say so
    yield { name: tilePath(tile), content: once(bytes) };
  }
  yield { name: FILES.statements, content: joined(evidence.statements(), line) };
  yield { name: FILES.schemes, content: joined(evidence.schemes(), line) };
  yield { name: FILES.manifest, content: once(`${JSON.stringify(manifest, null, 2)}\n`) };
}

/** Content that is there already. */
export async function* once(content: string | Uint8Array): AsyncGenerator<string | Uint8Array> {
  yield content;
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
