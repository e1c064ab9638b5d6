import { add, format, subtract } from '#libs/sheet';
import { given, placesOf, read, shown } from '../figures.js';
import type { Material } from '../material.js';
import type { Rule } from '../rule.js';
import { COUNTS_TOLD, NAMED_TWICE, NUMBER_TIMES_STANDARD, SAME_IN_TEXT } from './agreement.js';
import { disagreement, signed, sumRule, TOLERANCE } from './equation.js';
import { COMPLETE_LISTS, LISTS_WITHIN, SOURCES } from './lists.js';

/** A07: what was there, came in and went out is what is left. */
const CARRY: Rule = {
  id: 'A07',
  severity: 'ERROR',
  runs: 'save',
  title: {
    zh: '上年结转 + 收入 − 支出 = 年末结转',
    en: 'Opening carry-over + income − expenditure = closing carry-over',
  },
  find: (material) => {
    const [open, income, spent, close] = all(material, 'CARRY.OPEN', 'INC.TOTAL', 'EXP.TOTAL', 'CARRY.CLOSE');
    if (!open || !income || !spent || !close) return [];
    const left = subtract(add(open.value, income.value), spent.value);
    const gap = subtract(close.value, left);
    if (gap.abs().lte(TOLERANCE)) return [];
    const worked = `${shown(open)} + ${shown(income)} − ${shown(spent)} = ${format(left)} ≠ ${shown(close)}`;
    return [
      {
        message: { zh: `${worked}，差 ${signed(gap)} 万元`, en: `${worked}; off by ${signed(gap)} (10,000 yuan)` },
        figures: read(open, income, spent, close),
        at: placesOf(close, open, income, spent),
      },
    ];
  },
};

/** A08: what came beyond the initial budget is the adjustment. */
const ADJUSTMENT: Rule = {
  id: 'A08',
  severity: 'ERROR',
  runs: 'save',
  title: { zh: '收入 − 年初预算 = 预算调整数', en: 'Income − initial budget = adjustment' },
  find: (material) => {
    const [income, initial, adjusted] = all(material, 'INC.TOTAL', 'BUD.TOTAL', 'ADJ.TOTAL');
    return income && initial && adjusted ? disagreement(income, [initial, adjusted]) : [];
  },
};

const KINDS = [
  { spent: 'EXP.BASIC', initial: 'BUD.BASIC', other: ['EXP.PROJECT', 'BUD.PROJECT'] },
  { spent: 'EXP.PROJECT', initial: 'BUD.PROJECT', other: ['EXP.BASIC', 'BUD.BASIC'] },
] as const;

/** A10: no kind of spending grew by more than all adjustments. Says where the rest may have come from; asks, never accuses. */
const ADJUSTMENT_BY_KIND: Rule = {
  id: 'A10',
  severity: 'WARN',
  runs: 'save',
  title: { zh: '基本支出、项目支出的增减与预算调整相符', en: 'Basic and project spending agree with the adjustment' },
  find: (material) =>
    KINDS.flatMap(({ spent: id, initial: from, other: [otherSpent, otherInitial] }) => {
      const [spent, initial, adjusted] = all(material, id, from, 'ADJ.TOTAL');
      if (!spent || !initial || !adjusted) return [];
      const allowed = add(initial.value, adjusted.value);
      const gap = subtract(spent.value, allowed);
      if (gap.lte(TOLERANCE)) return [];
      const [used, planned, carried] = all(material, otherSpent, otherInitial, 'CARRY.OPEN');
      const unspent = used && planned ? subtract(planned.value, used.value) : null;
      const rest = [
        ...(unspent?.isPositive() && !unspent.isZero() ? [`${planned!.label}未用 ${format(unspent)}`] : []),
        ...(carried && !carried.value.isZero() ? [shown(carried)] : []),
      ];
      const worked = `${shown(spent)} − （${shown(initial)} + ${shown(adjusted)} = ${format(allowed)}） = ${signed(gap)}`;
      return [
        {
          message: {
            zh: `${worked} 万元，来源未说明${rest.length > 0 ? `（${rest.join('、')}）` : ''}`,
            en: `${worked} (10,000 yuan): its source is not told${rest.length > 0 ? ` (${rest.join(', ')})` : ''}`,
          },
          figures: read(spent, initial, adjusted, carried ?? null),
          at: placesOf(spent, initial, adjusted),
        },
      ];
    }),
};

function all(material: Material, ...ids: readonly string[]) {
  return ids.map((id) => given(material, id));
}

/** A01–A17: amounts that must add up. */
export const SUMS: readonly Rule[] = [
  sumRule(
    { id: 'A01', title: { zh: '年初预算 = 基本支出 + 项目支出', en: 'Initial budget = basic + project' } },
    { total: 'BUD.TOTAL', parts: ['BUD.BASIC', 'BUD.PROJECT'], needs: ['BUD.BASIC', 'BUD.PROJECT'] },
  ),
  sumRule(
    { id: 'A02', title: { zh: '基本支出预算 = 人员经费 + 公用经费', en: 'Basic budget = personnel + public cost' } },
    {
      total: 'BUD.BASIC',
      parts: ['BUD.BASIC.WAGE', 'BUD.BASIC.HOUSEHOLD', 'BUD.BASIC.PUBLIC'],
      needs: ['BUD.BASIC.WAGE', 'BUD.BASIC.PUBLIC'],
    },
  ),
  sumRule(
    {
      id: 'A03',
      title: {
        zh: '本年支出 = 基本支出 + 项目支出（+ 上缴、经营）',
        en: 'Expenditure = basic + project (+ remitted, operating)',
      },
    },
    {
      total: 'EXP.TOTAL',
      parts: ['EXP.BASIC', 'EXP.PROJECT', 'EXP.REMITTED', 'EXP.OPERATING'],
      needs: ['EXP.BASIC', 'EXP.PROJECT'],
    },
  ),
  sumRule(
    {
      id: 'A04',
      title: {
        zh: '基本支出 = 工资福利 + 商品服务 + 个人家庭补助',
        en: 'Basic expenditure = pay + goods and services + subsidies',
      },
    },
    {
      total: 'EXP.BASIC',
      parts: ['EXP.BASIC.WAGE', 'EXP.BASIC.GOODS', 'EXP.BASIC.HOUSEHOLD', 'EXP.BASIC.CAPITAL'],
      needs: ['EXP.BASIC.WAGE', 'EXP.BASIC.GOODS'],
    },
  ),
  COMPLETE_LISTS,
  LISTS_WITHIN,
  CARRY,
  ADJUSTMENT,
  {
    ...sumRule(
      { id: 'A09', title: { zh: '预算调整数 = 各项原因之和', en: 'The adjustment = the sum of its reasons' } },
      { total: 'ADJ.TOTAL', parts: ['ADJ.RELIEF', 'ADJ.TRANSFER_IN'], needs: [], listed: 'reason' },
    ),
    severity: 'WARN',
  },
  ADJUSTMENT_BY_KIND,
  SOURCES,
  ...(['BUD', 'EXP'] as const).map((area) =>
    sumRule(
      {
        id: 'A12',
        title: { zh: '三公经费 = 出国 + 车辆购置 + 车辆运行 + 接待', en: 'The three public expenses = their parts' },
      },
      {
        total: `${area}.SANGONG`,
        parts: [`${area}.SANGONG.OVERSEAS`, `${area}.SANGONG.VEHICLE`, `${area}.SANGONG.RECEPTION`],
        needs: [`${area}.SANGONG.VEHICLE`, `${area}.SANGONG.RECEPTION`],
      },
    ),
  ),
  sumRule(
    {
      id: 'A13',
      title: { zh: '功能分类合计 = 支出合计', en: 'The functional classification comes to the expenditure' },
    },
    { total: 'EXP.TOTAL', parts: ['EXP.FUNC'], needs: ['EXP.FUNC'] },
  ),
  SAME_IN_TEXT,
  NAMED_TWICE,
  NUMBER_TIMES_STANDARD,
  COUNTS_TOLD,
];
