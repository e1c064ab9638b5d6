import { subtract } from '#libs/sheet';
import { amount, given, ownChildren, placesOf, read, shown } from '../figures.js';
import type { Found } from '../finding.js';
import type { Material } from '../material.js';
import type { Rule } from '../rule.js';
import { disagreement, mildly, signed, TOLERANCE, total } from './equation.js';
import { listedBelow } from './lists.js';

const AREAS = ['BUD', 'FULL', 'INC', 'EXP'] as const;

/** A11: the same money, split by where it comes from and by what it is for. */
export const SOURCES: Rule = {
  id: 'A11',
  severity: 'ERROR',
  runs: 'save',
  title: { zh: '按收入性质合计 = 按支出性质合计 = 总额', en: 'Split by source = split by nature = the total' },
  find: (material) => AREAS.flatMap((area) => bySource(material, `${area}.TOTAL`)),
};

function bySource(material: Material, id: string): readonly Found[] {
  const whole = given(material, id);
  if (!whole) return withoutTotal(material, id);
  const sources = listedBelow(material, whole, 'source');
  return sources.length > 1 ? disagreement(whole, sources, [...sources, ...ownChildren(material, id)]) : [];
}

/** Both splits are there, the total is not. */
function withoutTotal(material: Material, id: string): readonly Found[] {
  const absent = { id, unit: '万元' } as const;
  const [sources, kinds] = [listedBelow(material, absent, 'source'), listedBelow(material, absent, 'nature')];
  const gap = subtract(total(sources), total(kinds));
  const parts = sources.length + kinds.length;
  if (sources.length < 2 || kinds.length < 2 || gap.abs().lte(TOLERANCE)) return [];
  const [a, b] = [sources, kinds].map((split) => `${split.map(shown).join(' + ')} = ${amount(total(split), '万元')}`);
  return [
    {
      message: {
        zh: `按收入性质 ${a}，按支出性质 ${b}，差 ${signed(gap)} 万元`,
        en: `By source ${a}, by nature ${b}; off by ${signed(gap)} (10,000 yuan)`,
      },
      figures: read(...sources, ...kinds),
      at: placesOf(...sources, ...kinds),
      ...mildly(gap, parts),
    },
  ];
}
