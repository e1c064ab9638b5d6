/** A gap wider than so many letters parts two columns. */
const COLUMN_GAP = 1.6;

/** Words that stand on one line, from the top down; what stands far apart in a line is parted by a tab. */
export function linesOf(words, page = 0) {
  const rows = [];
  for (const word of [...words].sort((a, b) => b.y - a.y)) {
    const row = rows.at(-1);
    if (row && Math.abs(row.y - word.y) < word.height * 0.5) row.words.push(word);
    else rows.push({ y: word.y, words: [word] });
  }
  return rows.map(({ y, words: inRow }) => {
    const line = inRow.sort((a, b) => a.x - b.x);
    let text = '';
    let end;
    for (const { text: word, x, width, height } of line) {
      const gap = end === undefined ? 0 : x - end;
      text += (gap > height * COLUMN_GAP ? '\t' : gap > height * 0.25 ? ' ' : '') + word;
      end = x + width;
    }
    const height = Math.max(...line.map((word) => word.height));
    return { text, top: y + height, height, left: line[0].x, right: end, page };
  });
}

/**
 * Lines that were broken at the margin become one paragraph again: a line goes on in the next one when it reaches the
 * right margin (which is as wide as the left one), the next one is not indented, and neither has columns.
 */
export function paragraphsOf(lines) {
  const left = Math.min(...lines.map((line) => line.left));
  const right = Math.max(...lines.map((line) => Math.max(line.right, line.page - left)));
  const paragraphs = [];
  let before;
  for (const line of lines) {
    const full = before && before.right > right - before.height * 2.5;
    const starts = line.left > left + line.height * 1.2;
    const columns = line.text.includes('\t') || before?.text.includes('\t');
    if (full && !starts && !columns) paragraphs[paragraphs.length - 1].text += line.text;
    else paragraphs.push({ text: line.text });
    before = line;
  }
  return paragraphs;
}
