/** One cell as a reader of files found it; rows list only the cells that begin in them. */
export interface Cell {
  readonly text: string;
  /** Rows and columns it covers. */
  readonly down: number;
  readonly across: number;
  /** Its address in a workbook. */
  readonly at?: string;
  /** What stands there was computed by a formula. */
  readonly computed?: true;
}

/** A piece of a document, in reading order: a paragraph or a line, or a table. */
export type Block =
  | { readonly text: string }
  | { readonly rows: readonly (readonly Cell[])[]; readonly sheet?: string };
