/** A document as it is laid out, whichever program will print it: the layouts make these, the writers turn them into files. */
export interface PrintedDocument {
  readonly title: string;
  readonly landscape?: boolean;
  /** In the foot of every page, beside the page number: what this is and of which content. */
  readonly foot: string;
  /** What the QR code says. */
  readonly mark: string;
  readonly blocks: readonly Block[];
}

export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  /** A line above or below a table: on the left whose it is, on the right the unit of its amounts. */
  | { readonly kind: 'line'; readonly left: string; readonly right: string }
  | { readonly kind: 'new-page' }
  | Table;

export interface Table {
  readonly kind: 'table';
  /** Relative widths. */
  readonly columns: readonly number[];
  /** How many of the first rows are repeated on every page. */
  readonly headRows: number;
  /** A row may go over two pages; otherwise it moves to the next one as a whole. */
  readonly breaks?: true;
  /** As in HTML: a row holds the cells that begin in it. */
  readonly rows: readonly (readonly Cell[])[];
}

export interface Cell {
  /** As people read it; nothing is left empty, 0 is written `0`. */
  readonly text: string;
  /** The text is an exact decimal, and becomes a number in a program that has numbers. */
  readonly number?: true;
  readonly across?: number;
  readonly down?: number;
  readonly align?: 'left' | 'center' | 'right';
  readonly head?: true;
  /** Room for so many lines: to sign and to seal in. */
  readonly lines?: number;
  /** The field of the sheet it shows, so that a form that comes back filled in is understood. */
  readonly field?: Field;
}

/** A field of a sheet, or one part of it: the value of a figure, the target of an indicator. */
export interface Field {
  readonly path: string;
  readonly part?: string;
}

export const head = (text: string, more: Partial<Cell> = {}): Cell => ({ text, head: true, align: 'center', ...more });
export const words = (text: string, more: Partial<Cell> = {}): Cell => ({ text, ...more });

/** A cell with the place it has, counted from 0. */
export interface Placed {
  readonly row: number;
  readonly column: number;
  readonly cell: Cell;
}

/** Where each cell stands once those that reach over rows and columns have taken their room. */
export function placed({ rows, columns }: Pick<Table, 'rows' | 'columns'>): readonly Placed[] {
  const taken = rows.map(() => new Set<number>());
  return rows.flatMap((cells, row) => {
    let column = 0;
    return cells.map((cell) => {
      while (taken[row]?.has(column)) column += 1;
      const { across = 1, down = 1 } = cell;
      if (column + across > columns.length || row + down > rows.length)
        throw new RangeError(`a cell reaches out of its table: ${cell.text}`);
      for (let r = row; r < row + down; r += 1) for (let c = column; c < column + across; c += 1) taken[r]?.add(c);
      return { row, column, cell };
    });
  });
}
