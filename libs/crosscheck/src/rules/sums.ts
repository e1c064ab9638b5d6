import type { Rule } from '../rule.js';
import { sumRule } from './equation.js';

/** A01–A17: amounts that must add up. */
export const SUMS: readonly Rule[] = [
  sumRule(
    { id: 'A01', title: { zh: '年初预算 = 基本支出 + 项目支出', en: 'Initial budget = basic + project' } },
    { total: 'BUD.TOTAL', parts: ['BUD.BASIC', 'BUD.PROJECT'], needs: ['BUD.BASIC', 'BUD.PROJECT'] },
  ),
];
