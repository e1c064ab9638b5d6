import { add, format } from '#libs/sheet';
import { type Given, given, placesOf, read, shown } from '../figures.js';
import type { Material } from '../material.js';
import type { Rule } from '../rule.js';

/** Economic classes (支出经济分类) of daily running: they belong to the public cost inside basic expenditure. */
const RUNNING = [
  ...['30201', '30202', '30204', '30205', '30206', '30207', '30208', '30209', '30211', '30215', '30216', '30217'],
  ...['30228', '30229', '30231', '30239'],
];
/** 301: what people are paid. */
const PAY = [
  ...['30101', '30102', '30103', '30106', '30107', '30108', '30109', '30110', '30111', '30112', '30113', '30114'],
  '30199',
];

function itemsOfProjects(material: Material, classes: readonly string[]): readonly Given[] {
  return classes.flatMap((code) => {
    const item = given(material, `EXP.PROJECT.${code}`);
    return item?.value.gt(0) ? [item] : [];
  });
}

function among(rule: Pick<Rule, 'id' | 'title'>, classes: readonly string[], says: Rule['title']): Rule {
  return {
    ...rule,
    severity: 'WARN',
    runs: 'save',
    find: (material) => {
      const items = itemsOfProjects(material, classes);
      if (items.length === 0) return [];
      const sum = add(...items.map(({ value }) => value));
      const worked = `${items.map(shown).join(' + ')} = ${format(sum)}`;
      return [
        {
          message: {
            zh: `项目支出中 ${worked} 万元，${says.zh}`,
            en: `In project expenditure ${worked} (10,000 yuan): ${says.en}`,
          },
          figures: read(...items),
          at: placesOf(...items),
        },
      ];
    },
  };
}

/** R10: daily running cost among project expenditure. */
export const EXPENSES_OF_RUNNING: Rule = among(
  { id: 'R10', title: { zh: '项目支出中不列日常公用经费', en: 'No daily running cost among project expenditure' } },
  RUNNING,
  { zh: '属于日常公用经费，请说明', en: 'this is daily running cost, say why' },
);

/** R11: pay among project expenditure, where no project is one of personnel. */
export const PAY_IN_PROJECTS: Rule = among(
  { id: 'R11', title: { zh: '项目支出中不列人员经费', en: 'No pay among project expenditure' } },
  PAY,
  { zh: '属于人员经费，没有人员类项目的请说明', en: 'this is pay; say why, if no project is one of personnel' },
);
