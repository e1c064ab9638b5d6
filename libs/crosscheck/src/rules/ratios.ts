import type { Rule } from '../rule.js';
import { COMPLETION, EXECUTED } from './completion.js';
import { EXPENSES_OF_RUNNING, PAY_IN_PROJECTS } from './kinds-of-cost.js';
import { WITHIN_LIMITS } from './limits.js';
import { NO_BUDGET } from './no-budget.js';
import { PLAUSIBLE } from './plausible.js';
import { PROCUREMENT } from './procurement.js';
import { ONE_READING, QUOTA, STAFF } from './staff.js';
import { CHANGE_OF_EXPENSES } from './three-expenses.js';

/** R01–R14: ratios that a bureau asks about. */
export const RATIOS: readonly Rule[] = [
  STAFF,
  QUOTA,
  COMPLETION,
  ...WITHIN_LIMITS,
  CHANGE_OF_EXPENSES,
  PROCUREMENT,
  EXECUTED,
  EXPENSES_OF_RUNNING,
  PAY_IN_PROJECTS,
  PLAUSIBLE,
  NO_BUDGET,
  ONE_READING,
];
