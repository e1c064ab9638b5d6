import { add, format, percent, subtract } from '#libs/sheet';
import { executionOf } from '../execution.js';
import { type Given, given, placesOf, read, shown } from '../figures.js';
import type { Found, Severity } from '../finding.js';
import type { Material } from '../material.js';
import type { Rule } from '../rule.js';
import { EXPENSES_OF_RUNNING, PAY_IN_PROJECTS, PLAUSIBLE } from './kinds-of-cost.js';
import { ONE_READING, QUOTA, STAFF } from './staff.js';

/** `公用经费支出 7.64 ÷ 公用经费预算 5.30 = 144.15%`, beyond a limit that wants words. */
interface Limit {
  readonly part: string;
  readonly base: string;
  readonly above: string;
  readonly says: { readonly zh: string; readonly en: string };
}

function limited(rule: Pick<Rule, 'id' | 'title' | 'severity'>, limits: readonly Limit[]): Rule {
  return { ...rule, runs: 'save', find: (material) => limits.flatMap((limit) => beyond(material, limit)) };
}

/** A base of 0 is R13's, and no rate. */
function beyond(material: Material, { part: id, base: of, above, says }: Limit): readonly Found[] {
  const [part, base] = [given(material, id), given(material, of)];
  const rate = part && base && percent(part.value, base.value);
  if (!part || !base || !rate?.gt(above)) return [];
  const worked = `${shown(part)} ÷ ${shown(base)} = ${format(rate)}%`;
  return [
    {
      message: { zh: `${worked}，${says.zh}`, en: `${worked}: ${says.en}` },
      figures: read(part, base),
      at: placesOf(part, base),
    },
  ];
}

/** R03 by the Hunan formula: what of all that was to be spent was spent (预算完成率). */
const COMPLETION: Rule = {
  id: 'R03',
  severity: 'WARN',
  runs: 'save',
  title: {
    zh: '预算完成率在 0–100 % 之间，低于 95 % 须说明',
    en: 'Completion between 0 and 100 %; below 95 % it is explained',
  },
  find: (material) => {
    const [open, initial, adjusted, close] = ['CARRY.OPEN', 'BUD.TOTAL', 'ADJ.TOTAL', 'CARRY.CLOSE'].map((id) =>
      given(material, id),
    );
    if (!open || !initial || !adjusted || !close) return [];
    const available = add(open.value, initial.value, adjusted.value);
    const rate = percent(subtract(available, close.value), available);
    if (!rate || (rate.gte(95) && rate.lte(100))) return [];
    const base = `${shown(open)} + ${shown(initial)} + ${shown(adjusted)}`;
    const worked = `（${base} − ${shown(close)}） ÷ （${base}） = ${format(rate)}%`;
    const possible = rate.gte(0) && rate.lte(100);
    return [
      {
        message: {
          zh: `${worked}，${possible ? '低于 95%，请说明原因' : '不在 0–100% 之间，请核对'}`,
          en: `${worked}: ${possible ? 'below 95 %, say why' : 'not between 0 and 100 %, look at the figures'}`,
        },
        figures: read(open, initial, adjusted, close),
        at: placesOf(close, open, initial, adjusted),
      },
    ];
  },
};

/** R07: the change of the three public expenses is one of budgets, so last year's budget has to be there. */
const CHANGE_OF_EXPENSES: Rule = {
  id: 'R07',
  severity: 'WARN',
  runs: 'save',
  title: {
    zh: '三公经费变动率：上年预算须填，增长须说明',
    en: 'Change of the three public expenses: last year’s budget is given, growth explained',
  },
  find: (material) => {
    const [now, before] = [given(material, 'BUD.SANGONG'), given(material, 'BUD.SANGONG.PRIOR')];
    if (!now) return [];
    if (!before) {
      const zh = `${shown(now)}，未填上年三公经费预算，变动率无法计算`;
      const en = `${shown(now)}: without last year’s budget the rate of change cannot be computed`;
      return [{ message: { zh, en }, figures: read(now), at: [{ pointer: '/figures/BUD.SANGONG.PRIOR' }] }];
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

/** R08: plan and actual, both: 0 of 0 is 不适用, 0 of something is 0 %, and something of nothing has no plan. */
const PROCUREMENT: Rule = {
  id: 'R08',
  severity: 'ERROR',
  runs: 'save',
  title: { zh: '政府采购预算数与实际数均须填报', en: 'Government procurement: plan and actual are both given' },
  find: (material) => {
    if (material.task.kind !== 'whole-unit') return [];
    const { figures } = material.sheet;
    if (figures['PROC.BUDGET']?.notApplicable || figures['PROC.ACTUAL']?.notApplicable) return [];
    const [plan, actual] = [given(material, 'PROC.BUDGET'), given(material, 'PROC.ACTUAL')];
    const lacks = [...(plan ? [] : ['PROC.BUDGET']), ...(actual ? [] : ['PROC.ACTUAL'])];
    const unplanned = plan?.value.isZero() && actual?.value.gt(0);
    if (lacks.length === 0 && !unplanned) return [];
    const there = [plan, actual].flatMap((one) => (one ? [shown(one)] : []));
    const missing = lacks.map((id) => (id === 'PROC.BUDGET' ? '采购预算数' : '实际采购数')).join('、');
    return [
      {
        message: unplanned
          ? { zh: `${there.join('，')}：无预算采购`, en: `${there.join(', ')}: procured without a plan` }
          : {
              zh: `${[...there, `未填${missing}`].join('，')}，执行率无法计算；没有采购请填 0 或不适用`,
              en: `${[...there, `${lacks.length > 1 ? 'plan and actual are' : lacks[0] === 'PROC.BUDGET' ? 'the plan is' : 'the actual amount is'} missing`].join(', ')}: no rate can be computed; without procurement enter 0 or 不适用`,
            },
        figures: read(plan, actual),
        at: lacks.length > 0 ? lacks.map((id) => ({ pointer: `/figures/${id}` })) : placesOf(actual),
      },
    ];
  },
};

/** R09: the whole year's budget, and that of projects, is spent to 80 % at least, or it is told why not and what is done. */
const EXECUTED: Rule = {
  id: 'R09',
  severity: 'WARN',
  runs: 'save',
  title: { zh: '预算执行率低于 80 % 须说明原因和措施', en: 'An execution below 80 % is explained, with measures' },
  find: (material) => {
    const whole = executionOf(material);
    const spent = given(material, 'EXP.PROJECT');
    const planned = given(material, 'FULL.PROJECT') ?? given(material, 'BUD.PROJECT');
    const rate = spent && planned && percent(spent.value, planned.value);
    const low = (worked: string, figures: readonly Given[]): Found => ({
      message: { zh: `${worked}，低于 80%`, en: `${worked}: below 80 %` },
      figures: read(...figures),
      at: placesOf(...figures),
    });
    return [
      ...(whole?.rate.lt(80) ? [low(whole.worked, whole.figures)] : []),
      ...(rate?.lt(80) ? [low(`${shown(spent!)} ÷ ${shown(planned!)} = ${format(rate)}%`, [spent!, planned!])] : []),
    ];
  },
};

const BUDGETS: readonly (readonly [budget: string, spent: string])[] = [
  ['FULL.TOTAL', 'EXP.TOTAL'],
  ['FULL.BASIC', 'EXP.BASIC'],
  ['FULL.PROJECT', 'EXP.PROJECT'],
  ['BUD.BASIC.PUBLIC', 'EXP.BASIC.GOODS'],
  ['BUD.SANGONG', 'EXP.SANGONG'],
  ['PROJECT.BUDGET', 'PROJECT.EXPENDITURE'],
];

/** R13: nothing is spent of a budget of 0, and no rate is taken of one. */
const NO_BUDGET: Rule = {
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

const EXPLAIN = { zh: '请说明原因', en: 'say why' };
const over = (what: Severity) => ({ severity: what });

/** R01–R14: ratios that a bureau asks about. */
export const RATIOS: readonly Rule[] = [
  STAFF,
  QUOTA,
  COMPLETION,
  limited(
    {
      id: 'R04',
      title: { zh: '预算控制率超过 30 % 须说明', en: 'An adjustment above 30 % is explained' },
      ...over('WARN'),
    },
    [
      {
        part: 'ADJ.TOTAL',
        base: 'BUD.TOTAL',
        above: '30',
        says: { zh: '超过 30%，请说明原因', en: 'above 30 %, say why' },
      },
    ],
  ),
  limited(
    {
      id: 'R05',
      title: { zh: '公用经费控制率不超过 100 %', en: 'Public cost stays within its budget' },
      ...over('ERROR'),
    },
    [
      {
        part: 'EXP.BASIC.GOODS',
        base: 'BUD.BASIC.PUBLIC',
        above: '100',
        says: { zh: '超过预算，请说明原因', en: 'above the budget, say why' },
      },
    ],
  ),
  limited(
    {
      id: 'R06',
      title: { zh: '三公经费控制率不超过 100 %', en: 'The three public expenses stay within their budget' },
      ...over('ERROR'),
    },
    [{ part: 'EXP.SANGONG', base: 'BUD.SANGONG', above: '100', says: { ...EXPLAIN, zh: '超过预算，请说明原因' } }],
  ),
  CHANGE_OF_EXPENSES,
  PROCUREMENT,
  EXECUTED,
  EXPENSES_OF_RUNNING,
  PAY_IN_PROJECTS,
  PLAUSIBLE,
  NO_BUDGET,
  ONE_READING,
];
