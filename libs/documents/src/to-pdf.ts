import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Content, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { projectRoot } from '#libs/config';
import { DomainError } from '#libs/kernel';
import { type Block, type PrintedDocument, placed, type Table } from './document.js';

/** A4 in points, and the room around what is printed. */
const PAGE = { width: 595.28, height: 841.89 };
const MARGIN = { side: 50, top: 48, bottom: 68 };
const PADDING = 4;
const SIZE = 9.5;
/** Height of one line of a box to write in. */
const LINE = 16;

const MEGABYTES = 512;

/**
 * The document as a PDF: A4, its font embedded as far as it is used, head rows repeated, page numbers and a QR code in the
 * foot. Printed in a thread of its own, which is ended when it takes too long: a long trail must not hold up the others.
 */
export function toPdf(printed: PrintedDocument, { ms = 60_000 } = {}): Promise<Uint8Array> {
  const { foot, mark } = printed;
  const thread = new Worker(join(projectRoot(), 'libs/documents/worker/pdf.mjs'), {
    workerData: { definition: definitionOf(printed), foot, mark },
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: MEGABYTES },
  });
  return new Promise<Uint8Array>((resolve, reject) => {
    const timer = setTimeout(() => reject(new DomainError('conflict', 'document.too-much-work')), ms);
    thread.once('message', resolve);
    thread.once('error', reject);
    thread.once('exit', () => {
      clearTimeout(timer);
      reject(new Error('the printing thread ended without a document')); // heard only when neither of the others came before
    });
  }).finally(() => thread.terminate());
}

/** What the printing thread is told; data alone, so that it can be handed over. */
export function definitionOf({ title, landscape, blocks }: PrintedDocument): TDocumentDefinitions {
  const width = (landscape ? PAGE.height : PAGE.width) - 2 * MARGIN.side;
  return {
    info: { title, creator: '双审' },
    pageSize: 'A4',
    pageOrientation: landscape ? 'landscape' : 'portrait',
    pageMargins: [MARGIN.side, MARGIN.top, MARGIN.side, MARGIN.bottom],
    defaultStyle: { fontSize: SIZE, lineHeight: 1.05, preserveLeadingSpaces: true },
    content: [
      { text: title, fontSize: 16, bold: true, alignment: 'center', margin: [0, 0, 0, 10] },
      ...together(
        blocks.map((block, n) => blockOf(block, width, blocks[n - 1]?.kind === 'new-page')),
        blocks,
      ),
    ],
  };
}

/** A paragraph that fits on a page in any case. */
const SHORT = 800;

/** A heading goes with the paragraph it stands above. */
function together(contents: readonly Content[][], blocks: readonly Block[]): Content[] {
  const withNext = blocks.map((block, n) => {
    const next = blocks[n + 1];
    return block.kind === 'heading' && next?.kind === 'paragraph' && next.text.length < SHORT;
  });
  return contents.flatMap((content, n) => {
    if (withNext[n - 1]) return [];
    return withNext[n] ? [{ stack: [...content, ...(contents[n + 1] ?? [])], unbreakable: true }] : content;
  });
}

function blockOf(block: Block, width: number, onNewPage: boolean): Content[] {
  const pageBreak = onNewPage ? ({ pageBreak: 'before' } as const) : {};
  switch (block.kind) {
    case 'heading':
      return [
        {
          ...{ text: block.text, bold: true, fontSize: block.level === 1 ? 12 : 10.5, margin: [0, 10, 0, 5] },
          ...pageBreak,
        },
      ];
    case 'paragraph':
      // Two characters of indent, as paragraphs have it here.
      return [{ text: block.text, fontSize: 10.5, lineHeight: 1.25, leadingIndent: 21, ...pageBreak }];
    case 'line':
      return [
        {
          columns: [{ text: block.left }, { text: block.right, alignment: 'right' }],
          margin: [0, 2, 0, 3],
          ...pageBreak,
        },
      ];
    case 'new-page':
      return [];
    case 'table':
      return [tableOf(block, width)];
  }
}

function tableOf(table: Table, width: number): Content {
  const { columns, rows, headRows, breaks } = table;
  const lines = columns.length + 1;
  const room = width - columns.length * 2 * PADDING - lines * 0.5;
  const sum = columns.reduce((all, one) => all + one, 0);
  // What lies under a cell that reaches over several has to be there, and is never looked at.
  const body: TableCell[][] = rows.map(() => columns.map(() => ({})));
  for (const { row, column, cell } of placed(table)) body[row]![column] = cellOf(cell);
  return {
    table: {
      headerRows: headRows,
      widths: columns.map((one) => (one / sum) * room),
      heights: rows.map((cells) => LINE * Math.max(0, ...cells.map(({ lines: tall = 0 }) => tall)) || 'auto'),
      dontBreakRows: breaks !== true,
      body,
    },
    layout: 'form',
    margin: [0, 0, 0, 8],
  };
}

function cellOf({ text, across, down, align, head }: Table['rows'][number][number]): TableCell {
  return {
    text,
    ...(across === undefined ? {} : { colSpan: across }),
    ...(down === undefined ? {} : { rowSpan: down }),
    alignment: align ?? 'left',
    ...(head ? { bold: true, fillColor: '#f2f2f2' } : {}),
  };
}
