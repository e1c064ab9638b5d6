import type { Rule } from '../rule.js';
import { SUMS } from './sums.js';

/** All cross-checks, in the order in which people know them. */
export const RULES: readonly Rule[] = [...SUMS];
