import type { Decider } from '#libs/kernel';
import { decide } from './decide.js';
import { evolve } from './evolve.js';
import type { EvaluationEvent } from './facts.js';
import type { EvaluationCommand } from './orders.js';
import type { Evaluation } from './situation.js';

/** One self-evaluation, from its task to a decision by two different persons. */
export const evaluation: Decider<Evaluation, EvaluationCommand, EvaluationEvent> = {
  initial: { stage: 'NEW' },
  decide,
  evolve,
};
