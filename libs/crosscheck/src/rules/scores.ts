import type { Rule } from '../rule.js';
import { CLAIM } from './claim.js';
import { INDICATORS } from './indicators.js';
import { POINTS } from './points.js';
import { REASONS } from './reasons.js';
import { SURVEY } from './survey.js';
import { WEIGHTS } from './weights.js';

/** C01–C19: points, what they rest on, and the claim they make up. */
export const SCORES: readonly Rule[] = [...WEIGHTS, ...POINTS, ...CLAIM, ...REASONS, ...INDICATORS, SURVEY].sort(
  (a, b) => (a.id < b.id ? -1 : Number(a.id > b.id)),
);
