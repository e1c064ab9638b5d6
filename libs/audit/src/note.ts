import { createHash } from 'node:crypto';

/** Text with the signatures of one or more keys (C2SP signed-note). The text ends in a newline. */
export interface Note {
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

export interface NoteSignature {
  readonly name: string;
  /** First four bytes of SHA-256 over name, newline, type and public key. */
  readonly keyId: number;
  readonly bytes: Buffer;
}

/** Tells whether a key signed a text. */
export interface NoteVerifier {
  readonly name: string;
  readonly keyId: number;
  verify(text: string, signature: Buffer): boolean;
}

/** Signs a text with one key. */
export interface NoteSigner {
  readonly name: string;
  readonly keyId: number;
  sign(text: string): Buffer;
}

/** Why a note cannot be believed, in words for its reader. */
export class NoteRefused extends Error {
  override readonly name = 'NoteRefused';
}

const MAX_BYTES = 1_000_000;
const MAX_SIGNATURES = 100;
/** U+2014 and a space, before each signature. */
const DASH = '\u2014 ';
const NAME = /^[^\s+\p{White_Space}]+$/u;
// Control characters are what a note may not hold.
// biome-ignore lint/suspicious/noControlCharactersInRegex: named by the specification
const CONTROL = /[\u0000-\u0009\u000b-\u001f]/;

const LONE_SURROGATE = /\p{Surrogate}/u;

/** The parts of a note as written; signatures are not looked at yet. Throws NoteRefused. */
export function parseNote(note: string): Note {
  if (Buffer.byteLength(note) > MAX_BYTES) throw new NoteRefused(`a note has at most ${MAX_BYTES} bytes`);
  if (CONTROL.test(note)) throw new NoteRefused('a note holds no control characters but newlines');
  if (LONE_SURROGATE.test(note)) throw new NoteRefused('a note is valid Unicode');
  const end = note.lastIndexOf('\n\n');
  if (end < 0 || !note.endsWith('\n')) throw new NoteRefused('a note is text, an empty line, and signature lines');
  const lines = note
    .slice(end + 2)
    .split('\n')
    .slice(0, -1);
  if (lines.length === 0) throw new NoteRefused('the note has no signature');
  if (lines.length > MAX_SIGNATURES) throw new NoteRefused(`a note has at most ${MAX_SIGNATURES} signatures`);
  return { text: note.slice(0, end + 1), signatures: lines.map(parseSignature) };
}

/** One signature line, without its newline. Throws NoteRefused. */
function parseSignature(line: string): NoteSignature {
  const [name, encoded, ...more] = line.startsWith(DASH) ? line.slice(DASH.length).split(' ') : [];
  if (!name || !encoded || more.length > 0 || !NAME.test(name)) throw new NoteRefused(`no signature line: ${line}`);
  const bytes = decoded(encoded);
  if (bytes === undefined || bytes.length < 5) throw new NoteRefused(`the signature of ${name} is not base64`);
  return { name, keyId: bytes.readUInt32BE(0), bytes: bytes.subarray(4) };
}

/** One signature line with its newline. */
export function formatSignature({ name, keyId, bytes }: NoteSignature): string {
  const id = Buffer.alloc(4);
  id.writeUInt32BE(keyId);
  return `${DASH}${name} ${Buffer.concat([id, bytes]).toString('base64')}\n`;
}

/** The note as it is sent: what `parseNote` reads. Does not look whether its text may be one; `signNote` does. */
export function formatNote({ text, signatures }: Note): string {
  return `${text}\n${signatures.map(formatSignature).join('')}`;
}

/** The text signed by each of the signers. The text ends in a newline and holds no control character. */
export function signNote(text: string, signers: readonly NoteSigner[]): string {
  if (!text.endsWith('\n') || CONTROL.test(text)) throw new RangeError('a note is lines of text, each ended');
  const signatures = signers.map(({ name, keyId, sign }) => ({ name, keyId, bytes: sign(text) }));
  return formatNote({ text, signatures });
}

/** The note's text and who of the known keys signed it. Throws NoteRefused as `signersOf` does, and when none did. */
export function openNote(
  note: string,
  verifiers: readonly NoteVerifier[],
): { text: string; signedBy: readonly string[] } {
  const signedBy = signersOf(note, verifiers);
  if (signedBy.length === 0) throw new NoteRefused('no known key signed the note');
  return { text: parseNote(note).text, signedBy };
}

/**
 * The names of the known keys that signed the note; signatures of unknown keys count for nothing. Throws NoteRefused when
 * it is no note, or when the signature of a known key is wrong.
 */
export function signersOf(note: string, verifiers: readonly NoteVerifier[]): readonly string[] {
  const { text, signatures } = parseNote(note);
  const signers = new Set<string>();
  const seen = new Set<NoteVerifier>();
  for (const { name, keyId, bytes } of signatures) {
    const verifier = verifiers.find((known) => known.name === name && known.keyId === keyId);
    if (!verifier || seen.has(verifier)) continue;
    seen.add(verifier);
    if (!verifier.verify(text, bytes)) throw new NoteRefused(`the signature of ${name} is wrong`);
    signers.add(name);
  }
  return [...signers];
}

/** The id of a key: what tells its signatures apart from those of other keys of the name. */
export function keyIdOf(name: string, type: Buffer, publicKey: Buffer): number {
  return createHash('sha256').update(`${name}\n`).update(type).update(publicKey).digest().readUInt32BE(0);
}

/** Refuses a name that a signature line cannot hold. */
export function checkKeyName(name: string): void {
  if (!NAME.test(name)) throw new RangeError(`a key name has no space and no plus: "${name}"`);
}

/** Standard base64 with its padding, and nothing that decodes only by leniency; undefined otherwise. */
export function decoded(base64: string): Buffer | undefined {
  const bytes = Buffer.from(base64, 'base64');
  return bytes.toString('base64') === base64 ? bytes : undefined;
}
