import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The key that seals secrets in the database that comes with the product: drawn at the first start and kept beside the
 * database, not in it, readable by our account alone. Whoever copies the whole folder has both: the key protects what leaves
 * it alone, such as a dump.
 */
export function secretsKeyIn(dataDir: string): string {
  const file = join(dataDir, 'secrets-key');
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true });
    const draft = `${file}.draft`;
    writeFileSync(draft, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600 });
    renameSync(draft, file); // whole or not at all
  }
  return readFileSync(file, 'utf8').trim();
}
