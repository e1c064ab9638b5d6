import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

const USER_PRESENT = 0x01;
const ATTESTED = 0x40;

type Encodable = number | string | Uint8Array | Map<number | string, Encodable>;

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
    const cose = new Map<number, Encodable>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, new Uint8Array(x)],
      [-3, new Uint8Array(y)],
    ]);
    const id = Buffer.from(this.#id, 'base64url');
    const length = Buffer.alloc(2);
    length.writeUInt16BE(id.length);
    const attested = Buffer.concat([Buffer.alloc(16), length, id, cbor(cose)]);
    const authData = Buffer.concat([this.#head(USER_PRESENT | ATTESTED), attested]);
    const attestation = new Map<string, Encodable>([
      ['fmt', 'none'],
      ['attStmt', new Map()],
      ['authData', new Uint8Array(authData)],
    ]);
    return this.#answer({
      clientDataJSON: this.#clientData('webauthn.create', challenge).toString('base64url'),
      attestationObject: cbor(attestation).toString('base64url'),
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

/** As much of CBOR (RFC 8949) as an attestation needs: small numbers, texts, bytes, maps. */
function cbor(value: Encodable): Buffer {
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (value instanceof Uint8Array) return Buffer.concat([head(2, value.length), value]);
  return Buffer.concat([head(5, value.size), ...[...value].flatMap(([key, one]) => [cbor(key), cbor(one)])]);
}

/** The major type and how much follows. */
function head(type: number, length: number): Buffer {
  if (length < 24) return Buffer.from([(type << 5) | length]);
  return length < 256
    ? Buffer.from([(type << 5) | 24, length])
    : Buffer.from([(type << 5) | 25, length >> 8, length & 255]);
}
