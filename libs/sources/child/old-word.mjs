import WordExtractor from 'word-extractor';
import { refuse } from './refuse.mjs';

/** Bit of the file's head that says its text is encrypted. */
const ENCRYPTED = 0x0100;

/**
 * The end of a row with many cells has its properties elsewhere in the file (sprmPHugePapx, [MS-DOC] 2.6.2), where the library does
 * not look, and so it joins the row to the next. Such properties belong to ends of rows alone: they are told to it in three bytes.
 */
const ELSEWHERE = Buffer.from('4666', 'hex');
const IN_TABLE_ROW_END = Buffer.from('162401172401', 'hex');

function withRowEnds(bytes) {
  const told = Buffer.from(bytes);
  for (let at = told.indexOf(ELSEWHERE); at >= 0; at = told.indexOf(ELSEWHERE, at + 1)) {
    // In front: no short length, four words long, and the number of a style.
    const isOfParagraph = at >= 4 && told[at - 4] === 0 && told[at - 3] === 4 && told[at - 1] < 0x10;
    if (isOfParagraph && at + IN_TABLE_ROW_END.length <= told.length) IN_TABLE_ROW_END.copy(told, at);
  }
  return told;
}

/** Paragraphs and tables of a .doc. The format says where a cell and a row end, and the library says it with tabs and lines. */
export async function read(bytes) {
  const at = bytes.indexOf(Buffer.from('eca5', 'hex'));
  if (at >= 0 && bytes.readUInt16LE(at + 10) & ENCRYPTED) refuse('source.encrypted');
  const document = await new WordExtractor().extract(withRowEnds(bytes));
  const text = document.getBody();
  if (text.trim() === '') refuse('source.no-text');
  return { blocks: blocksOf(text.split('\n')) };
}

/** How many lines a row may have when its cells have several paragraphs. */
const LINES_OF_ROW = 40;

/** Rows that follow on each other are a table. How wide its cells are is not told: the last one of a row has the rest of it. */
function blocksOf(lines) {
  const blocks = [];
  for (let at = 0; at < lines.length; ) {
    const length = lines[at].includes('\t')
      ? lines.slice(at, at + LINES_OF_ROW).findIndex((line) => line.endsWith('\t')) + 1
      : 0;
    if (length === 0) blocks.push({ text: lines[at] });
    else addRow(blocks, lines.slice(at, at + length).join('\n'));
    at += Math.max(length, 1);
  }
  return blocks.map((block) => (block.rows ? stretched(block) : block));
}

function addRow(blocks, text) {
  const row = text
    .slice(0, -1)
    .split('\t')
    .map((cell) => ({ text: cell.trim(), down: 1, across: 1 }));
  const table = blocks.at(-1)?.rows;
  if (table) table.push(row);
  else blocks.push({ rows: [row] });
}

function stretched({ rows }) {
  const width = Math.max(...rows.map((row) => row.length));
  for (const row of rows) row.at(-1).across = width - row.length + 1;
  return { rows };
}
