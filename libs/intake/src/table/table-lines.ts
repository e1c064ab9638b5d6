import type { Cell } from './block.js';
import { type LineCell, oneCellALine } from './one-cell-a-line.js';

type Placed = Cell & { start: number };

const PARTED = /\t|\||\S {3,}\S|\S　{2,}\S/;
const FEWEST_ROWS = 2;
/** `3.年初预算（万元）：98.35` */
const PAIR =
  /^\s*(.{2,40}[（(](?:单位[：:]?)?(?:亿元|万元|千元|元|人|名|㎡|平方米)[)）])\s*[：:]?\s*(-?[\d,，.０-９．]{1,24})\s*$/;

/** What is a table in lines of text: parted by tabs, bars or wide blanks, a label with its unit and a number, or one cell a line. */
export function tableLines(lines: readonly LineCell[]): Placed[][][] {
  const tables: Placed[][][] = [];
  let rows: Placed[][] = [];
  const end = () => {
    if (rows.filter((row) => row.length > 1).length >= FEWEST_ROWS) tables.push(rows);
    rows = [];
  };
  const written = lines.filter(({ text }) => text.trim() !== '');
  for (let at = 0; at < written.length; at++) {
    const line = written[at]!;
    const cells = cellsOf(line);
    if (cells.length > 1) {
      rows.push(cells);
      continue;
    }
    if (/^[\s|+=-]*$/.test(line.text)) continue;
    end();
    const flat = oneCellALine(written, at);
    if (!flat) continue;
    tables.push(flat.rows.map((row) => row.map((cell) => placed(cell ?? { start: line.start, text: '' }))));
    at = flat.next - 1;
  }
  end();
  return tables;
}

function cellsOf({ start, text }: LineCell): Placed[] {
  const pair = PAIR.exec(text);
  if (pair) {
    const [, label = '', value = ''] = pair;
    return [
      placed({ start: start + text.indexOf(label), text: label }),
      placed({ start: start + text.lastIndexOf(value), text: value }),
    ];
  }
  if (!PARTED.test(text) || /[。；]/.test(text)) return [];
  const separator = text.includes('|') ? /\|/g : text.includes('\t') ? /\t/g : /[ 　]{2,}/g;
  const cells: Placed[] = [];
  const put = (from: number, to: number) => {
    const piece = text.slice(from, to);
    const lead = piece.length - piece.trimStart().length;
    cells.push(placed({ text: piece.trim(), start: start + from + lead }));
  };
  let from = 0;
  for (const { index, 0: gap } of text.matchAll(separator)) {
    put(from, index);
    from = index + gap.length;
  }
  put(from, text.length);
  const bars = text.includes('|') || separator.source.startsWith('[');
  while (bars && cells[0]?.text === '') cells.shift();
  while (bars && cells.at(-1)?.text === '') cells.pop();
  return cells;
}

function placed({ start, text }: LineCell): Placed {
  return { start, text, down: 1, across: 1 };
}
