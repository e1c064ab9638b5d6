import { type Evaluation, type EvaluationCommand, type EvaluationEvent, STAGES_OF } from '#libs/evaluation';
import { type EventStore, type Handler, uuidV7 } from '#libs/event-store';
import type { Due } from '#libs/jobs';
import { DomainError } from '#libs/kernel';
import { compute, type Scheme, summary } from '#libs/scoring';

const SCORER = { personId: 'system:scoring', accountId: 'system:scoring', role: 'system', memberOf: [] };

/**
 * Computes the system's own score of the version now under review, from the log and never from the job, and records it
 * when it differs. A job that comes late, after a return or a decision, changes nothing; one that comes twice neither.
 */
export class RecomputeScores {
  constructor(
    private readonly store: EventStore,
    private readonly evaluations: Handler<Evaluation, EvaluationCommand, EvaluationEvent>,
    private readonly scheme: Scheme,
    private readonly now: () => Date = () => new Date(),
  ) {}

  /** Appends to the log, and has no effect besides. */
  async run({ evaluationId, position }: Due): Promise<undefined> {
    const { state } = await this.evaluations.load(evaluationId);
    if (!(STAGES_OF.RecordScore as readonly string[]).includes(state.stage) || state.stage === 'NEW') return;
    const score = compute(this.scheme, state.sheet);
    const [cause] = await this.store.readAll(position - 1, 1);
    const command: EvaluationCommand = {
      type: 'RecordScore',
      by: SCORER,
      at: this.now().toISOString(),
      data: {
        version: state.version,
        scheme: { id: this.scheme.file.id, version: String(this.scheme.file.version) },
        inputHash: score.inputHash,
        score: summary(score),
      },
    };
    const metadata = {
      actor: SCORER,
      commandId: uuidV7(),
      correlationId: cause?.correlationId ?? uuidV7(),
      ...(cause === undefined ? {} : { causationId: cause.id }),
    };
    try {
      await this.evaluations.handle(evaluationId, command, { metadata });
    } catch (error) {
      // Returned, withdrawn or decided meanwhile: its score is not wanted any more. Everything else is tried again.
      if (!(error instanceof DomainError && error.kind === 'conflict')) throw error;
    }
  }
}
