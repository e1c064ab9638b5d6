import { checkKeyName, decoded, keyIdOf } from './note.js';

/** Signature types of C2SP signed-note: a log's own signature, and a witness's cosignature with a time. */
export const ED25519 = 0x01;
export const COSIGNATURE = 0x04;
/** Has no byte of its own there: 0xff and a name that is ours. */
export const SM2 = 0xff;
const SM2_NAME = Buffer.from('shuangshen/sm2-with-sm3');

const TYPES: Readonly<Record<number, { readonly prefix: Buffer; readonly keyBytes: number }>> = {
  [ED25519]: { prefix: Buffer.of(ED25519), keyBytes: 32 },
  [COSIGNATURE]: { prefix: Buffer.of(COSIGNATURE), keyBytes: 32 },
  [SM2]: { prefix: Buffer.concat([Buffer.of(SM2), SM2_NAME]), keyBytes: 65 },
};

/** What a verifier key says. */
export interface VerifierKey {
  readonly name: string;
  readonly keyId: number;
  readonly type: number;
  readonly publicKey: Buffer;
}

/** The id under which a key's signatures stand in a note. */
export const keyIdOfType = (name: string, type: number, publicKey: Buffer): number =>
  keyIdOf(name, TYPES[type]!.prefix, publicKey);

/** A verifier key as people hand it on: `<name>+<key id, hex>+<base64(type ‖ public key)>`. */
export function formatVerifierKey(name: string, type: number, publicKey: Buffer): string {
  checkKeyName(name);
  const id = keyIdOfType(name, type, publicKey).toString(16).padStart(8, '0');
  return `${name}+${id}+${Buffer.concat([TYPES[type]!.prefix, publicKey]).toString('base64')}`;
}

/** What a verifier key says. Throws RangeError when it is none, or its id is not that of its key. */
export function parseVerifierKey(key: string): VerifierKey {
  const [, name = '', id = '', encoded = ''] = /^([^+\s]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(key.trim()) ?? [];
  const bytes = decoded(encoded);
  const type = bytes?.[0];
  const known = type === undefined ? undefined : TYPES[type];
  if (!name || !bytes || type === undefined) throw new RangeError(`no verifier key: "${key}"`);
  if (!known || bytes.length !== known.prefix.length + known.keyBytes || bytes.indexOf(known.prefix) !== 0)
    throw new RangeError(`no verifier key: "${key}"`);
  const publicKey = bytes.subarray(known.prefix.length);
  const keyId = keyIdOf(name, known.prefix, publicKey);
  if (keyId !== Number.parseInt(id, 16)) throw new RangeError(`the id in the verifier key of ${name} is another key's`);
  return { name, keyId, type, publicKey };
}
