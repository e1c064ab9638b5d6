import { cosignatureVerifier, cosigner } from './cosignature.js';
import { ed25519Signer, ed25519Verifier } from './ed25519.js';
import { formatNote, NoteRefused, openNote, parseNote, signersOf, signNote } from './note.js';
import { parseVerifierKey } from './verifier-key.js';

/** The example of the first implementation of the format, Go's golang.org/x/mod/sumdb/note. */
const NEUMANN = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
const EXAMPLE = `If you think cryptography is the answer to your problem,
then you don't know what your problem is.

— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
`;
const BUREAU = ed25519Signer('huitong.example/log', Buffer.alloc(32, 1));
const OTHER = ed25519Signer('huitong.example/other', Buffer.alloc(32, 2));
const TEXT = 'huitong.example/log\n3\nAAAA\n';
const known = ed25519Verifier(BUREAU.verifierKey);

describe('A signed note', () => {
  it('of the first implementation opens with its key', () => {
    const { text, signedBy } = openNote(EXAMPLE, [ed25519Verifier(NEUMANN)]);
    expect(text.split('\n')[1]).toBe("then you don't know what your problem is.");
    expect(signedBy).toEqual(['PeterNeumann']);
  });

  it('is written as it is read', () => {
    expect(formatNote(parseNote(EXAMPLE))).toBe(EXAMPLE);
  });

  it('signed by two is opened by whoever knows one of them', () => {
    const note = signNote(TEXT, [BUREAU, OTHER]);
    expect(openNote(note, [known]).signedBy).toEqual([BUREAU.name]);
    expect(signersOf(note, [known, ed25519Verifier(OTHER.verifierKey)])).toEqual([BUREAU.name, OTHER.name]);
  });

  it('counts two signatures of one key as one signer', () => {
    expect(signersOf(signNote(TEXT, [BUREAU, BUREAU]), [known])).toEqual([BUREAU.name]);
  });

  it('is refused when no known key signed it', () => {
    expect(() => openNote(signNote(TEXT, [OTHER]), [known])).toThrow('no known key signed the note');
  });

  it('is refused as a whole when the signature of a known key is wrong', () => {
    const note = signNote(TEXT, [BUREAU, OTHER]).replace('\n3\n', '\n4\n');
    expect(() => openNote(note, [known, ed25519Verifier(OTHER.verifierKey)])).toThrow('huitong.example/log is wrong');
  });

  const signed = signNote(TEXT, [BUREAU]);
  const line = signed.split('\n').at(-2)!;
  it.each([
    ['no empty line', signed.replace('\n\n', '\n')],
    ['no newline at the end', signed.slice(0, -1)],
    ['no signature', `${TEXT}\n`],
    ['a carriage return', signed.replace('\n', '\r\n')],
    ['a NUL', signed.replace('AAAA', 'AA\u0000AA')],
    ['half a character', signed.replace('AAAA', '\ud83d')],
    ['a hyphen for the dash', signed.replace('— ', '- ')],
    ['a name with a plus', signed.replace('— huitong', '— hui+tong')],
    ['a word behind the signature', signed.replace(line, `${line} more`)],
    ['base64 that is not canonical', signed.replace(line, line.replace(/=*$/, ''))],
    ['a signature of four bytes', signed.replace(line, `— ${BUREAU.name} AAAAAA==`)],
    ['a hundred and one signatures', `${TEXT}\n${`${line}\n`.repeat(101)}`],
    ['more than a megabyte', `${'x'.repeat(1_000_000)}\n\n${line}\n`],
  ])('is no note with %s', (_, note) => {
    expect(() => parseNote(note)).toThrow(NoteRefused);
  });

  it('is not signed over what is no text of lines', () => {
    expect(() => signNote('no newline', [BUREAU])).toThrow(RangeError);
    expect(() => signNote('a\u0001\n', [BUREAU])).toThrow(RangeError);
  });
});

describe('A verifier key', () => {
  it.each([
    ['nothing', ''],
    ['no name', NEUMANN.replace('PeterNeumann', '')],
    ['a space in its name', NEUMANN.replace('Neumann', ' Neumann')],
    ["another key's id", NEUMANN.replace('c74f20a3', 'c74f20a4')],
    ['a byte too few', NEUMANN.slice(0, -4)],
  ])('is refused with %s', (_, key) => {
    expect(() => parseVerifierKey(key)).toThrow(RangeError);
  });

  it("of a witness is no log's key, and the other way round", () => {
    const witness = cosigner('audit.example/w1', Buffer.alloc(32, 3));
    expect(() => ed25519Verifier(witness.verifierKey)).toThrow('type 4');
    expect(() => cosignatureVerifier(BUREAU.verifierKey)).toThrow('type 1');
  });

  it('cannot be made for a name that a signature line cannot hold', () => {
    expect(() => ed25519Signer('two words', Buffer.alloc(32))).toThrow(RangeError);
    expect(() => ed25519Signer('short', Buffer.alloc(31))).toThrow('32 bytes');
  });
});

describe('A cosignature', () => {
  const witness = cosigner('audit.example/w1', Buffer.alloc(32, 3));
  const verifier = cosignatureVerifier(witness.verifierKey);
  const cosignature = witness.cosign(TEXT, 1_800_000_000);

  it('says when the witness saw the checkpoint, and holds for its text alone', () => {
    expect(verifier.timeOf(cosignature.bytes)).toBe(1_800_000_000);
    expect(verifier.verify(TEXT, cosignature.bytes)).toBe(true);
    expect(verifier.verify(TEXT.replace('3', '4'), cosignature.bytes)).toBe(false);
  });

  it('does not hold for another time', () => {
    const later = Buffer.from(cosignature.bytes);
    later.writeBigUInt64BE(1_800_000_001n);
    expect(verifier.verify(TEXT, later)).toBe(false);
  });

  it.each([
    ['a time beyond 2^63', Buffer.concat([Buffer.alloc(8, 255), cosignature.bytes.subarray(8)])],
    ['a byte too few', cosignature.bytes.subarray(1)],
    ['nothing in it', Buffer.alloc(0)],
  ])('with %s is refused', (_, bytes) => {
    expect(verifier.verify(TEXT, bytes)).toBe(false);
  });
});
