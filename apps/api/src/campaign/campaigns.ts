import { Injectable } from '@nestjs/common';
import { Pool } from 'pg';
import {
  type Campaign,
  type CampaignCommand,
  type CampaignPlan,
  type EvaluationKind,
  feedbackLimitOf,
  planOf,
  reviewLimitOf,
  type SchemeRef,
} from '#libs/evaluation';
import type { Appended } from '#libs/event-store';
import type { Identity } from '#libs/identity';
import { DomainError } from '#libs/kernel';
import { Registry } from '#libs/registry';
import { Schemes } from '#libs/schemes';
import { CampaignHandler } from '../evaluation/evaluation-streams.js';
import { Reach } from '../evaluation/reach.js';
import { actorOf, metadataOf, type Order } from '../http/order.js';

export const MANAGER = 'campaign-manager';

/** A command without who gives it and when. */
type Wish = { [C in CampaignCommand as C['type']]: Pick<C, 'type' | 'data'> }[CampaignCommand['type']];

/** Campaigns (自评通知), for those within whose reach they are. */
@Injectable()
export class Campaigns {
  constructor(
    private readonly pool: Pool,
    private readonly handler: CampaignHandler,
    private readonly registry: Registry,
    private readonly reach: Reach,
    private readonly schemes: Schemes,
  ) {}

  /** Creates the year's campaign of a division. Its owner lies within the manager's reach and in the division. */
  async create(divisionCode: string, plan: CampaignPlan, order: Order): Promise<Appended & { readonly id: string }> {
    const id = `${divisionCode}-${plan.fiscalYear}`;
    order.known.command = { type: 'CreateCampaign', target: `campaign-${id}` };
    const within = await this.reach.covers(order.by.grants, [MANAGER], plan.ownerId);
    if (!within || (await this.registry.units.find(plan.ownerId)).divisionCode !== divisionCode)
      throw new DomainError('not-found', 'campaign.owner-out-of-reach', { pointer: '/ownerId' });
    return { id, ...(await this.#give(id, { type: 'CreateCampaign', data: plan }, order)) };
  }

  /** Gives the order to a campaign that the manager runs. */
  async give(id: string, wish: Wish, order: Order): Promise<Appended> {
    order.known.command = { type: wish.type, target: `campaign-${id}` };
    await this.managed(id, order.by);
    return this.#give(id, wish, order);
  }

  /** The campaign as it stands. Refuses (not found) one that the person does not manage. */
  async managed(id: string, { grants }: Identity): Promise<Exclude<Campaign, { status: 'unknown' }>> {
    const { state } = await this.handler.load(id);
    if (state.status === 'unknown' || !(await this.reach.covers(grants, [MANAGER], state.ownerId)))
      throw new DomainError('not-found', 'campaign.not-found');
    return state;
  }

  /** A version of a scheme as a campaign fixes it; `text` is `<id>@<version>`. Refuses one that is none, or of another kind. */
  async scheme(text: string, kind: EvaluationKind, pointer: string): Promise<SchemeRef> {
    const [id = '', version = ''] = text.split('@');
    const scheme = await this.schemes.find(id, version);
    if (scheme === undefined) throw new DomainError('not-found', 'scheme.not-found', { pointer, id, version });
    if (scheme.file.kind !== kind) throw new DomainError('invalid', 'scheme.of-another-kind', { pointer, kind });
    return { id, version, hash: scheme.hash };
  }

  /** One campaign, open to the person as in the list. */
  async find(id: string, identity: Identity) {
    const { state, version } = await this.handler.load(id);
    if (state.status === 'unknown' || !(await this.#concerns(state.ownerId, identity)))
      throw new DomainError('not-found', 'campaign.not-found');
    return { id, version, status: state.status, ...told(planOf(state)) };
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
      if (state.status !== 'unknown' && (await this.#concerns(state.ownerId, identity)))
        items.push({ id, version, status: state.status, ...told(planOf(state)) });
    }
    return { items };
  }

  #give(id: string, wish: Wish, order: Order): Promise<Appended> {
    const actor = actorOf(order, MANAGER);
    const command = { ...wish, by: actor, at: order.at } as CampaignCommand;
    return this.handler.handle(id, command, { metadata: metadataOf(order, actor) });
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

/** The plan with what holds where it says nothing. */
const told = (plan: CampaignPlan) => ({
  ...plan,
  feedbackWithinDays: feedbackLimitOf(plan),
  reviewWithinDays: reviewLimitOf(plan),
});
