import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Pool } from 'pg';
import { type CampaignEvent, type SampleDrawn, type SampleRule, type Stratum, sampleOf } from '#libs/evaluation';
import { EventStore } from '#libs/event-store';
import type { Identity } from '#libs/identity';
import { Runs } from '#libs/runs';
import { actorOf, type Order } from '../http/order.js';
import { runIdOf } from './campaign-runs.js';
import { Campaigns, MANAGER } from './campaigns.js';

/** A draw as it is told: how many there were, and on which it fell. */
export interface Sample extends Pick<SampleDrawn, 'sampleId' | 'rule' | 'seed' | 'chosen'> {
  readonly drawnAt: string;
  readonly drawnBy: string;
  readonly population: number;
  readonly departments: number;
}

/** Draws of approved evaluations for recheck (抽查). The seed is the system's, so who draws cannot choose what is drawn. */
@Injectable()
export class Samples {
  constructor(
    private readonly pool: Pool,
    private readonly store: EventStore,
    private readonly runs: Runs,
    private readonly campaigns: Campaigns,
  ) {}

  /** Draws among what is approved now; a run in the background tells each evaluation on which it fell. */
  async draw(id: string, rule: SampleRule, order: Order) {
    await this.campaigns.managed(id, order.by);
    const population = await this.#approved(id);
    const seed = randomBytes(16).toString('hex');
    const sampleId = runIdOf(order);
    const items = sampleOf(population, rule, seed).map((evaluationId) => ({ evaluationId }));
    const actor = actorOf(order, MANAGER);
    const run = { id: sampleId, kind: 'select-for-recheck', campaignId: id, actor } as const;
    await this.runs.prepare({ ...run, correlationId: order.correlationId }, items);
    const data = { sampleId, rule, seed, population };
    const { version, position } = await this.campaigns.give(id, { type: 'DrawSample', data }, order);
    return { runId: sampleId, version, position };
  }

  /** The draws of a campaign, the newest first. */
  async list(id: string, identity: Identity): Promise<{ readonly items: readonly Sample[] }> {
    await this.campaigns.managed(id, identity);
    const { events } = await this.store.read<CampaignEvent>(`campaign-${id}`);
    const items = events.flatMap(({ type, data, recordedAt, actor }) => {
      if (type !== 'SampleDrawn') return [];
      const { sampleId, rule, seed, chosen, population } = data as SampleDrawn;
      const many = population.reduce((sum, { evaluationIds }) => sum + evaluationIds.length, 0);
      const drawn = { drawnAt: recordedAt, drawnBy: actor.personId };
      return [{ sampleId, rule, seed, chosen, ...drawn, population: many, departments: population.length }];
    });
    return { items: items.reverse() };
  }

  async #approved(campaignId: string): Promise<readonly Stratum[]> {
    const { rows } = await this.pool.query<Stratum>(
      `select department_id as "departmentId", array_agg(id order by id) as "evaluationIds"
         from read.evaluation where campaign_id = $1 and stage = 'APPROVED' group by 1 order by 1`,
      [campaignId],
    );
    return rows;
  }
}
