import { type Hash, rootOfTile, TILE_WIDTH, type Tile, tilePath, widthIn } from '#libs/audit';
import type { Evidence } from '../evidence.js';
import type { Faults } from './faults.js';

/**
 * Reads the leaf hashes that were sealed, tile by tile, and checks that each higher tile follows from the ones below it.
 * Holds one tile of each level.
 */
export class TileCheck {
  readonly #levels: Hash[][] = [];
  #leaves: readonly Hash[] | null = null;

  constructor(
    private readonly evidence: Pick<Evidence, 'tile'>,
    private readonly size: number,
    private readonly faults: Faults,
  ) {}

  /** The leaf hash sealed at a position, or null when its tile is missing. Positions are asked for one after the other. */
  async leaf(position: number): Promise<Hash | null> {
    if (position % TILE_WIDTH === 0) this.#leaves = await this.#read(0, position / TILE_WIDTH);
    return this.#leaves?.[position % TILE_WIDTH] ?? null;
  }

  /** A leaf as it counts in the tree, sealed or, for want of that, computed. */
  async count(position: number, leaf: Hash): Promise<void> {
    await this.#put(0, leaf, position + 1);
  }

  /** Looks at the tiles at the right edge. */
  async end(): Promise<void> {
    for (const [level, hashes] of this.#levels.entries())
      if (level > 0 && hashes.length > 0)
        await this.#compare(level, Math.floor(this.size / TILE_WIDTH ** level / TILE_WIDTH), hashes);
  }

  async #put(level: number, hash: Hash, leaves: number): Promise<void> {
    this.#levels[level] ??= [];
    const hashes = this.#levels[level];
    hashes.push(hash);
    if (hashes.length < TILE_WIDTH) return;
    if (level > 0) await this.#compare(level, leaves / TILE_WIDTH ** (level + 1) - 1, hashes);
    this.#levels[level] = [];
    await this.#put(level + 1, rootOfTile(hashes), leaves);
  }

  async #compare(level: number, n: number, hashes: readonly Hash[]): Promise<void> {
    const there = await this.#read(level, n);
    if (there === null || hashes.every((hash, i) => there[i]?.equals(hash))) return;
    const tile = tilePath({ level, n, width: hashes.length });
    this.faults.add('tile.wrong', { position: n * TILE_WIDTH ** (level + 1), tile });
  }

  async #read(level: number, n: number): Promise<readonly Hash[] | null> {
    const tile: Tile = { level, n, width: widthIn(this.size, level, n) };
    const bytes = await this.evidence.tile(tile);
    const position = n * TILE_WIDTH ** (level + 1);
    if (bytes === null || bytes.length !== tile.width * 32) {
      this.faults.add('tile.missing', { position, tile: tilePath(tile) });
      return null;
    }
    return Array.from({ length: tile.width }, (_, i) => bytes.subarray(i * 32, (i + 1) * 32));
  }
}
