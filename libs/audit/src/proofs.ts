import { type Hash, nodeHash } from './hash.js';
import { type Range, split } from './tree.js';

/** Why a proof does not hold; the message says what was compared. */
export class ProofFailed extends Error {
  override readonly name = 'ProofFailed';
}

/**
 * The subtrees whose roots prove that leaf `index` is in the tree of `size` leaves: from the leaf's sibling up to the
 * child of the root (RFC 6962 §2.1.1).
 */
export function inclusionPath(index: number, size: number): readonly Range[] {
  if (!(Number.isSafeInteger(index) && Number.isSafeInteger(size) && 0 <= index && index < size))
    throw new RangeError(`no leaf ${index} in a tree of ${size}`);
  const path: Range[] = [];
  for (let start = 0, end = size; end - start > 1; ) {
    const middle = start + split(end - start);
    if (index < middle) {
      path.unshift({ start: middle, end });
      end = middle;
    } else {
      path.unshift({ start, end: middle });
      start = middle;
    }
  }
  return path;
}

/** The subtrees whose roots prove that the tree of `old` leaves is a prefix of the tree of `size` (RFC 6962 §2.1.2). */
export function consistencyPath(old: number, size: number): readonly Range[] {
  if (!(Number.isSafeInteger(old) && Number.isSafeInteger(size) && 0 <= old && old <= size))
    throw new RangeError(`no tree of ${old} leaves before one of ${size}`);
  if (old === 0 || old === size) return [];
  const path: Range[] = [];
  let start = 0;
  let end = size;
  while (old < end) {
    const middle = start + split(end - start);
    if (old <= middle) {
      path.unshift({ start: middle, end });
      end = middle;
    } else {
      path.unshift({ start, end: middle });
      start = middle;
    }
  }
  // The old tree as a whole is what the verifier has; any smaller complete subtree of it is told.
  return start === 0 ? path : [{ start, end }, ...path];
}

/** Holds when `proof` leads from `leaf` at `index` to `root` of `size` leaves; throws ProofFailed otherwise (RFC 9162 §2.1.3.2). */
export function verifyInclusion(
  { index, size, leaf, root }: { index: number; size: number; leaf: Hash; root: Hash },
  proof: readonly Hash[],
): void {
  const path = pathOrFailure(() => inclusionPath(index, size));
  if (proof.length !== path.length)
    throw new ProofFailed(
      `an inclusion proof of leaf ${index} in ${size} has ${path.length} hashes, not ${proof.length}`,
    );
  const computed = path.reduce(
    (hash, { start }, n) => (start > index ? nodeHash(hash, proof[n]!) : nodeHash(proof[n]!, hash)),
    leaf,
  );
  if (!computed.equals(root)) throw new ProofFailed(`leaf ${index} does not lead to the root of size ${size}`);
}

/** Holds when the tree of `old` leaves is a prefix of the tree of `size`; throws ProofFailed otherwise (RFC 9162 §2.1.4.2). */
export function verifyConsistency(
  { old, oldRoot, size, root }: { old: number; oldRoot: Hash; size: number; root: Hash },
  proof: readonly Hash[],
): void {
  const path = pathOrFailure(() => consistencyPath(old, size));
  if (proof.length !== path.length)
    throw new ProofFailed(`a consistency proof from ${old} to ${size} has ${path.length} hashes, not ${proof.length}`);
  if (old === 0) return;
  if (old === size) {
    if (!oldRoot.equals(root)) throw new ProofFailed(`two roots for one size ${size}`);
    return;
  }
  // Both roots are computed from the same hashes; only subtrees left of `old` belong to the old tree.
  const known = path[0]!.start >= old;
  let before = known ? oldRoot : proof[0]!;
  let after = before;
  for (let n = known ? 0 : 1; n < path.length; n += 1) {
    const sibling = proof[n]!;
    if (path[n]!.start >= old) {
      after = nodeHash(after, sibling);
    } else {
      before = nodeHash(sibling, before);
      after = nodeHash(sibling, after);
    }
  }
  if (!before.equals(oldRoot)) throw new ProofFailed(`the proof does not lead to the root of size ${old}`);
  if (!after.equals(root)) throw new ProofFailed(`the tree of ${old} leaves is no prefix of the tree of ${size}`);
}

function pathOrFailure(path: () => readonly Range[]): readonly Range[] {
  try {
    return path();
  } catch (error) {
    throw new ProofFailed((error as Error).message);
  }
}
