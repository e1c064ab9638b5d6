import { createRequire } from 'node:module';
import { join } from 'node:path';
import { projectRoot } from '#libs/config';
import { sources, withoutComments } from './sources.js';

const offenders = (folders: readonly string[], forbidden: RegExp, except = /^$/): readonly string[] =>
  sources(...folders)
    .filter(({ path, text }) => !except.test(path) && forbidden.test(withoutComments(text)))
    .map(({ path }) => path);

/** What deciding code is made of: the libs that the rules of imports call pure, by that list and no other. */
const { forbidden } = createRequire(import.meta.url)(join(projectRoot(), '.dependency-cruiser.cjs')) as {
  forbidden: { name: string; from: { path?: string } }[];
};
const PURE = new RegExp(forbidden.find(({ name }) => name === 'pure-libs-use-nothing-of-node')!.from.path!);
const decides = (path: string): boolean => PURE.test(path);

const IMPURE =
  /\bDate\.now\b|\bnew Date\(\s*\)|\bMath\.random\b|\brandom(?:UUID|Bytes|Int)\b|\bperformance\.|\bprocess\.|\bsetTimeout\b|\bfetch\(/;
const ENVIRONMENT = /\bprocess\.env\b/;

describe('Deciding code', () => {
  it('asks no clock, no chance and no process', () => {
    expect(sources('libs').filter(({ path }) => decides(path)).length).toBeGreaterThan(100);
    expect(offenders(['libs'], IMPURE).filter(decides)).toEqual([]);
  });

  it.each(['Date.now()', 'new Date()', 'Math.random()', 'randomUUID()', 'process.pid', 'performance.now()'])(
    'would be found out if it said %s',
    (word) => expect(IMPURE.test(`const x = ${word};`)).toBe(true),
  );

  it('may read a moment it was given', () => {
    expect(IMPURE.test('new Date(command.at)')).toBe(false);
  });
});

describe('The environment', () => {
  it('is read by libs/config alone', () => {
    expect(offenders(['apps', 'libs', 'test', 'bench'], ENVIRONMENT, /^libs\/config\//)).toEqual([]);
  });
});

/** Longer than 300 lines after a hard look: each says why. */
const LONG_FOR_A_REASON: Readonly<Record<string, string>> = {
  'libs/sheet/src/named-figures.ts': 'a catalogue: one entry for each figure of the form',
  'libs/config/src/catalogue.ts': 'a catalogue: one entry for each setting',
  'apps/api/src/http/messages/zh.ts': 'a catalogue: one line for each refusal',
  'apps/api/src/http/messages/en.ts': 'a catalogue: one line for each refusal',
};

describe('Every file', () => {
  it('has one idea: none is longer than 300 lines without a reason', () => {
    const long = sources('apps', 'libs', 'test', 'bench').filter(({ text }) => text.split('\n').length > 300);
    expect(long.map(({ path }) => path).filter((path) => !(path in LONG_FOR_A_REASON))).toEqual([]);
  });

  it('asks no server what day it is: a day is that of the bureau', () => {
    expect(offenders(['apps', 'libs'], /\bcurrent_date\b|\bnow\(\)::date/)).toEqual([]);
  });

  it('lets the compiler speak', () => {
    expect(offenders(['apps', 'libs', 'test', 'bench'], /@ts-(?:ignore|nocheck|expect-error)/)).toEqual([]);
  });
});
