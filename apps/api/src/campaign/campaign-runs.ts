import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Pool } from 'pg';
import type { Appended } from '#libs/event-store';
import type { Identity } from '#libs/identity';
import { DomainError } from '#libs/kernel';
import { type Run, type RunKind, Runs } from '#libs/runs';
import { actorOf, type Order } from '../http/order.js';
import { Campaigns, MANAGER } from './campaigns.js';
import { type ReadFile, toldOf } from './read-file.js';
import { Scope, type Wanted } from './scope.js';

/** Work on a whole campaign that the worker does: it is ordered, watched, cancelled and resumed here. */
@Injectable()
export class CampaignRuns {
  constructor(
    private readonly pool: Pool,
    private readonly runs: Runs,
    private readonly campaigns: Campaigns,
    private readonly scope: Scope,
  ) {}

  /** Orders tasks for every unit below one, or for a list of units and projects. */
  async issueTasks(id: string, what: { under: string } | { tasks: readonly Wanted[] }, order: Order) {
    const { fiscalYear } = await this.campaigns.managed(id, order.by);
    const wanted = 'under' in what ? await this.scope.below(what.under) : what.tasks;
    const tasks = await this.scope.tasks(wanted, { campaignId: id, fiscalYear, grants: order.by.grants });
    if (tasks.length === 0) throw new DomainError('invalid', 'campaign.nobody-in-scope', { pointer: '/under' });
    const runId = await this.#prepare(id, 'issue-tasks', tasks, order);
    const done = await this.campaigns.give(id, { type: 'OrderTasks', data: { runId, tasks: tasks.length } }, order);
    return this.#ordered(runId, tasks.length, done);
  }

  /** Orders the scores of everything under review anew. */
  async recompute(id: string, order: Order) {
    await this.campaigns.managed(id, order.by);
    const { rows } = await this.pool.query<{ evaluationId: string }>(
      `select id as "evaluationId" from read.evaluation
        where campaign_id = $1 and stage in ('SUBMITTED', 'FIRST_PASSED') order by id`,
      [id],
    );
    const runId = await this.#prepare(id, 'recompute-scores', rows, order);
    const done = await this.campaigns.give(
      id,
      { type: 'OrderRecompute', data: { runId, evaluations: rows.length } },
      order,
    );
    return this.#ordered(runId, rows.length, done);
  }

  /** Orders that reports are read that came together. */
  async readReports(id: string, files: readonly object[], order: Order) {
    const runId = await this.#prepare(id, 'read-reports', files, order);
    const done = await this.campaigns.give(id, { type: 'OrderReading', data: { runId, files: files.length } }, order);
    return this.#ordered(runId, files.length, done);
  }

  /** What came of each file of a reading, in the order they were packed. */
  async files(id: string, runId: string, identity: Identity): Promise<{ readonly items: readonly ReadFile[] }> {
    const { kind } = await this.#find(id, runId, identity);
    if (kind !== 'read-reports') throw new DomainError('not-found', 'run.not-found');
    return { items: (await this.runs.items(runId)).map(toldOf) };
  }

  async list(id: string, identity: Identity): Promise<{ readonly items: readonly Run[] }> {
    await this.campaigns.managed(id, identity);
    return { items: await this.runs.of(id) };
  }

  async cancel(id: string, runId: string, order: Order): Promise<Run> {
    await this.#find(id, runId, order.by);
    if (!(await this.runs.cancel(runId))) throw new DomainError('conflict', 'run.not-running');
    return this.#find(id, runId, order.by);
  }

  async resume(id: string, runId: string, order: Order): Promise<Run> {
    await this.#find(id, runId, order.by);
    if (!(await this.runs.resume(runId))) throw new DomainError('conflict', 'run.is-running');
    return this.#find(id, runId, order.by);
  }

  async #find(id: string, runId: string, identity: Identity): Promise<Run> {
    await this.campaigns.managed(id, identity);
    const run = UUID.test(runId) ? await this.runs.find(runId) : undefined;
    if (run?.campaignId !== id) throw new DomainError('not-found', 'run.not-found');
    return run;
  }

  async #prepare(campaignId: string, kind: RunKind, items: readonly object[], order: Order): Promise<string> {
    const id = runIdOf(order);
    await this.runs.prepare(
      { id, kind, campaignId, actor: actorOf(order, MANAGER), correlationId: order.correlationId },
      items,
    );
    return id;
  }

  #ordered(runId: string, total: number, { version, position }: Appended) {
    return { runId, total, version, position };
  }
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** One run for one idempotency key of one account, as a UUID of version 8 (RFC 9562). */
export function runIdOf({ by, idempotency: { key } }: Order): string {
  const hash = createHash('sha256').update(`run\n${by.accountId}\n${key}`).digest('hex');
  const [a, b, c, d, e] = [
    hash.slice(0, 8),
    hash.slice(8, 12),
    hash.slice(13, 16),
    hash.slice(17, 20),
    hash.slice(20, 32),
  ];
  return `${a}-${b}-8${c}-8${d}-${e}`;
}
