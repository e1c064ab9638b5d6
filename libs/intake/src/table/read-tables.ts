import type { Indicator } from '#libs/sheet';
import type { Findings } from '../findings.js';
import type { Names } from '../labels.js';
import { formRow } from './forms.js';
import type { Grid, GridCell } from './grid.js';
import { type Header, headerAt } from './headers.js';
import { indicatorRow, isIndicatorHeader, type Levels } from './indicators.js';
import { MoneyRows } from './money-rows.js';
import { SourceOfCell } from './source-of-cell.js';
import { unitIn, unitOf } from './units.js';

/** What the tables of a document say, besides their figures. */
export interface TableReading {
  readonly head: Map<string, string>;
  readonly indicators: Indicator[];
  /** Cells that were read, or that only name others: no prose. */
  readonly taken: Set<GridCell>;
}

export interface TableContext {
  readonly names: Names;
  readonly project: boolean;
  readonly findings: Findings;
  readonly sources: SourceOfCell;
}

/**
 * Reads tables row by row. A row of column heads says what the rows below it hold, until the next one; other rows are
 * read as label and value side by side, as in a form.
 */
export function readTables(grids: readonly Grid[], context: TableContext): TableReading {
  const reading: TableReading = { head: new Map(), indicators: [], taken: new Set() };
  const elsewhere = new Set(grids.flatMap((grid) => unitIn(grid.above.replace(/\s/g, '')) ?? []));
  for (const grid of grids) readTable(grid, elsewhere, context, reading);
  return reading;
}

function readTable(grid: Grid, elsewhere: ReadonlySet<string>, context: TableContext, reading: TableReading): void {
  const unit = unitOf(grid, grid.above.replace(/\s/g, ''), elsewhere);
  const money = new MoneyRows(grid, unit, context, reading);
  const levels: Levels = {};
  let header: Header | undefined;
  for (let row = 0; row < grid.rows.length; row++) {
    if (grid.columns > 1 && money.title(row)) continue;
    const found = headerAt(grid, row, context.names);
    if (found) {
      header = found;
      for (let r = row; r <= found.last; r++) for (const cell of grid.inRow(r)) reading.taken.add(cell);
      row = found.last;
      continue;
    }
    const read =
      header && isIndicatorHeader(header)
        ? indicatorRow(grid, row, header, levels, context, reading)
        : header && money.read(row, header);
    if (!read) formRow(grid, row, unit, money, context, reading);
  }
}
