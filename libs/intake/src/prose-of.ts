import type { Grid, GridCell } from './table/grid.js';

/**
 * What is left of a text when its tables were read: every cell that was not taken stands on a line of its own, and all
 * characters keep their places.
 */
export function proseOf(text: string, grids: readonly Grid[], taken: ReadonlySet<GridCell>): string {
  let prose = '';
  let from = 0;
  const blank = (to: number, by: string) => {
    prose += by.repeat(Math.max(0, to - from));
    from = Math.max(from, to);
  };
  for (const { cells } of grids)
    for (const [at, cell] of cells.entries()) {
      if (at === 0) {
        prose += text.slice(from, Math.max(from, cell.start));
        from = Math.max(from, cell.start);
      } else blank(cell.start, '\n');
      if (taken.has(cell)) blank(cell.end, ' ');
      else {
        prose += text.slice(from, Math.max(from, cell.end));
        from = Math.max(from, cell.end);
      }
    }
  return prose + text.slice(from);
}
