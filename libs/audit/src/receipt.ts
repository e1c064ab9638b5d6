import { type Checkpoint, parseCheckpoint } from './checkpoint.js';
import { HASH_BYTES, type Hash, leafHash } from './hash.js';
import { decoded, NoteRefused, type NoteVerifier, openNote, signersOf } from './note.js';
import { verifyInclusion } from './proofs.js';

/**
 * A proof that can be checked without us that an entry is in the log (C2SP tlog-proof, file name `.tlog-proof`). `extra`
 * is what the proof does not vouch for; a receipt carries the entry itself there, and its hash is what is vouched for.
 */
export interface Receipt {
  readonly extra?: Buffer;
  readonly index: number;
  readonly proof: readonly Hash[];
  /** The signed checkpoint as the log published it, with the cosignatures of witnesses. */
  readonly checkpoint: string;
}

const HEADER = 'c2sp.org/tlog-proof@v1';
const MAX_CHARACTERS = 2_000_000;
const MAX_HASHES = 63;

/** The receipt as its file: what `parseReceipt` reads. */
export function formatReceipt({ extra, index, proof, checkpoint }: Receipt): string {
  const lines = [
    HEADER,
    ...(extra ? [`extra ${extra.toString('base64')}`] : []),
    `index ${index}`,
    ...proof.map((hash) => hash.toString('base64')),
  ];
  return `${lines.join('\n')}\n\n${checkpoint}`;
}

/** Reads a receipt; nothing in it is believed yet. Throws NoteRefused. */
export function parseReceipt(text: string): Receipt {
  const end = text.indexOf('\n\n');
  if (text.length > MAX_CHARACTERS || end < 0)
    throw new NoteRefused('no receipt: the empty line before the checkpoint is missing');
  const lines = text.slice(0, end).split('\n');
  if (lines.shift() !== HEADER) throw new NoteRefused(`no receipt: the first line is not ${HEADER}`);
  const extra = lines[0]?.startsWith('extra ') ? decoded(lines.shift()!.slice('extra '.length)) : null;
  if (extra === undefined) throw new NoteRefused('the extra data are not base64');
  const index = /^index (0|[1-9]\d{0,15})$/.exec(lines.shift() ?? '')?.[1];
  if (index === undefined || !Number.isSafeInteger(Number(index)))
    throw new NoteRefused('the index is no whole number');
  if (lines.length > MAX_HASHES) throw new NoteRefused(`a proof has at most ${MAX_HASHES} hashes`);
  const proof = lines.map((line) => {
    const hash = decoded(line);
    if (hash?.length !== HASH_BYTES) throw new NoteRefused(`no SHA-256 value in base64: "${line}"`);
    return hash;
  });
  return { ...(extra && { extra }), index: Number(index), proof, checkpoint: text.slice(end + 2) };
}

/** Whose word is asked for: the log's keys, and at least `quorum` of the witnesses'. */
export interface Trust {
  readonly origin: string;
  readonly log: readonly NoteVerifier[];
  readonly witnesses: readonly NoteVerifier[];
  readonly quorum: number;
}

/** The checkpoint, when the log and enough witnesses signed it; throws NoteRefused otherwise. */
export function openCheckpoint(note: string, { origin, log, witnesses, quorum }: Trust): Checkpoint {
  const { text } = openNote(note, log);
  const checkpoint = parseCheckpoint(text);
  if (checkpoint.origin !== origin)
    throw new NoteRefused(`the checkpoint is of ${checkpoint.origin}, not of ${origin}`);
  const cosigned = signersOf(note, witnesses).length;
  if (cosigned < quorum)
    throw new NoteRefused(`${cosigned} of ${witnesses.length} witnesses cosigned, ${quorum} are needed`);
  return checkpoint;
}

/** Checks that `entry` is where the receipt says, in a log that `trust` believes. Throws NoteRefused or ProofFailed. */
export function verifyReceipt(receipt: Receipt, entry: Uint8Array, trust: Trust): Checkpoint {
  const checkpoint = openCheckpoint(receipt.checkpoint, trust);
  const { index, proof } = receipt;
  verifyInclusion({ index, size: checkpoint.size, leaf: leafHash(entry), root: checkpoint.root }, proof);
  return checkpoint;
}
