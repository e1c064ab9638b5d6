import mammoth from 'mammoth';
import { repack } from './repack.mjs';

/** Paragraphs and tables of a .docx, in their order; a cell's paragraphs are its lines. */
export async function read(parts) {
  let found;
  await mammoth.convertToHtml(
    { buffer: Buffer.from(repack(parts)) },
    {
      externalFileAccess: false,
      transformDocument: (document) => {
        found = document.children;
        return { ...document, children: [], comments: [] };
      },
    },
  );
  return { blocks: found.flatMap(blocksOf) };
}

function blocksOf(element) {
  if (element.type === 'table') return [{ rows: element.children.map(cellsOf) }];
  const text = textOf(element);
  return element.type === 'paragraph' || text.trim() ? [{ text }] : [];
}

function cellsOf(row) {
  return row.children.map((cell) => ({
    text: cell.children.map(textOf).join('\n').trim(),
    down: cell.rowSpan || 1,
    across: cell.colSpan || 1,
  }));
}

function textOf(element) {
  if (element.type === 'text') return element.value;
  if (element.type === 'tab') return '\t';
  if (element.type === 'break') return '\n';
  if (element.type === 'checkbox') return element.checked ? '☑' : '☐';
  const between =
    element.type === 'table' || element.type === 'tableCell' ? '\n' : element.type === 'tableRow' ? '\t' : '';
  return (element.children ?? []).map(textOf).join(between);
}
