import { format, percent } from '#libs/sheet';
import { given, labelOf, placesOf, read } from '../figures.js';
import type { Found } from '../finding.js';
import type { Material } from '../material.js';
import type { Rule } from '../rule.js';
import { ADD_UP } from './adding-up.js';
import { GROWN } from './growth.js';
import { type Share, sharesOf, workedShare } from './shares.js';

const isRight = ({ stated, rounded }: Share): boolean => stated.percent === rounded;
const isCut = ({ stated, rounded, cut }: Share): boolean => stated.percent === cut && cut !== rounded;

/** P01: a printed share is the share; P02 tells those that were cut off instead of rounded. */
const RIGHT: Rule = {
  id: 'P01',
  severity: 'WARN',
  runs: 'save',
  title: { zh: '百分比与金额相符', en: 'A stated percentage is part ÷ base' },
  find: (material) =>
    sharesOf(material)
      .filter((share) => !isRight(share) && !isCut(share))
      .map((share) => told(share, { zh: '写作', en: 'it is stated as' })),
};

const CUT: Rule = {
  id: 'P02',
  severity: 'INFO',
  runs: 'save',
  title: { zh: '百分比四舍五入，不截尾', en: 'Percentages are rounded, not cut off' },
  find: (material) =>
    sharesOf(material)
      .filter(isCut)
      .map((share) => told(share, { zh: '截尾写作', en: 'it was cut off to' })),
};

function told(share: Share, how: { readonly zh: string; readonly en: string }): Found {
  const { part, base, stated, rounded } = share;
  return {
    message: {
      zh: `${workedShare(share)}，${how.zh} ${stated.percent}%，应为 ${rounded}%`,
      en: `${workedShare(share)}; ${how.en} ${stated.percent}% instead of ${rounded}%`,
    },
    figures: read(part, base),
    at: placesOf(part),
  };
}

/** Rates that have a base of their own, by custom of the indicator: 预算调整率 is a share of the initial budget. */
const CUSTOMARY: Readonly<Record<string, string>> = { 'ADJ.TOTAL': 'BUD.TOTAL' };

/** P04: a share is told of a base nobody can mistake, and that is there to check it. */
const BASE_NAMED: Rule = {
  id: 'P04',
  severity: 'INFO',
  runs: 'save',
  title: { zh: '百分比的基数明确', en: 'The base of a percentage is unambiguous' },
  find: (material) => [...sharesOf(material).flatMap((share) => unusual(material, share)), ...baseless(material)],
};

function unusual(material: Material, { part, base, stated }: Share): readonly Found[] {
  const usual = given(material, CUSTOMARY[part.id] ?? stated.base);
  const other = usual && usual.id !== stated.base ? percent(part.value, usual.value) : null;
  if (!usual || !other) return [];
  return [
    {
      message: {
        zh: `${part.label}的 ${stated.percent}% 以${base.label}为基数；以${usual.label}为基数是 ${format(other)}%`,
        en: `The ${stated.percent}% of ${part.label} is of ${base.label}; of ${usual.label} it is ${format(other)}%`,
      },
      figures: read(part, base, usual),
      at: placesOf(part),
    },
  ];
}

/** Shares of a figure that was not given: nobody can recalculate them. */
function baseless(material: Material): readonly Found[] {
  return Object.entries(material.sheet.figures).flatMap(([id, { stated }]) => {
    const part = given(material, id);
    if (!stated || !part || given(material, stated.base)) return [];
    const base = labelOf(material.sheet, stated.base);
    return [
      {
        message: {
          zh: `${part.label}的 ${stated.percent}% 以${base}为基数，但未填${base}，无法核对`,
          en: `The ${stated.percent}% of ${part.label} is of ${base}, which is not given: it cannot be checked`,
        },
        figures: read(part),
        at: placesOf(part),
      },
    ];
  });
}

/** P01–P05: percentages. */
export const PERCENTAGES: readonly Rule[] = [RIGHT, CUT, ADD_UP, BASE_NAMED, GROWN];
