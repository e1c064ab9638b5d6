import { add, childrenOf, Decimal, FIGURES, type Figure, format, percent, subtract } from '#libs/sheet';
import { type Given, given, labelOf, placesOf, read, shown } from '../figures.js';
import type { Found } from '../finding.js';
import type { Material } from '../material.js';
import type { Rule } from '../rule.js';
import { placeOf, quoted, search } from '../texts.js';

/** A share as it is printed beside what it is. */
interface Share {
  readonly part: Given;
  readonly base: Given;
  readonly stated: NonNullable<Figure['stated']>;
  /** Per cent, to four decimals. */
  readonly exact: Decimal;
  /** The exact share with as many decimals as were printed, rounded half up, and cut off. */
  readonly rounded: string;
  readonly cut: string;
}

const known = new WeakMap<Material['sheet'], readonly Share[]>();

/** Worked out once for the four rules that look at them. */
function shares(material: Material): readonly Share[] {
  const all = known.get(material.sheet) ?? worksOut(material);
  known.set(material.sheet, all);
  return all;
}

function worksOut(material: Material): readonly Share[] {
  return Object.entries(material.sheet.figures).flatMap(([id, { stated }]) => {
    if (!stated || !/^\d{1,6}(?:\.\d{1,4})?$/.test(stated.percent)) return [];
    const [part, base] = [given(material, id), given(material, stated.base)];
    const exact = part && base ? percent(part.value, base.value) : null;
    if (!part || !base || !exact) return [];
    const decimals = stated.percent.split('.')[1]?.length ?? 0;
    // From the amounts, not from the four decimals: 4.44996 is not first rounded to 4.4500 and then to 4.5.
    const whole = part.value.times(100).dividedBy(base.value);
    return [
      {
        ...{ part, base, stated, exact },
        rounded: whole.toFixed(decimals, Decimal.ROUND_HALF_UP),
        cut: whole.toFixed(decimals, Decimal.ROUND_DOWN),
      },
    ];
  });
}

const worked = ({ part, base, exact }: Share): string => `${shown(part)} ÷ ${shown(base)} = ${exact}%`;

/** P01: a printed share is the share; P02 tells those that were cut off instead of rounded. */
const RIGHT: Rule = {
  id: 'P01',
  severity: 'WARN',
  runs: 'save',
  title: { zh: '百分比与金额相符', en: 'A stated percentage is part ÷ base' },
  find: (material) =>
    shares(material)
      .filter(({ stated, rounded, cut }) => stated.percent !== rounded && stated.percent !== cut)
      .map((share) => told(share, { zh: '写作', en: 'it is stated as' })),
};

const CUT: Rule = {
  id: 'P02',
  severity: 'INFO',
  runs: 'save',
  title: { zh: '百分比四舍五入，不截尾', en: 'Percentages are rounded, not cut off' },
  find: (material) =>
    shares(material)
      .filter(({ stated, rounded, cut }) => stated.percent !== rounded && stated.percent === cut)
      .map((share) => told(share, { zh: '截尾写作', en: 'it was cut off to' })),
};

function told(share: Share, how: { readonly zh: string; readonly en: string }): Found {
  const { part, base, stated, rounded } = share;
  return {
    message: {
      zh: `${worked(share)}，${how.zh} ${stated.percent}%，应为 ${rounded}%`,
      en: `${worked(share)}; ${how.en} ${stated.percent}% instead of ${rounded}%`,
    },
    figures: read(part, base),
    at: placesOf(part),
  };
}

/**
 * P03: the printed shares of a complete list come to the printed share of the whole. Rounding alone may be off by 0.1 for
 * each share; a difference that right rounding would not have is told as well.
 */
const ADD_UP: Rule = {
  id: 'P03',
  severity: 'WARN',
  runs: 'save',
  title: { zh: '分项占比之和与合计占比相符', en: 'The shares of a split come to the share of the whole' },
  find: (material) => {
    const byPart = new Map(shares(material).map((share) => [share.part.id, share]));
    return [...byPart.values()].flatMap(({ part, stated }) => {
      const items = FIGURES[part.id]?.complete ? childrenOf(part.id, 'nature').filter((id) => given(material, id)) : [];
      const parts = items.map((id) => byPart.get(id));
      if (parts.length < 2 || !parts.every((one) => one?.stated.base === stated.base)) return [];
      const sum = (of: (share: Share) => string) => add(...parts.map((one) => new Decimal(of(one!))));
      const gap = subtract(
        sum((one) => one.stated.percent),
        new Decimal(stated.percent),
      );
      const slip = !gap.isZero() && sum((one) => one.rounded).eq(stated.percent);
      if (!slip && gap.abs().lte(0.1 * parts.length)) return [];
      const list = parts.map((one) => one!.stated.percent).join(' + ');
      const total = sum((one) => one.stated.percent).toString();
      return [
        {
          message: {
            zh: `${part.label}分项占比 ${list} = ${total}%，合计写作 ${stated.percent}%`,
            en: `The shares below ${part.label}: ${list} = ${total}%, the whole is stated as ${stated.percent}%`,
          },
          figures: read(part, ...parts.map((one) => one!.part)),
          at: placesOf(part),
        },
      ];
    });
  },
};

/** Rates that have a base of their own, by custom of the indicator: 预算调整率 is a share of the initial budget. */
const CUSTOMARY: Readonly<Record<string, string>> = { 'ADJ.TOTAL': 'BUD.TOTAL' };

/** P04: a share is told of a base nobody can mistake. */
const BASE_NAMED: Rule = {
  id: 'P04',
  severity: 'INFO',
  runs: 'save',
  title: { zh: '百分比的基数明确', en: 'The base of a percentage is unambiguous' },
  find: (material) =>
    shares(material).flatMap((share) => {
      const { part, stated, base } = share;
      const usual = given(material, CUSTOMARY[part.id] ?? stated.base);
      const other = usual && usual.id !== stated.base ? percent(part.value, usual.value) : null;
      if (!usual || !other) return [];
      return [
        {
          message: {
            zh: `${part.label}的 ${stated.percent}% 以${labelOf(material.sheet, stated.base)}为基数；以${usual.label}为基数是 ${format(other)}%`,
            en: `The ${stated.percent}% of ${part.label} is of ${base.label}; of ${usual.label} it is ${format(other)}%`,
          },
          figures: read(part, base, usual),
          at: placesOf(part),
        },
      ];
    }),
};

/** `72.92万元，比上年65.00万元增长12.2%` */
const GROWTH =
  /(\d{1,12}(?:\.\d{1,6})?) ?(?:万元|元|人)[^。；\d]{0,20}[比较](?:上年|上年度|去年)(?:同期)?的?[^。；\d]{0,6}(\d{1,12}(?:\.\d{1,6})?) ?(?:万元|元|人)[^。；\d]{0,10}(增长|增加|上升|下降|减少|降低)了?[^。；\d]{0,4}(\d{1,6}(?:\.\d{1,4})?)[%％]/g;

/** P05: a rate of growth is that of the two years' amounts beside it. */
const GROWN: Rule = {
  id: 'P05',
  severity: 'WARN',
  runs: 'submit',
  title: { zh: '增长率与两年金额相符', en: 'A rate of growth is that of the two amounts' },
  find: (material) =>
    search(material, GROWTH, (match, section) => {
      const [words, now, before, way, rate] = match;
      const base = new Decimal(before!);
      if (base.isZero()) return null;
      const grown = new Decimal(now!).minus(base).times(100).dividedBy(base);
      const signedRate = /降|减/.test(way!) ? new Decimal(rate!).negated() : new Decimal(rate!);
      const decimals = rate!.split('.')[1]?.length ?? 0;
      const exact = grown.toDecimalPlaces(decimals, Decimal.ROUND_HALF_UP);
      if (exact.eq(signedRate)) return null;
      const sum = `（${now} − ${before}） ÷ ${before} = ${format(grown)}%`;
      return {
        message: { zh: `${sum}，写作${way}${rate}%（${quoted(words)}）`, en: `${sum}, stated as ${signedRate}%` },
        at: [placeOf(section, match)],
      };
    }),
};

/** P01–P05: percentages. */
export const PERCENTAGES: readonly Rule[] = [RIGHT, CUT, ADD_UP, BASE_NAMED, GROWN];
