import type { ReadReport } from '#libs/intake';
import { decimal, type Figure, type Indicator, toWan } from '#libs/sheet';

/** What a person finds in a document. Amounts are `value` in 万元 or `value unit`; a custom figure is `label AREA`. */
export interface Expected {
  readonly layout: 'prose' | 'form' | 'table';
  readonly file: string;
  readonly heldOut: boolean;
  readonly head: Readonly<Record<string, string>>;
  readonly figures: Readonly<Record<string, string>>;
  readonly shares?: Readonly<Record<string, string>>;
  /** `level1|level2|name|direction|target|actual|maxPoints|points` */
  readonly indicators?: readonly string[];
  readonly conflicts?: readonly string[];
  /** Figures of which either of two values may stand. */
  readonly ignoresValue?: readonly string[];
  /** Shares that may be read or left. */
  readonly ignoresShares?: readonly string[];
}

export interface Tally {
  readonly right: number;
  readonly wrong: readonly string[];
  readonly missed: readonly string[];
}

/** Compares what was read with what a person found, kind by kind. */
export function compared({ changes, conflicts }: ReadReport, expected: Expected): Readonly<Record<string, Tally>> {
  const of = <T>(map: string) =>
    changes
      .filter(({ path }) => path.startsWith(`/${map}/`))
      .map(({ path, after }) => [path.split('/')[2]!, after as T] as const);
  const figures = of<Figure>('figures').map(([id, figure]) => [named(id, figure), figure] as const);
  const ignored = (key: string) => expected.ignoresValue?.includes(key) ?? false;
  const wanted = Object.entries(expected.figures).map(([key, text]) => {
    const [value = '', unit = '万元'] = text.split(' ');
    return [key, ignored(key) ? 'any' : amount(value, unit), unit] as const;
  });
  const counts = (unit: string) => unit !== '万元' && unit !== '元';
  const said = ([key, { value, unit }]: readonly [string, Figure]) =>
    `${key} ${ignored(key) ? 'any' : amount(value ?? '', unit)}`;
  return {
    amounts: tally(
      figures.filter(([, { unit }]) => !counts(unit)).map(said),
      wanted.filter(([, , unit]) => !counts(unit)).map(([key, value]) => `${key} ${value}`),
    ),
    counts: tally(
      figures.filter(([, { unit }]) => counts(unit)).map(said),
      wanted.filter(([, , unit]) => counts(unit)).map(([key, value]) => `${key} ${value}`),
    ),
    percentages: tally(
      figures.flatMap(([id, { stated }]) =>
        stated && !expected.ignoresShares?.includes(id) ? [`${id} ${Number(stated.percent)} ${stated.base}`] : [],
      ),
      Object.entries(expected.shares ?? {}).map(
        ([id, text]) => `${id} ${Number(text.split(' ')[0])} ${text.split(' ')[1]}`,
      ),
    ),
    indicators: tally(
      of<Indicator>('indicators').map(([, row]) => rowOf(row)),
      (expected.indicators ?? []).map(sameNumbers),
    ),
    head: tally(
      of<string>('head')
        .filter(([key]) => key in expected.head)
        .map(([key, value]) => `${key} ${value}`),
      Object.entries(expected.head).map(([key, value]) => `${key} ${value}`),
    ),
    conflicts: tally(
      conflicts.map(({ path }) => path),
      expected.conflicts ?? [],
    ),
  };
}

export function tallied(all: readonly Tally[]): { right: number; wrong: number; missed: number } {
  const sum = (of: (tally: Tally) => number) => all.reduce((total, one) => total + of(one), 0);
  return {
    right: sum(({ right }) => right),
    wrong: sum(({ wrong }) => wrong.length),
    missed: sum(({ missed }) => missed.length),
  };
}

function tally(found: readonly string[], wanted: readonly string[]): Tally {
  const [have, want] = [new Set(found), new Set(wanted)];
  return {
    right: [...have].filter((one) => want.has(one)).length,
    wrong: [...have].filter((one) => !want.has(one)),
    missed: [...want].filter((one) => !have.has(one)),
  };
}

function named(id: string, { label }: Figure): string {
  return /\.X\d+$/.test(id) ? `${label} ${id.split('.')[0]}` : id;
}

/** In 万元, without zeros that say nothing. */
function amount(value: string, unit: string): string {
  const exact = decimal(value);
  return exact === null ? value : (unit === '元' ? toWan(exact) : exact).toString();
}

function rowOf({ level1, level2, name, direction, target, actual, maxPoints, points }: Indicator): string {
  return sameNumbers(
    [level1, level2, name, direction, target ?? '', actual ?? '', maxPoints ?? '', points ?? ''].join('|'),
  );
}

function sameNumbers(row: string): string {
  return row
    .split('|')
    .map((part) => (/^-?\d+(?:\.\d+)?$/.test(part) ? String(Number(part)) : part))
    .join('|');
}
