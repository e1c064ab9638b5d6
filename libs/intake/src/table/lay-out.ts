import type { Block, Cell } from './block.js';
import { Grid } from './grid.js';
import { tableLines } from './table-lines.js';

/** A document as one text, in which every place can be named, and its tables. */
export interface LaidOut {
  readonly text: string;
  readonly grids: readonly Grid[];
}

/** So many characters before a table may name it and its unit. */
const ABOVE = 200;

type Placed = Cell & { start: number };

/**
 * One text of all blocks: paragraphs on lines of their own, a table's rows too, its cells parted by tabs. Lines that
 * are a table in a text (parted by tabs or bars, or one cell a line) become tables as well.
 */
export function layOut(blocks: readonly Block[]): LaidOut {
  const tables: { start: number; rows: Placed[][]; sheet?: string }[] = [];
  const lines: { start: number; text: string }[] = [];
  const pieces: string[] = [];
  let at = 0;
  const put = (piece: string, after: string) => {
    pieces.push(piece, after);
    at += piece.length + after.length;
  };
  const flush = () => {
    for (const rows of tableLines(lines)) tables.push({ start: rows[0]![0]!.start, rows });
    lines.length = 0;
  };
  for (const [n, block] of blocks.entries()) {
    const last = n === blocks.length - 1;
    if ('text' in block) {
      for (const { index, 0: text } of block.text.matchAll(/[^\n]+/g)) lines.push({ start: at + index, text });
      put(block.text, last ? '' : '\n');
      continue;
    }
    flush();
    const rows: Placed[][] = [];
    tables.push({ start: at, rows, ...(block.sheet && { sheet: block.sheet }) });
    for (const [r, row] of block.rows.entries()) {
      const placed: Placed[] = [];
      for (const [c, cell] of row.entries()) {
        placed.push({ ...cell, start: at });
        put(cell.text, c < row.length - 1 ? '\t' : '');
      }
      rows.push(placed);
      put('', last && r === block.rows.length - 1 ? '' : '\n');
    }
  }
  flush();
  const text = pieces.join('');
  tables.sort((a, b) => a.start - b.start);
  return {
    text,
    grids: tables.map(
      ({ start, rows, sheet }, n) => new Grid(n + 1, text.slice(Math.max(0, start - ABOVE), start), rows, sheet),
    ),
  };
}
