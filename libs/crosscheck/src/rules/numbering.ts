import type { Found } from '../finding.js';
import type { Material } from '../material.js';
import { type SectionText, spanIn, textsOf } from '../texts.js';

/** A number that begins an item: `5.`, `6、`; not the `5.` of `5.3`. */
const ITEM = /(?<=^|[\n：；。])[ \t\u3000]{0,8}(\d{1,2})([、.])(?!\d)/g;
/** A first-level number at the beginning of a line. */
const TOP = /^(?:\[bookmark:[^\]\n]{0,80}\])?[ \t\u3000]{0,8}[一二三四五六七八九十]{1,3}、/;
/** So many lines of text before a first-level number are more than an introduction to it. */
const INTRODUCTION = 2;

/** Breaks in the numbering of a section: another mark half-way, a number left out or used twice, a level begun again. */
export function numberingBreaks(material: Material): readonly Found[] {
  return textsOf(material).flatMap((section) => [...brokenItems(section), ...levelBegunAgain(section)]);
}

/** Each mark counts for itself, so that `1、` may stand below `1.`; a 1 begins anew. */
function brokenItems(section: SectionText): readonly Found[] {
  const last = new Map<string, number>();
  return [...section.plain.matchAll(ITEM)].flatMap(({ index, 0: words, 1: digits, 2: mark = '' }): Found[] => {
    const n = Number(digits);
    const before = last.get(mark);
    const other = mark === '.' ? '、' : '.';
    last.set(mark, n);
    const broken = before === undefined ? n > 1 && last.get(other) === n - 1 : n !== 1 && n !== before + 1;
    if (!broken) return [];
    const previous = before === undefined ? `${n - 1}${other}` : `${before}${mark}`;
    const message = {
      zh: `编号断裂：“${previous}”之后是“${n}${mark}”`,
      en: `The numbering breaks: “${previous}” is followed by “${n}${mark}”`,
    };
    const end = index + words.length;
    return [{ message, at: [spanIn(section, end - `${digits}${mark}`.length, end)] }];
  });
}

/** `一、` in the middle of a section counts on the level of the sections themselves. */
function levelBegunAgain(section: SectionText): readonly Found[] {
  let before = 0;
  for (const { index, 0: line } of section.text.matchAll(/[^\n]{1,20000}/g)) {
    const number = TOP.exec(line)?.[0];
    if (number) {
      if (before < INTRODUCTION || !/(?<![一二三四五六七八九十])一、$/.test(number)) return [];
      const start = index + number.length - 2;
      const message = {
        zh: '编号断裂：章节中间又从“一、”编起，与章节同级',
        en: 'The numbering breaks: “一、” begins again inside a section, on the level of the sections',
      };
      return [{ message, at: [spanIn(section, start, start + 2)] }];
    }
    if (line.trim() !== '') before += 1;
  }
  return [];
}
