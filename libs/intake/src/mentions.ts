import { labelBefore } from './cut-label.js';
import { numbersIn, type Printed } from './numbers.js';
import { NOTHING } from './words.js';

/** A number of a line, or a clause that says there is none of something. Positions count from the line's beginning. */
export type Mention =
  | (Printed & { readonly is: 'number' })
  | { readonly is: 'nothing'; readonly start: number; readonly end: number; readonly of: readonly string[] };

export type Numbered = Extract<Mention, { is: 'number' }>;

/** Numbers of one kind that follow one another with only `、` or `和` between them, from a mention on. */
export function seriesFrom(mentions: readonly Mention[], from: number, line: string): readonly Numbered[] {
  const series: Numbered[] = [];
  for (let at = from; at < mentions.length; at++) {
    const mention = mentions[at]!;
    const before = series.at(-1);
    if (mention.is !== 'number' || (before && mention.kind !== before.kind)) break;
    if (before && !/^[、，和及与]{1,2}$/.test(line.slice(before.end, Math.min(mention.start, before.end + 3)))) break;
    series.push(mention);
    if (series.length === LONGEST_SERIES) break;
  }
  return series;
}

const LONGEST_SERIES = 12;

/** What a line says about figures, in order. */
export function mentionsIn(line: string): readonly Mention[] {
  const numbers = numbersIn(line);
  let next = 0;
  // Both are in order: a clause with a number in it says something else than nothing.
  const clauses = nothingIn(line).filter(({ start, end }) => {
    while (next < numbers.length && numbers[next]!.start < start) next += 1;
    return next === numbers.length || numbers[next]!.end > end;
  });
  return [...numbers.map((number) => ({ ...number, is: 'number' as const })), ...clauses].sort(
    (a, b) => a.start - b.start,
  );
}

/** `没有接待费支出`, `2021年末无收支结余`: the clause, and wordings of what there is none of, likeliest first. */
function nothingIn(line: string): Extract<Mention, { is: 'nothing' }>[] {
  return [...line.matchAll(/[^，。；：（）]{2,60}/g)].flatMap(({ index, 0: clause }) => {
    const found = NOTHING.exec(clause);
    if (!found) return [];
    const before = clause.slice(0, found.index);
    const object = clause.slice(found.index + found[0].length);
    if (object.length < 2) return [];
    return [{ is: 'nothing' as const, start: index, end: index + clause.length, of: [before + object, object] }];
  });
}

/** The part of a line that may say what a number is: its label, and all words since the number before. */
export interface Words {
  readonly label: string;
  readonly since: string;
}

export function wordsBefore(line: string, from: number, number: number): Words {
  return { label: labelBefore(line, from, number), since: line.slice(from, number) };
}
