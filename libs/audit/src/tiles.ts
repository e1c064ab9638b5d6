import { EMPTY_ROOT, HASH_BYTES, type Hash, nodeHash } from './hash.js';
import { consistencyPath, inclusionPath } from './proofs.js';
import { type Range, rootOf, split } from './tree.js';

/** Hashes in a full tile: a subtree of height 8 (C2SP tlog-tiles). */
export const TILE_WIDTH = 256;

/** The n-th tile of a level; level 0 holds leaf hashes, every other one the roots of full tiles of the level below. */
export interface Tile {
  readonly level: number;
  readonly n: number;
  /** Hashes in it, 1 … 256; below 256 it is the partial tile at the right edge. */
  readonly width: number;
}

/** Where the hashes of a tile are read: 32 × width bytes. */
export type ReadTile = (tile: Tile) => Promise<Buffer>;

/** The hashes that a tile's bytes hold; throws when there are more or fewer than its width says. */
function hashesIn({ level, n, width }: Tile, bytes: Buffer): readonly Hash[] {
  if (bytes.length !== width * HASH_BYTES)
    throw new RangeError(`tile ${level}/${n} has ${bytes.length} bytes, not ${width} hashes`);
  return Array.from({ length: width }, (_, i) => bytes.subarray(i * HASH_BYTES, (i + 1) * HASH_BYTES));
}

/** The root of the subtree that a full tile covers. */
export function rootOfTile(hashes: readonly Hash[]): Hash {
  return rootOf(hashes);
}

/** The width of a tile in a tree of `size` leaves: 256, less at the right edge, 0 beyond it. */
export function widthIn(size: number, level: number, n: number): number {
  const there = Math.floor(size / TILE_WIDTH ** level) - n * TILE_WIDTH;
  return Math.max(0, Math.min(TILE_WIDTH, there));
}

/** All tiles of a tree of `size` leaves, level by level. */
export function* tilesOf(size: number): Generator<Tile> {
  for (let level = 0; widthIn(size, level, 0) > 0; level += 1)
    for (let n = 0; widthIn(size, level, n) > 0; n += 1) yield { level, n, width: widthIn(size, level, n) };
}

/** `tile/0/x001/234` with `.p/112` behind it for a partial tile; `entries` in place of the level names its entries. */
export function tilePath({ level, n, width }: Tile, of: 'hashes' | 'entries' = 'hashes'): string {
  const groups = [String(n % 1000).padStart(3, '0')];
  for (let rest = Math.floor(n / 1000); rest > 0; rest = Math.floor(rest / 1000))
    groups.unshift(`x${String(rest % 1000).padStart(3, '0')}`);
  return `tile/${of === 'entries' ? 'entries' : level}/${groups.join('/')}${width === TILE_WIDTH ? '' : `.p/${width}`}`;
}

/** A tree of `size` leaves whose hashes lie in tiles: its root, and the proofs that lead to it. */
export class TiledTree {
  readonly #read = new Map<string, Promise<readonly Hash[]>>();

  constructor(
    readonly size: number,
    private readonly readTile: ReadTile,
  ) {}

  root(): Promise<Hash> {
    return this.size === 0 ? Promise.resolve(EMPTY_ROOT) : this.hashOf({ start: 0, end: this.size });
  }

  /** Proves that leaf `index` is in this tree. */
  inclusion(index: number): Promise<readonly Hash[]> {
    return Promise.all(inclusionPath(index, this.size).map((range) => this.hashOf(range)));
  }

  /** Proves that the tree of `old` leaves is a prefix of this one. */
  consistency(old: number): Promise<readonly Hash[]> {
    return Promise.all(consistencyPath(old, this.size).map((range) => this.hashOf(range)));
  }

  /** The root of a subtree that RFC 6962 knows: it begins at a multiple of its size rounded up to a power of two. */
  async hashOf({ start, end }: Range): Promise<Hash> {
    const count = end - start;
    const half = split(count);
    if (count > 1 && half * 2 !== count) {
      const [left, right] = await Promise.all([
        this.hashOf({ start, end: start + half }),
        this.hashOf({ start: start + half, end }),
      ]);
      return nodeHash(left, right);
    }
    // A complete subtree: part of one tile, at the lowest level where it has at most 256 hashes.
    let level = 0;
    while (count / TILE_WIDTH ** (level + 1) >= 1) level += 1;
    const unit = TILE_WIDTH ** level;
    const n = Math.floor(start / unit / TILE_WIDTH);
    const first = start / unit - n * TILE_WIDTH;
    return rootOf((await this.#hashes(level, n)).slice(first, first + count / unit));
  }

  #hashes(level: number, n: number): Promise<readonly Hash[]> {
    const key = `${level}/${n}`;
    const tile = { level, n, width: widthIn(this.size, level, n) };
    const known = this.#read.get(key) ?? this.readTile(tile).then((bytes) => hashesIn(tile, bytes));
    this.#read.set(key, known);
    return known;
  }
}
