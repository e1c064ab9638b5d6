import type { Rule } from '../rule.js';
import { BLANKS } from './blanks.js';
import { COMPLETENESS } from './completeness.js';
import { COPIES } from './copies.js';
import { COUNTS } from './counts.js';
import { FUND_MONEY } from './fund-money.js';
import { LEGAL_BASES } from './legal-bases.js';
import { NO_PROBLEMS } from './no-problems.js';
import { PERSONAL_DATA } from './personal-data.js';
import { SLIPS } from './slips.js';
import { YEARS } from './years.js';

/** T01–T12: what has to be said, and how. */
export const TEXTS: readonly Rule[] = [
  ...COMPLETENESS,
  NO_PROBLEMS,
  BLANKS,
  YEARS,
  COPIES,
  LEGAL_BASES,
  SLIPS,
  COUNTS,
  FUND_MONEY,
  PERSONAL_DATA,
];
