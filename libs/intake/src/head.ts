import type { Findings } from './findings.js';
import { UNIT_ENDING } from './words.js';

/** What the head of a sheet can be told from the report's own words; a field that was not found is absent. */
export interface Head {
  readonly unitName?: string;
  readonly fiscalYear?: string;
  readonly selfScore?: string;
  readonly selfGrade?: string;
}

/** Reads unit, year, score and grade from a normalised text. */
export function headOf(text: string): Head {
  const title = titleOf(text);
  const unitName = unitIn(text, title);
  const fiscalYear = yearIn(text, title);
  const selfScore = scoreIn(text);
  const selfGrade =
    /(?:等级|等次|评定|评为|结果)(?:评定|确定)?(?:为|是|：)?(优|良|中|差)(?=[，。；、）秀好等\n]|$)/.exec(text)?.[1];
  return {
    ...(unitName && { unitName }),
    ...(fiscalYear && { fiscalYear }),
    ...(selfScore && { selfScore }),
    ...(selfGrade && { selfGrade }),
  };
}

/** The first lines, joined, up to the one that ends the title. */
export function titleOf(text: string): string {
  return text.slice(0, titleEnd(text)).replaceAll('\n', '');
}

/**
 * Where the title of a normalised text ends: after the first short line, of its first five, that names such a report,
 * and those that follow it and name one without being a sentence.
 */
export function titleEnd(text: string): number {
  const lines = [...text.slice(0, 1_000).matchAll(/[^\n]+/g)].slice(0, 5);
  const names = (line: string | undefined) => line !== undefined && line.length <= 60 && /自评|评价|报告/.test(line);
  let last = lines.findIndex(([line]) => names(line));
  while (last >= 0 && names(lines[last + 1]?.[0]) && !/[，。；：、]/.test(lines[last + 1]![0])) last++;
  const line = lines[last];
  return line ? line.index + line[0].length : 0;
}

function unitIn(text: string, title: string): string | undefined {
  const inTitle = [...title.matchAll(/(?:部门|单位|预算)?(?:整体|项目|支出|财政|绩效|自评)/g)]
    .map(({ index }) =>
      title
        .slice(0, index)
        .replace(/^关于|20\d\d年度?|的$/g, '')
        .replace(/关于$/, ''),
    )
    .filter((name) => /^\p{sc=Han}{3,40}$/u.test(name));
  const field =
    /(?:^|\n)(?:预算)?(?:部门|填报|单位|预算单位|评价)、?(?:单位)?(?:（部门）)?(?:名称)?：([^\n，。；：]{2,40})/.exec(
      text.slice(0, 5_000),
    )?.[1];
  const now = /现将(.{2,40}?)20\d\d年/.exec(text.slice(0, 5_000))?.[1];
  const did = /(?:^|[，。\n])(\p{sc=Han}{3,30}?)对20\d\d年/u.exec(text.slice(0, 5_000))?.[1];
  const names = [...inTitle, field?.replace(/(?:金额)?单位$/, ''), now, did];
  return names.find((name) => name !== undefined && UNIT_ENDING.test(name) && !/^(?:我|本|各|该)/.test(name));
}

/** The year the title names, or the one the introduction speaks of most. */
function yearIn(text: string, title: string): string | undefined {
  const inTitle = /(20\d\d)年/.exec(title)?.[1];
  if (inTitle) return inTitle;
  const times = new Map<string, number>();
  for (const [, year = ''] of text.slice(0, 20_000).matchAll(/(?<!\d)(20\d\d)年/g))
    times.set(year, (times.get(year) ?? 0) + 1);
  const [most] = [...times].sort(([, a], [, b]) => b - a);
  return most?.[0];
}

/** `自我评分92分`: the last self-score told, before any other total. What it is out of (`满分100分`) is no score. */
function scoreIn(text: string): string | undefined {
  const told = [
    ...text.matchAll(
      /(自评|自我|综合|评价|总体|最终|合计|最后)?(?:评价|评定|绩效)?(?:综合)?(?:得分|评分|总分|总得分|自评分|打分|分数|(?<=自评))(?:为|是|：|达到|达|合计|共计){0,2}(\d{1,3}(?:\.\d{1,2})?)分/g,
    ),
  ].map(([, kind, score]) => ({ kind, score: score! }));
  const own = told.filter(({ kind }) => kind === '自评' || kind === '自我');
  return (own.at(-1) ?? told.filter(({ kind }) => kind !== undefined).at(-1) ?? told.at(-1))?.score;
}

/** Whether the report is on one project, not on a unit's whole spending. */
export function isProject(text: string): boolean {
  const title = text.slice(0, 300);
  return /项目(?:支出)?(?:绩效|自评|资金绩效)/.test(title) && !/整体/.test(title);
}

/** Title and sentences first, then tables; where the two differ, both are kept. */
export function settleHead(told: Head, inTables: ReadonlyMap<string, string>, findings: Findings): Head {
  const head: Record<string, string> = { ...told };
  for (const [field, value] of inTables) {
    const kept = head[field];
    if (kept === undefined) head[field] = value;
    else if (kept !== value && (field !== 'selfScore' || Number(kept) !== Number(value)))
      findings.conflicts.push({ path: `/head/${field}`, kept, other: value });
  }
  return head;
}
