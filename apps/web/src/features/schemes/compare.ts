import { type Indicator, type IndicatorRow, rowsOf, type SchemeFile } from './scheme-file.js';

export type Difference = 'added' | 'removed' | 'changed' | 'same';

/** What of an indicator that stands in both schemes can differ. */
export const ASPECTS = ['name', 'place', 'points', 'formula', 'rule', 'base', 'clause', 'source'] as const;
export type Aspect = (typeof ASPECTS)[number];

/** An indicator of two schemes; `before` is missing where it was added, `after` where it was removed. */
export interface ComparedIndicator {
  readonly id: string;
  readonly difference: Difference;
  readonly aspects: readonly Aspect[];
  readonly before?: IndicatorRow;
  readonly after?: IndicatorRow;
}

/** What is said of the scheme as a whole. */
export const PARTS = [
  ...(['kind', 'place', 'years', 'source', 'rounding'] as const),
  ...(['claimTolerance', 'caps', 'deviation', 'grades'] as const),
] as const;
export type Part = (typeof PARTS)[number];

export interface ComparedName {
  readonly name: string;
  readonly difference: Difference;
}

export interface Comparison {
  readonly indicators: readonly ComparedIndicator[];
  /** Words of the formulas: the same formula gives something else when one of them means something else. */
  readonly names: readonly ComparedName[];
  /** Parts of the whole that differ. */
  readonly parts: readonly Part[];
}

/** What is different in the second scheme. Indicators are the same when their ids are, which are stable over versions. */
export function compareSchemes(a: SchemeFile, b: SchemeFile): Comparison {
  return {
    indicators: comparedIndicators(rowsOf(a.tree), rowsOf(b.tree)),
    names: [...new Set([...Object.keys(a.names), ...Object.keys(b.names)])].map((name) => ({
      name,
      difference: differenceOf(a.names[name], b.names[name]),
    })),
    parts: PARTS.filter((part) => !same(saidIn(a, part), saidIn(b, part))),
  };
}

/** The indicators of both in the order of the first; what was added stands before what follows it in the second. */
function comparedIndicators(left: readonly IndicatorRow[], right: readonly IndicatorRow[]): ComparedIndicator[] {
  const known = new Set(left.map(idOf));
  const afterwards = new Map(right.map((row) => [idOf(row), row]));
  const addedBefore = new Map<string | undefined, ComparedIndicator[]>();
  let waiting: ComparedIndicator[] = [];
  for (const after of right) {
    if (known.has(idOf(after))) {
      addedBefore.set(idOf(after), waiting);
      waiting = [];
    } else waiting.push({ id: idOf(after), difference: 'added', aspects: [], after });
  }
  const met = left.flatMap((before): ComparedIndicator[] => {
    const after = afterwards.get(idOf(before));
    return [
      ...(addedBefore.get(idOf(before)) ?? []),
      after === undefined
        ? { id: idOf(before), difference: 'removed', aspects: [], before }
        : inBoth(idOf(before), before, after),
    ];
  });
  return [...met, ...waiting];
}

function inBoth(id: string, before: IndicatorRow, after: IndicatorRow): ComparedIndicator {
  const aspects = ASPECTS.filter((aspect) => !same(aspectOf(before, aspect), aspectOf(after, aspect)));
  return { id, difference: aspects.length > 0 ? 'changed' : 'same', aspects, before, after };
}

function aspectOf({ above, indicator }: IndicatorRow, aspect: Aspect): unknown {
  switch (aspect) {
    case 'place':
      return above;
    case 'base':
      return [indicator.zeroBase, indicator.notApplicable];
    case 'source':
      return [indicator.source, indicator.sourceRead];
    case 'formula':
      return [indicator.formula, indicator.unit];
    default:
      return indicator[aspect];
  }
}

const saidIn = (file: SchemeFile, part: Part): unknown =>
  part === 'source' ? [file.source, file.sourceRead] : file[part];

const idOf = ({ indicator }: { readonly indicator: Indicator }): string => indicator.id;

function differenceOf(before: unknown, after: unknown): Difference {
  if (before === undefined) return 'added';
  if (after === undefined) return 'removed';
  return same(before, after) ? 'same' : 'changed';
}

/** Whether two parts of a file say the same, in whatever order their keys stand. */
function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, part]) => [key, sorted(part)]);
}
