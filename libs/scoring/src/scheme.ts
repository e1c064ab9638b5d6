import type { Formula } from './formula.js';
import type { ReadName } from './names.js';
import type { Leaf, SchemeFile } from './scheme-file.js';

/** A scheme that was read and found sound: only such a one can be computed with. `parseScheme` makes it. */
export interface Scheme {
  readonly file: SchemeFile;
  /** SHA-256 of the canonical JSON of the file without its `$schema`, hex: white space and key order do not count. */
  readonly hash: string;
  /** Each name after the names it reads. */
  readonly names: readonly ReadName[];
  readonly leaves: readonly ReadLeaf[];
  readonly capRate?: Formula;
}

/** An indicator that is scored, with its formula read. */
export interface ReadLeaf {
  readonly leaf: Leaf;
  readonly formula?: Formula;
  /** Names of the levels above and its own. */
  readonly path: readonly string[];
}
