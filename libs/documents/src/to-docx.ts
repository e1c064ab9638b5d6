import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  HeightRule,
  ImageRun,
  convertMillimetersToTwip as mm,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  TabStopType,
  TextRun,
  VerticalAlignTable as VerticalAlign,
  WidthType,
} from 'docx';
import type { Block, Cell, PrintedDocument, Table as PrintedTable } from './document.js';
import { qrPicture } from './qr.js';

/** The fonts official documents are written in; Word and WPS have them. */
const BODY = { eastAsia: '仿宋', ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman' };
const BOLD = { ...BODY, eastAsia: '黑体' };
/** A4, in twips. */
const PAGE = { width: mm(210), height: mm(297) };
const MARGIN = mm(20);
/** Height of one line of a box to write in. */
const LINE = mm(7);

const ALIGN = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT };

/** The document as Word reads it: A4, real headings, head rows repeated, page numbers and a QR code in the foot. */
export async function toDocx(printed: PrintedDocument): Promise<Uint8Array> {
  const width = (printed.landscape ? PAGE.height : PAGE.width) - 2 * MARGIN;
  const page = {
    // The library turns the page itself.
    size: { ...PAGE, orientation: printed.landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
    margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN },
  };
  const title = new Paragraph({
    heading: HeadingLevel.TITLE,
    alignment: AlignmentType.CENTER,
    spacing: { after: 200 },
    children: [new TextRun({ text: printed.title, bold: true, size: 36, font: BOLD })],
  });
  const document = new Document({
    title: printed.title,
    styles: { default: { document: { run: { font: BODY, size: 24 } } } },
    sections: [
      {
        properties: { page },
        footers: { default: footer(printed, width) },
        children: [title, ...printed.blocks.flatMap((block) => blockOf(block, width))],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

function footer({ foot, mark }: PrintedDocument, width: number): Footer {
  const code = new ImageRun({ type: 'gif', data: qrPicture(mark), transformation: { width: 48, height: 48 } });
  return new Footer({
    children: [
      new Paragraph({
        tabStops: [
          { type: TabStopType.CENTER, position: width / 2 },
          { type: TabStopType.RIGHT, position: width },
        ],
        children: [
          new TextRun({ text: foot, size: 16 }),
          new TextRun({
            size: 18,
            children: ['\t第 ', PageNumber.CURRENT, ' 页　共 ', PageNumber.TOTAL_PAGES, ' 页\t'],
          }),
          code,
        ],
      }),
    ],
  });
}

function blockOf(block: Block, width: number): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          heading: block.level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
          spacing: { before: 200, after: 100 },
          children: [new TextRun({ text: block.text, bold: true, size: block.level === 1 ? 28 : 24, font: BOLD })],
        }),
      ];
    case 'paragraph':
      return [
        new Paragraph({
          indent: { firstLine: 480 },
          spacing: { line: 360 },
          children: [new TextRun(block.text)],
        }),
      ];
    case 'line':
      return [
        new Paragraph({
          tabStops: [{ type: TabStopType.RIGHT, position: width }],
          children: [new TextRun({ text: `${block.left}\t${block.right}`, size: 21 })],
        }),
      ];
    case 'new-page':
      return [new Paragraph({ pageBreakBefore: true, children: [] })];
    case 'table':
      // Two tables without anything between them would become one.
      return [tableOf(block, width), new Paragraph({ spacing: { after: 60 }, children: [] })];
  }
}

function tableOf({ columns, rows, headRows, breaks }: PrintedTable, width: number): Table {
  const sum = columns.reduce((all, one) => all + one, 0);
  const border = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
  return new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths: columns.map((one) => Math.floor((one / sum) * width)),
    borders: {
      ...{ top: border, bottom: border, left: border, right: border },
      ...{ insideHorizontal: border, insideVertical: border },
    },
    rows: rows.map(
      (cells, n) =>
        new TableRow({
          tableHeader: n < headRows,
          cantSplit: breaks !== true,
          height: { value: LINE * Math.max(1, ...cells.map(({ lines = 1 }) => lines)), rule: HeightRule.ATLEAST },
          children: cells.map(cellOf),
        }),
    ),
  });
}

function cellOf({ text, across, down, align, head }: Cell): TableCell {
  return new TableCell({
    ...(across === undefined ? {} : { columnSpan: across }),
    ...(down === undefined ? {} : { rowSpan: down }),
    ...(head ? { shading: { type: ShadingType.CLEAR, fill: 'F2F2F2', color: 'auto' } } : {}),
    verticalAlign: VerticalAlign.CENTER,
    margins: { top: 40, bottom: 40, left: 80, right: 80 },
    children: text.split('\n').map(
      (line) =>
        new Paragraph({
          alignment: ALIGN[align ?? 'left'],
          children: [new TextRun({ text: line, size: 20, ...(head ? { bold: true, font: BOLD } : {}) })],
        }),
    ),
  });
}
