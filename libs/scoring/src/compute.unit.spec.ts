import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { EMPTY_SHEET, FIGURES, type Sheet } from '#libs/sheet';
import { type Answer, compute, type Facts, hashedText, parseScheme, type Score } from './index.js';

const SHIPPED = new URL('../../../schemes/', import.meta.url);
const golden = new URL('../golden/every-rule.scheme.json', import.meta.url);
const raw = JSON.parse(readFileSync(golden, 'utf8')) as { tree: Node[] };
const scheme = parseScheme(JSON.stringify(raw));

interface Node {
  readonly children?: Node[];
}

const decimal = fc.tuple(fc.integer({ min: -50_000, max: 50_000 })).map(([cents]) => (cents / 100).toFixed(2));
const given = fc.oneof(
  decimal,
  decimal,
  decimal,
  fc.constantFrom('0', '100', 'not-applicable', 'NaN', '1e400', ''),
  fc.constant(null),
);
const keys = ['done', 'planned', 'over', 'progress', 'off', 'added', 'hours', 'cost', 'accidents'];
const items = fc.record(
  {
    a: fc.constantFrom('yes', 'no', 'not-applicable'),
    b: fc.constantFrom('yes', 'no', 'not-applicable'),
    c: fc.constantFrom('yes', 'no'),
  } as const,
  { requiredKeys: [] },
);
const answer = fc.record(
  {
    items,
    level: fc.constantFrom('reached', 'partly', 'not-reached', 'toString'),
    points: decimal,
    notApplicable: fc.boolean(),
  } as const,
  { requiredKeys: [] },
) as fc.Arbitrary<Answer>;
const facts: fc.Arbitrary<Facts> = fc.record({
  values: fc.record(Object.fromEntries(keys.map((key) => [key, given])), { requiredKeys: [] }) as fc.Arbitrary<
    Record<string, string | null>
  >,
  answers: fc.record({ earn: answer, lose: answer, qualitative: answer, proportional: answer }, { requiredKeys: [] }),
});

function pointsOf(score: Score, id: string): number {
  return Number(score.indicators.find((one) => one.id === id)!.points);
}

const FULL: Facts = {
  values: {
    done: '1',
    planned: '1',
    over: '0',
    progress: '100',
    off: '0',
    added: '0',
    hours: '0',
    cost: '0',
    accidents: '0',
  },
  answers: {
    earn: { items: { a: 'yes', b: 'yes', c: 'yes' } },
    lose: { items: { a: 'yes', b: 'yes', c: 'yes' } },
    qualitative: { level: 'reached', points: '10' },
  },
};

describe('Any sheet', () => {
  it('gets between 0 and the points of every indicator, and a total between 0 and 100 that is never above the ceiling', () => {
    fc.assert(
      fc.property(facts, (any) => {
        const score = compute(scheme, EMPTY_SHEET, any);
        for (const { points, atMost, maxPoints, state, missing } of score.indicators) {
          expect(Number(atMost)).toBeGreaterThanOrEqual(Number(points));
          expect(Number(points)).toBeGreaterThanOrEqual(0);
          expect(Number(atMost)).toBeLessThanOrEqual(Number(maxPoints));
          expect(missing.length > 0).toBe(state === 'not-computable');
        }
        if (score.total !== null) expect(score.total).toBe(score.ceiling);
        if (score.ceiling !== null) expect(Number(score.ceiling)).toBeLessThanOrEqual(100);
        expect(JSON.stringify(score)).not.toMatch(/NaN|Infinity|undefined/);
      }),
    );
  });

  it('does not depend on the order in which a scheme lists its indicators', () => {
    fc.assert(
      fc.property(facts, fc.infiniteStream(fc.nat()), (any, keysOfOrder) => {
        const shuffled = (nodes: Node[]): Node[] =>
          nodes
            .map((node) => ({ at: keysOfOrder.next().value as number, node }))
            .sort((a, b) => a.at - b.at)
            .map(({ node }) => (node.children ? { ...node, children: shuffled(node.children) } : node));
        const other = parseScheme(JSON.stringify({ ...raw, tree: shuffled(raw.tree) }));
        const [one, two] = [compute(scheme, EMPTY_SHEET, any), compute(other, EMPTY_SHEET, any)];
        const { total, ceiling, computable, grade } = one;
        expect(two).toMatchObject({ total, ceiling, computable, grade });
        const byId = (score: Score) => [...score.indicators].sort((a, b) => (a.id < b.id ? -1 : 1));
        expect(byId(two)).toEqual(byId(one));
      }),
      { numRuns: 50 },
    );
  });

  it('keeps 100 within reach however much does not apply', () => {
    const ids = scheme.leaves.map(({ leaf }) => leaf.id);
    fc.assert(
      fc.property(fc.subarray(ids, { maxLength: ids.length - 1 }), (left) => {
        const answers = Object.fromEntries(left.map((id) => [id, { ...FULL.answers?.[id], notApplicable: true }]));
        const score = compute(scheme, EMPTY_SHEET, { ...FULL, answers: { ...FULL.answers, ...answers } });
        expect(score).toMatchObject({ total: '100', ceiling: '100', grade: { grade: '优' } });
      }),
    );
  });

  it('has one hash for the same inputs and another for other inputs', () => {
    fc.assert(
      fc.property(facts, facts, (one, two) => {
        const [first, again, other] = [one, { ...one }, two].map((any) => compute(scheme, EMPTY_SHEET, any));
        expect(again).toEqual(first);
        if (first!.inputHash === other!.inputHash) expect(other).toEqual(first);
      }),
    );
  });
});

describe('A better value', () => {
  const better: [string, string, 1 | -1][] = [
    ['proportional', 'done', 1],
    ['step-down', 'over', -1],
    ['step-up', 'progress', 1],
    ['bands', 'added', -1],
    ['reverse-linear', 'hours', -1],
    ['reverse-ratio', 'cost', -1],
    ['equality', 'accidents', -1],
  ];

  it.each(better)('never costs points under the rule %s', (id, key, sign) => {
    fc.assert(
      fc.property(decimal, decimal, (one, two) => {
        const [low, high] = [one, two].sort((a, b) => Number(a) - Number(b));
        const at = (value: string) =>
          pointsOf(compute(scheme, EMPTY_SHEET, { values: { planned: '7', [key]: value } }), id);
        expect(Math.sign(at(high!) - at(low!)) * sign).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('never costs points when it comes closer to where nothing is deducted', () => {
    fc.assert(
      fc.property(decimal, decimal, (one, two) => {
        const [near, far] = [one, two].sort((a, b) => Math.abs(Number(a)) - Math.abs(Number(b)));
        const at = (value: string) => pointsOf(compute(scheme, EMPTY_SHEET, { values: { off: value } }), 'per-point');
        expect(at(near!)).toBeGreaterThanOrEqual(at(far!));
      }),
    );
  });
});

describe('The input hash', () => {
  const sheet: Sheet = { ...EMPTY_SHEET, head: { selfScore: '92' }, sections: { duties: '一' } };

  it('does not change with a paragraph, and changes with the claimed score', () => {
    const { inputHash } = compute(scheme, sheet);
    expect(compute(scheme, { ...sheet, sections: { duties: '二' } }).inputHash).toBe(inputHash);
    expect(compute(scheme, { ...sheet, head: { selfScore: '91' } }).inputHash).not.toBe(inputHash);
  });

  it.each(readdirSync(SHIPPED).filter((name) => /\.v\d+\.json$/.test(name)))(
    'is the same whether %s is read as it lies there or from the text its hash is of',
    (name) => {
      const asFiled = parseScheme(readFileSync(new URL(name, SHIPPED), 'utf8'));
      const asHashed = parseScheme(hashedText(asFiled.file));
      const figures = Object.fromEntries(
        Object.keys(FIGURES).map((id, n) => [id, { value: `${n}`, unit: '万元' as const }]),
      );
      expect(compute(asHashed, { ...sheet, figures })).toEqual(compute(asFiled, { ...sheet, figures }));
    },
  );

  it('refuses text that has no canonical form', () => {
    expect(() => compute(scheme, EMPTY_SHEET, { choices: { a: '\ud800' } })).toThrow('scoring.not-unicode');
  });
});

describe('A reading that the scheme does not know', () => {
  it('is refused, not replaced by the default', () => {
    const file = new URL('../../../schemes/hunan-whole-unit-A.v1.json', import.meta.url);
    const score = compute(parseScheme(readFileSync(file, 'utf8')), EMPTY_SHEET, {
      choices: { 'staff-counted': 'toString' },
    });
    const staff = score.indicators.find(({ id }) => id === 'staff-control');
    expect(staff).toMatchObject({
      points: null,
      missing: expect.arrayContaining([expect.objectContaining({ why: 'invalid' })]),
    });
  });
});

describe('An empty sheet', () => {
  it('has nothing computable, everything within reach and no grade', () => {
    const score = compute(scheme, EMPTY_SHEET);
    expect(score).toMatchObject({
      total: null,
      grade: null,
      ceiling: '100',
      computable: { points: '0', maxPoints: '0' },
      claim: null,
    });
  });

  it('has no ceiling and no total when nothing applies at all', () => {
    const strict = parseScheme(JSON.stringify(raw).replace('"notApplicable":"full",', ''));
    const answers = Object.fromEntries(strict.leaves.map(({ leaf }) => [leaf.id, { notApplicable: true }]));
    const score = compute(strict, { ...EMPTY_SHEET, head: { selfScore: '92' } }, { answers });
    expect(score).toMatchObject({
      total: null,
      grade: null,
      ceiling: null,
      ceilingGrade: null,
      claim: { verdict: 'possible' },
    });
  });
});

describe('A scheme that squares its own squares', () => {
  it('is computed quickly and without numbers beyond bounds', () => {
    const names: Record<string, unknown> = { n0: { fact: 'n' }, m0: { fact: 'n' } };
    for (let at = 1; at < 90; at += 1) {
      names[`n${at}`] = { formula: `n${at - 1} * n${at - 1} + n${at - 1}` };
      names[`m${at}`] = { formula: `1 / (m${at - 1} * m${at - 1} * 999999999)` };
    }
    const text = JSON.stringify({ ...raw, names: { ...(raw as { names?: object }).names, ...names } });
    const squaring = parseScheme(
      text.replace('"formula":"超支"', '"formula":"n89"').replace('"formula":"追加"', '"formula":"m89"'),
    );
    const started = performance.now();
    const score = compute(squaring, EMPTY_SHEET, { values: { n: '9999999' } });
    expect(performance.now() - started).toBeLessThan(1000);
    expect(JSON.stringify(score).length).toBeLessThan(20_000);
    expect(score.indicators.find(({ id }) => id === 'step-down')?.missing[0]?.why).toBe('invalid');
  });
});
