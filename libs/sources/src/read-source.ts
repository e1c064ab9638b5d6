import type { Block } from '#libs/intake';
import { DomainError } from '#libs/kernel';
import { inAChild } from './child.js';
import { Turns } from './turns.js';

/** Most bytes of a file. */
export const SOURCE_BYTES = 20 * 1_048_576;

export type SourceFormat = 'docx' | 'doc' | 'xlsx' | 'xls' | 'pdf' | 'txt';

export interface SourceBounds {
  /** Longest time the reading may take, in ms; 20 s unless told. */
  readonly ms?: number;
  /** Most memory the reading may take, in MB; 512 unless told. */
  readonly megabytes?: number;
}

/** What is in a file: its paragraphs and tables, in their order. */
export interface ReadSource {
  readonly format: SourceFormat;
  readonly blocks: readonly Block[];
}

/** Readings at one time in this process; others wait for their turn. */
const turns = new Turns(2);

/**
 * Reads a Word, Excel, PDF or text file from outside: paragraphs and tables with their cells. What the file is, its bytes
 * decide and not its name. It is read in a process of its own, without network and secrets, which is killed when it takes
 * too long or too much memory. Throws DomainError('invalid', 'source.…') for a file that cannot or must not be read.
 */
export async function readSource(
  bytes: Uint8Array,
  { ms = 20_000, megabytes = 512 }: SourceBounds = {},
): Promise<ReadSource> {
  if (bytes.length === 0) throw new DomainError('invalid', 'source.empty');
  if (bytes.length > SOURCE_BYTES) throw new DomainError('invalid', 'source.too-large', { most: '20 MB' });
  return turns.take(() => inAChild(bytes, { ms, megabytes })) as Promise<ReadSource>;
}
