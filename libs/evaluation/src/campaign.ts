import { type Command, type Decider, type Event, unreachable } from '#libs/kernel';
import { refusal } from './refusals.js';

/** One year's call for self-evaluations (自评通知). */
export interface CampaignOpened {
  readonly name: string;
  readonly fiscalYear: number;
  /** The bureau or department that runs it. */
  readonly ownerId: string;
  /** ISO 8601, UTC. */
  readonly opensAt: string;
  readonly dueAt: string;
}

export type CampaignEvent = Event<'CampaignOpened', CampaignOpened>;
export type CampaignCommand = Command<'OpenCampaign', CampaignOpened>;
export type Campaign = { readonly status: 'unknown' } | ({ readonly status: 'open' } & CampaignOpened);

/** A campaign is opened once, for a window that ends after it begins. */
export const campaign: Decider<Campaign, CampaignCommand, CampaignEvent> = {
  initial: { status: 'unknown' },

  decide: (command, state) => {
    switch (command.type) {
      case 'OpenCampaign':
        if (state.status === 'open') throw refusal('campaign.already-open');
        if (command.data.dueAt <= command.data.opensAt)
          throw refusal('campaign.window-ends-before-it-opens', { pointer: '/dueAt' });
        return [{ type: 'CampaignOpened', data: command.data }];
      default:
        return unreachable(command.type);
    }
  },

  evolve: (state, event) => (event.type === 'CampaignOpened' ? { status: 'open', ...event.data } : state),
};
