import { add, Decimal, format, subtract, toWan } from '#libs/sheet';
import { given, labelOf, placesOf, read, shown } from '../figures.js';
import type { Found } from '../finding.js';
import type { Material } from '../material.js';
import type { Rule } from '../rule.js';
import { placeOf, quoted, search } from '../texts.js';
import { signed, TOLERANCE } from './equation.js';

/** A14: a figure in the tables is the one in the words it was read from. */
export const SAME_IN_TEXT: Rule = {
  id: 'A14',
  severity: 'ERROR',
  runs: 'save',
  title: { zh: '表内数与报告文字一致', en: 'Tables and the text of the report say the same' },
  find: (material) =>
    Object.entries(material.sheet.figures).flatMap(([id, { source, unit }]) => {
      const figure = given(material, id);
      const told = source && (unit === '万元' || unit === '元') ? amountIn(source.text) : null;
      if (!figure || !told || figure.value.minus(told).abs().lte(TOLERANCE)) return [];
      return [
        {
          message: {
            zh: `${shown(figure)}，报告文字为“${source!.text}”`,
            en: `${shown(figure)}, but the text of the report says “${source!.text}”`,
          },
          figures: read(figure),
          at: placesOf(figure),
        },
      ];
    }),
};

/** The one amount in the words, in 万元; null when there is none, or more than one. A year is none. */
function amountIn(words: string): Decimal | null {
  const numbers = [...words.matchAll(/(\d{1,12}(?:,\d{3}){0,4}(?:\.\d{1,6})?) ?(万元|万|元)/g)];
  const [only] = numbers;
  if (numbers.length !== 1 || !only) return null;
  const value = new Decimal(only[1]!.replaceAll(',', ''));
  return only[2] === '元' ? toWan(value) : value;
}

/** Figures that name one thing: what was added to the budget for it, and what was spent on it. */
const TWINS: readonly (readonly [string, string])[] = [['ADJ.RELIEF', 'EXP.BASIC.HOUSEHOLD.RELIEF']];

/** A15: one thing has one amount, or the difference is told. */
export const NAMED_TWICE: Rule = {
  id: 'A15',
  severity: 'WARN',
  runs: 'save',
  title: { zh: '同一事项前后金额一致', en: 'An item named twice has one amount' },
  find: (material) =>
    [...TWINS, ...sameLabels(material)].flatMap(([added, spent]): readonly Found[] => {
      const [before, after] = [given(material, added), given(material, spent)];
      if (!before || !after) return [];
      const gap = subtract(after.value, before.value);
      if (gap.abs().lte(TOLERANCE)) return [];
      const worked = `${shown(before)}，${shown(after)}，差 ${signed(gap)}`;
      return [
        {
          message: {
            zh: `${worked} 万元，未说明`,
            en: `${shown(before)}, ${shown(after)}: ${signed(gap)} (10,000 yuan) is not explained`,
          },
          figures: read(before, after),
          at: placesOf(before, after),
        },
      ];
    }),
};

/** The unit's own reasons of an adjustment and its own items of spending under one name. */
function sameLabels({ sheet }: Material): readonly (readonly [string, string])[] {
  const own = (area: string) =>
    Object.entries(sheet.figures).filter(([id, { label }]) => id.startsWith(`${area}.`) && label !== undefined);
  return own('ADJ').flatMap(([added]) =>
    own('EXP').flatMap(([spent]) => (labelOf(sheet, added) === labelOf(sheet, spent) ? [[added, spent] as const] : [])),
  );
}

/** `320人，每人每年1000元，共32万元` */
const PRODUCT =
  /(\d{1,9}) ?(?:人|名|户|件|个|台|次)[^。；\d]{0,20}(?:每|人均|均)[^。；\d]{0,8}(\d{1,12}(?:\.\d{1,4})?) ?(元|万元)[^。；\d]{0,16}?(?:共计?|合计|总计|计)[^。；\d]{0,8}(\d{1,12}(?:\.\d{1,6})?) ?(万元|元)/g;

/** A16: a number times a standard is the amount beside it. */
export const NUMBER_TIMES_STANDARD: Rule = {
  id: 'A16',
  severity: 'WARN',
  runs: 'submit',
  title: { zh: '数量 × 标准 = 金额', en: 'Number × standard = amount' },
  find: (material) =>
    search(material, PRODUCT, (match, section) => {
      const [words, number, standard, unit, amount, money] = match;
      const each = unit === '元' ? toWan(new Decimal(standard!)) : new Decimal(standard!);
      const product = each.times(number!);
      const told = money === '元' ? toWan(new Decimal(amount!)) : new Decimal(amount!);
      if (product.minus(told).abs().lte(TOLERANCE)) return null;
      const worked = `${number} × ${standard}${unit} = ${format(product)} 万元 ≠ ${amount}${money}`;
      return { message: { zh: `${worked}（${quoted(words)}）`, en: worked }, at: [placeOf(section, match)] };
    }),
};

/** `共实施12个项目，其中基建类5个、运转类6个` */
const COUNTED =
  /(\d{1,4}) ?个[^，。；：:其\d]{0,12}[，：:（(]?其中[：:]?((?:[^。；\d]{1,20}\d{1,4} ?个[、，和及]?){2,12})/g;

/** A17: the projects told one by one are as many as are told altogether. */
export const COUNTS_TOLD: Rule = {
  id: 'A17',
  severity: 'WARN',
  runs: 'submit',
  title: { zh: '分类项目数之和 = 项目总数', en: 'Projects by kind come to the number of projects' },
  find: (material) =>
    search(material, COUNTED, (match, section) => {
      const parts = [...match[2]!.matchAll(/\d{1,4}(?= ?个)/g)].map(([number]) => new Decimal(number));
      const sum = add(...parts);
      if (sum.eq(match[1]!)) return null;
      const worked = `${parts.map(String).join(' + ')} = ${sum} ≠ ${match[1]}`;
      return { message: { zh: `${worked}（${quoted(match[0])}）`, en: worked }, at: [placeOf(section, match)] };
    }),
};
