import {
  type Checkpoint,
  COSIGNATURE,
  cosignatureVerifier,
  leafHash,
  logVerifier,
  type NoteVerifier,
  openNote,
  parseCheckpoint,
  parseReceipt,
  parseVerifierKey,
  signersOf,
  verifyReceipt,
} from '#libs/audit';
import { parseHead } from '../lines.js';
import { type Manifest, Unreadable } from '../manifest.js';

/** Whose word is believed. Keys that the export itself names prove only that it agrees with itself. */
export interface Trust {
  readonly origin: string | null;
  readonly log: readonly NoteVerifier[];
  readonly witnesses: readonly NoteVerifier[];
  readonly quorum: number;
}

/** What somebody kept of the log earlier: a checkpoint, or a receipt. */
export interface Kept {
  /** What the reader calls it: a file name. */
  readonly from: string;
  readonly text: string;
}

/** What a kept checkpoint or receipt claims, once its signature was checked. */
export interface Seen {
  readonly from: string;
  readonly size: number;
  readonly root: Buffer;
  readonly leaf?: { readonly index: number; readonly hash: Buffer };
}

/** Everything kept in one file: a checkpoint, a receipt, or the list of checkpoints of another export. Throws Unreadable. */
export function keptIn(from: string, text: string): readonly Kept[] {
  if (!text.startsWith('{')) return [{ from, text }];
  const lines = text.split('\n').filter((line) => line !== '');
  return lines.map((line, n) => ({ from: `${from}:${n + 1}`, text: parseHead(line, n + 1).note }));
}

/** Reads keys, one to a line; empty lines and lines beginning with `#` are passed over. Throws Unreadable. */
export function keysIn(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}

/** Trust in the keys the reader brought, and where he brought none, in those the export names. Throws Unreadable. */
export function trustOf(
  { origin, keys, witnesses }: Manifest,
  given: { readonly keys?: readonly string[]; readonly witnesses?: readonly string[]; readonly quorum?: number } = {},
): Trust {
  const witnessKeys = given.witnesses ?? witnesses.keys;
  const quorum = given.quorum ?? (given.witnesses ? given.witnesses.length : witnesses.quorum);
  try {
    return {
      origin,
      log: (given.keys ?? keys).filter(isLogKey).map(logVerifier),
      witnesses: witnessKeys.map(cosignatureVerifier),
      quorum,
    };
  } catch (error) {
    throw new Unreadable((error as Error).message);
  }
}

const isLogKey = (key: string): boolean => parseVerifierKey(key).type !== COSIGNATURE;

/** The checkpoint in a note that the log signed. Throws NoteRefused. */
export function openHead(note: string, { log }: Trust): Checkpoint {
  return parseCheckpoint(openNote(note, log).text);
}

/** How many of the witnesses cosigned a note. Throws NoteRefused when one's signature is wrong. */
export const cosignaturesOf = (note: string, { witnesses }: Trust): number => signersOf(note, witnesses).length;

/** What a kept text proves. Throws NoteRefused or ProofFailed. */
export function seenIn({ from, text }: Kept, trust: Trust): Seen {
  if (!text.startsWith('c2sp.org/tlog-proof@')) return { from, ...openHead(text, trust) };
  const receipt = parseReceipt(text);
  const { size, root, origin } = openHead(receipt.checkpoint, trust);
  if (receipt.extra === undefined) return { from, size, root };
  verifyReceipt(receipt, receipt.extra, { ...trust, origin, quorum: 0 });
  return { from, size, root, leaf: { index: receipt.index, hash: leafHash(receipt.extra) } };
}
