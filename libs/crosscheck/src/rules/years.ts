import type { Found } from '../finding.js';
import type { Material } from '../material.js';
import type { Rule } from '../rule.js';
import { placeOf, quoted, type SectionText, search } from '../texts.js';

/** A year and, right after it, what the report is about. Dates (`2023年3月`) and years of founding say something else. */
const YEAR =
  /(?<!\d)((?:19|20)\d\d)年(?:度)?[“”"一-鿿（）]{0,4}?(?:整体支出|绩效|自评|预算|决算|收入|支出|三公|工作目标|工作任务|重点工作)/g;
/** Words that put another year beside the report's own. */
const COMPARES = /比|较|上年|上一年|去年|同期|同比|增长|增加|减少|下降|上升|结转|结余|历年|以前年度|至/;
const PLANS = /将|拟|计划|下一步|下年|明年|来年|今后|打算|编制/;
const PLANNING = new Set(['problems', 'measures', 'disclosure']);

/** T06: the year in the words is the report's, as it is not in last year's text used again. */
export const YEARS: Rule = {
  id: 'T06',
  severity: 'WARN',
  runs: 'submit',
  title: { zh: '文中年度与评价年度一致', en: 'The year in the words is the year evaluated' },
  find: (material) => [
    ...otherHead(material),
    ...search(material, YEAR, (match, section) => {
      const [words, digits] = match;
      const year = material.task.fiscalYear;
      if (Number(digits) === year || fits(Number(digits), year, section, match.index, words)) return null;
      const message = {
        zh: `${quoted(words)}：评价年度是 ${year} 年，疑似沿用旧稿`,
        en: `${quoted(words)}: the year evaluated is ${year}; an old text may have been used again`,
      };
      return { message, at: [placeOf(section, match)] };
    }),
  ],
};

function otherHead({ sheet, task }: Material): readonly Found[] {
  const told = sheet.head.fiscalYear;
  if (!told || told === String(task.fiscalYear)) return [];
  const message = {
    zh: `表头年度 ${told} 与任务年度 ${task.fiscalYear} 不一致`,
    en: `The head says ${told}; the task is for ${task.fiscalYear}`,
  };
  return [{ message, at: [{ pointer: '/head/fiscalYear' }] }];
}

/** A document's title, an earlier year that is compared with, a later one that is planned for. */
function fits(told: number, year: number, { id, text }: SectionText, index: number, words: string): boolean {
  const before = text.slice(Math.max(0, index - 80), index);
  if (before.lastIndexOf('《') > before.lastIndexOf('》')) return true;
  const sentence = `${before.slice(before.search(/[^。；\n]*$/))}${words}${/^[^。；\n]*/.exec(text.slice(index + words.length, index + words.length + 80))![0]}`;
  return told < year ? COMPARES.test(sentence) : PLANNING.has(id) || PLANS.test(sentence);
}
