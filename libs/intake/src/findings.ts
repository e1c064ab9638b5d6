import { compare, type FieldValue, type Figure, type Source } from '#libs/sheet';
import { amountIn } from './settle.js';

/** Why a number of the report is not in the draft. */
export type Why =
  | 'unknown-label'
  | 'ambiguous-label'
  | 'another-year'
  | 'a-comparison'
  | 'a-rate'
  | 'too-many-digits'
  | 'no-base'
  | 'base-without-amount'
  | 'stated-twice'
  | 'too-long';

/** A place of the report that the reader leaves to a person. */
export interface NotUnderstood {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly why: Why;
  /** In a table, the cell. */
  readonly cell?: Source['cell'];
}

/** A second, different value for a field: the first stands in the draft. */
export interface Conflict {
  readonly path: string;
  readonly kept: FieldValue;
  readonly other: FieldValue;
}

/** A figure as it was read. */
export interface Reading extends Figure {
  readonly source: Source;
  /** It was said that there is nothing. */
  readonly nothing?: true;
}

/** A percentage that says which part a figure is of its base; `base` is absent when the words name none. */
export interface Share {
  readonly id: string;
  readonly percent: string;
  readonly base: string | undefined;
  readonly source: Source;
}

/** Collects what is read: the first value of each figure, conflicts, shares, and what was not understood. */
export class Findings {
  readonly figures = new Map<string, Reading>();
  readonly shares: Share[] = [];
  readonly conflicts: Conflict[] = [];
  readonly notUnderstood: NotUnderstood[] = [];

  add(id: string, reading: Reading): void {
    const first = this.figures.get(id);
    if (!first) this.figures.set(id, reading);
    else if (compare(amountIn(first), amountIn(reading)) !== 0) {
      this.conflicts.push({ path: `/figures/${id}`, kept: figureOf(first), other: figureOf(reading) });
    }
  }

  skip({ text, start, end, cell }: Source, why: Why): void {
    this.notUnderstood.push({ text, start, end, why, ...(cell && { cell }) });
  }
}

/** The figure of a reading, as a sheet holds it. */
export function figureOf({ nothing: _, ...figure }: Reading): Figure {
  return figure;
}
