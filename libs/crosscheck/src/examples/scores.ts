import { CLAIM } from './claim.js';
import { INDICATORS } from './indicators.js';
import type { Example } from './material.js';
import { POINTS } from './points.js';
import { WEIGHTS } from './weights.js';

export const SCORES: readonly Example[] = [...WEIGHTS, ...POINTS, ...CLAIM, ...INDICATORS];
