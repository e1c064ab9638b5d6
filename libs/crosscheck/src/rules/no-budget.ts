import { given, placesOf, read, shown } from '../figures.js';
import type { Rule } from '../rule.js';

const BUDGETS: readonly (readonly [budget: string, spent: string])[] = [
  ['FULL.TOTAL', 'EXP.TOTAL'],
  ['FULL.BASIC', 'EXP.BASIC'],
  ['FULL.PROJECT', 'EXP.PROJECT'],
  ['BUD.BASIC.PUBLIC', 'EXP.BASIC.GOODS'],
  ['BUD.SANGONG', 'EXP.SANGONG'],
  ['PROJECT.BUDGET', 'PROJECT.EXPENDITURE'],
];

/** R13: nothing is spent of a budget of 0, and no rate is taken of one. Procurement without a plan is R08's. */
export const NO_BUDGET: Rule = {
  id: 'R13',
  severity: 'ERROR',
  runs: 'save',
  title: { zh: '预算为 0 而有支出', en: 'Spent although the budget is 0' },
  find: (material) =>
    BUDGETS.flatMap(([budgetId, spentId]) => {
      const [budget, spent] = [given(material, budgetId), given(material, spentId)];
      if (!budget?.value.isZero() || !spent?.value.gt(0)) return [];
      return [
        {
          message: {
            zh: `${shown(budget)}，${shown(spent)}：无预算支出，执行率无法计算`,
            en: `${shown(budget)}, ${shown(spent)}: there is no rate of a budget of 0`,
          },
          figures: read(budget, spent),
          at: placesOf(budget, spent),
        },
      ];
    }),
};
