import { EMPTY_ROOT, type Hash, nodeHash } from './hash.js';

/** The leaves from `start` up to, not including, `end`. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** The largest power of two smaller than `size`: where RFC 6962 splits a tree of `size` > 1 leaves. */
export function split(size: number): number {
  let half = 1;
  while (half * 2 < size) half *= 2;
  return half;
}

/**
 * The Merkle Tree Hash exactly as RFC 6962 §2.1 defines it, by recursion over all leaves. Needs all of them in memory: it
 * is the plain second path that the quicker ones are compared with.
 */
export function rootOf(leaves: readonly Hash[]): Hash {
  if (leaves.length === 0) return EMPTY_ROOT;
  if (leaves.length === 1) return leaves[0]!;
  const half = split(leaves.length);
  return nodeHash(rootOf(leaves.slice(0, half)), rootOf(leaves.slice(half)));
}

/**
 * A tree that only grows, kept as the roots of its complete subtrees from the largest to the smallest: at most 53 hashes,
 * however many leaves there are. Equal leaves in equal order give an equal root.
 */
export class Frontier {
  readonly #roots: Hash[];
  #size: number;

  /** Goes on from `size` leaves whose complete subtrees have these roots, as `state` told them. */
  constructor(size = 0, roots: readonly Hash[] = []) {
    if (roots.length !== bitsIn(size)) throw new RangeError(`a tree of ${size} leaves has ${bitsIn(size)} subtrees`);
    this.#size = size;
    this.#roots = [...roots];
  }

  get size(): number {
    return this.#size;
  }

  /** The roots of the complete subtrees, the largest first. */
  get roots(): readonly Hash[] {
    return this.#roots;
  }

  /** Puts a leaf behind the others; answers itself. */
  add(leaf: Hash): this {
    let grown = leaf;
    for (let rest = this.#size; rest % 2 === 1; rest = Math.floor(rest / 2))
      grown = nodeHash(this.#roots.pop()!, grown);
    this.#roots.push(grown);
    this.#size += 1;
    return this;
  }

  root(): Hash {
    const smallestFirst = [...this.#roots].reverse();
    return smallestFirst.length === 0 ? EMPTY_ROOT : smallestFirst.reduce((right, left) => nodeHash(left, right));
  }
}

function bitsIn(size: number): number {
  let bits = 0;
  for (let rest = size; rest > 0; rest = Math.floor(rest / 2)) bits += rest % 2;
  return bits;
}
