import { DECIDED, type Evaluation, isDecided, reviewersOf } from '#libs/evaluation';
import type { Statement } from '../evidence.js';
import type { Faults } from './faults.js';

/** What a replay says about an evaluation, as it would be published. */
export function statementOf(evaluation: string, state: Evaluation): Statement | null {
  if (state.stage === 'NEW') return null;
  const { stage, version, submittedHash, score, sheet } = state;
  const decided = isDecided(stage);
  return {
    ...{ evaluation, stage, version, contentHash: submittedHash },
    firstReviewer: decided || stage === 'FIRST_PASSED' ? (reviewersOf(state, 'first').at(-1) ?? null) : null,
    secondReviewer: decided ? (reviewersOf(state, 'second').at(-1) ?? null) : null,
    selfScore: sheet.head.selfScore ?? null,
    systemScore: score?.version === version ? score.score.total : null,
    decidedBy: decided ? state.passes.map(({ by }) => by) : null,
  };
}

const FIELDS = ['stage', 'version', 'firstReviewer', 'secondReviewer', 'selfScore', 'systemScore'] as const;

/**
 * Compares what is published about one evaluation with what the log says (INV-P2), field by field. `position` is that of its
 * newest event.
 */
export function checkStatement(published: Statement, replayed: Statement, position: number, faults: Faults): void {
  const { evaluation } = published;
  const differs = (field: string, told: unknown, known: unknown) =>
    faults.add('statement.differs', { position, evaluation, field, told: told ?? '—', replayed: known ?? '—' });
  for (const field of FIELDS) {
    // The derived rows name a reviewer while gates of his step are open; a person is told when the step is done.
    if (field.endsWith('Reviewer') && replayed[field] === null && !DECIDED.some((stage) => stage === replayed.stage))
      continue;
    if (published[field] !== replayed[field]) differs(field, published[field], replayed[field]);
  }
  // The two-person record is written in the append itself, so it can be ahead of the derived rows, and never behind.
  if (replayed.contentHash !== null && published.contentHash !== replayed.contentHash)
    differs('contentHash', published.contentHash, replayed.contentHash);
  if (replayed.decidedBy === null) return;
  const missing =
    (published.decidedBy ?? []).length !== 2 || published.decidedBy?.some((p) => !replayed.decidedBy?.includes(p));
  if (missing) differs('decidedBy', published.decidedBy?.join(', '), replayed.decidedBy.join(', '));
}
