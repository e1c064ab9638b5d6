import type { Found } from '../finding.js';
import type { Material } from '../material.js';
import type { Rule } from '../rule.js';
import { MOST_PLACES, placeOf, quoted, search } from '../texts.js';
import { numberingBreaks } from './numbering.js';

interface Slip {
  readonly pattern: RegExp;
  readonly zh: string;
  readonly en: string;
}

const KINDS: readonly Slip[] = [
  { pattern: /(?=[万元%])(?<=\d ?)(?:万元(?:万元|元)|元元|%{2,5})/g, zh: '单位重复', en: 'A unit is doubled' },
  { pattern: /[，。；、,;][，。；：、,;]{1,10}|：{2,10}/g, zh: '标点重复', en: 'A mark is doubled' },
  {
    pattern:
      /\[bookmark:[^\]\n]{0,80}\]|错误！未(?:定义书签|找到引用源)|Error! (?:Bookmark|Reference) [^\n]{0,30}?(?:defined|found)/g,
    zh: '编辑软件的残留',
    en: 'A word processor left this behind',
  },
];

/** T09: slips of the pen. */
export const SLIPS: Rule = {
  id: 'T09',
  severity: 'INFO',
  runs: 'submit',
  title: { zh: '没有重复的单位、标点和错乱的编号', en: 'No doubled unit or mark, no broken numbering' },
  find: (material) =>
    [...KINDS.flatMap((slip) => slipsOf(material, slip)), ...numberingBreaks(material)].slice(0, MOST_PLACES),
};

function slipsOf(material: Material, { pattern, zh, en }: Slip): readonly Found[] {
  return search(material, pattern, (match, section) => {
    const words = quoted(match[0], 40);
    return { message: { zh: `${zh}：${words}`, en: `${en}: ${words}` }, at: [placeOf(section, match)] };
  });
}
