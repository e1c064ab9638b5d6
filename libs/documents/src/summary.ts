import { PassThrough, type Readable } from 'node:stream';
import type ExcelJS from 'exceljs';
import { asNumber, literal } from './cell-text.js';

/** One evaluation of a campaign as its summary tells it; null: not there yet. */
export interface SummaryLine {
  readonly unitName: string;
  readonly kind: string;
  readonly stage: string;
  readonly version: number;
  readonly selfScore: string | null;
  readonly systemScore: string | null;
  readonly firstReviewer: string | null;
  readonly secondReviewer: string | null;
  readonly openErrors: number;
  readonly due: string;
  readonly overdue: boolean;
}

const COLUMNS: readonly (readonly [title: string, width: number, of: (line: SummaryLine) => string])[] = [
  ['单位', 34, ({ unitName }) => unitName],
  ['类型', 14, ({ kind }) => kind],
  ['状态', 12, ({ stage }) => stage],
  ['版本', 6, ({ version }) => String(version)],
  ['自评得分', 10, ({ selfScore }) => selfScore ?? ''],
  ['系统测算得分', 12, ({ systemScore }) => systemScore ?? ''],
  ['初审人', 10, ({ firstReviewer }) => firstReviewer ?? ''],
  ['复审人', 10, ({ secondReviewer }) => secondReviewer ?? ''],
  ['未豁免错误', 10, ({ openErrors }) => String(openErrors)],
  ['期限', 17, ({ due }) => due],
  ['逾期', 6, ({ overdue }) => (overdue ? '是' : '')],
];
const NUMBERS = new Set(['版本', '自评得分', '系统测算得分', '未豁免错误']);

/** 自评情况汇总表 of a campaign as .xlsx, written while it is read: memory does not grow with the number of units. */
export function summaryBook(title: string, pages: AsyncIterable<readonly SummaryLine[]>): Readable {
  const out = new PassThrough();
  write(title, pages, out).catch((error: Error) => out.destroy(error));
  return out;
}

async function write(title: string, pages: AsyncIterable<readonly SummaryLine[]>, out: PassThrough): Promise<void> {
  const { stream } = (await import('exceljs')).default;
  const book = new stream.xlsx.WorkbookWriter({ stream: out, useStyles: true });
  const sheet = book.addWorksheet('汇总表', {
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    headerFooter: { oddFooter: '&R第 &P 页　共 &N 页' },
    views: [{ state: 'frozen', ySplit: 2 }],
  });
  sheet.pageSetup.printTitlesRow = '1:2';
  sheet.columns = [{ width: 6 }, ...COLUMNS.map(([, width]) => ({ width }))];
  const heading = sheet.addRow([literal(title)]);
  heading.font = { name: '宋体', size: 14, bold: true };
  heading.commit();
  const heads = sheet.addRow(['序号', ...COLUMNS.map(([name]) => name)]);
  heads.font = { name: '宋体', size: 10, bold: true };
  heads.commit();
  let n = 0;
  for await (const page of pages) {
    for (const line of page) {
      const row = sheet.addRow([]);
      row.getCell(1).value = ++n;
      for (const [column, [name, , of]] of COLUMNS.entries())
        fill(row.getCell(column + 2), of(line), NUMBERS.has(name));
      row.commit();
    }
    // The writer does not wait for who reads it; without this everything would lie in memory.
    if (out.writableNeedDrain) await new Promise((resolve) => out.once('drain', resolve));
  }
  sheet.commit();
  await book.commit();
}

function fill(cell: ExcelJS.Cell, text: string, number: boolean): void {
  const amount = number ? asNumber(text) : undefined;
  cell.value = amount?.value ?? (text === '' ? null : literal(text));
  cell.numFmt = amount?.format ?? '@';
}
