import { hash } from 'node:crypto';
import { canonicalJson, DomainError } from '#libs/kernel';
import type { Sheet } from '#libs/sheet';
import { compareClaim } from './claim.js';
import { evaluate } from './evaluate.js';
import { Exact, HUNDRED, plain, rounded, sure, ZERO } from './exact.js';
import { type Facts, factsOf } from './facts.js';
import { namesIn } from './formula.js';
import { type Given, given } from './given.js';
import { type Missing, readFrom, workedOut } from './names.js';
import type { Scheme } from './scheme.js';
import type { Cap, Graded, Score, Scored } from './score.js';
import { scoreLeaf } from './score-leaf.js';
import { scoreRows } from './score-rows.js';
import { clauseOf, equals, rateOf } from './scored.js';

/**
 * Scores a sheet under a scheme: pure, exact, and explained to the clause. The facts beside the figures are those the unit
 * answered, or other ones to see what they would come to. What is not given is `missing`, never 0;
 * what does not apply is left out or gives full points as the scheme says. Throws DomainError('invalid',
 * 'scoring.not-unicode') when text in the sheet or the facts has no canonical form; nothing else in them can make it
 * throw.
 */
export function compute(scheme: Scheme, sheet: Sheet, facts: Facts = factsOf(sheet)): Score {
  const all = given(scheme, sheet, facts);
  const used = new Set<string>();
  const indicators = scheme.leaves.flatMap((read) => {
    if (read.leaf.rule.kind !== 'rows') return [scoreLeaf(read, all)];
    const rows = scoreRows(read, read.leaf.rule, all);
    for (const key of rows.used) used.add(key);
    return rows.scored;
  });
  const { id, version } = scheme.file;
  return {
    scheme: { id, version, hash: scheme.hash },
    inputHash: inputHash(scheme, sheet, facts),
    indicators,
    ...outcome(indicators, all),
    unusedRows: Object.keys(sheet.indicators)
      .filter((key) => !used.has(key))
      .sort(),
  };
}

type Outcome = Omit<Score, 'scheme' | 'inputHash' | 'indicators' | 'unusedRows'>;

function outcome(indicators: readonly Scored[], all: Given): Outcome {
  const { scheme, sheet } = all;
  const counted = indicators.filter(({ state, points }) => !(state === 'not-applicable' && points === null));
  const computed = counted.filter(({ points }) => points !== null);
  const sum = (list: readonly Scored[], of: (one: Scored) => string) =>
    list.reduce<Exact>((total, one) => total.plus(sure(of(one))), ZERO);
  const applicable = sum(counted, ({ maxPoints }) => maxPoints);
  const reached = sum(computed, ({ points }) => points!);
  const reachable = sum(counted, ({ atMost }) => atMost);
  const cap = capOf(all);
  const limit = cap?.atMost ? sure(cap.atMost) : undefined;
  const final = (points: Exact): Exact => {
    const scaled = applicable.eq(HUNDRED) ? points : points.times(HUNDRED).dividedBy(applicable);
    const whole = rounded(scaled, scheme.file.rounding?.points);
    return limit ? Exact.min(whole, limit) : whole;
  };
  const none = applicable.isZero();
  const complete = !none && computed.length === counted.length && !cap?.missing.length;
  const ceiling = none ? null : final(reachable);
  const total = complete ? final(reached) : null;
  const result: Omit<Outcome, 'claim'> = {
    computable: { points: plain(reached), maxPoints: plain(sum(computed, ({ maxPoints }) => maxPoints)) },
    total: total && plain(total),
    grade: total && gradeOf(total, scheme),
    ceiling: ceiling && plain(ceiling),
    ceilingGrade: ceiling && gradeOf(ceiling, scheme),
    rescaled: none || applicable.eq(HUNDRED) ? null : rescaled(applicable, reached, final(reached)),
    cap,
  };
  return { ...result, claim: compareClaim(sheet, scheme, result, none ? ZERO : final(reached)) };
}

function rescaled(applicable: Exact, reached: Exact, final: Exact): Score['rescaled'] {
  return { of: plain(applicable), worked: `${plain(reached)} ÷ ${plain(applicable)} × 100 → ${plain(final)}` };
}

/** The grade a total falls into: thresholds belong to the better grade, so exactly 90 is the grade from 90. */
function gradeOf(total: Exact, { file }: Scheme): Graded {
  const { grade, code } = file.grades.find(({ atLeast }) => total.gte(sure(atLeast))) ?? file.grades.at(-1)!;
  return { grade, code };
}

/** A rate that is 不适用 or 0/0 sets no limit; one that is missing leaves the total open. */
function capOf({ scheme, known }: Given): Cap | null {
  const { caps } = scheme.file;
  if (!caps || !scheme.capRate) return null;
  const result = evaluate(scheme.capRate, (name) => known.get(name)!.outcome);
  const rate = result.is === 'value' ? rounded(result.value, rateOf(scheme)) : null;
  const band = rate && caps.bands.find(({ below }) => rate.lt(sure(below)));
  const worked = workedOut(scheme.capRate, known);
  const absent = readFrom(namesIn(scheme.capRate), known).flatMap((name) => (name.missing ? [name.missing] : []));
  const missing = result.is === 'over-zero' || result.is === 'too-large' ? [noRate(worked)] : absent;
  return {
    rate: rate && plain(rate),
    worked: `${worked}${rate ? equals(rate, '%') : ''}`,
    atMost: band?.atMost ?? null,
    clause: clauseOf(caps),
    missing,
  };
}

function noRate(worked: string): Missing {
  const text = { zh: `无法计算执行率：${worked}`, en: `the rate cannot be computed: ${worked}` };
  return { what: '执行率', why: 'zero-base', text };
}

/**
 * Only what a score can depend on: an edited paragraph does not make a new score, nor the order in which a file of the same hash lists
 * its names.
 */
function inputHash(scheme: Scheme, sheet: Sheet, facts: Facts): string {
  const figures = scheme.names.flatMap(({ is }) => {
    const figure = 'figure' in is && Object.hasOwn(sheet.figures, is.figure) ? sheet.figures[is.figure] : undefined;
    if (!figure || !('figure' in is)) return [];
    return [[is.figure, [figure.value, figure.unit, figure.notApplicable ?? false]]];
  });
  const read = {
    scheme: scheme.hash,
    figures: Object.fromEntries(figures),
    rows: sheet.indicators,
    selfScore: sheet.head.selfScore,
    facts,
  };
  try {
    return hash('sha256', canonicalJson(read));
  } catch (error) {
    throw new DomainError('invalid', 'scoring.not-unicode', { reason: error instanceof Error ? error.message : '' });
  }
}
