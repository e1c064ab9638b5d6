import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#libs/config';

/** Every address of the interface as the router knows it, with its parameters. */
export function addresses(): readonly string[] {
  const router = readFileSync(join(projectRoot(), 'apps/web/src/app/router.tsx'), 'utf8');
  const lists = /\[('todo'[^\]]*)\]/.exec(router)?.[1]?.match(/\w+/g) ?? [];
  return [
    ...lists.map((list) => `/${list}`),
    ...[...router.matchAll(/path: '(\/[^']+)'/g)].map(([, path]) => path ?? ''),
  ];
}

/** Whether the path is one of the address. */
export function isAt(path: string, address: string): boolean {
  return new RegExp(`^${address.replace(/:\w+/g, '[^/]+')}$`).test(path);
}
