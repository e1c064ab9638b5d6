import { randomBytes } from 'node:crypto';
import type { Pool } from 'pg';
import { type Evaluation, type EvaluationCommand, type EvaluationEvent, evaluation } from '#libs/evaluation';
import { type EventStore, Handler, uuidV7 } from '#libs/event-store';
import type { Due } from '#libs/jobs';
import { DomainError } from '#libs/kernel';
import { candidatesFor } from '#libs/read-models';

const ASSIGNER = { personId: 'system:assignment', accountId: 'system:assignment', role: 'system', memberOf: [] };
const UNDER_REVIEW: readonly string[] = ['SUBMITTED', 'FIRST_PASSED'];

/**
 * Draws reviewers after a submission or when one stepped back, from those the registry names now, and raises the alarm where
 * nobody lawful is left. A job that comes late or twice draws nothing again.
 */
export class AssignReviewers {
  readonly #evaluations: Handler<Evaluation, EvaluationCommand, EvaluationEvent>;

  constructor(
    private readonly pool: Pool,
    private readonly store: EventStore,
    private readonly now: () => Date = () => new Date(),
  ) {
    this.#evaluations = new Handler(store, evaluation, { prefix: 'evaluation' });
  }

  async run({ evaluationId, position }: Due): Promise<undefined> {
    const { state } = await this.#evaluations.load(evaluationId);
    if (state.stage === 'NEW' || !UNDER_REVIEW.includes(state.stage)) return;
    const [event] = await this.store.readAll(position - 1, 1);
    const candidates = (await candidatesFor(this.pool, state.task)).map(({ name: _, ...candidate }) => candidate);
    const command: EvaluationCommand = {
      type: 'AssignReviewers',
      data: { seed: randomBytes(16).toString('hex'), candidates },
      by: ASSIGNER,
      at: this.now().toISOString(),
    };
    const cause = event === undefined ? {} : { causationId: event.id };
    const metadata = {
      actor: ASSIGNER,
      commandId: uuidV7(),
      correlationId: event?.correlationId ?? uuidV7(),
      ...cause,
    };
    try {
      await this.#evaluations.handle(evaluationId, command, { metadata });
    } catch (error) {
      // Decided, returned or withdrawn meanwhile: nobody is wanted any more. Everything else is tried again.
      if (!(error instanceof DomainError && error.kind === 'conflict')) throw error;
    }
  }
}
