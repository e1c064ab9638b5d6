// Reads one spreadsheet in a thread of its own, which is ended when it takes too long or too much memory: what is in the
// file comes from outside. Plain JavaScript, because a thread starts from a file and not from a module graph of TypeScript.
import { parentPort, workerData } from 'node:worker_threads';
import { read, utils } from '@e965/xlsx';

const { bytes, mostRows, mostColumns } = workerData;
const book = read(bytes, { type: 'array', dense: true, sheetRows: mostRows + 1, cellFormula: false, cellHTML: false });
const sheet = book.Sheets[book.SheetNames[0]];
// As it is shown: a code of digits keeps its zeros, a decimal its digits.
const rows =
  sheet === undefined ? [] : utils.sheet_to_json(sheet, { header: 1, raw: false, defval: '', blankrows: true });
parentPort.postMessage(
  rows.slice(0, mostRows + 1).map((row) => row.slice(0, mostColumns).map((cell) => String(cell).slice(0, 500))),
);
