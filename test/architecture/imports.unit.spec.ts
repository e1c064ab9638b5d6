import { copyFileSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { projectRoot } from '#libs/config';
import { temporaryFolder } from '#libs/testing';
import { type Cruise, cruise } from './cruise.js';

const root = projectRoot();
const { forbidden } = createRequire(import.meta.url)(join(root, '.dependency-cruiser.cjs')) as {
  forbidden: { name: string }[];
};

/** For each rule: a file that breaks it, and the files it needs. Rules made per lib are broken by `lookingElsewhere`. */
const OFFENCES: Record<string, readonly [file: string, text: string][]> = {
  'every-lib-has-a-place': [
    ['apps/api/src/takes-a-new-lib.ts', `export * from '#libs/newcomer';`],
    ['libs/newcomer/src/index.ts', 'export const nothing = 0;'],
  ],
  'libs-only-by-their-front-door': [
    ['libs/event-store/src/through-the-window.ts', `export * from '../../kernel/src/decider.js';`],
  ],
  'front-door-for-apps-and-tests': [
    ['apps/api/src/through-the-window.ts', `export * from '../../../libs/kernel/src/decider.js';`],
  ],
  'apps-never-import-each-other': [
    ['apps/api/src/calls-the-worker.ts', `export * from '../../worker/src/loop.js';`],
    ['apps/worker/src/loop.ts', 'export const loop = 0;'],
  ],
  'nothing-imports-apps': [['libs/projection/src/knows-the-api.ts', `export * from '../../../apps/api/src/app.js';`]],
  'web-takes-nothing-from-libs': [['apps/web/src/takes-a-lib.ts', `export * from '#libs/kernel';`]],
  'web-features-know-no-siblings': [
    ['apps/web/src/features/lists/knows-the-trail.ts', `export * from '../trail/page.js';`],
    ['apps/web/src/features/trail/page.ts', 'export const page = 0;'],
  ],
  'web-looks-down': [['apps/web/src/ui/knows-a-page.ts', `export * from '../features/trail/page.js';`]],
  'pure-libs-use-no-packages': [
    ['libs/evaluation/src/asks-a-database.ts', `import { Pool } from 'pg'; export const pool = new Pool();`],
  ],
  'pure-libs-use-nothing-of-node': [['libs/sheet/src/reads-a-file.ts', `export { readFileSync } from 'node:fs';`]],
  'typeorm-only-for-rows': [['libs/event-store/src/saves-entities.ts', `export { DataSource } from 'typeorm';`]],
  'http-only-in-apps': [['libs/registry/src/is-a-controller.ts', `export { Controller } from '@nestjs/common';`]],
  'testing-only-from-specs': [['apps/api/src/tests-in-production.ts', `export * from '#libs/testing';`]],
  'specs-only-by-specs': [
    ['libs/kernel/src/runs-a-spec.ts', `import './decider.unit.spec.js'; export const ran = true;`],
    ['libs/kernel/src/decider.unit.spec.ts', 'export {};'],
  ],
  'what-runs-needs-no-package-for-development': [
    ['libs/config/src/plays-dice.ts', `export { sample } from 'fast-check';`],
  ],
  'no-cycles': [
    ['libs/kernel/src/egg.ts', `export * from './hen.js';`],
    ['libs/kernel/src/hen.ts', `export * from './egg.js';`],
  ],
  'no-orphans': [['libs/kernel/src/nobody-wants-me.ts', 'export const alone = true;']],
  'every-import-is-found': [['apps/api/src/imports-air.ts', `export * from '#libs/kernel/air';`]],
};

const perLib = forbidden.map(({ name }) => name).filter((name) => name.endsWith('-looks-only-where-it-may'));
const libOf = (rule: string): string => rule.replace('-looks-only-where-it-may', '');
/** No lib may look at the embedded PostgreSQL, which itself may not look at the kernel. */
const lookingElsewhere = perLib.map((rule): [string, string] => {
  const lib = libOf(rule);
  return [`libs/${lib}/src/looks-elsewhere.ts`, `export * from '#libs/${lib === 'embedded' ? 'kernel' : 'embedded'}';`];
});

const INNOCENT: readonly [string, string][] = [
  ...[...perLib.map(libOf), 'testing'].map((lib): [string, string] => [
    `libs/${lib}/src/index.ts`,
    `export const ${lib.replace('-', '_')} = 0;`,
  ]),
  ['libs/kernel/src/decider.ts', `export const decider = 0;`],
  ['apps/api/src/app.ts', `export * from '#libs/kernel';`],
];

describe('The rules of imports', () => {
  const folder = temporaryFolder();
  let broken: Cruise;

  beforeAll(() => {
    for (const file of ['package.json', 'tsconfig.json']) copyFileSync(join(root, file), join(folder.path, file));
    symlinkSync(join(root, 'node_modules'), join(folder.path, 'node_modules'));
    for (const [file, text] of [...INNOCENT, ...lookingElsewhere, ...Object.values(OFFENCES).flat()]) {
      mkdirSync(dirname(join(folder.path, file)), { recursive: true });
      writeFileSync(join(folder.path, file), text);
    }
    broken = cruise(folder.path, ['apps', 'libs']);
  });

  afterAll(() => folder.remove());

  it('are each broken once below', () => {
    const names = forbidden.map(({ name }) => name).filter((name) => !perLib.includes(name));
    expect(Object.keys(OFFENCES).sort()).toEqual(names.sort());
  });

  it.each(Object.entries(OFFENCES))('notice what breaks %s', (rule, [offence]) => {
    expect(broken.violations.filter((violation) => violation.rule.name === rule).map(({ from }) => from)).toContain(
      offence?.[0],
    );
  });

  it.each(perLib)('notice what breaks %s', (rule) => {
    expect(broken.violations.filter((violation) => violation.rule.name === rule).map(({ from }) => from)).toEqual([
      `libs/${libOf(rule)}/src/looks-elsewhere.ts`,
    ]);
  });

  it('leave the innocent alone', () => {
    const innocent = new Set(INNOCENT.map(([file]) => file));
    const accused = broken.violations.filter(({ from, rule }) => innocent.has(from) && rule.name !== 'no-orphans');
    expect(accused).toEqual([]);
  });
});

describe('This checkout', () => {
  const here = cruise(
    root,
    ['apps', 'libs', 'test', 'bench'].filter((name) => existsSync(join(root, name))),
  );

  it('breaks none of them', () => {
    expect(here.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([]);
  });

  it('was seen: every import between libs was followed to the sources', () => {
    const between = here.modules.flatMap(({ dependencies }) =>
      dependencies.filter(({ module }) => module.startsWith('#libs/')),
    );
    expect(between.length).toBeGreaterThan(50);
    expect(between.filter(({ resolved }) => !/^libs\/[^/]+\/src\/index\.ts$/.test(resolved))).toEqual([]);
  });
});
