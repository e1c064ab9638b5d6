import { Frontier, type Hash, type ReadTile, rootOfTile, TILE_WIDTH, TiledTree, widthIn } from '#libs/audit';

/** A tile to be stored: hashes from its first on. */
export interface GrownTile {
  readonly level: number;
  readonly n: number;
  readonly hashes: Buffer;
}

/** The right edge of a tree in tiles: gets leaves, and tells which tiles have grown. Holds one tile of each level. */
export class GrowingTree {
  readonly #edge: Hash[][] = [];
  #grown = new Map<string, GrownTile>();

  private constructor(private count: number) {}

  /** Goes on from a tree of `size` leaves that is stored. Reads one tile of each level. */
  static async from(size: number, readTile: ReadTile): Promise<GrowingTree> {
    const tree = new GrowingTree(size);
    for (let level = 0; TILE_WIDTH ** level <= size; level += 1) {
      const n = Math.floor(size / TILE_WIDTH ** (level + 1));
      const width = widthIn(size, level, n);
      const bytes = width === 0 ? Buffer.of() : await readTile({ level, n, width });
      tree.#edge[level] = Array.from({ length: width }, (_, i) => bytes.subarray(i * 32, (i + 1) * 32));
    }
    return tree;
  }

  get size(): number {
    return this.count;
  }

  add(leaf: Hash): void {
    this.count += 1;
    this.#put(0, leaf);
  }

  /** The tiles that grew since this was last asked. */
  grown(): readonly GrownTile[] {
    for (const [level, hashes] of this.#edge.entries()) if (hashes.length > 0) this.#note(level, hashes);
    const tiles = [...this.#grown.values()];
    this.#grown = new Map();
    return tiles;
  }

  #put(level: number, hash: Hash): void {
    this.#edge[level] ??= [];
    const hashes = this.#edge[level];
    hashes.push(hash);
    if (hashes.length < TILE_WIDTH) return;
    this.#note(level, hashes);
    this.#edge[level] = [];
    this.#put(level + 1, rootOfTile(hashes));
  }

  #note(level: number, hashes: readonly Hash[]): void {
    const full = hashes.length === TILE_WIDTH ? 1 : 0;
    const n = Math.floor(this.count / TILE_WIDTH ** (level + 1)) - full;
    this.#grown.set(`${level}/${n}`, { level, n, hashes: Buffer.concat(hashes) });
  }
}

/** The complete subtrees of a stored tree of `size` leaves, from O(log n) tiles. */
export async function frontierOf(size: number, readTile: ReadTile): Promise<Frontier> {
  const tree = new TiledTree(size, readTile);
  const roots: Hash[] = [];
  for (let start = 0, rest = size; rest > 0; ) {
    const width = 2 ** Math.floor(Math.log2(rest));
    roots.push(await tree.hashOf({ start, end: start + width }));
    start += width;
    rest -= width;
  }
  return new Frontier(size, roots);
}
