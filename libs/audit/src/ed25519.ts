import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { checkKeyName, decoded, keyIdOf, type NoteSigner, type NoteVerifier } from './note.js';

/** Signature types of C2SP signed-note: a log's own signature, and a witness's cosignature with a time. */
export const ED25519 = 0x01;
export const COSIGNATURE = 0x04;

const SPKI = Buffer.from('302a300506032b6570032100', 'hex');
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** A verifier key as people hand it on: `<name>+<key id, hex>+<base64(type ‖ public key)>`. */
export function formatVerifierKey(name: string, type: number, publicKey: Buffer): string {
  checkKeyName(name);
  const id = keyIdOf(name, Buffer.of(type), publicKey).toString(16).padStart(8, '0');
  return `${name}+${id}+${Buffer.concat([Buffer.of(type), publicKey]).toString('base64')}`;
}

/** What a verifier key says. Throws RangeError when it is none, or its id is not that of its key. */
export function parseVerifierKey(key: string): { name: string; keyId: number; type: number; publicKey: Buffer } {
  const [, name = '', id = '', encoded = ''] = /^([^+\s]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(key.trim()) ?? [];
  const bytes = decoded(encoded);
  if (!name || !bytes || bytes.length !== 33) throw new RangeError(`no verifier key: "${key}"`);
  const type = bytes[0]!;
  const publicKey = bytes.subarray(1);
  const keyId = keyIdOf(name, bytes.subarray(0, 1), publicKey);
  if (keyId !== Number.parseInt(id, 16)) throw new RangeError(`the id in the verifier key of ${name} is another key's`);
  return { name, keyId, type, publicKey };
}

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
    keyId: keyIdOf(name, Buffer.of(ED25519), publicKey),
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
