import { createHash, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Pool } from 'pg';
import type { CampaignOpened, EvaluationCommand, TaskIssued } from '#libs/evaluation';
import type { Appended } from '#libs/event-store';
import type { Identity } from '#libs/identity';
import { DomainError } from '#libs/kernel';
import { Registry, type UnitRow } from '#libs/registry';
import { CampaignHandler } from '../evaluation/evaluation-streams.js';
import { HandleEvaluation } from '../evaluation/handle-evaluation.js';
import { Reach } from '../evaluation/reach.js';
import { actorOf, metadataOf, type Order } from '../http/order.js';

const MANAGER = 'campaign-manager';

export interface IssuedTask {
  readonly unitId: string;
  readonly evaluationId: string;
  /** `already-issued`: the unit had the task before, through another order. */
  readonly outcome: 'issued' | 'already-issued';
}

/** Campaigns (自评通知) and the tasks they issue. */
@Injectable()
export class Campaigns {
  constructor(
    private readonly pool: Pool,
    private readonly bus: CommandBus,
    private readonly handler: CampaignHandler,
    private readonly registry: Registry,
    private readonly reach: Reach,
  ) {}

  async open(
    divisionCode: string,
    campaign: CampaignOpened,
    order: Order,
  ): Promise<Appended & { readonly id: string }> {
    const id = `${divisionCode}-${campaign.fiscalYear}`;
    order.known.command = { type: 'OpenCampaign', target: `campaign-${id}` };
    const owner = (await this.#within(order.by, [campaign.ownerId]))[0];
    if (owner?.divisionCode !== divisionCode)
      throw new DomainError('not-found', 'campaign.owner-out-of-reach', { pointer: '/ownerId' });
    const actor = actorOf(order, MANAGER);
    const done = await this.handler.handle(
      id,
      { type: 'OpenCampaign', data: campaign, by: actor, at: order.at },
      { metadata: metadataOf(order, actor) },
    );
    return { id, ...done };
  }

  /**
   * Issues the task to each unit. Broken off midway and repeated under the same key it goes on where it stopped; a unit
   * that has the task keeps it.
   */
  async issueTasks(
    id: string,
    unitIds: readonly string[],
    order: Order,
  ): Promise<{ tasks: IssuedTask[]; position: number }> {
    order.known.command = { type: 'IssueTask', target: `campaign-${id}` };
    const { state } = await this.handler.load(id);
    if (state.status !== 'open' || !(await this.reach.covers(order.by.grants, [MANAGER], state.ownerId)))
      throw new DomainError('not-found', 'campaign.not-found');
    const units = await this.#within(order.by, unitIds);
    const divisionCode = id.split('-', 1)[0];
    if (units.length !== new Set(unitIds).size || units.some((unit) => unit.divisionCode !== divisionCode))
      throw new DomainError('not-found', 'campaign.unit-out-of-reach', { pointer: '/unitIds' });

    const tasks: IssuedTask[] = [];
    let position = -1;
    for (let n = 0; n < units.length; n += AT_ONCE) {
      const issued = await Promise.all(units.slice(n, n + AT_ONCE).map((unit) => this.#issue(id, unit, state, order)));
      tasks.push(...issued.map(({ task }) => task));
      position = Math.max(position, ...issued.map((one) => one.position));
    }
    return { tasks, position };
  }

  /** Those open to the person: run by a unit above or below one of the person's own. In order of division and year. */
  async list(identity: Identity) {
    const { rows } = await this.pool.query<{ id: string }>(
      // A campaign's first event begins its stream; the log's own index of streams finds them, and they are few.
      `select substr(stream, 10) as id from log.event
        where stream > 'campaign-' and stream < 'campaign.' and version = 1 order by stream limit 1000`,
    );
    const items = [];
    for (const { id } of rows) {
      const { state, version } = await this.handler.load(id);
      if (state.status === 'open' && (await this.#concerns(state.ownerId, identity))) {
        const { status, ...campaign } = state;
        items.push({ id, status, version, ...campaign });
      }
    }
    return { items };
  }

  async #issue(campaignId: string, unit: UnitRow, { fiscalYear, dueAt }: CampaignOpened, order: Order) {
    const evaluationId = `${unit.divisionCode}-${unit.code}-${fiscalYear}-unit`;
    const data: TaskIssued = {
      campaignId,
      unitId: unit.id,
      unitName: unit.name,
      departmentId: unit.parentId ?? unit.id,
      fiscalYear,
      kind: 'whole-unit',
      dueAt,
    };
    const actor = actorOf(order, MANAGER);
    const command: EvaluationCommand = { type: 'IssueTask', data, by: actor, at: order.at };
    const metadata = { ...metadataOf(order, actor), commandId: randomUUID(), idempotency: ownKey(order, unit.id) };
    try {
      const { position } = await this.bus.execute(new HandleEvaluation(evaluationId, command, metadata));
      return { task: { unitId: unit.id, evaluationId, outcome: 'issued' as const }, position };
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'evaluation.wrong-stage') throw error;
      return { task: { unitId: unit.id, evaluationId, outcome: 'already-issued' as const }, position: -1 };
    }
  }

  /** The units that exist and lie at or below one the person manages campaigns for. */
  async #within({ grants }: Identity, unitIds: readonly string[]): Promise<UnitRow[]> {
    const units: UnitRow[] = [];
    for (const unitId of new Set(unitIds))
      if (await this.reach.covers(grants, [MANAGER], unitId)) units.push(await this.registry.units.find(unitId));
    return units;
  }

  async #concerns(ownerId: string, { grants }: Identity): Promise<boolean> {
    const above = await this.registry.units.andAbove(ownerId);
    for (const { unitId } of grants) {
      if (unitId === null) continue;
      if (above.includes(unitId) || (await this.registry.units.andAbove(unitId)).includes(ownerId)) return true;
    }
    return false;
  }
}

/** Appends of one round trip; the log joins them into few transactions. */
const AT_ONCE = 50;

/** Each unit's task has a key of its own, made from the order's: so a repeated order finds what it did for each. */
function ownKey({ idempotency: { key, requestHash } }: Order, unitId: string): { key: string; requestHash: string } {
  return { key: createHash('sha256').update(`${key}\n${unitId}`).digest('hex'), requestHash };
}
