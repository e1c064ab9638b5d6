import type { Score, Scored } from './score.js';

/** A score as the log keeps it: points with their reason, without the inputs they can be recomputed from. */
export interface Summary {
  readonly indicators: readonly {
    readonly id: string;
    readonly name: string;
    readonly maxPoints: string;
    readonly points: string | null;
    readonly explanation: string;
    readonly missing: readonly string[];
  }[];
  /** Points of what can be computed; null when nothing can. */
  readonly total: string | null;
}

/**
 * The short form of a score, in Chinese. Its `total` is the sum over what can be computed, before rescaling and caps:
 * it says how far the evidence reaches, and is the final total only where `Score.total` is set.
 */
export function summary({ indicators, computable, total }: Score): Summary {
  const nothing = indicators.every(({ points }) => points === null);
  return {
    indicators: indicators.map((one) => ({
      id: one.id,
      name: one.name,
      maxPoints: one.maxPoints,
      points: one.points,
      explanation: explanation(one),
      missing: one.missing.map(({ text }) => text.zh),
    })),
    total: total ?? (nothing ? null : computable.points),
  };
}

function explanation({ worked, applied, clause, notes }: Scored): string {
  const rule = clause.mark ? `${clause.text}（${clause.mark.zh}）` : clause.text;
  return [worked, applied?.zh, ...notes.map(({ zh }) => zh), rule].filter(Boolean).join('；');
}
