import type { Figure } from '../../api/evaluation-answers.js';

/** A figure that every sheet knows, from the API's catalogue. */
export interface Known {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  readonly parent: string | null;
}

/** One row of the table of figures. */
export interface FigureRow {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  /** How deep below the first of its area. */
  readonly depth: number;
  /** Undefined: nothing was given. */
  readonly figure: Figure | undefined;
}

export interface Area {
  /** The first word of its figures' ids, or OTHER. */
  readonly id: string;
  readonly rows: readonly FigureRow[];
}

/**
 * The figures in their tree, area by area, in the order of print: what was given with all that stands above it, with
 * what is wanted besides: some ids, or everything that could be given. A figure of the unit's own stands below the parent it names.
 */
export function figureTree(
  known: readonly Known[],
  figures: Readonly<Record<string, Figure>>,
  also: 'everything' | ReadonlySet<string> = NONE,
): Area[] {
  const byId = new Map(known.map((one) => [one.id, one]));
  const own: Known[] = Object.entries(figures)
    .filter(([id]) => !byId.has(id))
    .map(([id, { label, unit, parent }]) => ({ id, label: label ?? id, unit, parent: parent ?? null }));
  const all = [...known, ...own];
  const ids = new Set(all.map(({ id }) => id));
  const children = new Map<string, Known[]>();
  const roots: Known[] = [];
  for (const one of all) {
    const siblings =
      one.parent !== null && ids.has(one.parent) && one.parent !== one.id ? children.get(one.parent) : roots;
    if (siblings) siblings.push(one);
    else children.set(one.parent!, [one]);
  }

  const rowsOf = (one: Known, depth: number, above: ReadonlySet<string>): FigureRow[] => {
    if (above.has(one.id)) return [];
    const line = new Set(above).add(one.id);
    const below = (children.get(one.id) ?? []).flatMap((child) => rowsOf(child, depth + 1, line));
    const figure = Object.hasOwn(figures, one.id) ? figures[one.id] : undefined;
    const wanted = also === 'everything' || also.has(one.id);
    if (!wanted && figure === undefined && below.length === 0) return [];
    return [{ id: one.id, label: figure?.label ?? one.label, unit: figure?.unit ?? one.unit, depth, figure }, ...below];
  };

  const areas = new Map<string, FigureRow[]>();
  for (const root of roots) {
    const rows = rowsOf(root, 0, new Set());
    const area = areaOf(root.id, byId);
    if (rows.length > 0) areas.set(area, [...(areas.get(area) ?? []), ...rows]);
  }
  return [...areas].map(([id, rows]) => ({ id, rows }));
}

const NONE: ReadonlySet<string> = new Set();

function areaOf(id: string, byId: ReadonlyMap<string, Known>): string {
  const area = id.split('.', 1)[0] ?? '';
  return [...byId.keys()].some((known) => known.startsWith(`${area}.`) || known === area) ? area : 'OTHER';
}
