import { meaningOf, type Names } from '../labels.js';
import { areaOf } from '../listing.js';
import { isBlank, isNumber } from './cell-number.js';
import { type ColumnKind, columnKind, headWords } from './column-words.js';
import { isMoneyColumn } from './figure-in.js';
import type { Grid, GridCell } from './grid.js';
import { withoutMarks } from './rows.js';
import { unitIn } from './units.js';

/** One headed column. */
export interface Column {
  readonly kind: ColumnKind | undefined;
  /** Figures the words at its head name, when they name figures: `编制数`, `基本支出`. */
  readonly label?: string;
  readonly unit?: string;
  readonly head: string;
}

export interface Header {
  /** By column of the table. */
  readonly columns: ReadonlyMap<number, Column>;
  /** The last row of the header. */
  readonly last: number;
  /** What stands left of the columns: the name of what they are about, for rows without a label. */
  readonly subject: GridCell | undefined;
}

const COUNTED = ['STAFF', 'BUILD', 'ASSET'];

/** The header that begins in a row: two or more cells that head columns, and no number. A second row may refine it. */
export function headerAt(grid: Grid, row: number, names: Names): Header | undefined {
  if (!headsColumns(grid, row, names)) return undefined;
  const spread = grid.inRow(row).some(({ across, row: from }) => across > 1 && from === row);
  const below = grid.inRow(row + 1).filter((cell) => cell.row === row + 1);
  const refined =
    spread && below.length > 1 && below.every(({ plain }) => plain !== '' && !isNumber(plain) && plain.length <= 20);
  const last = refined && refines(grid, row, names) ? row + 1 : row;
  const columns = new Map<number, Column>();
  for (let at = 0; at < grid.columns; at++) {
    const column = columnOf(grid, row, last, at, names);
    if (column) columns.set(at, column);
  }
  const [[leftmost, { kind }] = [-1, { kind: 'label' as const }]] = columns;
  const subject = kind === undefined && [...columns.values()].some((other) => isMoneyColumn(other.kind));
  if (subject || ((kind === undefined || isMoneyColumn(kind)) && namesRows(grid, last + 1, leftmost)))
    columns.set(leftmost, { kind: 'label', head: '' });
  const first = Math.min(...[...columns].filter(([, column]) => column.kind !== 'label').map(([at]) => at));
  return {
    columns,
    last,
    subject: grid.inRow(last).findLast(({ column, plain }) => column < first && !isBlank(plain)),
  };
}

function headsColumns(grid: Grid, row: number, names: Names): boolean {
  const cells = grid.inRow(row);
  if (cells.some(({ plain, row: from }) => isNumber(plain) || plain.length > 40 || (from < row && plain.length > 12)))
    return false;
  const own = cells.filter(({ row: from }) => from === row);
  const heads = own.filter(({ plain }) => columnKind(plain, names.year) ?? figureNamed(plain, names));
  const typed = heads.filter(({ plain }) => columnKind(plain, names.year) !== undefined);
  const counted = heads.filter(({ plain }) => COUNTED.includes(areaOf(figureNamed(plain, names) ?? '')));
  const empty = own.filter(({ plain }) => plain === '').length;
  const figures = heads.length >= 3 && heads.length === own.length && numbersBelow(grid, row) >= heads.length - 1;
  return (
    figures ||
    ((typed.length >= 2 || (typed.length + counted.length >= 2 && counted.length > 0)) && heads.length > empty)
  );
}

/** Whether what stands below the first column names rows: words, and amounts beside them. */
function namesRows(grid: Grid, row: number, column: number): boolean {
  const below = grid.at(row, column);
  return (
    below !== undefined &&
    below.plain !== '' &&
    !isNumber(below.plain) &&
    !isBlank(below.plain) &&
    numbersBelow(grid, row - 1) > 0
  );
}

function numbersBelow(grid: Grid, row: number): number {
  return grid.inRow(row + 1).filter((cell) => cell.row === row + 1 && isNumber(cell.plain)).length;
}

/** A second header row lies under cells that span columns, and names columns or figures. */
function refines(grid: Grid, row: number, names: Names): boolean {
  const below = grid.inRow(row + 1).filter((cell) => cell.row === row + 1);
  const under = below.filter(({ column }) => (grid.at(row, column)?.across ?? 1) > 1);
  const named = under.filter(({ plain }) => columnKind(plain, names.year) ?? figureNamed(plain, names));
  return under.length === below.length && named.length * 2 >= under.length;
}

function columnOf(grid: Grid, row: number, last: number, at: number, names: Names): Column | undefined {
  const cells = [...new Set([grid.at(row, at), grid.at(last, at)])].filter((cell) => cell !== undefined);
  const kinds = cells.map(({ plain }) => columnKind(plain, names.year));
  const kind = kinds.findLast((found) => found !== undefined);
  const named = cells.findLast(({ plain }, n) => kinds[n] === undefined && figureNamed(plain, names));
  if (kind === undefined && !named) return undefined;
  const unit = cells.map(({ plain }) => unitIn(plain)).findLast((found) => found !== undefined);
  const head = cells.map(({ plain }) => plain).join('');
  return { kind, head, ...(named && { label: figureWords(named.plain, names) }), ...(unit && { unit }) };
}

/** A figure that the words at a column's head name. */
function figureNamed(plain: string, names: Names): string | undefined {
  return meaningOf(figureWords(plain, names), names)?.ids[0];
}

function figureWords(plain: string, names: Names): string {
  return headWords(withoutMarks(plain), names.year);
}
