import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the checkout, found from the sources and from `dist` alike; throws when this file lies outside one. */
export function projectRoot(from: string = dirname(fileURLToPath(import.meta.url))): string {
  const manifest = join(from, 'package.json');
  if (existsSync(manifest) && (JSON.parse(readFileSync(manifest, 'utf8')) as { name?: string }).name === 'shuangshen') {
    return from;
  }
  const above = dirname(from);
  if (above === from) throw new Error('no package.json named shuangshen above this file');
  return projectRoot(above);
}
