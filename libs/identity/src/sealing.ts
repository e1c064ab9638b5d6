import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { identityRefusal } from './refusals.js';

const CIPHER = 'aes-256-gcm';
const NONCE = 12;
const TAG = 16;

/** Secrets as they lie in the database: AES-256-GCM under the key of the installation, which the database does not know. */
export class Sealing {
  readonly #key: Buffer;

  /** `key`: 32 bytes in base64. */
  constructor(key: string) {
    this.#key = Buffer.from(key, 'base64');
    if (this.#key.length !== 32) throw new RangeError('a sealing key has 32 bytes');
  }

  /** Nonce, ciphertext and tag. What is bound to a name opens under that name alone: rows cannot be exchanged. */
  seal(secret: Uint8Array, name: string): Buffer {
    const nonce = randomBytes(NONCE);
    const cipher = createCipheriv(CIPHER, this.#key, nonce).setAAD(Buffer.from(name));
    return Buffer.concat([nonce, cipher.update(secret), cipher.final(), cipher.getAuthTag()]);
  }

  /** Refuses with `factor.secret-unreadable` what was sealed with another key or name, or was changed. */
  open(sealed: Buffer, name: string): Buffer {
    const cipher = createDecipheriv(CIPHER, this.#key, sealed.subarray(0, NONCE)).setAAD(Buffer.from(name));
    cipher.setAuthTag(sealed.subarray(-TAG));
    try {
      return Buffer.concat([cipher.update(sealed.subarray(NONCE, -TAG)), cipher.final()]);
    } catch {
      throw identityRefusal('factor.secret-unreadable');
    }
  }
}
