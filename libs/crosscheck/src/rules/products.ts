import { add, Decimal, format, toWan } from '#libs/sheet';
import type { Rule } from '../rule.js';
import { placeOf, quoted, search } from '../texts.js';
import { TOLERANCE } from './equation.js';

/** `320人，每人每年1000元，共32万元`: number, standard and what it is for, amount and the words before it. */
const PRODUCT =
  /(?<![\d.,，])(\d{1,9}) ?(?:人|名|户|件|个|台)(?!次)[^。；\d]{0,20}?((?:每|人均|户均)[^。；\d]{0,16})(\d{1,12}(?:\.\d{1,4})?) ?(万元|元)([^。；\d]{0,16}?(?:共计?|合计|总计|计)[^。；\d]{0,8})(\d{1,12}(?:\.\d{1,6})?) ?(万元|元)/g;
/** A standard for a shorter time than a year is paid several times; how often is told elsewhere. */
const OFTEN = /[季天日周次期课场]/;
const SEVERAL_YEARS = /[两二三四五六七八九十几多]年|累计|连续/;

const MONTHS = Array.from({ length: 12 }, (_, month) => month + 1);

/** A16: a number times a standard is the amount beside it; of a monthly standard it is so for 1 to 12 months. */
export const NUMBER_TIMES_STANDARD: Rule = {
  id: 'A16',
  severity: 'WARN',
  runs: 'submit',
  title: { zh: '数量 × 标准 = 金额', en: 'Number × standard = amount' },
  find: (material) =>
    search(material, PRODUCT, (match, section) => {
      const [words, number, by, standard, unit, of, amount, money] = match;
      const product = inWan(standard!, unit!).times(number!);
      const told = inWan(amount!, money!);
      if (OFTEN.test(by!) || SEVERAL_YEARS.test(of!)) return null;
      const monthly = by!.includes('月');
      const times = monthly ? MONTHS : [1];
      if (times.some((months) => product.times(months).minus(told).abs().lte(TOLERANCE))) return null;
      const worked = `${number} × ${standard}${unit} = ${format(product)} 万元`;
      const zh = monthly ? `每月 ${worked}，1–12 个月均不等于 ${amount}${money}` : `${worked} ≠ ${amount}${money}`;
      const en = monthly ? `${worked} each month, in no number of months ${amount}${money}` : zh;
      return { message: { zh: `${zh}（${quoted(words)}）`, en }, at: [placeOf(section, match)] };
    }),
};

function inWan(amount: string, unit: string): Decimal {
  return unit === '元' ? toWan(new Decimal(amount)) : new Decimal(amount);
}

/** `12个项目，其中基建类5个、运转类6个`, `15个项目，分别为8个基建类、8个运转类` */
const COUNTED =
  /(?<![\d.,，])(\d{1,4}) ?[个项][^，。；：:（(其\d]{0,10}?(?:项目|工程|任务)[，：:（(]?(其中|分别(?:为|是))[：:]?([^。；，、\d]{0,20}\d{1,4} ?[个项][^。；，、和及与\d]{0,12}(?:[、，和及与][^。；，、\d]{0,20}\d{1,4} ?[个项][^。；，、和及与\d]{0,12}){1,11})/g;

/**
 * A17: the projects told one by one are as many as are told altogether. After 其中 fewer may be meant: that is shown, and
 * needs no answer.
 */
export const COUNTS_TOLD: Rule = {
  id: 'A17',
  severity: 'WARN',
  runs: 'submit',
  title: { zh: '分类项目数之和 = 项目总数', en: 'Projects by kind come to the number of projects' },
  find: (material) =>
    search(material, COUNTED, (match, section) => {
      const [words, all, opening, list] = match;
      const parts = [...list!.matchAll(/\d{1,4}(?= ?[个项])/g)].map(([number]) => new Decimal(number));
      const sum = add(...parts);
      if (sum.eq(all!)) return null;
      const worked = `${parts.map(String).join(' + ')} = ${sum} ≠ ${all}`;
      return {
        message: { zh: `${worked}（${quoted(words)}）`, en: worked },
        at: [placeOf(section, match)],
        ...(opening === '其中' && sum.lt(all!) ? { severity: 'INFO' as const } : {}),
      };
    }),
};
