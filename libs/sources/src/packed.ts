import { type Readable, Transform } from 'node:stream';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { DomainError } from '#libs/kernel';

/** A file out of a ZIP: under the name it has there, its bytes as they are unpacked. */
export interface PackedFile {
  readonly name: string;
  readonly content: Readable;
}

const MOST_ENTRIES = 2_000;
const MOST_FILES = 200;
const MOST_UNPACKED = 200 * 1_048_576;
const MOST_RATIO = 100;
/** So small a file may be packed as tightly as it likes. */
const RATIO_COUNTS_FROM = 1_048_576;

/**
 * The files of a ZIP that lies on a disk, one after the other. What is unpacked is counted while it streams, whatever sizes
 * the ZIP states; what is in the files is left to those who read them. Folders, and what systems put beside files, are passed
 * over. Throws DomainError('invalid', 'source.…') for a ZIP that is none, or that must not be unpacked.
 */
export async function* filesOf(path: string): AsyncGenerator<PackedFile> {
  const zip = await openPromise(path, { autoClose: false, decodeStrings: false }).catch(() => {
    throw new DomainError('invalid', 'source.not-packed');
  });
  try {
    if (zip.entryCount > MOST_ENTRIES) throw unsafe('entries', MOST_ENTRIES);
    const entries = await entriesOf(zip);
    refuseOverlaps(entries);
    const files = entries.map((entry) => ({ entry, name: nameOf(entry) })).filter(({ name }) => isReport(name));
    if (files.length === 0) throw new DomainError('invalid', 'source.nothing-packed');
    if (files.length > MOST_FILES) throw new DomainError('invalid', 'source.too-many-packed', { most: MOST_FILES });
    const counted = new Count();
    for (const { entry, name } of files) {
      if (entry.isEncrypted()) throw new DomainError('invalid', 'source.encrypted');
      const packed = await zip.openReadStreamPromise(entry).catch(() => {
        throw new DomainError('invalid', 'source.damaged');
      });
      const content = counted.through(packed, entry.compressedSize);
      yield { name, content };
      content.destroy();
      packed.destroy();
    }
  } finally {
    zip.close();
  }
}

async function entriesOf(zip: ZipFile): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  try {
    for await (const entry of zip.eachEntry()) entries.push(entry);
  } catch {
    throw new DomainError('invalid', 'source.damaged');
  }
  return entries;
}

/** Counts what comes out of a ZIP, all of its files together. */
class Count {
  #total = 0;

  through(packed: Readable, packedSize: number): Readable {
    let size = 0;
    const content = new Transform({
      transform: (piece: Buffer, _, done) => {
        size += piece.length;
        this.#total += piece.length;
        if (this.#total > MOST_UNPACKED) done(unsafe('unpacked', '200 MB'));
        else if (size > RATIO_COUNTS_FROM && size > MOST_RATIO * packedSize) done(unsafe('ratio', MOST_RATIO));
        else done(null, piece);
      },
    });
    packed.on('error', () => content.destroy(new DomainError('invalid', 'source.damaged')));
    return packed.pipe(content);
  }
}

const unsafe = (why: string, most?: number | string) =>
  new DomainError('invalid', 'source.unsafe', { why, ...(most !== undefined && { most }) });

/** Entries that share their bytes make a small file out of any amount. */
function refuseOverlaps(entries: readonly Entry[]): void {
  const spans = entries
    .map((entry) => [entry.relativeOffsetOfLocalHeader, entry.compressedSize] as const)
    .sort(([a], [b]) => a - b);
  for (const [at, [start]] of spans.entries()) {
    const [before, size] = spans[at - 1] ?? [-1, 0];
    if (at > 0 && before + size >= start) throw unsafe('overlapping');
  }
}

const IS_UTF8 = 0x0800;

/** Chinese systems write names in GB 18030 where nothing says UTF-8. */
function nameOf({ fileNameRaw, generalPurposeBitFlag }: Entry): string {
  const encodings = generalPurposeBitFlag & IS_UTF8 ? ['utf-8'] : ['utf-8', 'gb18030'];
  for (const encoding of encodings) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(fileNameRaw);
    } catch {
      // not in this encoding
    }
  }
  return fileNameRaw.toString('latin1');
}

/** Not a folder, and not what a system or an office program leaves beside files. */
function isReport(name: string): boolean {
  return !/(?:[/\\]$)|(?:^|[/\\])(?:__MACOSX[/\\]|\.[^/\\]*$|~\$|Thumbs\.db$|desktop\.ini$)/i.test(name);
}
