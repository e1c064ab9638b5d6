import { LEAD } from '../words.js';
import { isBlank, isNumber } from './cell-number.js';
import type { Grid, GridCell } from './grid.js';

/** The words that name a row, and how deep in the table's list it stands. */
export interface RowLabel {
  readonly words: string;
  readonly cell: GridCell;
  /** Words of cells further left that cover this row and others. */
  readonly above: readonly GridCell[];
  /** 0 for `一、`, more for what stands below; undefined when the row carries no mark. */
  readonly level: number | undefined;
  readonly ofWhich: boolean;
}

const MARKS = [
  /^[一二三四五六七八九十]{1,3}、/,
  /^（[一二三四五六七八九十]{1,3}）/,
  /^\d{1,2}[、.](?!\d)/,
  /^（\d{1,2}）/,
  /^[①-⑳]|^\d{1,2}\)|^[a-z][.、]/,
];

/** The label of a row: its last words before the first of its values. */
export function labelOf(grid: Grid, row: number, before: number): RowLabel | undefined {
  const cells = grid.inRow(row).filter(({ column, plain }) => column < before && plain !== '' && !isNumber(plain));
  const cell = cells.findLast(({ plain }) => !isBlank(plain) && /\p{sc=Han}/u.test(plain));
  if (!cell || cell.plain.length > 60) return undefined;
  const level = MARKS.findIndex((mark) => mark.test(cell.plain.replace(/^其中：?/, '')));
  return {
    words: withoutMarks(cell.plain),
    cell,
    above: cells.filter((other) => other !== cell),
    level: level < 0 ? undefined : level,
    ofWhich: /^(?:其中|（其中|-?其中)/.test(cell.plain.replace(MARKS[2]!, '').replace(/^按.{2,6}分：?/, '')),
  };
}

/** Without counting marks, units and what a label ends in. */
export function withoutMarks(plain: string): string {
  let words = plain.replace(/（(?:单位：?)?(?:亿元|万元|千元|元|人|㎡|平方米|%)）/g, '').replace(/^按.{2,6}分：?/, '');
  for (let lead = LEAD.exec(words); lead; lead = LEAD.exec(words)) words = words.slice(lead[0].length);
  return words.replace(/（[A-Z\d=+-]{1,6}）|[：、，]+$/g, '').replace(/：$/, '');
}
