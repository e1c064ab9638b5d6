import { createHash } from 'node:crypto';
import { EMPTY_ROOT, type Hash } from './hash.js';
import { consistencyPath, inclusionPath, ProofFailed, verifyConsistency, verifyInclusion } from './proofs.js';
import { type Range, rootOf } from './tree.js';

const SIZE = 40;
const LEAVES = Array.from({ length: SIZE }, (_, n) => createHash('sha256').update(`leaf ${n}`).digest());
const ROOTS = Array.from({ length: SIZE + 1 }, (_, size) => rootOf(LEAVES.slice(0, size)));
const hashesOf = (path: readonly Range[]) => path.map(({ start, end }) => rootOf(LEAVES.slice(start, end)));
const flipped = (hash: Hash, bit: number): Hash => {
  const other = Buffer.from(hash);
  other[bit >> 3]! ^= 1 << (bit & 7);
  return other;
};

/** What a forger, a broken disk or a careless programmer makes of a proof; each must be refused. */
const SPOILT: Readonly<Record<string, (proof: readonly Hash[], n: number) => readonly Hash[] | undefined>> = {
  'without its first hash': (proof) => (proof.length > 0 ? proof.slice(1) : undefined),
  'without its last hash': (proof) => (proof.length > 0 ? proof.slice(0, -1) : undefined),
  'with a hash behind it': (proof) => [...proof, EMPTY_ROOT],
  'with a hash before it': (proof) => [EMPTY_ROOT, ...proof],
  'with a doubled hash': (proof) => (proof.length > 0 ? [proof[0]!, ...proof] : undefined),
  'with one bit flipped': (proof, n) =>
    proof.length > 0 ? proof.with(n % proof.length, flipped(proof[n % proof.length]!, n % 256)) : undefined,
  'with two hashes swapped': (proof) => (proof.length > 1 ? [proof[1]!, proof[0]!, ...proof.slice(2)] : undefined),
  'in reverse': (proof) => (proof.length > 1 ? [...proof].reverse() : undefined),
};

describe('A proof of inclusion', () => {
  const cases = LEAVES.flatMap((_, size) =>
    Array.from({ length: size + 1 }, (_, index) => ({ size: size + 1, index })),
  );
  const of = ({ size, index }: { size: number; index: number }) => ({
    claim: { index, size, leaf: LEAVES[index]!, root: ROOTS[size]! },
    proof: hashesOf(inclusionPath(index, size)),
  });

  it('holds for every leaf of every size', () => {
    for (const each of cases) {
      const { claim, proof } = of(each);
      expect(() => verifyInclusion(claim, proof)).not.toThrow();
    }
  });

  it.each(Object.keys(SPOILT))('is refused %s', (how) => {
    for (const [n, each] of cases.entries()) {
      const { claim, proof } = of(each);
      const spoilt = SPOILT[how]!(proof, n);
      if (spoilt) expect(() => verifyInclusion(claim, spoilt)).toThrow(ProofFailed);
    }
  });

  it('is refused for another leaf, another index and another root', () => {
    for (const each of cases) {
      const { claim, proof } = of(each);
      const { index, size, leaf, root } = claim;
      expect(() => verifyInclusion({ ...claim, leaf: flipped(leaf, index) }, proof)).toThrow(ProofFailed);
      expect(() => verifyInclusion({ ...claim, root: flipped(root, index) }, proof)).toThrow(ProofFailed);
      for (let other = -1; other <= size; other += 1)
        if (other !== index) expect(() => verifyInclusion({ ...claim, index: other }, proof)).toThrow(ProofFailed);
    }
  });

  it.each([-1, 0.5, Number.NaN, 2 ** 53])('is refused for a size of %p', (size) => {
    const claim = { index: 0, size, leaf: LEAVES[0]!, root: ROOTS[1]! };
    expect(() => verifyInclusion(claim, [])).toThrow(ProofFailed);
  });
});

describe('A proof of consistency', () => {
  const cases = ROOTS.flatMap((_, size) => Array.from({ length: size + 1 }, (_, old) => ({ old, size })));
  const of = ({ old, size }: { old: number; size: number }) => ({
    claim: { old, size, oldRoot: ROOTS[old]!, root: ROOTS[size]! },
    proof: hashesOf(consistencyPath(old, size)),
  });

  it('holds between every two sizes', () => {
    for (const each of cases) {
      const { claim, proof } = of(each);
      expect(() => verifyConsistency(claim, proof)).not.toThrow();
    }
  });

  it.each(Object.keys(SPOILT))('is refused %s', (how) => {
    for (const [n, each] of cases.entries()) {
      const { claim, proof } = of(each);
      const spoilt = SPOILT[how]!(proof, n);
      if (spoilt) expect(() => verifyConsistency(claim, spoilt)).toThrow(ProofFailed);
    }
  });

  it('is refused for another history, whichever of the two roots it changes', () => {
    for (const each of cases) {
      const { claim, proof } = of(each);
      if (claim.old === 0) continue; // nothing was promised yet
      expect(() => verifyConsistency({ ...claim, oldRoot: flipped(claim.oldRoot, each.old) }, proof)).toThrow(
        ProofFailed,
      );
      expect(() => verifyConsistency({ ...claim, root: flipped(claim.root, each.old) }, proof)).toThrow(ProofFailed);
    }
  });

  it('is refused backwards', () => {
    expect(() => verifyConsistency({ old: 5, size: 4, oldRoot: ROOTS[5]!, root: ROOTS[4]! }, [])).toThrow(ProofFailed);
  });

  it('is refused for two roots of one size', () => {
    const claim = { old: 7, size: 7, oldRoot: ROOTS[7]!, root: ROOTS[6]! };
    expect(() => verifyConsistency(claim, [])).toThrow('two roots for one size 7');
  });
});
