import type { SectionId } from '#libs/sheet';
import { SECTION_WORDS } from './words.js';

/** One line of a normalised text, and the section it belongs to. */
export interface Line {
  readonly start: number;
  readonly text: string;
  readonly section: SectionId | undefined;
  readonly heading: boolean;
}

const NUMBERED =
  /^(?:第?[一二三四五六七八九十]{1,3}(?:[、.．]|章|部分)|（[一二三四五六七八九十]{1,3}）、?|\d{1,2}[、.](?!\d)|（\d{1,2}）)/;
const LONGEST_HEADING = 45;

/**
 * Cuts a text into lines and finds the sections. A heading is a short line that is numbered, or ends like a title, says
 * no amount, and has a section's words. Numbering is not believed further: real reports begin with `1、`, go on with
 * `二、`, and start again at `一、` inside a section. A title may run in: `（二）资金使用情况。全年…`.
 */
export function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  let section: SectionId | undefined;
  let start = 0;
  for (const line of text.split('\n')) {
    const runIn = /^(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）)[^，。；：\d]{2,20}(?=。)/.exec(
      line,
    )?.[0];
    const found = sectionOf(runIn ?? line);
    section = found ?? section;
    lines.push({ start, text: line, section, heading: !runIn && (found !== undefined || isTitle(line)) });
    start += line.length + 1;
  }
  return lines;
}

function sectionOf(line: string): SectionId | undefined {
  if (line.length > LONGEST_HEADING || /[。；！？]|\d(?:万元|元|%|人)|：./.test(line)) return undefined;
  const numbered = NUMBERED.exec(line);
  const title = line.slice(numbered?.[0].length ?? 0).replace(/：$/, '');
  if (title === '' || (!numbered && !isTitle(line))) return undefined;
  return SECTION_WORDS.find(([, words]) => words.test(title))?.[0];
}

/** A line without a number that is a title all the same: short, without a sentence's marks, ending in a title's word. */
function isTitle(line: string): boolean {
  return (
    line.length <= 25 &&
    /^[^，。；]*(?:情况|职责|目标|效益|结论|问题|措施|建议|概况|原因|安排|结果|分析)：?$/.test(line)
  );
}
