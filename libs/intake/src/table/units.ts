import type { Ground, Sureness } from '#libs/sheet';
import type { Grid, GridCell } from './grid.js';

/** The unit in which a table's bare amounts are, and how that is known. */
export interface MoneyUnit {
  readonly unit: string;
  readonly sure: Sureness;
  readonly because: Ground;
}

const UNIT = '(亿元|百万元|万元|千元|元)';
const SAID = new RegExp(`(?:金额)?单位：?(?:人民币)?${UNIT}|（(?:单位：?)?${UNIT}）`);
/** No county unit has so many 万元: bare amounts beyond it are taken for 元. */
const MOST_WAN = 1_000_000;

/** The unit words name in brackets or after 单位. */
export function unitIn(plain: string): string | undefined {
  const [, said, bracketed] = SAID.exec(plain) ?? [];
  return said ?? bracketed;
}

/** `单位：万元` in one cell, or in two; the title of the whole table with its unit in brackets. */
function saidBy(grid: Grid, { plain, row, column, across }: GridCell): string | undefined {
  if (/单位/.test(plain)) return unitIn(plain);
  if (across >= grid.columns && row < 3) return unitIn(plain);
  return /单位$/.test(grid.at(row, column - 1)?.plain ?? '') ? unitIn(`单位：${plain}`) : undefined;
}

/**
 * The unit of a table: what its title or one of its cells says; else the only one that other places of the document say;
 * else 万元, or 元 for amounts that no unit of a county could have in 万元. The last two are never certain.
 */
export function unitOf(grid: Grid, above: string, elsewhere: ReadonlySet<string>): MoneyUnit {
  const own = unitIn(above) ?? grid.cells.map((cell) => saidBy(grid, cell)).find((unit) => unit !== undefined);
  if (own) return { unit: own, sure: 'certain', because: 'unit-said' };
  const [only, ...others] = elsewhere;
  if (only && others.length === 0) return { unit: only, sure: 'likely', because: 'unit-elsewhere' };
  const large = grid.cells.some(({ plain }) => Number(plain.replaceAll(',', '')) >= MOST_WAN);
  return { unit: large ? '元' : '万元', sure: 'doubtful', because: 'unit-assumed' };
}
