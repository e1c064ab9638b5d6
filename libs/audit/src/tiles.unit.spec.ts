import { createHash } from 'node:crypto';
import fc from 'fast-check';
import type { Hash } from './hash.js';
import { verifyConsistency, verifyInclusion } from './proofs.js';
import { rootOfTile, TILE_WIDTH, type Tile, TiledTree, tilePath, tilesOf, widthIn } from './tiles.js';
import { rootOf } from './tree.js';

const SIZE = 70_000;
const LEAVES = Array.from({ length: SIZE }, (_, n) => createHash('sha256').update(`leaf ${n}`).digest());
/** Each level's hashes, as the log would keep them. */
const LEVELS: Hash[][] = [LEAVES];
while (LEVELS.at(-1)!.length >= TILE_WIDTH) {
  const below = LEVELS.at(-1)!;
  LEVELS.push(
    Array.from({ length: Math.floor(below.length / TILE_WIDTH) }, (_, n) =>
      rootOfTile(below.slice(n * TILE_WIDTH, (n + 1) * TILE_WIDTH)),
    ),
  );
}
const readTile = async ({ level, n, width }: Tile) =>
  Buffer.concat(LEVELS[level]!.slice(n * TILE_WIDTH, n * TILE_WIDTH + width));
const tree = (size: number) => new TiledTree(size, readTile);

describe('A tree in tiles', () => {
  it('of 70,000 leaves has the tiles that the specification counts', () => {
    const tiles = [...tilesOf(SIZE)];
    const full = (of: number) => tiles.filter(({ level, width }) => level === of && width === TILE_WIDTH).length;
    const partial = tiles.filter(({ width }) => width < TILE_WIDTH).map(({ level, width }) => [level, width]);
    expect([full(0), full(1), full(2)]).toEqual([273, 1, 0]);
    expect(partial).toEqual([
      [0, 112],
      [1, 17],
      [2, 1],
    ]);
  });

  it('of 256 leaves has one full tile and one of width 1 above it, and none is empty', () => {
    expect([...tilesOf(256)]).toEqual([
      { level: 0, n: 0, width: 256 },
      { level: 1, n: 0, width: 1 },
    ]);
    expect([...tilesOf(0)]).toEqual([]);
  });

  it('has the same root as the plain tree, at every size near a tile edge', async () => {
    for (const size of [0, 1, 2, 255, 256, 257, 511, 512, 513, 65_535, 65_536, 65_537, 65_792, SIZE])
      expect(await tree(size).root()).toEqual(rootOf(LEAVES.slice(0, size)));
  });

  it('proves inclusion and consistency for any leaf and any two sizes', async () => {
    const sizes = fc.integer({ min: 1, max: SIZE });
    await fc.assert(
      fc.asyncProperty(sizes, sizes, sizes, async (a, b, c) => {
        const [old, size] = a < b ? [a, b] : [b, a];
        const index = c % size;
        const now = tree(size);
        const root = await now.root();
        verifyInclusion({ index, size, leaf: LEAVES[index]!, root }, await now.inclusion(index));
        verifyConsistency({ old, size, oldRoot: await tree(old).root(), root }, await now.consistency(old));
      }),
      { numRuns: 60 },
    );
  });

  it('refuses a tile that is shorter than the tree says', async () => {
    const cut = new TiledTree(300, async (tile) => (await readTile(tile)).subarray(32));
    await expect(cut.root()).rejects.toThrow('tile 1/0 has 0 bytes, not 1 hashes');
  });

  it('names tiles as the specification does', () => {
    expect(tilePath({ level: 0, n: 1_234_067, width: 256 })).toBe('tile/0/x001/x234/067');
    expect(tilePath({ level: 2, n: 0, width: 1 })).toBe('tile/2/000.p/1');
    expect(tilePath({ level: 0, n: 999, width: 7 }, 'entries')).toBe('tile/entries/999.p/7');
    expect(widthIn(70_000, 1, 1)).toBe(17);
  });
});
