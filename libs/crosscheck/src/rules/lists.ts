import { add, childrenOf, FIGURES, format, type Split, subtract } from '#libs/sheet';
import { type Given, given, ownChildren, placesOf, read, shown } from '../figures.js';
import type { Material } from '../material.js';
import type { Rule } from '../rule.js';
import { disagreement, TOLERANCE } from './equation.js';

/** Totals that a rule of their own adds up, with other words. */
const ELSEWHERE = new Set([
  ...['BUD.TOTAL', 'BUD.BASIC', 'EXP.TOTAL', 'EXP.BASIC', 'ADJ.TOTAL', 'BUD.SANGONG', 'EXP.SANGONG'],
  ...['INC.TOTAL'],
]);
const SPLITS: readonly Split[] = ['nature', 'purpose', 'personnel', 'direction'];

function childrenGiven(material: Material, parent: string, by: Split): readonly Given[] {
  const listed = childrenOf(parent, by).flatMap((id) => given(material, id) ?? []);
  return by === 'nature' ? [...listed, ...ownChildren(material, parent)] : listed;
}

/** A05. One item of a list says nothing: it is an example (其中). Two and more claim to be the list. */
export const COMPLETE_LISTS: Rule = {
  id: 'A05',
  severity: 'ERROR',
  runs: 'save',
  title: { zh: '各级合计 = 明细之和', en: 'Every total = the sum of its items' },
  find: (material) =>
    Object.keys(material.sheet.figures).flatMap((parent) => {
      if (FIGURES[parent]?.complete !== true || ELSEWHERE.has(parent)) return [];
      const whole = given(material, parent);
      const parts = childrenGiven(material, parent, 'nature');
      return whole && parts.length > 1 ? disagreement(whole, parts) : [];
    }),
};

/** A06: what is part of a figure is not more than it. */
export const LISTS_WITHIN: Rule = {
  id: 'A06',
  severity: 'ERROR',
  runs: 'save',
  title: { zh: '“其中”各项之和不大于合计', en: 'What is told as part of a figure does not exceed it' },
  find: (material) =>
    Object.keys(material.sheet.figures).flatMap((parent) =>
      SPLITS.flatMap((by) => {
        const whole = given(material, parent);
        const parts = childrenGiven(material, parent, by);
        // Two and more items of a complete list are A05's; here stands what is only a part.
        const partial = FIGURES[parent]?.complete !== true || by !== 'nature' || parts.length === 1;
        if (!whole || parts.length === 0 || !partial) return [];
        const sum = add(...parts.map(({ value }) => value));
        const over = subtract(sum, whole.value);
        if (over.lte(TOLERANCE)) return [];
        const worked = `${parts.map(shown).join(' + ')} = ${format(sum)} > ${shown(whole)}`;
        return [
          {
            message: {
              zh: `${worked}，多 ${format(over)} 万元`,
              en: `${worked}: ${format(over)} too much (10,000 yuan)`,
            },
            figures: read(whole, ...parts),
            at: placesOf(...parts, whole),
          },
        ];
      }),
    ),
};

/** A11: the same money, split by where it comes from and by what it is for. */
export const SOURCES: Rule = {
  id: 'A11',
  severity: 'ERROR',
  runs: 'save',
  title: { zh: '按收入性质合计 = 按支出性质合计 = 总额', en: 'Split by source = split by nature = the total' },
  find: (material) =>
    ['BUD', 'FULL', 'INC', 'EXP'].flatMap((area) => {
      const whole = given(material, `${area}.TOTAL`);
      const sources = childrenOf(`${area}.TOTAL`, 'source').flatMap((id) => given(material, id) ?? []);
      return whole && sources.length > 1 ? disagreement(whole, sources) : [];
    }),
};
