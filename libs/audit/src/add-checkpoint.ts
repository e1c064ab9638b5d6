import { HASH_BYTES, type Hash } from './hash.js';
import { decoded, NoteRefused } from './note.js';

/** What a log asks a witness: cosign this checkpoint, which grew from the one of size `old` (C2SP tlog-witness). */
export interface AddCheckpoint {
  readonly old: number;
  /** Consistency of the two trees; empty when `old` is 0. */
  readonly proof: readonly Hash[];
  readonly checkpoint: string;
}

const MAX_HASHES = 63;

/** The body of `POST add-checkpoint`: what `parseAddCheckpoint` reads. */
export function formatAddCheckpoint({ old, proof, checkpoint }: AddCheckpoint): string {
  return `${[`old ${old}`, ...proof.map((hash) => hash.toString('base64'))].join('\n')}\n\n${checkpoint}`;
}

/** Reads the body of `POST add-checkpoint`; nothing in it is believed yet. Throws NoteRefused. */
export function parseAddCheckpoint(body: string): AddCheckpoint {
  const end = body.indexOf('\n\n');
  if (end < 0) throw new NoteRefused('the empty line before the checkpoint is missing');
  const [first = '', ...rest] = body.slice(0, end).split('\n');
  const old = Number(/^old (0|[1-9]\d{0,15})$/.exec(first)?.[1]);
  if (!Number.isSafeInteger(old)) throw new NoteRefused(`no old size: "${first}"`);
  if (rest.length > MAX_HASHES) throw new NoteRefused(`a proof has at most ${MAX_HASHES} hashes`);
  const proof = rest.map((line) => {
    const hash = decoded(line);
    if (hash?.length !== HASH_BYTES) throw new NoteRefused(`no SHA-256 value in base64: "${line}"`);
    return hash;
  });
  return { old, proof, checkpoint: body.slice(end + 2) };
}
