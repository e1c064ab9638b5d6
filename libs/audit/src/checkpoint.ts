import { HASH_BYTES, type Hash } from './hash.js';
import { decoded, NoteRefused } from './note.js';

/** The head of a log's tree: how many entries it has and the root over them (C2SP tlog-checkpoint). */
export interface Checkpoint {
  /** Names the log for ever; a log that had to begin again has another origin. */
  readonly origin: string;
  readonly size: number;
  readonly root: Hash;
}

/** The text that is signed. No extension lines: nobody could audit them. */
export function formatCheckpoint({ origin, size, root }: Checkpoint): string {
  if (/\n/.test(origin) || origin === '') throw new RangeError('an origin is one line');
  return `${origin}\n${size}\n${root.toString('base64')}\n`;
}

/** Reads a checkpoint's text; extension lines of other logs are passed over. Throws NoteRefused. */
export function parseCheckpoint(text: string): Checkpoint {
  const lines = text.split('\n');
  const [origin = '', size = '', root = ''] = lines;
  if (lines.length < 4 || lines.at(-1) !== '' || lines.slice(0, -1).includes(''))
    throw new NoteRefused('a checkpoint has three lines: origin, size, root');
  if (!/^(?:0|[1-9]\d*)$/.test(size) || !Number.isSafeInteger(Number(size)))
    throw new NoteRefused(`a tree size is a whole number, not "${size}"`);
  const hash = decoded(root);
  if (hash?.length !== HASH_BYTES) throw new NoteRefused(`a root is a SHA-256 value in base64, not "${root}"`);
  return { origin, size: Number(size), root: hash };
}
