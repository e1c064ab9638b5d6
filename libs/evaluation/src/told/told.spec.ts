import type { EvaluationEvent } from '../facts.js';
import type { EvaluationCommand } from '../orders.js';
import type { RefusalCode } from '../refusals.js';

/** One reason to refuse, as a sentence with an example. */
export type Told = readonly [
  sentence: string,
  code: RefusalCode,
  history: readonly EvaluationEvent[],
  command: EvaluationCommand,
  details?: Readonly<Record<string, unknown>>,
];
