import { isBlank, isNumber } from './cell-number.js';
import { type ColumnKind, columnKind } from './column-words.js';

/** A line that is one cell. */
export interface LineCell {
  readonly start: number;
  readonly text: string;
}

const FEWEST_HEADS = 3;
const MOST_ROWS = 500;
const GOAL = /^(?:[≥≤=<>]|不|大于|小于|\d)/;
const AMOUNTS: readonly ColumnKind[] = [
  'BUD',
  'FULL',
  'EXP',
  'PRIOR.BUD',
  'PRIOR.EXP',
  'rate',
  'maxPoints',
  'points',
  'amount',
];

/**
 * A table whose cells came out one a line, as copying from a viewer leaves them: three or more lines that head columns,
 * then rows. A row whose cells cannot be told ends the table. Answers rows of cells (undefined: empty) and the lines used.
 */
export function oneCellALine(lines: readonly LineCell[], from: number) {
  const heads: ColumnKind[] = [];
  while (from + heads.length < lines.length) {
    const kind = columnKind(plain(lines[from + heads.length]!), undefined);
    if (kind === undefined) break;
    heads.push(kind);
  }
  if (heads.length < FEWEST_HEADS) return undefined;
  const body = from + heads.length;
  const indicators = heads.includes('name') && heads.includes('maxPoints');
  const { rows, next } = indicators ? indicatorRows(lines, body, heads) : moneyRows(lines, body, heads);
  if (rows.length === 0) return undefined;
  const head: (LineCell | undefined)[] = lines.slice(from, body);
  return { rows: [!indicators && heads[0] !== 'label' ? [undefined, ...head] : head, ...rows], next };
}

type Rows = { readonly rows: (LineCell | undefined)[][]; readonly next: number };

function moneyRows(lines: readonly LineCell[], body: number, heads: readonly ColumnKind[]): Rows {
  const columns = heads.filter((kind) => AMOUNTS.includes(kind)).length;
  const rows: (LineCell | undefined)[][] = [];
  let at = body;
  while (at < lines.length && rows.length < MOST_ROWS) {
    const values: LineCell[] = [];
    while (values.length < columns && isValue(lines[at + 1 + values.length]))
      values.push(lines[at + 1 + values.length]!);
    if (isValue(lines[at]) || values.length < columns || columns === 0) break;
    rows.push([lines[at]!, ...values]);
    at += 1 + columns;
  }
  return { rows, next: at };
}

/** Rows end in points; before them stand actual, target, name, and levels where they change. */
function indicatorRows(lines: readonly LineCell[], body: number, heads: readonly ColumnKind[]): Rows {
  const numbers = heads.filter((kind) => kind === 'maxPoints' || kind === 'points').length;
  const goals = heads.filter((kind) => kind === 'target' || kind === 'actual' || kind === 'adjusted').length;
  const levels = heads.filter((kind) => kind === 'level1' || kind === 'level2').length;
  const place = (kind: ColumnKind) => heads.indexOf(kind);
  const rows: (LineCell | undefined)[][] = [];
  let at = body;
  while (rows.length < MOST_ROWS) {
    const most = at + levels + 1 + goals;
    let points = at + 1 + goals;
    while (points <= most && !lines.slice(points, points + numbers).every(isPoints)) points += 1;
    if (points > most || points + numbers > lines.length) break;
    const words = lines.slice(at, points - goals);
    if (words.some((line) => isNumber(plain(line)) || GOAL.test(plain(line)))) break;
    const row: (LineCell | undefined)[] = heads.map(() => undefined);
    row[place('name')] = words.at(-1);
    if (words.length > 1 && place('level2') >= 0) row[place('level2')] = words.at(-2);
    if (words.length > 2 && place('level1') >= 0) row[place('level1')] = words.at(-3);
    heads
      .filter((kind) => kind === 'target' || kind === 'actual' || kind === 'adjusted')
      .forEach((kind, n) => {
        row[place(kind)] = lines[points - goals + n];
      });
    heads
      .filter((kind) => kind === 'maxPoints' || kind === 'points')
      .forEach((kind, n) => {
        row[place(kind)] = lines[points + n];
      });
    at = points + numbers;
    const reason = lines[at];
    if (place('why') >= 0 && reason && !/指标$/.test(plain(reason)) && !GOAL.test(plain(lines[at + 1] ?? reason))) {
      row[place('why')] = reason;
      at += 1;
    }
    rows.push(row);
  }
  return { rows, next: at };
}

function isPoints(line: LineCell | undefined): boolean {
  return line !== undefined && /^\d{1,3}(?:\.\d{1,2})?$/.test(plain(line));
}

function isValue(line: LineCell | undefined): boolean {
  return line !== undefined && (isNumber(plain(line)) || (plain(line) !== '' && isBlank(plain(line))));
}

function plain({ text }: LineCell): string {
  return text.normalize('NFKC').replace(/\s/g, '').replaceAll('(', '（').replaceAll(')', '）');
}
