import type { Rule } from '../rule.js';
import { PROCESS } from './conduct.js';
import { PERCENTAGES } from './percentages.js';
import { RATIOS } from './ratios.js';
import { SCORES } from './scores.js';
import { SUMS } from './sums.js';
import { TEXTS } from './texts.js';

/** All cross-checks, in the order in which people know them. */
export const RULES: readonly Rule[] = [...SUMS, ...PERCENTAGES, ...RATIOS, ...SCORES, ...TEXTS, ...PROCESS];
