import type { Evaluation, Figure, Indicator, Sheet } from '../../api/evaluation-answers.js';
import { formatDecimal } from '../../ui/amounts.js';
import { figureTree, type Known } from './figure-tree.js';

/** What several evaluations say of one thing, in their order; undefined: nothing. */
export interface Line<V> {
  readonly key: string;
  readonly name: string;
  readonly depth: number;
  readonly values: readonly (V | undefined)[];
  readonly differs: boolean;
}

/** Points of an indicator, of so many. */
export interface Points {
  readonly points: string | null;
  readonly maxPoints: string | null;
}

/** Equal as numbers: 1.50 is 1.5. What is no number is equal as it is written. */
const sameDecimal = (a: string | null, b: string | null): boolean =>
  a === b || (a !== null && b !== null && formatDecimal(a, 6) === formatDecimal(b, 6));

type Same<V> = (a: V, b: V) => boolean;

function lineOf<V>(
  key: string,
  name: string,
  depth: number,
  values: readonly (V | undefined)[],
  same: Same<V>,
): Line<V> {
  const [first] = values;
  const differs = values.some((one) => (one === undefined || first === undefined ? one !== first : !same(first, one)));
  return { key, name, depth, values, differs };
}

/** The figures in their tree, area by area. Figures of the units' own meet when they are called the same. */
export function figureLines(
  known: readonly Known[],
  sheets: readonly Sheet[],
): readonly { readonly id: string; readonly lines: readonly Line<Figure>[] }[] {
  const ids = new Set(known.map(({ id }) => id));
  const sides = sheets.map(({ figures }) => byMeaning(figures, ids));
  const all = Object.fromEntries(sides.toReversed().flatMap((figures) => [...figures]));
  return figureTree(known, all).map(({ id, rows }) => ({
    id,
    lines: rows.map((row) =>
      lineOf(
        row.id,
        row.label,
        row.depth,
        sides.map((figures) => figures.get(row.id)),
        sameFigure,
      ),
    ),
  }));
}

/** Figures by what they mean: those that every sheet knows by their id, a unit's own by its name. */
function byMeaning(figures: Sheet['figures'], known: ReadonlySet<string>): ReadonlyMap<string, Figure> {
  const meaning = (id: string): string => (known.has(id) ? id : `own:${figures[id]?.label ?? id}`);
  return new Map(
    Object.entries(figures).map(([id, figure]) => [
      meaning(id),
      figure.parent === undefined ? figure : { ...figure, parent: meaning(figure.parent) },
    ]),
  );
}

const sameFigure: Same<Figure> = (a, b) =>
  sameDecimal(a.value, b.value) && a.unit === b.unit && (a.notApplicable ?? false) === (b.notApplicable ?? false);

/** The rows of the indicator tables; rows meet when they are called the same, at the same place. */
export function indicatorLines(sheets: readonly Sheet[]): readonly Line<Indicator>[] {
  return met(
    sheets.map(({ indicators }) =>
      Object.values(indicators).map((row) => [JSON.stringify([row.level1, row.level2, row.name]), row.name, row]),
    ),
    (a, b) =>
      sameDecimal(a.points, b.points) &&
      sameDecimal(a.maxPoints, b.maxPoints) &&
      (['direction', 'target', 'actual', 'unitOfMeasure'] as const).every((part) => a[part] === b[part]),
  );
}

/** What the system computed for each indicator of the schemes. */
export function pointLines(evaluations: readonly Pick<Evaluation, 'score'>[]): readonly Line<Points>[] {
  return met(
    evaluations.map(({ score }) =>
      (score?.score.indicators ?? []).map(({ id, name, points, maxPoints }) => [
        JSON.stringify([id, name]),
        name,
        { points, maxPoints },
      ]),
    ),
    (a, b) => sameDecimal(a.points, b.points) && sameDecimal(a.maxPoints, b.maxPoints),
  );
}

/** The narrative, part by part, in the order of the form; parts that nobody wrote are left out. */
export function sectionLines(
  order: readonly { readonly id: string; readonly name: string }[],
  sheets: readonly Sheet[],
): readonly Line<string>[] {
  return order
    .map(({ id, name }) =>
      lineOf(
        id,
        name,
        0,
        sheets.map(({ sections }) => sections[id] || undefined),
        Object.is as Same<string>,
      ),
    )
    .filter(({ values }) => values.some((text) => text !== undefined));
}

/** Lines of what the sides list, in the order in which it comes up; what one side says twice are two lines. */
function met<V>(
  sides: readonly (readonly (readonly [key: string, name: string, value: V])[])[],
  same: Same<V>,
): readonly Line<V>[] {
  const lines = new Map<string, { readonly name: string; readonly values: (V | undefined)[] }>();
  for (const [n, side] of sides.entries()) {
    const times = new Map<string, number>();
    for (const [said, name, value] of side) {
      const time = times.get(said) ?? 0;
      times.set(said, time + 1);
      const key = `${said} ${time}`;
      const line = lines.get(key) ?? { name, values: sides.map(() => undefined) };
      line.values[n] = value;
      lines.set(key, line);
    }
  }
  return [...lines].map(([key, { name, values }]) => lineOf(key, name, 0, values, same));
}

export const SEVERITIES = ['BLOCK', 'ERROR', 'WARN', 'INFO'] as const;

/** How many findings there are, and how many of them are open. */
export interface Count {
  readonly all: number;
  readonly open: number;
}

/** Findings of each severity. */
export function findingLines(evaluations: readonly Pick<Evaluation, 'findings'>[]): readonly Line<Count>[] {
  return SEVERITIES.map((severity) =>
    lineOf(
      severity,
      severity,
      0,
      evaluations.map(({ findings }) => {
        const all = findings.filter((one) => one.severity === severity);
        return { all: all.length, open: all.filter(({ open }) => open).length };
      }),
      (a, b) => a.all === b.all && a.open === b.open,
    ),
  );
}

/** The score the unit claims, and what the system computed. */
export function scoreLines(
  evaluations: readonly Pick<Evaluation, 'sheet' | 'score'>[],
  names: { readonly self: string; readonly system: string },
): readonly Line<string>[] {
  return [
    lineOf(
      'self',
      names.self,
      0,
      evaluations.map(({ sheet }) => sheet.head.selfScore || undefined),
      sameDecimal,
    ),
    lineOf(
      'system',
      names.system,
      0,
      evaluations.map(({ score }) => score?.score.total ?? undefined),
      sameDecimal,
    ),
  ];
}
