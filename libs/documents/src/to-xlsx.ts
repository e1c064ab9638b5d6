import ExcelJS from 'exceljs';
import { asNumber, literal } from './cell-text.js';
import { type Cell, type PrintedDocument, placed, type Table } from './document.js';
import { addFormPart, type FormIdentity, type ShownField } from './form-part.js';
import { qrPicture } from './qr.js';

const FONT = { name: '宋体', size: 10 } as const;
const THIN = { style: 'thin' } as const;
const BORDER = { top: THIN, bottom: THIN, left: THIN, right: THIN };
const GREY = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFF2F2F2' } } as const;
/** Characters across an A4 page at this font size. */
const ACROSS = { portrait: 92, landscape: 136 } as const;
const LINE = 15;

/**
 * The document as a workbook of one printed sheet: A4, head rows repeated, page numbers, a QR code, and no cell that a
 * program could take for a formula. With the form's identity it can be filled in and read back.
 */
export async function toXlsx(printed: PrintedDocument, form?: FormIdentity): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  book.title = printed.title;
  const sheet = book.addWorksheet(SHEET_NAME, {
    pageSetup: pageSetup(printed),
    // `&` begins a code in a foot.
    headerFooter: { oddFooter: `&L&8${printed.foot.replaceAll('&', '&&')}&R&9第 &P 页　共 &N 页` },
  });
  const width = Math.max(1, ...printed.blocks.map((block) => (block.kind === 'table' ? block.columns.length : 1)));
  const shown: ShownField[] = [];
  let row = whole(sheet, 1, width, printed.title, {
    font: { ...FONT, size: 16, bold: true },
    align: 'center',
    lines: 2,
  });
  for (const block of printed.blocks) {
    if (block.kind === 'table') {
      if (block.headRows > 0) sheet.pageSetup.printTitlesRow = `${row}:${row + block.headRows - 1}`;
      widen(sheet, block, printed.landscape ? ACROSS.landscape : ACROSS.portrait);
      for (const { row: r, column, cell } of placed(block)) {
        const address = write(sheet, row + r, column + 1, cell);
        if (cell.field) shown.push({ address, ...cell.field, text: cell.text });
      }
      for (const [n, cells] of block.rows.entries()) raise(sheet, row + n, cells, block);
      row += block.rows.length;
    } else if (block.kind === 'line') {
      row = whole(sheet, row, width, `${block.left}　　${block.right}`, {});
    } else if (block.kind !== 'new-page') {
      row = whole(sheet, row, width, block.text, block.kind === 'heading' ? { font: { ...FONT, bold: true } } : {});
    }
  }
  whole(sheet, row, width, printed.foot, { lines: 4 });
  const picture = book.addImage({ buffer: Buffer.from(qrPicture(printed.mark)) as never, extension: 'gif' });
  sheet.addImage(picture, { tl: { col: width - 1, row: row - 1 }, ext: { width: 72, height: 72 } });
  if (form) addFormPart(book, form, SHEET_NAME, shown);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

export const SHEET_NAME = '表格';

function pageSetup({ landscape }: PrintedDocument): Partial<ExcelJS.PageSetup> {
  return {
    paperSize: 9,
    orientation: landscape ? 'landscape' : 'portrait',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    horizontalCentered: true,
    margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.7, header: 0.3, footer: 0.3 },
  };
}

interface Look {
  readonly font?: Partial<ExcelJS.Font>;
  readonly align?: 'left' | 'center';
  readonly lines?: number;
}

/** One text over the whole width; answers the next row. */
function whole(sheet: ExcelJS.Worksheet, row: number, width: number, text: string, { font, align, lines = 1 }: Look) {
  const cell = sheet.getCell(row, 1);
  if (width > 1) sheet.mergeCells(row, 1, row, width);
  cell.value = literal(text);
  cell.numFmt = '@';
  cell.font = font ?? FONT;
  cell.alignment = { horizontal: align ?? 'left', vertical: 'middle', wrapText: true };
  sheet.getRow(row).height = LINE * Math.max(lines, Math.ceil(text.length / 45));
  return row + 1;
}

/** Writes a cell and answers its address. */
function write(sheet: ExcelJS.Worksheet, row: number, column: number, given: Cell): string {
  const { text, number, across = 1, down = 1, align = 'left', head } = given;
  const cell = sheet.getCell(row, column);
  const amount = number ? asNumber(text) : undefined;
  cell.value = amount?.value ?? (text === '' ? null : literal(text));
  cell.numFmt = amount?.format ?? '@';
  cell.font = head ? { ...FONT, bold: true } : FONT;
  cell.alignment = { horizontal: align, vertical: 'middle', wrapText: true };
  cell.border = BORDER;
  if (head) cell.fill = GREY;
  if (across > 1 || down > 1) sheet.mergeCells(row, column, row + down - 1, column + across - 1);
  return cell.address;
}

function widen(sheet: ExcelJS.Worksheet, { columns }: Table, across: number): void {
  const sum = columns.reduce((all, one) => all + one, 0);
  for (const [n, one] of columns.entries()) sheet.getColumn(n + 1).width = (one / sum) * across;
}

/** High enough for the longest text as it will be wrapped, and for what is written into it by hand. */
function raise(sheet: ExcelJS.Worksheet, row: number, cells: readonly Cell[], { columns }: Table): void {
  const sum = columns.reduce((all, one) => all + one, 0);
  const lines = cells.map(({ text, across = 1, down = 1, lines: asked = 1 }) => {
    const letters = (ACROSS.portrait / 2) * ((across * (sum / columns.length)) / sum);
    const wrapped = text.split('\n').reduce((all, line) => all + Math.max(1, Math.ceil(line.length / letters)), 0);
    return Math.max(asked, down > 1 ? 1 : wrapped);
  });
  // A row cannot be higher than 409 points.
  sheet.getRow(row).height = Math.min(400, LINE * Math.max(1, ...lines));
}
