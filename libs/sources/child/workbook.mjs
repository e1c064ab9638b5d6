import { read as readBook, utils } from '@e965/xlsx';
import { refuse } from './refuse.mjs';
import { repack } from './repack.mjs';

const MOST_ROWS = 5_000;
const MOST_COLUMNS = 100;
const MOST_SHEETS = 50;

/**
 * Every visible sheet of an .xlsx or .xls as a table, each cell as it is shown. A formula is never computed: its cell has
 * what the program that wrote it computed last, and says that it did.
 */
export async function read(content) {
  const bytes = content instanceof Map ? repack(content) : content;
  const book = open(bytes);
  const blocks = book.SheetNames.slice(0, MOST_SHEETS).flatMap((name, at) => {
    const sheet = book.Sheets[name];
    if (book.Workbook?.Sheets?.[at]?.Hidden || !sheet?.['!ref']) return [];
    return [{ sheet: name, rows: rowsOf(sheet) }];
  });
  return { blocks };
}

function open(bytes) {
  try {
    return readBook(bytes, { dense: true, sheetRows: MOST_ROWS, cellHTML: false, cellText: true, bookVBA: false });
  } catch (error) {
    if (/password/i.test(String(error?.message))) refuse('source.encrypted');
    throw error;
  }
}

function rowsOf(sheet) {
  const { s, e } = utils.decode_range(sheet['!ref']);
  const hidden = new Set();
  const spans = new Map();
  for (const merge of sheet['!merges'] ?? []) {
    const [bottom, right] = [Math.min(merge.e.r, MOST_ROWS), Math.min(merge.e.c, MOST_COLUMNS)];
    spans.set(`${merge.s.r} ${merge.s.c}`, { down: bottom - merge.s.r + 1, across: right - merge.s.c + 1 });
    for (let r = merge.s.r; r <= bottom; r++)
      for (let c = merge.s.c; c <= right; c++) if (r > merge.s.r || c > merge.s.c) hidden.add(`${r} ${c}`);
  }
  const rows = [];
  for (let r = s.r; r <= Math.min(e.r, MOST_ROWS); r++) {
    const row = [];
    for (let c = s.c; c <= Math.min(e.c, MOST_COLUMNS); c++) {
      if (hidden.has(`${r} ${c}`)) continue;
      const cell = sheet['!data']?.[r]?.[c];
      row.push({
        text: shown(cell),
        down: 1,
        across: 1,
        ...spans.get(`${r} ${c}`),
        at: utils.encode_cell({ r, c }),
        ...(cell?.f && { computed: true }),
      });
    }
    rows.push(row);
  }
  return rows;
}

/** As a person sees it; a number that is shown with an exponent, or not at all, in full. */
function shown(cell) {
  if (cell === undefined || cell.t === 'z' || cell.t === 'e') return '';
  const text = String(cell.w ?? cell.v ?? '').trim();
  if (cell.t === 'n' && (/\dE[+-]?\d/i.test(text) || /^#+$/.test(text))) return plainNumber(cell.v);
  return text.slice(0, 20_000);
}

function plainNumber(value) {
  return Number.isInteger(value) ? BigInt(value).toString() : value.toFixed(6).replace(/0+$/, '');
}
