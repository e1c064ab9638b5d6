import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '#libs/config';
import type { SchemeText } from '#libs/export';
import { hashedText, parseScheme } from '#libs/scoring';

/** The schemes that come with the product, each as the text its hash is of. */
export async function shippedSchemes(): Promise<readonly SchemeText[]> {
  const folder = join(projectRoot(), 'schemes');
  const files = (await readdir(folder)).filter((name) => /\.v\d+\.json$/.test(name)).sort();
  return Promise.all(
    files.map(async (name) => {
      const { file, hash } = parseScheme(await readFile(join(folder, name), 'utf8'));
      return { id: file.id, version: file.version, hash, text: hashedText(file) };
    }),
  );
}
