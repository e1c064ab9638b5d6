import type { Player } from './demonstration-cast.js';

/** The people of the demonstration and what opens their accounts, in columns that line up with Chinese in them. */
export function* passwordTable(
  players: readonly Player[],
  passwordOf: (player: Player) => string | undefined,
): Generator<string> {
  const rows = players.flatMap((player) => {
    const password = passwordOf(player);
    return password === undefined ? [] : [[player.login, password, player.name, player.post, player.role]];
  });
  if (rows.length === 0) return;
  yield '演示账号与一次性口令（只显示这一次，首次登录须更换） / demonstration accounts, one-time passwords shown this once:';
  const table = [['用户名', '一次性口令', '姓名', '岗位', 'role'], ...rows];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...table.map((row) => width(row[column] ?? ''))));
  for (const row of table)
    yield `  ${row
      .map((cell, column) => cell + ' '.repeat(Math.max(0, (widths[column] ?? 0) - width(cell))))
      .join('  ')
      .trimEnd()}`;
}

/** Columns on a terminal: a Chinese character or a full-width sign takes two. */
const width = (text: string): number => [...text].reduce((sum, character) => sum + (character > '\u2e7f' ? 2 : 1), 0);
