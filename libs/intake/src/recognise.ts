import { DomainError } from '#libs/kernel';
import { FIGURES } from '#libs/sheet';
import type { Findings } from './findings.js';

/** Longest document: 1 MB of UTF-8. */
const MOST_BYTES = 1_048_576;
const FEWEST_FIGURES = 3;
const TOTALS = [
  'BUD.TOTAL',
  'FULL.TOTAL',
  'EXP.TOTAL',
  'EXP.PROJECT',
  'INC.TOTAL',
  'PROJECT.BUDGET',
  'PROJECT.EXPENDITURE',
];

export type NotAReport = 'empty' | 'binary' | 'too-long' | 'no-chinese' | 'no-self-evaluation' | 'too-few-figures';

/** Refuses what cannot be a report before any work is done on it. */
export function refuseUnreadable(text: string): void {
  if (Buffer.byteLength(text) > MOST_BYTES) refuse(['too-long'], { most: MOST_BYTES });
  if (text.trim() === '') refuse(['empty']);
  const unprintable = text.match(/(?![\n\r\t\f\v])[\p{Cc}\p{Surrogate}\ufffd]/gu)?.length ?? 0;
  if (text.includes('\0') || unprintable > text.length / 100) refuse(['binary']);
}

/** More cells no self-evaluation has. */
const MOST_CELLS = 50_000;

export function refuseEndlessTables(cells: number): void {
  if (cells > MOST_CELLS) refuse(['too-long'], { most: MOST_CELLS });
}

/** Refuses a text that is not a unit's evaluation of its own spending: its words and its figures must both say so. */
export function refuseOtherTexts(normalised: string, { figures }: Findings, indicators: number): void {
  const why: NotAReport[] = [];
  const han = normalised.match(/\p{sc=Han}/gu)?.length ?? 0;
  if (han < normalised.length / 8) why.push('no-chinese');
  const says = [/绩效/, /自评|自我评价|自我评分|绩效评价/, /支出|预算/].every((word) => word.test(normalised));
  if (!says) why.push('no-self-evaluation');
  const money = [...figures.keys()].filter((id) => FIGURES[id]?.unit === '万元' && !id.startsWith('FUND.'));
  const enough = money.length >= FEWEST_FIGURES && TOTALS.some((id) => figures.has(id));
  if (!enough && indicators < FEWEST_FIGURES) why.push('too-few-figures');
  if (why.length > 0) refuse(why, { figures: money.length });
}

function refuse(why: readonly NotAReport[], details: Readonly<Record<string, unknown>> = {}): never {
  throw new DomainError('invalid', 'intake.not-a-report', { why, ...details });
}
