import type { TrailRow } from './trail.js';

const HEADER = [
  '位置',
  '时间（北京）',
  '人员',
  '账号',
  '角色',
  '代',
  '事项',
  '单位',
  '自评',
  '流',
  '版本',
  '被拒',
  '请求',
  '内容',
];

/** What a spreadsheet would take for a formula, in ASCII and in full width, also behind white space. */
const FORMULA = /^\s*[=+\-@\t\r\0＝＋－＠]/;

/** One cell of RFC 4180, as text that no spreadsheet executes: a leading apostrophe before what looks like a formula. */
export function csvCell(value: string): string {
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const BEIJING = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** The trail as CSV, page by page; begins with a byte order mark, by which spreadsheets know UTF-8. */
export async function* trailCsvOf(pages: AsyncIterable<readonly TrailRow[]>): AsyncGenerator<string> {
  yield `\ufeff${HEADER.map(csvCell).join(',')}\r\n`;
  for await (const page of pages) yield page.map((row) => `${cells(row).map(csvCell).join(',')}\r\n`).join('');
}

function cells(row: TrailRow): string[] {
  return [
    String(row.position),
    BEIJING.format(new Date(row.recordedAt)),
    row.personName ?? row.personId,
    row.accountId,
    row.role,
    row.onBehalfOf ?? '',
    row.type,
    row.unitName ?? '',
    row.evaluationId ?? '',
    row.stream,
    String(row.version),
    row.refused ? '是' : '',
    row.correlationId,
    JSON.stringify(row.data),
  ];
}
