import { createHash, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { CampaignPlan, EvaluationCommand } from '#libs/evaluation';
import { DomainError } from '#libs/kernel';
import { HandleEvaluation } from '../evaluation/handle-evaluation.js';
import { actorOf, metadataOf, type Order } from '../http/order.js';
import { Campaigns, MANAGER } from './campaigns.js';
import { Scope, type ScopedTask } from './scope.js';

export interface IssuedTask {
  readonly unitId: string;
  readonly evaluationId: string;
  /** `already-issued`: the unit had the task before, through another order. */
  readonly outcome: 'issued' | 'already-issued';
}

/** Tasks issued at once, for the few units that a person names by hand; runs do it for many. */
@Injectable()
export class Tasks {
  constructor(
    private readonly bus: CommandBus,
    private readonly campaigns: Campaigns,
    private readonly scope: Scope,
  ) {}

  /** Broken off midway and repeated under the same key it goes on where it stopped; a unit that has the task keeps it. */
  async issue(
    id: string,
    unitIds: readonly string[],
    order: Order,
  ): Promise<{ tasks: IssuedTask[]; position: number }> {
    order.known.command = { type: 'IssueTask', target: `campaign-${id}` };
    const campaign = await this.campaigns.managed(id, order.by);
    if (campaign.status !== 'open')
      throw new DomainError('conflict', 'campaign.wrong-status', { status: campaign.status, allowed: ['open'] });
    const wanted = [...new Set(unitIds)].map((unitId) => ({ unitId, project: null }));
    const { fiscalYear, dueAt, review } = campaign;
    const terms = { dueAt, ...(review && { review }) };
    const scoped = await this.scope.tasks(wanted, { campaignId: id, fiscalYear, grants: order.by.grants });
    const tasks: IssuedTask[] = [];
    let position = -1;
    for (let n = 0; n < scoped.length; n += AT_ONCE) {
      const issued = await Promise.all(scoped.slice(n, n + AT_ONCE).map((one) => this.#issue(one, terms, order)));
      tasks.push(...issued.map(({ task }) => task));
      position = Math.max(position, ...issued.map((one) => one.position));
    }
    return { tasks, position };
  }

  async #issue({ evaluationId, task }: ScopedTask, terms: Pick<CampaignPlan, 'dueAt' | 'review'>, order: Order) {
    const { unitId } = task;
    const actor = actorOf(order, MANAGER);
    const command: EvaluationCommand = { type: 'IssueTask', data: { ...task, ...terms }, by: actor, at: order.at };
    const metadata = { ...metadataOf(order, actor), commandId: randomUUID(), idempotency: ownKey(order, unitId) };
    try {
      const { position } = await this.bus.execute(new HandleEvaluation(evaluationId, command, metadata));
      return { task: { unitId, evaluationId, outcome: 'issued' as const }, position };
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'evaluation.wrong-stage') throw error;
      return { task: { unitId, evaluationId, outcome: 'already-issued' as const }, position: -1 };
    }
  }
}

/** Appends of one round trip; the log joins them into few transactions. */
const AT_ONCE = 50;

/** Each unit's task has a key of its own, made from the order's: so a repeated order finds what it did for each. */
function ownKey({ idempotency: { key, requestHash } }: Order, unitId: string): { key: string; requestHash: string } {
  return { key: createHash('sha256').update(`${key}\n${unitId}`).digest('hex'), requestHash };
}
