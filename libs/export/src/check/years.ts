import type { Evaluation } from '#libs/evaluation';
import type { Decision } from './two-persons.js';

/** The proof of 一事双审 for one fiscal year. */
export interface YearOfDecisions {
  readonly year: number;
  readonly decided: number;
  /** Decided by distinct persons of whom none took part, on one content hash. */
  readonly byTwoPersons: number;
  /** How many persons gave those passes. */
  readonly reviewers: number;
  /** The decisions for which that does not hold; at most 100. */
  readonly exceptions: readonly { readonly evaluation: string; readonly position: number; readonly why: string }[];
}

interface Year {
  readonly decided: Set<string>;
  readonly reviewers: Set<string>;
  readonly exceptions: Map<string, YearOfDecisions['exceptions'][number]>;
}

/** Counts decisions by fiscal year. */
export class Years {
  readonly #years = new Map<number, Year>();

  decided(evaluation: string, state: Evaluation, { position, passes, why }: Decision): void {
    const year = state.stage === 'NEW' ? 0 : state.task.fiscalYear;
    const known = this.#years.get(year) ?? { decided: new Set(), reviewers: new Set(), exceptions: new Map() };
    this.#years.set(year, known);
    known.decided.add(evaluation);
    for (const { person } of passes) known.reviewers.add(person);
    if (why !== null) known.exceptions.set(evaluation, { evaluation, position, why });
  }

  told(): readonly YearOfDecisions[] {
    return [...this.#years]
      .sort(([a], [b]) => a - b)
      .map(([year, { decided, reviewers, exceptions }]) => ({
        ...{ year, decided: decided.size, byTwoPersons: decided.size - exceptions.size, reviewers: reviewers.size },
        exceptions: [...exceptions.values()].slice(0, 100),
      }));
  }
}
