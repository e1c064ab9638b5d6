import type { Rule } from '../rule.js';
import { ADJUSTMENT, ADJUSTMENT_BY_KIND, CARRY, REASONS_OF_ADJUSTMENT } from './adjustment.js';
import { NAMED_TWICE, SAME_IN_TEXT } from './agreement.js';
import { sumRule } from './equation.js';
import { COMPLETE_LISTS, LISTS_WITHIN } from './lists.js';
import { COUNTS_TOLD, NUMBER_TIMES_STANDARD } from './products.js';
import { SOURCES } from './sources.js';
import { TOTALS } from './totals.js';

const TITLES: Readonly<Record<keyof typeof TOTALS, Rule['title']>> = {
  A01: { zh: '年初预算 = 基本支出 + 项目支出', en: 'Initial budget = basic + project' },
  A02: { zh: '基本支出预算 = 人员经费 + 公用经费', en: 'Basic budget = personnel + public cost' },
  A03: {
    zh: '本年支出 = 基本支出 + 项目支出（+ 上缴、经营）',
    en: 'Expenditure = basic + project (+ remitted, operating)',
  },
  A04: {
    zh: '基本支出 = 工资福利 + 商品服务 + 个人家庭补助',
    en: 'Basic expenditure = pay + goods and services + subsidies',
  },
  A12: { zh: '三公经费 = 出国 + 车辆购置 + 车辆运行 + 接待', en: 'The three public expenses = their parts' },
  A13: { zh: '功能分类合计 = 支出合计', en: 'The functional classification comes to the expenditure' },
};

const equal = (id: keyof typeof TOTALS): Rule => sumRule({ id, title: TITLES[id] }, TOTALS[id]);

/** A01–A17: amounts that must add up. */
export const SUMS: readonly Rule[] = [
  equal('A01'),
  equal('A02'),
  equal('A03'),
  equal('A04'),
  COMPLETE_LISTS,
  LISTS_WITHIN,
  CARRY,
  ADJUSTMENT,
  REASONS_OF_ADJUSTMENT,
  ADJUSTMENT_BY_KIND,
  SOURCES,
  equal('A12'),
  equal('A13'),
  SAME_IN_TEXT,
  NAMED_TWICE,
  NUMBER_TIMES_STANDARD,
  COUNTS_TOLD,
];
