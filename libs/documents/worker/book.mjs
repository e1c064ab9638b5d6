// Reads the cells of a workbook in a thread of its own, which is ended when it takes too long or too much memory: the file
// comes from outside. Plain JavaScript, because a thread starts from a file and not from a module graph of TypeScript.
import { parentPort, workerData } from 'node:worker_threads';
import { read } from '@e965/xlsx';

const { bytes, mostRows, mostColumns } = workerData;
const options = { type: 'array', dense: true, cellFormula: false, cellHTML: false, cellText: false, cellDates: false };
const book = read(bytes, { ...options, sheetRows: mostRows + 1 });

/** A number as fifteen digits, which is what a spreadsheet computes with; texts as they are. */
function textOf(cell) {
  if (cell?.v === undefined) return '';
  if (cell.t === 'n') return plain(Number(cell.v.toPrecision(15)));
  return String(cell.v);
}

/** Without an exponent. */
function plain(number) {
  const text = String(number);
  return /e/.test(text) ? number.toFixed(10).replace(/\.?0+$/, '') : text;
}

parentPort.postMessage(
  book.SheetNames.slice(0, 4).map((name) => {
    const sheet = book.Sheets[name];
    const rows = (sheet['!data'] ?? []).slice(0, mostRows + 1);
    const cells = rows.map((row) => Array.from((row ?? []).slice(0, mostColumns), textOf));
    return { name, rows: Array.from(cells, (row) => row ?? []) };
  }),
);
