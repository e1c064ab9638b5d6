import { COMPLETENESS } from './completeness.js';
import { COPIES } from './copies.js';
import type { Example } from './material.js';
import { WORDING } from './wording.js';

export const TEXTS: readonly Example[] = [...COMPLETENESS, ...WORDING, ...COPIES];
