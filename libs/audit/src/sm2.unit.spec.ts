import { ed25519Signer } from './ed25519.js';
import { logVerifier } from './log-key.js';
import { formatVerifierKey, parseVerifierKey, SM2 } from './verifier-key.js';

/** Signed by OpenSSL 3.0: `openssl pkeyutl -sign -rawin -digest sm3 -pkeyopt distid:1234567812345678`. */
const OPENSSL = {
  publicKey: Buffer.from(
    '0472f65569d3a1a2a29bd1f214a6d8e4cfb61fd191f0b5509c45b401b9fae40b5c3fa3884bf92cb718b1ae61d2421d88e3b6caa13fe920806cff2b34bf616cd02c',
    'hex',
  ),
  text: 'huitong.example/log\n7\nAAAA\n',
  signature: Buffer.from(
    '7cde5f84d40fa0f8ec7459a412ed7ef5c78c71ef5cd289e7c826636074ca42caa9ff41f7978fd683154e1c67370824126a36acf46cb57062e820807da97ae2df',
    'hex',
  ),
};
const KEY = formatVerifierKey('huitong.example/log', SM2, OPENSSL.publicKey);

describe('An SM2 key of a log', () => {
  it('believes what OpenSSL signed, and nothing else', () => {
    const { verify } = logVerifier(KEY);
    expect(verify(OPENSSL.text, OPENSSL.signature)).toBe(true);
    expect(verify(`${OPENSSL.text}\n`, OPENSSL.signature)).toBe(false);
    const bent = Buffer.from(OPENSSL.signature);
    bent[40]! ^= 1;
    expect(verify(OPENSSL.text, bent)).toBe(false);
    expect(verify(OPENSSL.text, OPENSSL.signature.subarray(1))).toBe(false);
    expect(verify(OPENSSL.text, Buffer.alloc(64))).toBe(false);
  });

  it('is told apart from an Ed25519 key of the same name', () => {
    expect(parseVerifierKey(KEY)).toMatchObject({ type: SM2, name: 'huitong.example/log' });
    const { verifierKey } = ed25519Signer('huitong.example/log', Buffer.alloc(32, 1));
    expect(logVerifier(verifierKey).keyId).not.toBe(logVerifier(KEY).keyId);
  });

  it.each([
    ['cut off', KEY.slice(0, -4)],
    ['of another name behind 0xff', KEY.replace('/3NodWFuZ3NoZW4v', '/3NodWFuZ3NoZW4w')],
    ['of another id', KEY.replace(/\+[0-9a-f]{8}\+/, '+00000000+')],
  ])('is refused when it is %s', (_, key) => expect(() => logVerifier(key)).toThrow(RangeError));
});
