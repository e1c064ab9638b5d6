import { sign, verify } from 'node:crypto';
import { privateKeyOf, publicBytesOf, publicKeyOf } from './ed25519.js';
import type { NoteSignature, NoteVerifier } from './note.js';
import { COSIGNATURE, formatVerifierKey, keyIdOfType, parseVerifierKey } from './verifier-key.js';

const TIMESTAMP_BYTES = 8;
const SIGNATURE_BYTES = 64;

/**
 * A witness's statement that, at a time, this was the largest consistent tree it had seen of the log (C2SP
 * tlog-cosignature, Ed25519). Believes cosignatures of one witness. Throws RangeError on a key of another type.
 */
export function cosignatureVerifier(key: string): NoteVerifier & { timeOf(signature: Buffer): number } {
  const { name, keyId, type, publicKey } = parseVerifierKey(key);
  if (type !== COSIGNATURE) throw new RangeError(`the key of ${name} is of type ${type}, not a witness's key`);
  const spki = publicKeyOf(publicKey);
  return {
    name,
    keyId,
    verify: (text, signature) =>
      signature.length === TIMESTAMP_BYTES + SIGNATURE_BYTES &&
      signature.readBigUInt64BE(0) < 2n ** 63n &&
      verify(null, statement(text, signature.readBigUInt64BE(0)), spki, signature.subarray(TIMESTAMP_BYTES)),
    timeOf: (signature) => Number(signature.readBigUInt64BE(0)),
  };
}

/** Cosigns with this 32-byte seed; `seconds` since 1970 stand in the signature. */
export function cosigner(name: string, seed: Buffer) {
  const key = privateKeyOf(seed);
  const publicKey = publicBytesOf(key);
  const keyId = keyIdOfType(name, COSIGNATURE, publicKey);
  return {
    name,
    keyId,
    verifierKey: formatVerifierKey(name, COSIGNATURE, publicKey),
    cosign(text: string, seconds: number): NoteSignature {
      const timestamp = Buffer.alloc(TIMESTAMP_BYTES);
      timestamp.writeBigUInt64BE(BigInt(seconds));
      return { name, keyId, bytes: Buffer.concat([timestamp, sign(null, statement(text, BigInt(seconds)), key)]) };
    },
  };
}

function statement(text: string, seconds: bigint): Buffer {
  return Buffer.from(`cosignature/v1\ntime ${seconds}\n${text}`);
}
