import { given, placesOf, read, shown } from '../figures.js';
import type { Found } from '../finding.js';
import type { Rule } from '../rule.js';

const PLAN = 'PROC.BUDGET';
const ACTUAL = 'PROC.ACTUAL';
const MISSING: Readonly<Record<string, Rule['title']>> = {
  [PLAN]: { zh: '采购预算数', en: 'the plan' },
  [ACTUAL]: { zh: '实际采购数', en: 'the actual amount' },
};

/** R08: plan and actual, both: 0 of 0 is 不适用, 0 of something is 0 %, and something of nothing has no plan. */
export const PROCUREMENT: Rule = {
  id: 'R08',
  severity: 'ERROR',
  runs: 'save',
  title: { zh: '政府采购预算数与实际数均须填报', en: 'Government procurement: plan and actual are both given' },
  find: (material): readonly Found[] => {
    if (material.task.kind !== 'whole-unit') return [];
    const { figures } = material.sheet;
    const [plan, actual] = [given(material, PLAN), given(material, ACTUAL)];
    const none = (id: string) => figures[id]?.notApplicable === true;
    const unplanned = actual?.value.gt(0) && (plan ? plan.value.isZero() : none(PLAN));
    const told = [plan, actual].flatMap((one) => (one ? [shown(one)] : []));
    if (unplanned)
      return [
        {
          message: { zh: `${told.join('，')}：无预算采购`, en: `${told.join(', ')}: procured without a plan` },
          figures: read(plan, actual),
          at: placesOf(actual),
        },
      ];
    const lacks = none(PLAN) || none(ACTUAL) ? [] : [...(plan ? [] : [PLAN]), ...(actual ? [] : [ACTUAL])];
    if (lacks.length === 0) return [];
    const zh = [...told, `未填${lacks.map((id) => MISSING[id]!.zh).join('、')}`].join('，');
    const en = [...told, `not given: ${lacks.map((id) => MISSING[id]!.en).join(', ')}`].join(', ');
    return [
      {
        message: {
          zh: `${zh}，执行率无法计算；没有采购请填 0 或不适用`,
          en: `${en}: no rate can be computed; without procurement enter 0 or 不适用`,
        },
        figures: read(plan, actual),
        at: lacks.map((id) => ({ pointer: `/figures/${id}` })),
      },
    ];
  },
};
