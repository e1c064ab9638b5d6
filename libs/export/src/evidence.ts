import type { Tile } from '#libs/audit';
import type { Manifest } from './manifest.js';

/** One place of the log, as it is stored. */
export interface Entry {
  readonly position: number;
  /** The envelope's bytes; null when the place names an event that is not there. */
  readonly envelope: Buffer | null;
  /** The payload's bytes and the salt; null when they were erased by order. The envelope holds the commitment. */
  readonly payload: Buffer | null;
  readonly salt: Buffer | null;
  /** By which confirmation they were erased, and what it kept in their place. */
  readonly erased?: { readonly by: number; readonly kept: Buffer | null };
  /** What the table's columns say differently from the envelope: there must be nothing. */
  readonly differs?: readonly string[];
}

/** A signed checkpoint as the log published it, cosignatures included. */
export interface Head {
  readonly size: number;
  readonly note: string;
}

/** What the system tells people about one evaluation, from its derived rows. */
export interface Statement {
  readonly evaluation: string;
  readonly stage: string;
  readonly version: number;
  /** Of the version under review or decided, from the two-person record; null where none was submitted. */
  readonly contentHash: string | null;
  readonly firstReviewer: string | null;
  readonly secondReviewer: string | null;
  readonly selfScore: string | null;
  readonly systemScore: string | null;
  /** The two persons of the decision, from the two-person record. */
  readonly decidedBy: readonly string[] | null;
}

/** A scoring scheme that comes with the product, as the text its hash is of. */
export interface SchemeText {
  readonly id: string;
  readonly version: string;
  readonly hash: string;
  readonly text: string;
}

/**
 * What a control looks at, wherever it lies: in the folder of an export, or in the database itself. Everything is read
 * from its beginning to its end and never held as a whole.
 */
export interface Evidence {
  readonly manifest: Manifest;
  /** In order of position. */
  entries(): AsyncIterable<Entry>;
  /** In order of size. */
  heads(): AsyncIterable<Head>;
  /** The bytes of a tile, or null when there is none. */
  tile(tile: Tile): Promise<Buffer | null>;
  statements(): AsyncIterable<Statement>;
  schemes(): AsyncIterable<SchemeText>;
}
