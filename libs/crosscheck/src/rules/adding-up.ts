import { add, Decimal, FIGURES, type Split, subtract } from '#libs/sheet';
import { type Given, given, placesOf, read } from '../figures.js';
import type { Found } from '../finding.js';
import type { Material } from '../material.js';
import type { Rule } from '../rule.js';
import { comesTo } from './equation.js';
import { listedBelow, listsBelow } from './lists.js';
import { type Share, sharesOf } from './shares.js';

/** What rounding may leave between a list and its whole: for each share 0.1, and 1 where no decimals are printed. */
function allowance(parts: readonly Share[], whole: Share | undefined): Decimal {
  const coarse = [...parts, ...(whole ? [whole] : [])].some(({ decimals }) => decimals === 0);
  return new Decimal(coarse ? 1 : '0.1').times(parts.length);
}

/**
 * P03: the printed shares of a complete list come to the printed share of the whole, or to 100 where the whole is the
 * base. Rounding alone may be off by so much; a difference that right rounding would not have is told as well.
 */
export const ADD_UP: Rule = {
  id: 'P03',
  severity: 'WARN',
  runs: 'save',
  title: {
    zh: '分项占比之和与合计占比（或 100 %）相符',
    en: 'The shares of a split come to the share of the whole, or to 100 %',
  },
  find: (material) => {
    const byPart = new Map(sharesOf(material).map((share) => [share.part.id, share]));
    if (byPart.size < 2) return [];
    return Object.keys(material.sheet.figures).flatMap((id) => {
      const whole = FIGURES[id]?.complete ? given(material, id) : null;
      if (!whole) return [];
      return listsOf(material, whole).flatMap((items) => {
        const shares = items.flatMap((item) => byPart.get(item.id) ?? []);
        const complete = shares.length === items.length && items.length > 1 && comesTo(whole, items);
        return complete ? adding(whole, byPart.get(id), shares) : [];
      });
    });
  },
};

/** What may be meant as the whole's items. Where a list does not make up the amount, it is that which is told. */
function listsOf(material: Material, whole: Given): readonly (readonly Given[])[] {
  const splits = (['source', 'personnel'] satisfies Split[]).map((by) => listedBelow(material, whole, by));
  return [...listsBelow(material, whole), ...splits];
}

function adding(whole: Given, share: Share | undefined, parts: readonly Share[]): readonly Found[] {
  const [{ stated }] = parts as readonly [Share];
  const isBase = stated.base === whole.id;
  const due = isBase ? '100' : share?.stated.base === stated.base ? share.stated.percent : null;
  if (due === null || !parts.every((one) => one.stated.base === stated.base)) return [];
  const sum = add(...parts.map((one) => new Decimal(one.stated.percent)));
  const gap = subtract(sum, new Decimal(due));
  const slip = !gap.isZero() && add(...parts.map(({ rounded }) => new Decimal(rounded))).eq(due);
  if (!slip && gap.abs().lte(allowance(parts, share))) return [];
  const worked = `${parts.map((one) => one.stated.percent).join(' + ')} = ${sum}%`;
  return [
    {
      message: isBase
        ? {
            zh: `${whole.label}分项占比 ${worked}，应为 100%`,
            en: `The shares of ${whole.label}: ${worked} instead of 100%`,
          }
        : {
            zh: `${whole.label}分项占比 ${worked}，合计写作 ${due}%`,
            en: `The shares below ${whole.label}: ${worked}, the whole is stated as ${due}%`,
          },
      figures: read(whole, ...parts.map(({ part }) => part)),
      at: isBase ? placesOf(...parts.map(({ part }) => part)) : placesOf(whole),
    },
  ];
}
