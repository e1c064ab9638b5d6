import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { checkKeyName, type NoteSigner, type NoteVerifier } from './note.js';
import { ED25519, formatVerifierKey, keyIdOfType, parseVerifierKey } from './verifier-key.js';

const SPKI = Buffer.from('302a300506032b6570032100', 'hex');
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** Believes what the holder of this Ed25519 key signed as a log. Throws RangeError on a key of another type. */
export function ed25519Verifier(key: string): NoteVerifier {
  const { name, keyId, type, publicKey } = parseVerifierKey(key);
  if (type !== ED25519) throw new RangeError(`the key of ${name} is of type ${type}, not an Ed25519 log key`);
  const spki = publicKeyOf(publicKey);
  return { name, keyId, verify: (text, signature) => verify(null, Buffer.from(text), spki, signature) };
}

/** Signs as a log with this 32-byte seed. */
export function ed25519Signer(name: string, seed: Buffer): NoteSigner & { readonly verifierKey: string } {
  checkKeyName(name);
  const key = privateKeyOf(seed);
  const publicKey = publicBytesOf(key);
  return {
    name,
    keyId: keyIdOfType(name, ED25519, publicKey),
    verifierKey: formatVerifierKey(name, ED25519, publicKey),
    sign: (text) => sign(null, Buffer.from(text), key),
  };
}

export function publicKeyOf(bytes: Buffer): KeyObject {
  return createPublicKey({ key: Buffer.concat([SPKI, bytes]), format: 'der', type: 'spki' });
}

/** The key of a 32-byte seed. */
export function privateKeyOf(seed: Buffer): KeyObject {
  if (seed.length !== 32) throw new RangeError(`an Ed25519 seed has 32 bytes, not ${seed.length}`);
  return createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' });
}

export function publicBytesOf(key: KeyObject): Buffer {
  return createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(SPKI.length);
}
