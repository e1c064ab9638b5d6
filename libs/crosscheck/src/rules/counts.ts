import type { Rule } from '../rule.js';
import { quoted, type SectionText, search } from '../texts.js';

const COUNTED = '(?:内设机构|内设股室|内设科室|内设处室|股室|科室|处室|二级机构|下属单位|所属单位|预算单位|职能股室)';
const NUMBER = '(\\d{1,2}|[一二三四五六七八九十两]{1,3})';
/** `8个内设机构：办公室、…。`, `股室3个，分别为…` */
const COUNT = new RegExp(`${NUMBER}个?${COUNTED}|${COUNTED}${NUMBER}个`, 'g');
/** What opens a list after a count. */
const OPENS = /^[，]?(?:[：:（(]|(?:分别[为是]|即|包括)[：:]?)([^，。；：:（）()\n]{2,300})/;
const LONGEST_LIST = 320;

/** T10: as many are listed as are counted. */
export const COUNTS: Rule = {
  id: 'T10',
  severity: 'INFO',
  runs: 'submit',
  title: { zh: '所列数目与所称数目一致', en: 'As many are listed as are counted' },
  find: (material) =>
    search(material, COUNT, ({ index, 0: words, 1: first, 2: second }, section) => {
      const said = numberOf(first ?? second ?? '');
      const end = index + words.length;
      const after = OPENS.exec(section.text.slice(end, end + LONGEST_LIST));
      if (after) return compare(section, [index, end + after[0].length], said, after[1] ?? '');
      const [start, list] = listBefore(section.text, index);
      return compare(section, [start, end], said, list);
    }),
};

/** `设办公室、…、监察室8个内设机构`: what stands between 设 and the count, in the same clause. */
function listBefore(text: string, index: number): readonly [start: number, list: string] {
  const before = text.slice(Math.max(0, index - LONGEST_LIST), index);
  const clause = before.split(/[，。；：:（）()\n\d]/).at(-1)!;
  const at = clause.lastIndexOf('设');
  const start = index - clause.length + at;
  return at < 0 ? [index, ''] : [start, clause.slice(at + 1).replace(/^[有立]|[共内下]?设?$/g, '')];
}

/** With 等 the list is open: it may be shorter. A 和 may stand between two names or inside one (宣传和教育股). */
function compare({ id, text }: SectionText, [start, end]: readonly [number, number], said: number, list: string) {
  const open = /等[^、]{0,6}$/.test(list);
  const [least, most] = [itemsOf(list, /、/), itemsOf(list, /[、和及与]/)] as const;
  const agrees = least <= said && (open || said <= most);
  if (said === 0 || most < 2 || agrees) return null;
  const words = quoted(text.slice(start, end));
  const message = {
    zh: `${words}称 ${said} 个，列出 ${most} 个`,
    en: `${words} counts ${said} and lists ${most}`,
  };
  return { message, at: [{ pointer: `/sections/${id}`, start, end }] };
}

const itemsOf = (list: string, between: RegExp): number =>
  list.split(between).filter((item) => item.trim() !== '').length;

/** 0 for what is no number below 100. */
function numberOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const parts = /^([一二两三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(text);
  if (!parts) return 0;
  const digit = (sign: string | undefined) => (sign ? '零一二三四五六七八九'.indexOf(sign.replace('两', '二')) : 0);
  const [, tens, ten, ones] = parts;
  return ten ? (tens ? digit(tens) : 1) * 10 + digit(ones) : tens && !ones ? digit(tens) : 0;
}
