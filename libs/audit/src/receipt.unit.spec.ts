import { type Checkpoint, formatCheckpoint, parseCheckpoint } from './checkpoint.js';
import { cosignatureVerifier, cosigner } from './cosignature.js';
import { ed25519Signer, ed25519Verifier } from './ed25519.js';
import { leafHash } from './hash.js';
import { formatSignature, NoteRefused, signNote } from './note.js';
import { inclusionPath, ProofFailed } from './proofs.js';
import { formatReceipt, openCheckpoint, parseReceipt, type Trust, verifyReceipt } from './receipt.js';
import { rootOf } from './tree.js';

const ORIGIN = 'huitong.example/log';
const LOG = ed25519Signer(ORIGIN, Buffer.alloc(32, 1));
const WITNESSES = [2, 3].map((n) => cosigner(`audit.example/w${n}`, Buffer.alloc(32, n)));
const ENTRIES = Array.from({ length: 11 }, (_, n) => Buffer.from(`{"entry":${n}}`));
const LEAVES = ENTRIES.map(leafHash);
const HEAD: Checkpoint = { origin: ORIGIN, size: 11, root: rootOf(LEAVES) };
const signed = (head = HEAD, by = LOG) => signNote(formatCheckpoint(head), [by]);
const cosigned = (note: string, count: number) =>
  note +
  WITNESSES.slice(0, count)
    .map((witness) => formatSignature(witness.cosign(formatCheckpoint(HEAD), 1_800_000_000)))
    .join('');
const trust = (quorum: number): Trust => ({
  origin: ORIGIN,
  log: [ed25519Verifier(LOG.verifierKey)],
  witnesses: WITNESSES.map(({ verifierKey }) => cosignatureVerifier(verifierKey)),
  quorum,
});
const receipt = (index: number, checkpoint = cosigned(signed(), 2)) => ({
  index,
  extra: ENTRIES[index]!,
  proof: inclusionPath(index, 11).map(({ start, end }) => rootOf(LEAVES.slice(start, end))),
  checkpoint,
});

describe('A receipt', () => {
  it('of every entry is written, read and verified years later without us', () => {
    for (const [index, entry] of ENTRIES.entries()) {
      const read = parseReceipt(formatReceipt(receipt(index)));
      expect(read).toEqual(receipt(index));
      expect(verifyReceipt(read, entry, trust(2))).toEqual(HEAD);
    }
  });

  it('without extra data is one too', () => {
    const { extra: _, ...bare } = receipt(4);
    expect(parseReceipt(formatReceipt(bare))).toEqual(bare);
  });

  it('does not hold for another entry', () => {
    expect(() => verifyReceipt(receipt(4), ENTRIES[5]!, trust(2))).toThrow(ProofFailed);
  });

  it('does not hold at another index', () => {
    expect(() => verifyReceipt({ ...receipt(4), index: 5 }, ENTRIES[4]!, trust(2))).toThrow(ProofFailed);
  });

  it('does not hold for a log of another name', () => {
    const elsewhere = signed({ ...HEAD, origin: 'elsewhere.example/log' });
    expect(() => verifyReceipt(receipt(4, elsewhere), ENTRIES[4]!, trust(0))).toThrow('not of huitong.example/log');
  });

  it("does not hold under another's signature", () => {
    const forged = signed(HEAD, ed25519Signer(ORIGIN, Buffer.alloc(32, 9)));
    expect(() => verifyReceipt(receipt(4, forged), ENTRIES[4]!, trust(0))).toThrow('no known key signed the note');
  });

  it('needs as many witnesses as the reader asks for', () => {
    expect(openCheckpoint(cosigned(signed(), 1), trust(1))).toEqual(HEAD);
    expect(() => openCheckpoint(cosigned(signed(), 1), trust(2))).toThrow('1 of 2 witnesses cosigned, 2 are needed');
  });

  it('is refused when a known witness signed something else', () => {
    const note = signed() + formatSignature(WITNESSES[0]!.cosign(formatCheckpoint({ ...HEAD, size: 12 }), 1));
    expect(() => openCheckpoint(note, trust(1))).toThrow('the signature of audit.example/w2 is wrong');
  });

  const text = formatReceipt(receipt(4));
  it.each([
    ['another header', text.replace('@v1', '@v2')],
    ['no index', text.replace(/^index .*\n/m, '')],
    ['an index with a leading zero', text.replace('index 4', 'index 04')],
    ['a negative index', text.replace('index 4', 'index -4')],
    ['an index beyond exact numbers', text.replace('index 4', 'index 9999999999999999')],
    ['extra data that are not base64', text.replace(/^extra .*$/m, 'extra ???')],
    ['a hash of 31 bytes', text.replace(/^index 4\n.*$/m, `index 4\n${Buffer.alloc(31).toString('base64')}`)],
    [
      'sixty-four hashes',
      text.replace('index 4\n', `index 4\n${`${Buffer.alloc(32).toString('base64')}\n`.repeat(64)}`),
    ],
    ['no empty line', text.replaceAll('\n\n', '\n')],
  ])('with %s is none', (_, spoilt) => {
    expect(() => parseReceipt(spoilt)).toThrow(NoteRefused);
  });
});

describe('A checkpoint', () => {
  it('is written as it is read', () => {
    expect(parseCheckpoint(formatCheckpoint(HEAD))).toEqual(HEAD);
  });

  it("of another log may have lines of that log's own", () => {
    expect(parseCheckpoint(`${formatCheckpoint(HEAD)}own line\n`)).toEqual(HEAD);
  });

  const root = HEAD.root.toString('base64');
  it.each([
    ['an empty origin', `\n11\n${root}\n`],
    ['two lines', `${ORIGIN}\n11\n`],
    ['a size with a leading zero', `${ORIGIN}\n011\n${root}\n`],
    ['a size with a sign', `${ORIGIN}\n+11\n${root}\n`],
    ['a size beyond exact numbers', `${ORIGIN}\n${2 ** 53}\n${root}\n`],
    ['a short root', `${ORIGIN}\n11\nAAAA\n`],
    ['an empty line', `${ORIGIN}\n11\n${root}\n\n`],
    ['no newline at its end', `${ORIGIN}\n11\n${root}`],
  ])('with %s is none', (_, text) => {
    expect(() => parseCheckpoint(text)).toThrow(NoteRefused);
  });

  it('has an origin of one line', () => {
    expect(() => formatCheckpoint({ ...HEAD, origin: 'a\n99' })).toThrow(RangeError);
  });
});
