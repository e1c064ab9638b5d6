import { createHash } from 'node:crypto';

/** How many of each department's approved evaluations are rechecked (抽查): a share, rounded up, or a number. */
export type SampleRule =
  | { readonly kind: 'share'; readonly percent: number }
  | { readonly kind: 'count'; readonly count: number };

/** What the draw is among: the approved evaluations of one department. */
export interface Stratum {
  readonly departmentId: string;
  readonly evaluationIds: readonly string[];
}

/** A draw for recheck, as it is recorded: anybody can draw again from rule, seed and population. */
export interface SampleDrawn {
  readonly sampleId: string;
  readonly rule: SampleRule;
  readonly seed: string;
  readonly population: readonly Stratum[];
  readonly chosen: readonly string[];
}

const MOST_IN_EACH = 1_000;

/** Whether a draw can be made by the rule. */
export function isSampleRule(rule: SampleRule): boolean {
  const [n, most] = rule.kind === 'share' ? [rule.percent, 100] : [rule.count, MOST_IN_EACH];
  return Number.isSafeInteger(n) && n >= 1 && n <= most;
}

/**
 * Of each department those whose SHA-256 of seed and id is smallest, as many as the rule says; in the order of their ids. Who
 * cannot choose the seed cannot choose the sample.
 */
export function sampleOf(population: readonly Stratum[], rule: SampleRule, seed: string): readonly string[] {
  const draw = (id: string) => createHash('sha256').update(`${seed}\n${id}`).digest('hex');
  return population
    .flatMap(({ evaluationIds }) => {
      const many = rule.kind === 'share' ? Math.ceil((evaluationIds.length * rule.percent) / 100) : rule.count;
      const drawn = evaluationIds.map((id) => ({ id, by: draw(id) })).sort((a, b) => (a.by < b.by ? -1 : 1));
      return drawn.slice(0, many).map(({ id }) => id);
    })
    .sort();
}
