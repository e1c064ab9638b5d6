// Writes the same paragraphs and tables as .docx, .xlsx, .xls, .pdf or text, so that a document of samples/documents can
// be made in any format. A table is a list of rows; a cell is a text, or [text, { across, down }].
import { createRequire } from 'node:module';
import { utils, write as writeBook } from '@e965/xlsx';
import { Document, Packer, Paragraph, Table, TableCell, TableRow, WidthType } from 'docx';

const require = createRequire(import.meta.url);

export const WRITERS = { docx, xlsx: (blocks) => book(blocks, 'xlsx'), xls: (blocks) => book(blocks, 'biff8'), pdf, txt };

const cellOf = (cell) => (Array.isArray(cell) ? { text: cell[0], across: 1, down: 1, ...cell[1] } : { text: cell, across: 1, down: 1 });

function docx(blocks) {
  const children = blocks.map((block) =>
    typeof block === 'string'
      ? new Paragraph(block)
      : new Table({
          width: { size: 100, type: WidthType.PERCENTAGE },
          rows: block.map(
            (row) =>
              new TableRow({
                children: row.map(cellOf).map(
                  ({ text, across, down }) =>
                    new TableCell({ columnSpan: across, rowSpan: down, children: text.split('\n').map((line) => new Paragraph(line)) }),
                ),
              }),
          ),
        }),
  );
  return Packer.toBuffer(new Document({ creator: '', sections: [{ children }] }));
}

/** One sheet for all blocks, as people send them: title rows above, the tables below. Numbers are numbers. */
function book(blocks, bookType) {
  const sheet = {};
  const merges = [];
  let row = 0;
  let width = 1;
  const put = (r, c, text) => {
    const number = /^-?\d+(\.\d+)?$/.test(text) && !/^0\d/.test(text);
    if (text !== '') sheet[utils.encode_cell({ r, c })] = number ? { t: 'n', v: Number(text), z: formatOf(text) } : { t: 's', v: text };
  };
  for (const block of blocks) {
    if (typeof block === 'string') put(row++, 0, block);
    else {
      const taken = new Set();
      for (const cells of block) {
        let column = 0;
        for (const { text, across, down } of cells.map(cellOf)) {
          while (taken.has(`${row} ${column}`)) column++;
          put(row, column, text);
          for (let r = row; r < row + down; r++) for (let c = column; c < column + across; c++) taken.add(`${r} ${c}`);
          if (across > 1 || down > 1) merges.push({ s: { r: row, c: column }, e: { r: row + down - 1, c: column + across - 1 } });
          column += across;
          width = Math.max(width, column);
        }
        row++;
      }
    }
  }
  sheet['!ref'] = utils.encode_range({ s: { r: 0, c: 0 }, e: { r: row - 1, c: width - 1 } });
  sheet['!merges'] = merges;
  const file = utils.book_new();
  utils.book_append_sheet(file, sheet, 'Sheet1');
  return Buffer.from(writeBook(file, { type: 'array', bookType }));
}

function formatOf(text) {
  const decimals = text.split('.')[1]?.length ?? 0;
  return decimals ? `0.${'0'.repeat(decimals)}` : '0';
}

async function pdf(blocks) {
  const pdfmake = require('pdfmake');
  const font = require.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf');
  pdfmake.setFonts({ Noto: { normal: font, bold: font, italics: font, bolditalics: font } });
  pdfmake.setLocalAccessPolicy?.(() => true);
  pdfmake.setUrlAccessPolicy?.(() => false);
  const content = blocks.map((block) =>
    typeof block === 'string'
      ? { text: block, margin: [0, 2, 0, 2] }
      : { table: { widths: Array.from({ length: widthOf(block) }, () => '*'), body: bodyOf(block) }, fontSize: 8 },
  );
  const made = pdfmake.createPdf({
    pageSize: 'A4',
    pageOrientation: blocks.some((block) => typeof block !== 'string' && widthOf(block) > 7) ? 'landscape' : 'portrait',
    defaultStyle: { font: 'Noto', fontSize: 10.5 },
    info: { creationDate: new Date(0) },
    footer: (page, pages) => ({ text: `第 ${page} 页 共 ${pages} 页`, alignment: 'center' }),
    content,
  });
  return Buffer.from(await made.getBuffer());
}

const widthOf = (rows) => rows[0].map(cellOf).reduce((sum, { across }) => sum + across, 0);

/** pdfmake wants an empty cell for every place that a merged one covers. */
function bodyOf(rows) {
  const covered = new Set();
  return rows.map((row, r) => {
    const body = [];
    const cells = row.map(cellOf);
    for (let column = 0; column < widthOf(rows); ) {
      if (covered.has(`${r} ${column}`)) {
        body.push({});
        column++;
        continue;
      }
      const { text, across, down } = cells.shift() ?? cellOf('');
      body.push({ text, colSpan: across, rowSpan: down });
      for (let i = r; i < r + down; i++) for (let j = column; j < column + across; j++) covered.add(`${i} ${j}`);
      for (let n = 1; n < across; n++) body.push({});
      column += across;
    }
    return body;
  });
}

/** Tables as text: cells parted by tabs, merged ones empty. */
function txt(blocks) {
  const lines = blocks.flatMap((block) =>
    typeof block === 'string' ? [block] : bodyOf(block).map((row) => row.map(({ text = '' }) => text.replaceAll('\n', '')).join('\t')),
  );
  return Buffer.from(`${lines.join('\n')}\n`);
}
