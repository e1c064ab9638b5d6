import { ed25519Verifier } from './ed25519.js';
import type { NoteVerifier } from './note.js';
import { sm2Verifier } from './sm2.js';
import { parseVerifierKey, SM2 } from './verifier-key.js';

/** Believes what a log signed with this key, of whichever kind. Throws RangeError on a witness's key. */
export function logVerifier(key: string): NoteVerifier {
  return parseVerifierKey(key).type === SM2 ? sm2Verifier(key) : ed25519Verifier(key);
}
