import type { Ground, Source, Sureness } from '#libs/sheet';
import { printable } from '../narrative.js';
import type { Grid, GridCell } from './grid.js';

/** Makes sources that name a cell. */
export class SourceOfCell {
  constructor(private readonly document: string) {}

  of(grid: Grid, cell: GridCell, sure: Sureness, because: readonly Ground[]): Source {
    const { start, end, text, row, column, at, computed } = cell;
    return {
      ...{ document: this.document, start, end, text: printable(text).slice(0, 2_000) },
      cell: {
        ...{ table: grid.number, row: row + 1, column: column + 1 },
        ...(grid.sheet && { sheet: grid.sheet.slice(0, 100) }),
        ...(at && { at }),
      },
      sure: computed && sure === 'certain' ? 'likely' : sure,
      because: computed ? [...because, 'computed'] : because,
    };
  }
}
