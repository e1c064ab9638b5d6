import { sm2 } from 'sm-crypto-v2';
import { formatVerifierKey, keyIdOfType, SM2 } from '#libs/audit';
import type { SealingKey } from './keys.js';

/** Signs with SM2 over SM3 (GM/T 0003, the default user id); the 32 bytes are the private key. */
export function sm2Signer(name: string, secret: Buffer): SealingKey {
  const privateKey = secret.toString('hex');
  const point = sm2.getPublicKeyFromPrivateKey(privateKey);
  const publicKey = Buffer.from(point, 'hex');
  return {
    name,
    keyId: keyIdOfType(name, SM2, publicKey),
    verifierKey: formatVerifierKey(name, SM2, publicKey),
    sign: (text) =>
      Buffer.from(sm2.doSignature(Buffer.from(text), privateKey, { hash: true, publicKey: point }), 'hex'),
  };
}
