import {
  type Campaign,
  type CampaignCommand,
  type CampaignEvent,
  campaign,
  type Evaluation,
  type EvaluationCommand,
  type EvaluationEvent,
  evaluation,
  type Issued,
  planOf,
} from '#libs/evaluation';
import { type EventStore, Handler, uuidV7 } from '#libs/event-store';
import { examine, raisedFrom } from '#libs/examination';
import type { Due } from '#libs/jobs';
import { DomainError } from '#libs/kernel';
import type { Schemes } from '#libs/schemes';
import { summary } from '#libs/scoring';
import type { Reports } from './reports.js';

const SCORER = { personId: 'system:scoring', accountId: 'system:scoring', role: 'system', memberOf: [] };
const SCORED: readonly string[] = ['SUBMITTED', 'FIRST_PASSED', 'APPROVED'];

/** What caused a computation: the request it belongs to, and the event, where there is one. */
export interface Cause {
  readonly correlationId: string;
  readonly causationId?: string;
}

/**
 * Computes the system's own score of the version under review, and what only shows beside other reports, from the log and
 * never from the job; recorded when it differs. A job that comes late, after a return, changes nothing; one that comes
 * twice neither; a decision keeps the score it has.
 */
export class RecomputeScores {
  readonly #evaluations: Handler<Evaluation, EvaluationCommand, EvaluationEvent>;
  readonly #campaigns: Handler<Campaign, CampaignCommand, CampaignEvent>;

  constructor(
    private readonly store: EventStore,
    private readonly schemes: Schemes,
    private readonly reports: Reports,
    private readonly now: () => Date = () => new Date(),
  ) {
    this.#evaluations = new Handler(store, evaluation, { prefix: 'evaluation' });
    this.#campaigns = new Handler(store, campaign, { prefix: 'campaign' });
  }

  /** After a submission. Appends to the log, and has no effect besides. */
  async run({ evaluationId, position }: Due): Promise<undefined> {
    const [cause] = await this.store.readAll(position - 1, 1);
    const causes = cause === undefined ? {} : { causationId: cause.id };
    await this.recompute(evaluationId, { correlationId: cause?.correlationId ?? uuidV7(), ...causes });
  }

  /** Answers what came of it: `recorded`, `same`, or `not-under-review`. */
  async recompute(evaluationId: string, cause: Cause): Promise<string> {
    const { state, version } = await this.#evaluations.load(evaluationId);
    if (state.stage === 'NEW' || !SCORED.includes(state.stage)) return 'not-under-review';
    if (state.stage === 'APPROVED' && state.score?.version === state.version) return 'same';
    const { state: called } = await this.#campaigns.load(state.task.campaignId);
    if (called.status === 'unknown') return 'not-under-review';
    const plan = planOf(called);
    const fixed = plan.schemes[state.task.kind];
    const scheme = (fixed && (await this.schemes.find(fixed.id, fixed.version))) ?? null;
    const others = await this.reports.beside(evaluationId, state);
    const { score, findings } = examine(state, { plan, scheme, others }, ['background']);

    const commands: Pick<EvaluationCommand, 'type' | 'data'>[] = [];
    if (scheme !== null && score !== null)
      commands.push({
        type: 'RecordScore',
        data: {
          version: state.version,
          scheme: { id: scheme.file.id, version: scheme.file.version, hash: scheme.hash },
          inputHash: score.inputHash,
          score: summary(score),
        },
      });
    if (state.stage !== 'APPROVED' && state.submittedHash !== null)
      commands.push({ type: 'RecordChecks', data: checks(state, state.submittedHash, findings.map(raisedFrom)) });

    let last = version;
    for (const command of commands) last = await this.#give(evaluationId, command, cause, last);
    return last > version ? 'recorded' : 'same';
  }

  async #give(
    evaluationId: string,
    wish: Pick<EvaluationCommand, 'type' | 'data'>,
    cause: Cause,
    before: number,
  ): Promise<number> {
    const command = { ...wish, by: SCORER, at: this.now().toISOString() } as EvaluationCommand;
    try {
      const metadata = { actor: SCORER, commandId: uuidV7(), ...cause };
      const { version } = await this.#evaluations.handle(evaluationId, command, { metadata });
      return version;
    } catch (error) {
      // Returned, withdrawn or decided meanwhile: its score is not wanted any more. Everything else is tried again.
      if (!(error instanceof DomainError && error.kind === 'conflict')) throw error;
      return before;
    }
  }
}

function checks({ version }: Issued, contentHash: string, findings: ReturnType<typeof raisedFrom>[]) {
  return { version, contentHash, occasion: 'background' as const, findings };
}
