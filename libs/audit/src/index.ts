export { type AddCheckpoint, formatAddCheckpoint, parseAddCheckpoint } from './add-checkpoint.js';
export { type Checkpoint, formatCheckpoint, parseCheckpoint } from './checkpoint.js';
export { cosignatureVerifier, cosigner } from './cosignature.js';
export { ed25519Signer, ed25519Verifier } from './ed25519.js';
export { EMPTY_ROOT, HASH_BYTES, type Hash, leafHash } from './hash.js';
export { logVerifier } from './log-key.js';
export { openNextKey, signNextKey } from './next-key.js';
export {
  formatNote,
  formatSignature,
  type Note,
  NoteRefused,
  type NoteSignature,
  type NoteSigner,
  type NoteVerifier,
  openNote,
  parseNote,
  signersOf,
  signNote,
} from './note.js';
export { consistencyPath, inclusionPath, ProofFailed, verifyConsistency, verifyInclusion } from './proofs.js';
export {
  formatReceipt,
  openCheckpoint,
  parseReceipt,
  type Receipt,
  type Trust,
  verifyReceipt,
} from './receipt.js';
export { joinedReceipt, receiptParts } from './receipt-parts.js';
export {
  type ReadTile,
  rootOfTile,
  TILE_WIDTH,
  type Tile,
  TiledTree,
  tilePath,
  tilesOf,
  widthIn,
} from './tiles.js';
export { Frontier, type Range, rootOf } from './tree.js';
export {
  COSIGNATURE,
  ED25519,
  formatVerifierKey,
  keyIdOfType,
  parseVerifierKey,
  SM2,
  type VerifierKey,
} from './verifier-key.js';
