import { type Direction, type Indicator, isDecimal } from '#libs/sheet';
import { cellNumber, isBlank } from './cell-number.js';
import type { ColumnKind } from './column-words.js';
import { actualIn, goalOf } from './goals.js';
import type { Grid, GridCell } from './grid.js';
import type { Header } from './headers.js';
import type { TableContext, TableReading } from './read-tables.js';

/** The first and second level that a row without its own stands under. */
export interface Levels {
  level1?: string;
  level2?: string;
}

/** Whether rows below are indicators: they have a name, and points or a target. */
export function isIndicatorHeader({ columns }: Header): boolean {
  const kinds = new Set([...columns.values()].map(({ kind }) => kind));
  const named = kinds.has('name') || kinds.has('level2');
  return (
    named && ['target', 'actual', 'maxPoints', 'points'].filter((kind) => kinds.has(kind as ColumnKind)).length >= 2
  );
}

/** Reads one row of an indicator table; answers whether it is one, or the total. */
export function indicatorRow(
  grid: Grid,
  row: number,
  header: Header,
  levels: Levels,
  { sources }: TableContext,
  reading: TableReading,
): boolean {
  const cell = (kind: ColumnKind) => {
    const all = [...header.columns].filter(([, column]) => column.kind === kind).map(([at]) => grid.at(row, at));
    return all.findLast((found) => found !== undefined && found.plain !== '') ?? all[0];
  };
  const own = (kind: ColumnKind) => {
    const found = cell(kind);
    return found && (found.row === row || kind === 'level1' || kind === 'level2') ? found : undefined;
  };
  const points = own('points');
  const max = own('maxPoints');
  if (isTotal(grid, row)) return total(grid, row, points, reading);
  const level1 = wordsIn(own('level1'));
  const level2 = own('level2') === own('level1') ? undefined : wordsIn(own('level2'));
  if (level1 && level1 !== levels.level1) levels.level2 = '';
  if (level1) levels.level1 = level1;
  if (level2) levels.level2 = level2;
  const nameCell = own('name') ?? own('level2');
  const name = wordsIn(nameCell)?.replace(/^(?:指标)?\d{1,2}[：:、.](?!\d)/, '');
  const numbers = [max, points].filter((found) => found && pointsIn(found) !== null);
  const target = own('adjusted')?.plain ? own('adjusted') : own('target');
  const actual = own('actual');
  if (!name || nameCell === own('level1') || (numbers.length === 0 && !target?.plain && !actual?.plain)) return false;
  const measure = wordsIn(own('unit'));
  const goal = goalOf(target?.plain ?? '', wordsIn(own('direction')), measure);
  const why = own('why')?.text.trim();
  const qualitative =
    goal.direction === 'QUALITATIVE' ||
    (actual !== undefined && !isBlank(actual.plain) && actualIn(actual.plain) === null);
  const direction: Direction = qualitative ? 'QUALITATIVE' : goal.direction;
  const core = wordsIn(own('core'));
  const indicator: Indicator = {
    level1: (levels.level1 ?? '').slice(0, 200),
    level2: (nameCell === own('level2') ? '' : (levels.level2 ?? '')).slice(0, 200),
    name: name.slice(0, 200),
    direction,
    target: qualitative ? textIn(target) : goal.value,
    actual: qualitative ? textIn(actual) : actual ? actualIn(actual.plain) : null,
    unitOfMeasure: (measure ?? goal.unit ?? '').slice(0, 200),
    maxPoints: max ? pointsIn(max) : null,
    points: points ? pointsIn(points) : null,
    ...(why && !isBlank(why) && { deviationExplanation: why.slice(0, 2_000) }),
    ...(core && { core: /^(?:是|√|✓|Y)/.test(core) }),
    source: sources.of(grid, nameCell!, goal.sure && name.length > 1 ? 'certain' : 'likely', ['row-and-column']),
  };
  reading.indicators.push(indicator);
  for (const taken of grid.inRow(row)) reading.taken.add(taken);
  return true;
}

function isTotal(grid: Grid, row: number): boolean {
  return grid
    .inRow(row)
    .some(
      ({ plain, row: from }) =>
        from === row && /^(?:总分|合计|总计|得分合计|自评总分|总得分|总评分)(?:（.{0,10}）)?$/.test(plain),
    );
}

function total(grid: Grid, row: number, points: GridCell | undefined, reading: TableReading): boolean {
  const score = (points && pointsIn(points)) ?? ofTheMost(grid, row);
  if (score && !reading.head.has('selfScore')) reading.head.set('selfScore', score);
  for (const cell of grid.inRow(row)) reading.taken.add(cell);
  return true;
}

/** `总分 100 97.82`, wherever the row has its cells: the points there are, and those that were given. */
function ofTheMost(grid: Grid, row: number): string | undefined {
  const [most, given, ...others] = grid.inRow(row).flatMap((cell) => pointsIn(cell) ?? []);
  return most && given && others.length === 0 && Number(given) <= Number(most) ? given : undefined;
}

/** Points, in whatever way they are written; never more than a scale of thousands. */
export function pointsIn({ plain }: GridCell): string | null {
  const number = cellNumber(plain.replace(/分$/, ''), '元');
  return number && number.kind === 'money' && isDecimal(number.value) && Number(number.value) <= 1_000
    ? number.value
    : null;
}

function wordsIn(cell: GridCell | undefined): string | undefined {
  return cell && cell.plain !== '' && !isBlank(cell.plain) ? cell.plain : undefined;
}

function textIn(cell: GridCell | undefined): string | null {
  const text = cell?.text.replace(/\s+/g, ' ').trim().slice(0, 200);
  return text ? text : null;
}
