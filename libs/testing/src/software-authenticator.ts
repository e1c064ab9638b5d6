import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { isoCBOR } from '@simplewebauthn/server/helpers';

const USER_PRESENT = 0x01;
const ATTESTED = 0x40;

type Attested = string | Uint8Array | Map<string, string>;

interface Wanted {
  readonly challenge: string;
}

/** A security key in software (WebAuthn, P-256): for one origin, with one credential, counting its signatures. */
export class SoftwareAuthenticator {
  readonly #id = randomBytes(32).toString('base64url');
  readonly #privateKey: KeyObject;
  readonly #coordinates: { readonly x: Buffer; readonly y: Buffer };
  #counter = 0;

  constructor(
    private readonly origin: string,
    private readonly rpId = new URL(origin).hostname,
  ) {
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
    this.#privateKey = privateKey;
    this.#coordinates = { x: Buffer.from(x, 'base64url'), y: Buffer.from(y, 'base64url') };
  }

  /** What a browser answers when a new key is asked for. */
  create({ challenge }: Wanted) {
    const { x, y } = this.#coordinates;
    const cose = new Map<number, number | Uint8Array>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, new Uint8Array(x)],
      [-3, new Uint8Array(y)],
    ]);
    const id = Buffer.from(this.#id, 'base64url');
    const length = Buffer.alloc(2);
    length.writeUInt16BE(id.length);
    const attested = Buffer.concat([Buffer.alloc(16), length, id, isoCBOR.encode(cose)]);
    const authData = Buffer.concat([this.#head(USER_PRESENT | ATTESTED), attested]);
    const attestation = new Map<string, Attested>([
      ['fmt', 'none'],
      ['attStmt', new Map<string, string>()],
      ['authData', new Uint8Array(authData)],
    ]);
    return this.#answer({
      clientDataJSON: this.#clientData('webauthn.create', challenge).toString('base64url'),
      attestationObject: Buffer.from(isoCBOR.encode(attestation)).toString('base64url'),
      transports: ['usb' as const],
    });
  }

  /** What a browser answers when a signature is asked for. */
  get({ challenge }: Wanted) {
    this.#counter += 1;
    const authData = this.#head(USER_PRESENT);
    const clientData = this.#clientData('webauthn.get', challenge);
    const signed = Buffer.concat([authData, createHash('sha256').update(clientData).digest()]);
    return this.#answer({
      clientDataJSON: clientData.toString('base64url'),
      authenticatorData: authData.toString('base64url'),
      signature: sign('sha256', signed, this.#privateKey).toString('base64url'),
    });
  }

  /** A copy of the key counts from where the copy was taken. */
  forgetsToCount(): void {
    this.#counter -= 1;
  }

  #answer<R>(response: R) {
    return { id: this.#id, rawId: this.#id, type: 'public-key' as const, response, clientExtensionResults: {} };
  }

  #head(flags: number): Buffer {
    const tail = Buffer.alloc(5);
    tail.writeUInt8(flags, 0);
    tail.writeUInt32BE(this.#counter, 1);
    return Buffer.concat([createHash('sha256').update(this.rpId).digest(), tail]);
  }

  #clientData(type: string, challenge: string): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin: this.origin, crossOrigin: false }));
  }
}
