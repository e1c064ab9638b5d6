import { type Finding, type Occasion, type OtherReport, RULES } from '#libs/crosscheck';
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
  type Issued,
  isDecided,
  planOf,
  STAGES_OF,
} from '#libs/evaluation';
import { type EventStore, Handler, uuidV7 } from '#libs/event-store';
import { examine, raisedFrom } from '#libs/examination';
import type { Due } from '#libs/jobs';
import { DomainError } from '#libs/kernel';
import type { Schemes } from '#libs/schemes';
import { type Scheme, type Score, summary } from '#libs/scoring';
import type { Reports } from './reports.js';

const SCORER = { personId: 'system:scoring', accountId: 'system:scoring', role: 'system', memberOf: [] };
const SCORED: readonly string[] = STAGES_OF.RecordScore;

/** A command without who gives it and when. */
type Wish = Pick<EvaluationCommand, 'type' | 'data'>;

/** What caused a computation: the request it belongs to, and the event, where there is one. */
export interface Cause {
  readonly correlationId: string;
  readonly causationId?: string;
}

/**
 * The system's own score of a version, and the findings of the cross-checks: from the log and never from the job, recorded
 * where they differ from what is recorded. A job that comes late, after a return, changes nothing; one that comes twice
 * neither; a decision keeps the score it has.
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

  /** After a submission, beside the other reports of the campaign. Appends to the log, and has no effect besides. */
  async run({ evaluationId, position }: Due): Promise<undefined> {
    const [event] = await this.store.readAll(position - 1, 1);
    const { state } = await this.#evaluations.load(evaluationId);
    const plan = state.stage === 'NEW' ? undefined : await this.planOf(state.task.campaignId);
    if (state.stage === 'NEW' || plan === undefined || !SCORED.includes(state.stage)) return;
    const others = await this.reports.beside(evaluationId, state);
    const cause = event === undefined ? {} : { causationId: event.id };
    await this.#record(
      evaluationId,
      state,
      { plan, others },
      { correlationId: event?.correlationId ?? uuidV7(), ...cause },
    );
  }

  /** Under the plan as it stands; what others wrote is not looked at again. Answers `recorded`, `same` or `not-under-review`. */
  async recompute(evaluationId: string, plan: CampaignPlan, cause: Cause): Promise<string> {
    const { state } = await this.#evaluations.load(evaluationId);
    if (state.stage === 'NEW' || !SCORED.includes(state.stage)) return 'not-under-review';
    return (await this.#record(evaluationId, state, { plan }, cause)) ? 'recorded' : 'same';
  }

  /** What the campaign asks for now; undefined when there is no such campaign. */
  async planOf(campaignId: string): Promise<CampaignPlan | undefined> {
    const { state } = await this.#campaigns.load(campaignId);
    return state.status === 'unknown' ? undefined : planOf(state);
  }

  /** Whether something was new. */
  async #record(
    id: string,
    state: Issued,
    { plan, others }: { readonly plan: CampaignPlan; readonly others?: readonly OtherReport[] },
    cause: Cause,
  ): Promise<boolean> {
    if (isDecided(state.stage) && state.score?.version === state.version) return false;
    const fixed = plan.schemes[state.task.kind];
    const scheme = (fixed && (await this.schemes.find(fixed.id, fixed.version))) ?? null;
    const occasions: readonly Occasion[] = others === undefined ? ALONE : [...ALONE, 'background'];
    const { score, findings } = examine(state, { plan, scheme, others: others ?? [] }, occasions);
    const wishes: Wish[] = [];
    if (scheme !== null && score !== null) wishes.push(scored(state, scheme, score));
    if (!isDecided(state.stage) && state.submittedHash !== null)
      wishes.push(...checks(state, state.submittedHash, findings, others !== undefined));

    const at = this.now().toISOString();
    const orders = wishes.map((wish) => ({ ...wish, by: SCORER, at }) as EvaluationCommand);
    try {
      const metadata = { actor: SCORER, commandId: uuidV7(), ...cause };
      return (await this.#evaluations.handle(id, orders, { metadata })).position >= 0;
    } catch (error) {
      // Returned, withdrawn or decided meanwhile: its score is not wanted any more. Everything else is tried again.
      if (!(error instanceof DomainError && error.kind === 'conflict')) throw error;
      return false;
    }
  }
}

function scored({ version }: Issued, { file, hash }: Scheme, score: Score): Wish {
  const { id, version: schemeVersion } = file;
  const scheme = { id, version: schemeVersion, hash };
  return { type: 'RecordScore', data: { version, scheme, inputHash: score.inputHash, score: summary(score) } };
}

/**
 * What the rules find now, by occasion. How the matter went is not asked again: that was so when it was submitted. Under a
 * changed scheme a report can have other findings than when it was submitted; what finds the same is not recorded again.
 */
function checks(state: Issued, contentHash: string, findings: readonly Finding[], beside: boolean): Wish[] {
  const compared = findings.filter(({ rule }) => COMPARING.has(rule)).map(raisedFrom);
  const alone = findings.filter(({ rule }) => !COMPARING.has(rule)).map(raisedFrom);
  const ofProcess = state.findings.submission.filter(({ rule }) => OF_PROCESS.has(rule));
  const of = { version: state.version, contentHash };
  return [
    { type: 'RecordChecks', data: { ...of, occasion: 'submission', findings: [...alone, ...ofProcess] } },
    ...(beside
      ? [{ type: 'RecordChecks' as const, data: { ...of, occasion: 'background' as const, findings: compared } }]
      : []),
  ];
}

/** What is found in a report by itself. */
const ALONE: readonly Occasion[] = ['save', 'submit'];
const rulesOf = (occasion: Occasion) => new Set(RULES.filter(({ runs }) => runs === occasion).map(({ id }) => id));
const COMPARING = rulesOf('background');
const OF_PROCESS = rulesOf('process');
