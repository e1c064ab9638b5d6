import { format, percent, subtract } from '#libs/sheet';
import { given, placesOf, read, shown } from '../figures.js';
import type { Rule } from '../rule.js';

const PRIOR = 'BUD.SANGONG.PRIOR';

/** R07: the change of the three public expenses is one of budgets, so last year's budget has to be there. */
export const CHANGE_OF_EXPENSES: Rule = {
  id: 'R07',
  severity: 'WARN',
  runs: 'save',
  title: {
    zh: '三公经费变动率：上年预算须填，增长须说明',
    en: 'Change of the three public expenses: last year’s budget is given, growth explained',
  },
  find: (material) => {
    const [now, before] = [given(material, 'BUD.SANGONG'), given(material, PRIOR)];
    // A unit that is new has no last year, and a project no such expenses of its own.
    if (!now || material.task.kind !== 'whole-unit' || material.sheet.figures[PRIOR]?.notApplicable) return [];
    if (!before) {
      const zh = `${shown(now)}，未填上年三公经费预算，变动率无法计算`;
      const en = `${shown(now)}: without last year’s budget the rate of change cannot be computed`;
      return [{ message: { zh, en }, figures: read(now), at: [{ pointer: `/figures/${PRIOR}` }] }];
    }
    if (now.value.lte(before.value)) return [];
    const rate = percent(subtract(now.value, before.value), before.value);
    const worked = `${shown(now)} − ${shown(before)}`;
    const grown = rate ? `增长 ${format(rate)}%` : '上年为 0，本年新增';
    return [
      {
        message: {
          zh: `${worked}，${grown}，请说明原因`,
          en: `${worked}: ${rate ? `grown by ${format(rate)}%` : 'none last year'}, say why`,
        },
        figures: read(now, before),
        at: placesOf(now, before),
      },
    ];
  },
};
