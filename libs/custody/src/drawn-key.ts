import { randomBytes } from 'node:crypto';
import { LastWord } from './last-word.js';

const SEED_BYTES = 32;

/** A key that others can read, or that is none; its holder must not sign with it. */
export class Exposed extends Error {
  override readonly name = 'Exposed';
}

/** The 32 bytes of a signing key in a file of its own, drawn at the first start. Throws as `keptKey` does. */
export function drawnKey(file: string): Buffer {
  const kept = keptKey(file);
  if (kept !== undefined) return kept;
  new LastWord(file).write(`${randomBytes(SEED_BYTES).toString('base64')}\n`);
  return drawnKey(file);
}

/**
 * The 32 bytes of a signing key in a file of its own, readable by our account alone; undefined when there is none. Throws Exposed
 * when the file can be read by others or does not hold a key, DiskFails when it cannot be read: no key is drawn over one that is there.
 */
export function keptKey(file: string): Buffer | undefined {
  const kept = new LastWord(file);
  const text = kept.read();
  if (text === null) return undefined;
  if (kept.isOpenToOthers())
    throw new Exposed(`${file} 可被其他账号读取，请先改为 0600 / can be read by others: chmod 600 it first`);
  const seed = Buffer.from(text.trim(), 'base64');
  if (seed.length !== SEED_BYTES) throw new Exposed(`${file} 不是密钥 / holds no key of ${SEED_BYTES} bytes`);
  return seed;
}
