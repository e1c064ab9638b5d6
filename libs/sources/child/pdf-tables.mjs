import { linesOf } from './pdf-lines.mjs';

/** Lines nearer than this are one line. */
const NEAR = 3;
const MOST_LINES = 2_000;

/** The tables that ruled lines make, with the words that stand in their cells; fields without a wall between are one cell. */
export function tablesOf({ across, down }, words) {
  if (across.length > MOST_LINES || down.length > MOST_LINES) return [];
  return groupsOf(across, down).flatMap((group) => {
    const xs = places(group.down.map(({ at }) => at)).sort((a, b) => a - b);
    const ys = places(group.across.map(({ at }) => at)).sort((a, b) => b - a);
    if (xs.length < 3 || ys.length < 2) return [];
    return [table(xs, ys, group, words)];
  });
}

function table(xs, ys, { across, down }, words) {
  const [rows, columns] = [ys.length - 1, xs.length - 1];
  const between = (n, list) => (list[n] + list[n + 1]) / 2;
  const wall = (lines, at, through) =>
    lines.some((line) => Math.abs(line.at - at) < NEAR && line.from - NEAR < through && line.to + NEAR > through);
  const open = {
    right: (r, c) => !wall(down, xs[c + 1], between(r, ys)),
    below: (r, c) => !wall(across, ys[r + 1], between(c, xs)),
  };
  const owner = new Map();
  const cells = [];
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < columns; c++) {
      if (owner.has(`${r} ${c}`)) continue;
      const cell = { r, c, down: 1, across: 1, words: [] };
      while (c + cell.across < columns && open.right(r, c + cell.across - 1) && !owner.has(`${r} ${c + cell.across}`))
        cell.across += 1;
      while (r + cell.down < rows && open.below(r + cell.down - 1, c)) cell.down += 1;
      for (let i = r; i < r + cell.down; i++) for (let j = c; j < c + cell.across; j++) owner.set(`${i} ${j}`, cell);
      cells.push(cell);
    }
  const taken = new Set();
  for (const word of words) {
    const [x, y] = [word.x + word.width / 2, word.y + word.height / 3];
    const c = xs.findIndex((from, n) => n < columns && from - 1 <= x && x < xs[n + 1] + 1);
    const r = ys.findIndex((from, n) => n < rows && from + 1 >= y && y > ys[n + 1] - 1);
    const cell = c >= 0 && r >= 0 ? owner.get(`${r} ${c}`) : undefined;
    if (!cell) continue;
    cell.words.push(word);
    taken.add(word);
  }
  const made = Array.from({ length: rows }, () => []);
  for (const { r, down: height, across: width, words: inside } of cells)
    made[r].push({
      text: linesOf(inside)
        .map(({ text }) => text)
        .join('\n'),
      down: height,
      across: width,
    });
  return { rows: made, columns, top: ys[0], taken };
}

/** Lines that touch, directly or through others, rule one table. */
function groupsOf(across, down) {
  const groups = [];
  for (const [way, line] of [...across.map((l) => ['across', l]), ...down.map((l) => ['down', l])]) {
    const touched = groups.filter((group) => touches(group, way, line));
    const merged = { across: [], down: [] };
    merged[way].push(line);
    for (const group of touched) {
      merged.across.push(...group.across);
      merged.down.push(...group.down);
      groups.splice(groups.indexOf(group), 1);
    }
    groups.push(merged);
  }
  return groups;
}

function touches(group, way, line) {
  const meets = (one, other) =>
    one.at > other.from - NEAR && one.at < other.to + NEAR && other.at > one.from - NEAR && other.at < one.to + NEAR;
  const follows = (one, other) =>
    Math.abs(one.at - other.at) < NEAR && one.from < other.to + NEAR && other.from < one.to + NEAR;
  const crossing = way === 'across' ? group.down : group.across;
  return crossing.some((other) => meets(line, other)) || group[way].some((other) => follows(line, other));
}

function places(values) {
  const found = [];
  for (const value of [...values].sort((a, b) => a - b))
    if (found.length === 0 || value - found.at(-1) > NEAR) found.push(value);
  return found;
}
