/** An event as the server gives it to whoever wants to check it. */
export interface ProvenEntry {
  readonly position: number;
  readonly envelope: string;
  readonly payload: string | null;
  readonly salt: string | null;
  readonly proof: readonly string[] | null;
}

/** What became of one event in the reader's own browser. */
export type Outcome = 'proven' | 'erased' | 'unsealed' | 'payload-differs' | 'proof-differs';

const bytes = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(new TextEncoder().encode(text));
const ofBase64 = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(text), (one) => one.charCodeAt(0));
const ofHex = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
export const hex = (hash: Uint8Array): string => [...hash].map((one) => one.toString(16).padStart(2, '0')).join('');

async function sha256(...parts: readonly Uint8Array[]): Promise<Uint8Array<ArrayBuffer>> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return new Uint8Array(await crypto.subtle.digest('SHA-256', whole));
}

/** Recomputes the commitment and the way up the tree (RFC 6962), with the browser's own hash function. */
export async function checkEntry(entry: ProvenEntry, size: number, root: string): Promise<Outcome> {
  const { envelope, payload, salt, proof, position } = entry;
  if (payload !== null) {
    const { payloadHash } = JSON.parse(envelope) as { readonly payloadHash: string };
    if (hex(await sha256(ofHex(salt ?? ''), bytes(payload))) !== payloadHash) return 'payload-differs';
  }
  if (proof === null) return 'unsealed';
  const leaf = await sha256(Uint8Array.of(0), bytes(envelope));
  const computed = await rootFrom(leaf, position, size, proof.map(ofBase64));
  if (computed === null || hex(computed) !== root) return 'proof-differs';
  return payload === null ? 'erased' : 'proven';
}

/** The root that a proof leads to (RFC 9162 §2.1.3.2); null when it has too few or too many hashes. */
async function rootFrom(leaf: Uint8Array, index: number, size: number, proof: readonly Uint8Array[]) {
  let hash = leaf;
  let [node, last] = [index, size - 1];
  for (const sibling of proof) {
    if (last === 0) return null;
    const right = node % 2 === 1 || node === last;
    hash = right ? await sha256(Uint8Array.of(1), sibling, hash) : await sha256(Uint8Array.of(1), hash, sibling);
    if (right) while (node % 2 === 0 && node !== 0) [node, last] = [node / 2, Math.floor(last / 2)];
    [node, last] = [Math.floor(node / 2), Math.floor(last / 2)];
  }
  return last === 0 ? hash : null;
}

/** Size and root of a checkpoint, as its text says (C2SP tlog-checkpoint). */
export function checkpointIn(note: string): { readonly size: number; readonly root: string } | null {
  const [, size, root] = note.split('\n');
  return size && root && /^\d+$/.test(size) ? { size: Number(size), root: hex(ofBase64(root)) } : null;
}

/** Whether one of the keys signed it; null: this browser knows no Ed25519. Keys are `name+id+base64` (C2SP signed-note). */
export async function isSigned(note: string, keys: readonly string[]): Promise<boolean | null> {
  const end = note.indexOf('\n\n');
  const signatures = [...note.slice(end + 2).matchAll(/^— (\S+) (\S+)$/gm)];
  for (const key of keys) {
    const [name, , encoded = ''] = key.trim().split('+');
    const [, , ...raw] = [0, ...ofBase64(encoded)];
    for (const [, signer, signature = ''] of signatures) {
      if (signer !== name || raw.length !== 32) continue;
      try {
        const known = await crypto.subtle.importKey('raw', Uint8Array.from(raw), 'Ed25519', false, ['verify']);
        if (await crypto.subtle.verify('Ed25519', known, ofBase64(signature).slice(4), bytes(note.slice(0, end + 1))))
          return true;
      } catch {
        return null;
      }
    }
  }
  return false;
}
