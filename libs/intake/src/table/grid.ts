import { normalise } from '../normalise.js';
import type { Cell } from './block.js';

/** A cell of a laid-out table: where it stands in the table, and in the text of its document. */
export interface GridCell extends Cell {
  readonly row: number;
  readonly column: number;
  /** Half-open span in the document's text. */
  readonly start: number;
  readonly end: number;
  /** What it says, in one way of writing, without white space. */
  readonly plain: string;
}

type PlacedCell = Cell & { readonly start: number };

const MOST_COLUMNS = 100;
const MOST_DOWN = 5_000;

/** A table in which every place answers the cell that covers it, merged or not. */
export class Grid {
  readonly cells: readonly GridCell[];
  readonly columns: number;
  private readonly places = new Map<string, GridCell>();

  constructor(
    /** Which table of the document it is, from 1. */
    readonly number: number,
    /** The words just before it: title, unit. */
    readonly above: string,
    readonly rows: readonly (readonly PlacedCell[])[],
    readonly sheet?: string,
  ) {
    this.cells = rows.flatMap((row, at) => this.place(row, at));
    this.columns = Math.max(0, ...this.cells.map(({ column, across }) => column + across));
  }

  /** The cell that covers a place. */
  at(row: number, column: number): GridCell | undefined {
    return this.places.get(`${row} ${column}`);
  }

  /** The cells that a row shows, from left to right, those that began above included, each once. */
  inRow(row: number): readonly GridCell[] {
    const all = Array.from({ length: this.columns }, (_, column) => this.at(row, column));
    return all.filter((cell, at): cell is GridCell => cell !== undefined && cell !== all[at - 1]);
  }

  private place(row: readonly PlacedCell[], at: number): GridCell[] {
    let column = 0;
    return row.map((cell) => {
      while (this.at(at, column)) column += 1;
      const plain = normalise(cell.text).text.replace(/\s/g, '');
      const [down, across] = [Math.min(cell.down, MOST_DOWN), Math.min(cell.across, MOST_COLUMNS)];
      const placed = { ...cell, down, across, row: at, column, end: cell.start + cell.text.length, plain };
      for (let r = at; r < Math.min(at + down, this.rows.length); r++)
        for (let c = column; c < column + across; c++) this.places.set(`${r} ${c}`, placed);
      column += across;
      return placed;
    });
  }
}
