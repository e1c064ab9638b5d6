import { readdirSync, readFileSync } from 'node:fs';
import type { Figure, Sheet } from '#libs/sheet';
import { compute, type Facts, parseScheme, type Scheme, type Score } from './index.js';

const here = new URL('../golden/', import.meta.url);
const schemes = new URL('../../../schemes/', import.meta.url);

interface Golden {
  readonly title: string;
  readonly scheme: string;
  readonly sheet: {
    readonly head: Record<string, string>;
    readonly figures: Record<string, string | Figure>;
    readonly indicators?: Sheet['indicators'];
  };
  readonly facts: Facts;
  readonly worked: readonly string[];
  readonly expect: Expected;
}

interface Expected {
  readonly claim?: string;
  readonly grade?: string | null;
  readonly ceilingGrade?: string;
  readonly rescaledOf?: string;
  readonly cap?: { readonly rate: string; readonly atMost: string | null };
  readonly indicators?: Record<string, ExpectedIndicator>;
  readonly [plain: string]: unknown;
}

interface ExpectedIndicator {
  readonly missing?: readonly string[];
  readonly notes?: number;
  readonly alternatives?: Record<string, readonly [string, string]>;
  readonly [plain: string]: unknown;
}

function scheme(name: string): Scheme {
  const file = name.startsWith('golden/') ? new URL(`${name.slice(7)}.json`, here) : new URL(`${name}.json`, schemes);
  return parseScheme(readFileSync(file, 'utf8'));
}

function sheet({ head, figures, indicators = {} }: Golden['sheet']): Sheet {
  const full = Object.entries(figures).map(([id, given]): [string, Figure] => [
    id,
    typeof given === 'string' ? { value: given, unit: '万元' } : given,
  ]);
  return { head, figures: Object.fromEntries(full), indicators, sections: {}, answers: {} };
}

/** What a golden table names, read off the score in the same form. */
function seen(score: Score, expected: Expected): Record<string, unknown> {
  const { claim, grade, ceilingGrade, rescaledOf: _, cap, indicators: named, ...rest } = expected;
  const plain = Object.fromEntries(Object.keys(rest).map((key) => [key, score[key as keyof Score]]));
  return {
    ...plain,
    ...(claim !== undefined && { claim: score.claim?.verdict }),
    ...(grade !== undefined && { grade: score.grade?.grade ?? null }),
    ...(ceilingGrade !== undefined && { ceilingGrade: score.ceilingGrade?.grade }),
    ...(expected.rescaledOf !== undefined && { rescaledOf: score.rescaled?.of }),
    ...(cap && { cap: { rate: score.cap?.rate, atMost: score.cap?.atMost } }),
    ...(named && {
      indicators: Object.fromEntries(Object.entries(named).map(([id, one]) => [id, seenIndicator(score, id, one)])),
    }),
  };
}

function seenIndicator(score: Score, id: string, expected: ExpectedIndicator): Record<string, unknown> {
  const scored = score.indicators.find((one) => one.id === id)!;
  const { missing, notes, alternatives, ...rest } = expected;
  return {
    ...Object.fromEntries(Object.keys(rest).map((key) => [key, scored[key as keyof typeof scored]])),
    ...(missing && { missing: scored.missing.map(({ what }) => what) }),
    ...(notes !== undefined && { notes: scored.notes.length }),
    ...(alternatives && {
      alternatives: Object.fromEntries(
        scored.alternatives.map(({ option, value, points }) => [option, [value, points]]),
      ),
    }),
  };
}

const goldens = readdirSync(here)
  .filter((name) => !name.endsWith('.scheme.json'))
  .map((name): [string, Golden] => {
    const golden = JSON.parse(readFileSync(new URL(name, here), 'utf8')) as Golden;
    return [`${golden.title} (${name})`, golden];
  });

describe('A sheet worked by hand', () => {
  it.each(goldens)('%s', (_, golden) => {
    const score = compute(scheme(golden.scheme), sheet(golden.sheet), golden.facts);
    expect(seen(score, golden.expect)).toEqual(golden.expect);
  });

  it('exists for every kind of rule, for every state and for every verdict that a score can have', () => {
    const scores = goldens.map(([, { scheme: name, sheet: given, facts }]) => ({
      read: scheme(name),
      score: compute(scheme(name), sheet(given), facts),
    }));
    const kinds = new Set(scores.flatMap(({ read }) => read.leaves.map(({ leaf }) => leaf.rule.kind)));
    expect([...kinds].sort()).toEqual(
      'bands checklist equality per-point proportional qualitative reverse rows step unpublished'.split(' '),
    );
    const states = new Set(scores.flatMap(({ score }) => score.indicators.map(({ state }) => state)));
    expect(states.size).toBe(3);
    const verdicts = new Set(scores.map(({ score }) => score.claim?.verdict));
    for (const verdict of ['reproduced', 'possible', 'not-reproducible']) expect(verdicts).toContain(verdict);
  });
});

describe('The sample report', () => {
  const golden = goldens.find(([name]) => name.includes('sample-report-A'))![1];
  const score = compute(scheme(golden.scheme), sheet(golden.sheet), golden.facts);

  it('is told that its claim is not reproducible under this scheme and version, never that it is wrong', () => {
    expect(score.claim).toEqual({
      claimed: '92',
      verdict: 'not-reproducible',
      text: {
        zh: '自评 92 分按方案 hunan-whole-unit-A v1 不能复现：可测算的 40 分中得 27 分，其余全部得满也至多 87 分（良）',
        en: 'The claimed 92 is not reproducible under scheme hunan-whole-unit-A v1: 27 of the 40 points that can be computed, at most 87 (良) with every other point',
      },
    });
    expect(JSON.stringify(score)).not.toMatch(/错误|wrong/);
  });

  it('says aloud what was assumed about buildings that nobody mentioned', () => {
    const building = score.indicators.find(({ id }) => id === 'building-area')!;
    expect(building.notes.map(({ zh }) => zh)).toContain('假定：报告未提及新建楼堂馆所，按本年未新建计');
  });

  it('traces a figure to its field in the sheet', () => {
    const control = score.indicators.find(({ id }) => id === 'public-cost-control')!;
    expect(control.inputs.map(({ pointer, value }) => [pointer, value])).toEqual([
      ['/figures/EXP.BASIC.GOODS', '7.64'],
      ['/figures/BUD.BASIC.PUBLIC', '5.3'],
    ]);
  });

  it('marks a clause whose source was not read', () => {
    const marks = Object.fromEntries(score.indicators.map(({ id, clause }) => [id, clause.mark?.zh ?? '']));
    expect(marks['budget-control']).toBe('');
    expect(marks.procurement).toBe('一般知识，未经核实');
  });
});
