import { createHash } from 'node:crypto';
import { EMPTY_ROOT, type Hash, leafHash } from './hash.js';
import { Frontier, rootOf } from './tree.js';

/** The entries and roots with which implementations of RFC 6962 are compared since its first one. */
const ENTRIES = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
const ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
const LEAVES = ENTRIES.map((hex) => leafHash(Buffer.from(hex, 'hex')));

describe('The tree of RFC 6962', () => {
  it.each(ROOTS.map((root, size) => ({ size, root })))(
    'over the first $size known entries has the known root',
    ({ size, root }) => {
      expect(rootOf(LEAVES.slice(0, size)).toString('hex')).toBe(root);
    },
  );

  it('grows leaf by leaf to the same roots, keeping only complete subtrees', () => {
    const grown = new Frontier();
    const roots = [new Frontier().root(), ...LEAVES.map((leaf) => grown.add(leaf).root())];
    expect(roots.map((root) => root.toString('hex'))).toEqual(ROOTS);
    expect(grown.roots).toHaveLength(1);
  });

  it('goes on from a frontier that was kept', () => {
    const leaves = many(1_000);
    const before = new Frontier();
    for (const leaf of leaves.slice(0, 613)) before.add(leaf);
    const after = new Frontier(before.size, before.roots);
    for (const leaf of leaves.slice(613)) after.add(leaf);
    expect(after.root()).toEqual(rootOf(leaves));
  });

  it('refuses a frontier with a subtree too few', () => {
    expect(() => new Frontier(3, [EMPTY_ROOT])).toThrow('a tree of 3 leaves has 2 subtrees');
  });

  it('has different roots for a leaf and a node of equal bytes', () => {
    const [a, b] = LEAVES as [Hash, Hash];
    expect(leafHash(Buffer.concat([a, b]))).not.toEqual(rootOf([a, b]));
  });
});

function many(count: number): Hash[] {
  return Array.from({ length: count }, (_, n) => createHash('sha256').update(`leaf ${n}`).digest());
}
