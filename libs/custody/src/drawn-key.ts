import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { LastWord } from './last-word.js';

const SEED_BYTES = 32;

/** A key that others can read, or that is none; its holder must not sign with it. */
export class Exposed extends Error {
  override readonly name = 'Exposed';
}

/**
 * The 32 bytes of a signing key in a file of its own, drawn at the first start, readable by our account alone. Throws Exposed
 * when the file can be read by others or does not hold a key: it is never drawn anew over what is there.
 */
export function drawnKey(file: string): Buffer {
  if (!existsSync(file)) new LastWord(file).write(`${randomBytes(SEED_BYTES).toString('base64')}\n`);
  // Windows has no such bits.
  if (process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0)
    throw new Exposed(`${file} 可被其他账号读取，请先改为 0600 / can be read by others: chmod 600 it first`);
  const seed = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64');
  if (seed.length !== SEED_BYTES) throw new Exposed(`${file} 不是密钥 / holds no key of ${SEED_BYTES} bytes`);
  return seed;
}
