import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#libs/config';

export interface Source {
  /** From the root of the checkout. */
  readonly path: string;
  readonly text: string;
}

/** Our TypeScript below these folders, specs apart. */
export function sources(...folders: readonly string[]): readonly Source[] {
  return folders
    .flatMap((folder) => filesBelow(folder))
    .map((path) => ({ path, text: readFileSync(join(projectRoot(), path), 'utf8') }));
}

function filesBelow(folder: string): readonly string[] {
  const absolute = join(projectRoot(), folder);
  if (!existsSync(absolute)) return [];
  return readdirSync(absolute, { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return /^(?:node_modules|peers|dist|web)$/.test(entry.name) ? [] : filesBelow(path);
    return /(?<!\.spec|\.d)\.ts$/.test(entry.name) ? [path] : [];
  });
}

/** The text without comments, so that a rule does not stumble over what is only talked about. */
export const withoutComments = (text: string): string =>
  text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');
