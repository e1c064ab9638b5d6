import { hash } from 'node:crypto';

/** A SHA-256 value: 32 bytes. */
export type Hash = Buffer;

export const HASH_BYTES = 32;

const LEAF = Buffer.of(0);
const NODE = Buffer.of(1);

/** Root of the tree without leaves: SHA-256 of nothing (RFC 6962 §2.1). */
export const EMPTY_ROOT: Hash = sha256(Buffer.of());

/** SHA-256(0x00 ‖ entry): the leaf of one log entry, which here is the event's envelope as stored (RFC 6962 §2.1). */
export function leafHash(entry: Uint8Array): Hash {
  return sha256(Buffer.concat([LEAF, entry]));
}

/** SHA-256(0x01 ‖ left ‖ right): an inner node. The prefix keeps a node from being passed off as a leaf. */
export function nodeHash(left: Hash, right: Hash): Hash {
  return sha256(Buffer.concat([NODE, left, right]));
}

/** In one call: a hash object for each of the few bytes of a node would cost several times as much as hashing them. */
function sha256(bytes: Uint8Array): Hash {
  return hash('sha256', bytes, 'buffer');
}
