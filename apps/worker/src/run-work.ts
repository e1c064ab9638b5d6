import { createHash } from 'node:crypto';
import {
  type Campaign,
  type CampaignCommand,
  type CampaignEvent,
  type CampaignPlan,
  campaign,
  type Evaluation,
  type EvaluationCommand,
  type EvaluationEvent,
  evaluation,
  type TaskIssued,
} from '#libs/evaluation';
import { type EventStore, Handler, uuidV7 } from '#libs/event-store';
import { DomainError, unreachable } from '#libs/kernel';
import type { Outcome, RunOrder } from '#libs/runs';
import type { ReadReports, ReportFile } from './read-reports.js';
import type { RecomputeScores } from './recompute-scores.js';

const SAMPLER = { personId: 'system:sampling', accountId: 'system:sampling', role: 'system', memberOf: [] };

/** Items done side by side; the log joins their appends. */
const AT_ONCE = 25;

/** Does the items of a run. A refusal is an outcome; a fault ends the step, which is tried again. */
export class RunWork {
  readonly #evaluations: Handler<Evaluation, EvaluationCommand, EvaluationEvent>;
  readonly #campaigns: Handler<Campaign, CampaignCommand, CampaignEvent>;

  constructor(
    store: EventStore,
    private readonly scores: RecomputeScores,
    /** Where files are kept; nobody orders that they are read elsewhere. */
    private readonly reports?: ReadReports,
    private readonly now: () => Date = () => new Date(),
  ) {
    this.#evaluations = new Handler(store, evaluation, { prefix: 'evaluation' });
    this.#campaigns = new Handler(store, campaign, { prefix: 'campaign' });
  }

  async do(run: RunOrder, items: readonly unknown[]): Promise<readonly Outcome[]> {
    const plan = await this.scores.planOf(run.campaignId);
    const outcomes: Outcome[] = [];
    for (let n = 0; n < items.length; n += AT_ONCE)
      outcomes.push(...(await Promise.all(items.slice(n, n + AT_ONCE).map((item) => this.#one(run, item, plan)))));
    return outcomes;
  }

  async #one(run: RunOrder, item: unknown, plan: CampaignPlan | undefined): Promise<Outcome> {
    try {
      switch (run.kind) {
        case 'issue-tasks':
          return await this.#issue(run, item as { evaluationId: string; task: Omit<TaskIssued, 'dueAt'> });
        case 'recompute-scores':
          if (plan === undefined) return 'failed: campaign.not-found';
          return await this.scores.recompute((item as { evaluationId: string }).evaluationId, plan, {
            correlationId: run.correlationId,
          });
        case 'select-for-recheck':
          return await this.#select(run, item as { evaluationId: string });
        case 'read-reports':
          if (this.reports === undefined) throw new Error('this worker reaches no files');
          return await this.reports.read(run, item as ReportFile);
        default:
          return unreachable(run.kind);
      }
    } catch (error) {
      if (error instanceof DomainError) return `failed: ${error.code}`;
      throw error;
    }
  }

  /** The draw is in the log; this tells each evaluation on which it fell. One whose result was fixed meanwhile is none any more. */
  async #select(
    { id: sampleId, correlationId }: RunOrder,
    { evaluationId }: { evaluationId: string },
  ): Promise<string> {
    const { state } = await this.#evaluations.load(evaluationId);
    if (state.stage !== 'NEW' && state.conclusion.sampleId !== null) return 'already-selected';
    const command: EvaluationCommand = {
      ...{ type: 'SelectForRecheck', data: { sampleId } },
      ...{ by: SAMPLER, at: this.now().toISOString() },
    };
    await this.#evaluations.handle(evaluationId, command, {
      metadata: { actor: SAMPLER, commandId: uuidV7(), correlationId },
    });
    return 'selected';
  }

  /** A unit that has the task keeps it. */
  async #issue(
    { id, campaignId, actor, correlationId }: RunOrder,
    item: { evaluationId: string; task: Omit<TaskIssued, 'dueAt'> },
  ) {
    const { state } = await this.#campaigns.load(campaignId);
    if (state.status !== 'open') return 'failed: campaign.wrong-status';
    const data = { ...item.task, dueAt: state.dueAt, ...(state.review && { review: state.review }) };
    const command: EvaluationCommand = { type: 'IssueTask', data, by: actor, at: this.now().toISOString() };
    const key = createHash('sha256').update(`${id}\n${item.evaluationId}`).digest('hex');
    const metadata = { actor, commandId: uuidV7(), correlationId, idempotency: { key, requestHash: key } };
    try {
      await this.#evaluations.handle(item.evaluationId, command, { metadata });
      return 'issued';
    } catch (error) {
      if (error instanceof DomainError && error.code === 'evaluation.wrong-stage') return 'already-issued';
      throw error;
    }
  }
}
