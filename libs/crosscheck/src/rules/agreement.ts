import { Decimal, type Sheet, subtract, toWan } from '#libs/sheet';
import { type Given, given, labelOf, placesOf, read, shown } from '../figures.js';
import type { Found } from '../finding.js';
import type { Rule } from '../rule.js';
import { halfWidth, quoted } from '../texts.js';
import { signed, TOLERANCE } from './equation.js';

/**
 * A14: a figure in the tables is the one in the words it was read from, as long as the report still has these words:
 * whoever corrects both is asked no more. A minus is often only in the verb (压减5万元), so signs are not compared.
 */
export const SAME_IN_TEXT: Rule = {
  id: 'A14',
  severity: 'ERROR',
  runs: 'save',
  title: { zh: '表内数与报告文字一致', en: 'Tables and the text of the report say the same' },
  find: (material) => {
    const { figures, sections } = material.sheet;
    const texts = Object.values(sections).filter((text) => text.trim() !== '');
    return Object.entries(figures).flatMap(([id, { source }]) => {
      const figure = given(material, id);
      const told = figure && source ? amountIn(source.text, figure.unit) : null;
      if (!figure || !source || !told || figure.value.abs().minus(told).abs().lte(TOLERANCE)) return [];
      if (texts.length > 0 && !texts.some((text) => text.includes(source.text))) return [];
      const words = quoted(source.text);
      return [
        {
          message: {
            zh: `${shown(figure)}，报告文字为${words}`,
            en: `${shown(figure)}, but the text of the report says ${words}`,
          },
          figures: read(figure),
          at: placesOf(figure),
        },
      ];
    });
  },
};

const MONEY = /(\d{1,16}(?:,\d{3}){0,5}(?:\.\d{1,6})?)(万元|万|元)/g;
const PEOPLE = /(\d{1,16}(?:,\d{3}){0,5})()(?:人|名)/g;

/** The one amount in the words, in the figure's unit; null when there is none, or more than one. Numbers may be torn. */
function amountIn(words: string, unit: Given['unit']): Decimal | null {
  if (unit !== '万元' && unit !== '人') return null;
  const whole = halfWidth(words).replace(/\s/g, '').replaceAll('，', ',');
  const [only, another] = whole.matchAll(unit === '人' ? PEOPLE : MONEY);
  if (!only || another) return null;
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
    [...TWINS, ...sameLabels(material.sheet)].flatMap(([added, spent]): readonly Found[] => {
      const [before, after] = [given(material, added), given(material, spent)];
      if (!before || !after || before.unit !== after.unit) return [];
      const gap = subtract(after.value, before.value);
      if (gap.abs().lte(TOLERANCE)) return [];
      const off = signed(gap, before.unit);
      return [
        {
          message: {
            zh: `${shown(before)}，${shown(after)}，差 ${off} ${before.unit}，未说明`,
            en: `${shown(before)}, ${shown(after)}: ${off} (10,000 yuan) is not explained`,
          },
          figures: read(before, after),
          at: placesOf(before, after),
        },
      ];
    }),
};

/** The unit's own reasons of an adjustment and its own items of spending under one name. */
function sameLabels(sheet: Sheet): readonly (readonly [string, string])[] {
  const spentOn = new Map(own(sheet, 'EXP').map((id) => [labelOf(sheet, id), id]));
  return own(sheet, 'ADJ').flatMap((added) => {
    const spent = spentOn.get(labelOf(sheet, added));
    return spent ? [[added, spent] as const] : [];
  });
}

function own({ figures }: Sheet, area: string): readonly string[] {
  return Object.keys(figures).filter((id) => id.startsWith(`${area}.`) && figures[id]?.label !== undefined);
}
