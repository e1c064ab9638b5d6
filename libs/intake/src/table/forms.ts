import { FIGURES, isDecimal } from '#libs/sheet';
import { meaningOf } from '../labels.js';
import { cellNumber, isBlank, isNumber } from './cell-number.js';
import { columnKind } from './column-words.js';
import { figureIn, isMoneyColumn, isTotal } from './figure-in.js';
import type { Grid, GridCell } from './grid.js';
import { headField } from './head-fields.js';
import { pointsIn } from './indicators.js';
import type { MoneyRows } from './money-rows.js';
import type { TableContext, TableReading } from './read-tables.js';
import { withoutMarks } from './rows.js';
import { type MoneyUnit, unitIn } from './units.js';

/** A row of labels and values side by side. What its own label does not tell, the words left of it do. */
export function formRow(
  grid: Grid,
  row: number,
  unit: MoneyUnit,
  money: MoneyRows,
  context: TableContext,
  reading: TableReading,
): void {
  const cells = grid.inRow(row);
  cells.forEach((cell, at) => {
    if (cell.row !== row || reading.taken.has(cell)) return;
    const left = cells[at - 1];
    if (!left || left.plain === '' || isNumber(left.plain)) return;
    if (takeHead(left, cell, context, reading)) return;
    if (isNumber(cell.plain)) takeNumber(grid, cell, cells.slice(0, at), unit, money, context, reading);
  });
}

function takeHead(label: GridCell, cell: GridCell, { names }: TableContext, reading: TableReading): boolean {
  const field = headField(withoutMarks(label.plain));
  if (field === undefined) return false;
  const value = field.read(cell.plain, names.year);
  if (value === undefined) return false;
  if (!reading.head.has(field.name)) reading.head.set(field.name, value);
  reading.taken.add(label).add(cell);
  return true;
}

function takeNumber(
  grid: Grid,
  cell: GridCell,
  left: readonly GridCell[],
  unit: MoneyUnit,
  money: MoneyRows,
  { names, project, findings, sources }: TableContext,
  reading: TableReading,
): void {
  const labels = left.filter(({ plain }, at) => {
    const followed = at < left.length - 1 && isNumber(left[at + 1]!.plain);
    return plain !== '' && !isNumber(plain) && !isBlank(plain) && !followed;
  });
  const last = labels.at(-1);
  const near = last && isTotal(withoutMarks(last.plain)) ? (labels.at(-2) ?? last) : last;
  if (!near || near.plain.length > 40) return;
  const words = withoutMarks(near.plain);
  if (/^(?:自评|综合|最终)?(?:总?得分|总分|评分)$|^自评分数?$|^综合得分$|^自评(?:综合)?得分$/.test(words)) {
    const score = pointsIn(cell);
    if (score && !reading.head.has('selfScore')) reading.head.set('selfScore', score);
    reading.taken.add(near).add(cell);
    return;
  }
  const kind = columnKind(near.plain, names.year);
  const before = labels.slice(0, labels.indexOf(near)).at(-1);
  const section = before && withoutMarks(before.plain);
  const area = section === undefined ? undefined : columnKind(section, names.year);
  const meaning = meaningOf(words, names);
  const own = kind && isMoneyColumn(kind);
  const chosen =
    (own && section && figureIn(section, kind, names, money.listing, project)) ||
    (area && isMoneyColumn(area) && figureIn(words, area, names, money.listing, project)) ||
    (own && project && figureIn('资金总额', kind, names, money.listing, true)) ||
    chosenBy(meaning && money.listing.choose(meaning), meaning?.ids.length === 1);
  const said = unitIn(near.plain);
  const counts = chosen && FIGURES[chosen.id]?.unit;
  const number = cellNumber(cell.plain, counts && counts !== '万元' ? counts : (said ?? unit.unit));
  if (!number || !isDecimal(number.value)) return;
  if (number.kind === 'percent') {
    findings.skip(sources.of(grid, cell, 'doubtful', []), 'no-base');
    reading.taken.add(cell);
  } else if (chosen && fits(counts, number.unit)) {
    money.record(cell, number, chosen, {}, said !== undefined || /元|万/.test(cell.plain));
    reading.taken.add(near);
  } else if (number.unit === '万元' || said !== undefined || /元/.test(cell.plain)) {
    if (said !== undefined || /元|万/.test(cell.plain) || unit.sure === 'certain')
      money.skip(cell, meaning ? 'ambiguous-label' : 'unknown-label');
  }
}

function chosenBy(found: string | readonly string[] | undefined, sure: boolean) {
  return typeof found === 'string' ? { id: found, sure } : undefined;
}

function fits(own: string | undefined, unit: string): boolean {
  return own === unit || (own === '万元' && unit === '元');
}
