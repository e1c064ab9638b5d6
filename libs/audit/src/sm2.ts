import { sm2 } from 'sm-crypto-v2';
import type { NoteVerifier } from './note.js';
import { parseVerifierKey, SM2 } from './verifier-key.js';

const SIGNATURE_BYTES = 64;

/**
 * Believes what the holder of this SM2 key signed over SM3 (GM/T 0003, the default user id); a signature is r ‖ s. Node's own
 * `verify('sm3', …)` would check ECDSA, which is something else. Throws RangeError on a key of another type.
 */
export function sm2Verifier(key: string): NoteVerifier {
  const { name, keyId, type, publicKey } = parseVerifierKey(key);
  if (type !== SM2) throw new RangeError(`the key of ${name} is of type ${type}, not an SM2 key`);
  const point = publicKey.toString('hex');
  return {
    name,
    keyId,
    verify: (text, signature) =>
      signature.length === SIGNATURE_BYTES &&
      sm2.doVerifySignature(Buffer.from(text), signature.toString('hex'), point, { hash: true }),
  };
}
