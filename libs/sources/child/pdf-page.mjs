import { linesOf, paragraphsOf } from './pdf-lines.mjs';
import { rulesOf } from './pdf-rules.mjs';
import { tablesOf } from './pdf-tables.mjs';

/** What stands on one page, from top to bottom: lines of text, and tables where lines are ruled around it. */
export function onePage(width, items, fns, args, OPS) {
  const words = items
    .filter(({ str }) => str?.trim())
    .map(({ str, transform, width, height }) => ({
      text: str,
      x: transform[4],
      y: transform[5],
      width,
      height: height || Math.hypot(transform[2], transform[3]) || 10,
    }));
  const tables = tablesOf(rulesOf(fns, args, OPS), words);
  const outside = words.filter((word) => !tables.some(({ taken }) => taken.has(word)));
  const lines = linesOf(outside, width).filter(
    ({ text }) => !/^[-—–\s]*(?:第\s*)?\d{1,3}(?:\s*页)?(?:\s*共\s*\d+\s*页)?[-—–\s]*$/.test(text),
  );
  return [...lines, ...tables].sort((a, b) => b.top - a.top);
}

/** The pages' blocks in one row: lines become paragraphs, and a table that goes on overleaf is one table. */
export function joined(pages) {
  const blocks = [];
  let lines = [];
  const flush = () => {
    blocks.push(...paragraphsOf(lines));
    lines = [];
  };
  for (const page of pages)
    for (const [at, block] of page.entries()) {
      if (!block.rows) {
        lines.push(block);
        continue;
      }
      flush();
      const last = blocks.at(-1);
      const goesOn = at === 0 && last?.rows && last.columns === block.columns;
      if (goesOn) last.rows.push(...withoutHead(block.rows, last.rows));
      else blocks.push({ rows: block.rows, columns: block.columns });
    }
  flush();
  return blocks.map(({ text, rows }) => (rows ? { rows } : { text }));
}

/** Without the head rows that are printed again overleaf. */
function withoutHead(rows, before) {
  const words = (row) => row?.map(({ text }) => text).join('\t');
  let repeated = 0;
  while (repeated < rows.length && words(rows[repeated]) === words(before[repeated])) repeated += 1;
  return rows.slice(repeated);
}
