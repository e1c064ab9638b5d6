import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { DomainError } from '#libs/kernel';
import { hashedText, parseScheme, validateScheme } from './index.js';
import { SCHEME_SCHEMA } from './scheme-schema.js';

const schemes = new URL('../../../schemes/', import.meta.url);
const text = readFileSync(new URL('hunan-whole-unit-A.v1.json', schemes), 'utf8');

/** The shipped scheme with one place of its text changed; the place must exist. */
function changed(from: string, to: string): string {
  expect(text).toContain(from);
  return text.replace(from, to);
}

/** 1-based line of the first occurrence in a text. */
function lineOf(part: string, within: string): number {
  return within.slice(0, within.indexOf(part)).split('\n').length;
}

function refusal(scheme: string): DomainError {
  try {
    parseScheme(scheme);
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  throw new Error('the scheme was accepted');
}

describe('A scheme that is wrong', () => {
  const budget = '"figure": "BUD.TOTAL"';
  const formula = '"本年追加 ÷ 年初预算 × 100"';

  it.each([
    [
      'whose points do not add up',
      '"id": "budget-control",\n              "name": "预算控制率",\n              "points": "5"',
      '"id": "budget-control",\n              "name": "预算控制率",\n              "points": "6"',
      'scheme.points-do-not-add-up',
    ],
    ['with a figure nobody knows', budget, '"figure": "BUD.TOTALS"', 'scheme.unknown-figure'],
    ['with a figure named like a property of every object', budget, '"figure": "constructor"', 'scheme.unknown-figure'],
    ['with a name nobody defined', formula, '"追加 ÷ 年初预算"', 'scheme.unknown-name'],
    ['with a huge exponent', formula, '"本年追加 × 1e999999999"', 'scheme.formula'],
    ['with a power', formula, '"本年追加 ** 999999999"', 'scheme.formula'],
    ['with member access', formula, '"年初预算.constructor"', 'scheme.formula'],
    ['with a call of something else', formula, '"constructor(年初预算)"', 'scheme.formula'],
    ['with a comparison', formula, '"本年追加 > 年初预算"', 'scheme.formula'],
    ['with two formulas in one', formula, '"本年追加; 年初预算"', 'scheme.formula'],
    ['with a formula that stops in the middle', formula, '"（本年追加 ÷"', 'scheme.formula'],
    ['with an unknown rule', '"kind": "bands"', '"kind": "brands"', 'scheme.shape'],
    ['with a misspelt property', '"claimTolerance"', '"claimTolerence"', 'scheme.shape'],
    ['with a number where a decimal string belongs', '"atLeast": "90"', '"atLeast": 90', 'scheme.shape'],
    ['with a key twice', '"kind": "whole-unit",', '"kind": "whole-unit", "kind": "project",', 'scheme.repeated-key'],
    ['with an id twice', '"id": "budget-control"', '"id": "staff-control"', 'scheme.repeated-id'],
    ['with a default nobody can choose', '"default": "established"', '"default": "nobody"', 'scheme.unknown-option'],
    ['with a comment', '"kind": "whole-unit",', '"kind": "whole-unit", // note', 'scheme.not-json'],
    ['with grades out of order', '"atLeast": "60"', '"atLeast": "85"', 'scheme.not-descending'],
    ['with half a character', '"place": "湖南省"', '"place": "\\ud800"', 'scheme.shape'],
  ])('%s is refused where it is wrong', (_, from, to, code) => {
    const scheme = changed(from, to);
    const { kind, code: told, details } = refusal(scheme);
    expect([kind, told]).toEqual(['invalid', code]);
    expect(details).toMatchObject({
      pointer: expect.any(String),
      line: expect.any(Number),
      column: expect.any(Number),
    });
    expect(JSON.stringify(validateScheme(scheme))).toContain(code);
  });

  it('names the pointer, the line and the column of an unknown figure', () => {
    const scheme = changed(budget, '"figure": "BUD.TOTALS"');
    const line = lineOf('"BUD.TOTALS"', scheme);
    const column = scheme.split('\n')[line - 1]!.indexOf('"BUD.TOTALS"') + 1;
    expect(refusal(scheme).details).toMatchObject({
      pointer: '/names/年初预算/figure',
      line,
      column,
      figure: 'BUD.TOTALS',
    });
  });

  it('lists every fault at once, each at its place', () => {
    const twice = changed(budget, '"figure": "BUD.TOTALS"').replace(formula, '"追加"');
    expect(validateScheme(twice).map(({ code }) => code)).toEqual(['scheme.unknown-figure', 'scheme.unknown-name']);
  });

  it('shows the circle when formulas need one another', () => {
    const circle = changed(budget, '"formula": "可用资金 − 上年结转"');
    expect(refusal(circle)).toMatchObject({
      code: 'scheme.cycle',
      details: {
        cycle: ['年初预算', '可用资金', '年初预算'],
        pointer: '/names/年初预算',
        line: lineOf('"年初预算": {', circle),
      },
    });
  });
});

describe('A scheme meant to exhaust the reader', () => {
  const leaf = {
    id: 'x',
    name: 'x',
    points: '1',
    rule: { kind: 'unpublished' },
    clause: 'x',
    source: 'x',
    sourceRead: false,
  };
  const small = (count: number) => ({ tree: Array.from({ length: count }, () => ({ id: 'x' })) });

  it.each([
    ['ten thousand indicators', JSON.stringify(small(10_000)), 'scheme.too-many-indicators'],
    ['ten thousand complete indicators', JSON.stringify({ tree: Array(10_000).fill(leaf) }), 'scheme.too-large'],
    ['a hundred thousand brackets', '['.repeat(100_000), 'scheme.too-deep'],
    ['a hundred thousand nested objects', '{"a":'.repeat(100_000), 'scheme.too-deep'],
    ['a formula of a thousand brackets', changedFormula('('.repeat(1000)), 'scheme.shape'],
    ['a formula of three hundred signs', changedFormula('-'.repeat(299)), 'scheme.formula'],
    ['a formula of a hundred and fifty sums', changedFormula(`${'1+'.repeat(149)}1`), 'scheme.formula'],
    ['nothing', '', 'scheme.not-json'],
    ['null', 'null', 'scheme.shape'],
    ['a list', '[]', 'scheme.shape'],
  ])('%s is refused within a second', (_, scheme, code) => {
    const started = performance.now();
    expect(refusal(scheme).code).toBe(code);
    expect(performance.now() - started).toBeLessThan(1000);
  });

  it('is answered with twenty faults at most', () => {
    const wrong = JSON.parse(text) as { names: Record<string, unknown> };
    for (let count = 0; count < 100; count += 1) wrong.names[`甲${count}`] = { figure: 'NO.SUCH' };
    expect(validateScheme(JSON.stringify(wrong))).toHaveLength(20);
  });

  function changedFormula(formula: string): string {
    return text.replace('本年追加 ÷ 年初预算 × 100', formula);
  }
});

describe('A scheme that is right', () => {
  it.each([
    'hunan-whole-unit-A.v1',
    'hunan-whole-unit-B.v1',
    'hunan-whole-unit-2023.v1',
    'national-project-2020.v1',
    'national-project-2020-capped.v1',
  ])('%s is read, and its file is named after its id and version', (name) => {
    const { file } = parseScheme(readFileSync(new URL(`${name}.json`, schemes), 'utf8'));
    expect(`${file.id}.v${file.version}`).toBe(name);
  });

  it('keeps its hash when only white space, the order of keys or $schema differ', () => {
    const { $schema: _, ...rest } = JSON.parse(text) as Record<string, unknown>;
    const reordered = JSON.stringify(Object.fromEntries(Object.entries(rest).reverse()));
    expect(parseScheme(reordered).hash).toBe(parseScheme(text).hash);
    expect(parseScheme(changed('"atLeast": "60"', '"atLeast": "61"')).hash).not.toBe(parseScheme(text).hash);
  });

  it('has a text its hash is of, which reads as the same scheme', () => {
    const scheme = parseScheme(text);
    const hashed = hashedText(scheme.file);
    expect(createHash('sha256').update(hashed).digest('hex')).toBe(scheme.hash);
    expect(parseScheme(hashed).hash).toBe(scheme.hash);
  });

  it('is described by the published JSON Schema, which is the one the reader uses', () => {
    const published = JSON.parse(readFileSync(new URL('scheme.schema.json', schemes), 'utf8')) as unknown;
    expect(published).toEqual(JSON.parse(JSON.stringify(SCHEME_SCHEMA)));
  });
});
