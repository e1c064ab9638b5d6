import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import i18next from 'i18next';
import { EN, ZH } from '../../texts/texts.js';
import { compareSchemes } from './compare.js';
import { ruleInWords } from './rule-words.js';
import { rowsOf, type SchemeFile } from './scheme-file.js';

const folder = join(dirname(fileURLToPath(import.meta.url)), '../../../../../schemes');
const FILES = readdirSync(folder).filter((name) => /\.v\d+\.json$/.test(name));
const read = (name: string): SchemeFile => JSON.parse(readFileSync(join(folder, name), 'utf8'));
const A = read('hunan-whole-unit-A.v1.json');
const B = read('hunan-whole-unit-B.v1.json');

/** The scheme with this changed in one of its indicators. */
function changed(file: SchemeFile, id: string, change: object): SchemeFile {
  const copy = structuredClone(file);
  Object.assign(rowsOf(copy.tree).find(({ indicator }) => indicator.id === id)!.indicator, change);
  return copy;
}
const differing = (a: SchemeFile, b: SchemeFile) =>
  compareSchemes(a, b)
    .indicators.filter(({ difference }) => difference !== 'same')
    .map(({ id, difference, aspects }) => `${id} ${[difference, ...aspects].join(' ')}`);

describe('The comparison of two schemes', () => {
  it.each(FILES)('finds nothing between %s and itself, in whatever order its keys stand', (name) => {
    const file = read(name);
    const { indicators, names, parts } = compareSchemes(file, turned(file) as SchemeFile);
    expect(indicators.length).toBe(rowsOf(file.tree).length);
    expect(indicators.filter(({ difference }) => difference !== 'same')).toEqual([]);
    expect(names.filter(({ difference }) => difference !== 'same')).toEqual([]);
    expect(parts).toEqual([]);
  });

  it.each([
    ['points', { points: '6' }, 'staff-control changed points'],
    ['formula', { formula: '在职人数 ÷ 编制数' }, 'staff-control changed formula'],
    ['rule', { rule: { kind: 'proportional', target: '100' } }, 'staff-control changed rule'],
    ['what a base of zero means', { zeroBase: { zeroOverZero: 'full' } }, 'staff-control changed base'],
    ['source', { sourceRead: false }, 'staff-control changed source'],
  ])('names the %s that changed', (_, change, expected) => {
    expect(differing(A, changed(A, 'staff-control', change))).toEqual([expected]);
  });

  it('names what was added where it stands, what was removed, and what was put elsewhere', () => {
    const [input, ...others] = A.tree;
    const extra = { id: 'extra', name: '新增指标', points: '0', rule: { kind: 'unpublished' } } as const;
    expect(differing(A, { ...A, tree: [input!, extra, ...others] })).toEqual(['extra added']);
    const order = compareSchemes(A, { ...A, tree: [input!, extra, ...others] }).indicators.map(({ id }) => id);
    expect(order.indexOf('extra')).toBe(order.indexOf('process') - 1);
    expect(compareSchemes(A, { ...A, tree: [...A.tree, extra] }).indicators.at(-1)).toMatchObject({ id: 'extra' });
    expect(differing(A, { ...A, tree: others })).toContain('staff-control removed');
    const moved = {
      ...A,
      tree: [changed({ ...A, tree: [input!] }, 'input', { name: '投入管理' }).tree[0]!, ...others],
    };
    expect(differing(A, moved)).toEqual([
      ...['input changed name', 'allocation changed place', 'staff-control changed place'],
      'three-public-change changed place',
    ]);
  });

  it('tells of two published tables what a county would have to know', () => {
    const { indicators, names } = compareSchemes(A, B);
    const of = (id: string) => indicators.find((one) => one.id === id);
    expect(of('three-public-change')).toMatchObject({
      difference: 'changed',
      aspects: expect.arrayContaining(['points', 'rule']),
    });
    expect(of('staff-control')).toMatchObject({ difference: 'same' });
    expect(of('economic-social')).toMatchObject({ difference: 'removed' });
    expect(of('benefits')).toMatchObject({ difference: 'changed' });
    expect(names.filter(({ difference }) => difference !== 'same').length).toBeGreaterThan(0);
  });

  it('tells a word of the formulas that means something else, and parts of the whole', () => {
    const other = { ...A, names: { ...A.names, 编制数: { figure: 'STAFF.OTHER' } }, claimTolerance: '0.5' };
    const { names, parts } = compareSchemes(A, other);
    expect(names.filter(({ difference }) => difference !== 'same')).toEqual([
      { name: '编制数', difference: 'changed' },
    ]);
    expect(parts).toEqual(['claimTolerance']);
  });
});

describe('A rule in words', () => {
  const speak = i18next.createInstance();
  beforeAll(() =>
    speak.init({
      lng: 'zh-CN',
      resources: { 'zh-CN': { translation: ZH }, en: { translation: EN } },
      interpolation: { escapeValue: false },
    }),
  );
  const leaves = FILES.flatMap((name) => rowsOf(read(name).tree)).flatMap(({ indicator: { rule } }) => rule ?? []);

  it.each(['zh-CN', 'en'] as const)(
    'is said in %s for every indicator there is, with nothing left open',
    (language) => {
      const t = speak.getFixedT(language);
      const told = leaves.flatMap((rule) => {
        const { sentence, lines } = ruleInWords(rule, t);
        return [sentence, ...lines];
      });
      expect(told.length).toBeGreaterThan(100);
      expect(told.filter((text) => text === '' || /undefined|\{\{|schemes\./.test(text))).toEqual([]);
    },
  );

  it('keeps the numbers of the notice', () => {
    const t = speak.getFixedT('zh-CN');
    const step = { kind: 'step', side: 'above', of: '100', each: '1', deduct: '0.5', round: 'down' } as const;
    expect(ruleInWords(step, t).sentence).toBe('高于 100 的，每满 1 扣 0.5 分，扣完为止');
    const bands = { kind: 'bands', bands: [{ above: '0', atMost: '10', points: '4' }, { points: '0' }] } as const;
    expect(ruleInWords(bands, t).lines).toEqual(['> 0, ≤ 10：4 分', '其余：0 分']);
  });
});

/** The same with the keys of every object the other way round. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, part]) => [key, turned(part)]),
  );
}
