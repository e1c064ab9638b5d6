import { type ReadReport, readLaidOut } from './read-report.js';
import type { Block } from './table/block.js';
import { layOut } from './table/lay-out.js';

/** What a document says, and the one text in which its places are named. */
export interface ReadDocument extends ReadReport {
  readonly text: string;
  /** The tables: where each begins and ends in the text, its cells by row and column from 1. */
  readonly tables: readonly TablePlace[];
}

export interface TablePlace {
  readonly number: number;
  readonly sheet?: string;
  readonly cells: readonly { row: number; column: number; down: number; across: number; start: number; end: number }[];
}

/**
 * Reads a self-evaluation from the paragraphs and tables of a document: sentences, forms of labels and values, and tables
 * with headed columns. Refuses like `readReport`.
 */
export function readDocument(blocks: readonly Block[], { name }: { readonly name: string }): ReadDocument {
  const laidOut = layOut(blocks);
  const tables = laidOut.grids.map(({ number, sheet, cells }) => ({
    number,
    ...(sheet && { sheet }),
    cells: cells.map(({ row, column, down, across, start, end }) => ({
      ...{ row: row + 1, column: column + 1, down, across, start, end },
    })),
  }));
  return { ...readLaidOut(laidOut, name), text: laidOut.text, tables };
}
