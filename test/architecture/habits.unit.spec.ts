import { sources, withoutComments } from './sources.js';

const offenders = (folders: readonly string[], forbidden: RegExp, except = /^$/): readonly string[] =>
  sources(...folders)
    .filter(({ path, text }) => !except.test(path) && forbidden.test(withoutComments(text)))
    .map(({ path }) => path);

const PURE = [
  'kernel',
  'jobs',
  'sheet',
  'evaluation',
  'scoring',
  'crosscheck',
  'examination',
  'intake',
  'audit',
  'calendar',
].map((lib) => `libs/${lib}`);
const IMPURE =
  /\bDate\.now\b|\bnew Date\(\s*\)|\bMath\.random\b|\brandom(?:UUID|Bytes|Int)\b|\bperformance\.|\bprocess\.|\bsetTimeout\b|\bfetch\(/;
const ENVIRONMENT = /\bprocess\.env\b/;

describe('Deciding code', () => {
  it('asks no clock, no chance and no process', () => {
    expect(offenders(PURE, IMPURE)).toEqual([]);
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

  it('lets the compiler speak', () => {
    expect(offenders(['apps', 'libs', 'test', 'bench'], /@ts-(?:ignore|nocheck|expect-error)/)).toEqual([]);
  });
});
