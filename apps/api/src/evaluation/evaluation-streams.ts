import { Injectable } from '@nestjs/common';
import {
  type Campaign,
  type CampaignCommand,
  type CampaignEvent,
  campaign,
  type Evaluation,
  type EvaluationCommand,
  type EvaluationEvent,
  evaluation,
} from '#libs/evaluation';
import { EventStore, Handler } from '#libs/event-store';

/** Streams `evaluation-<division>-<unit code>-<year>-<kind>`. */
@Injectable()
export class EvaluationHandler extends Handler<Evaluation, EvaluationCommand, EvaluationEvent> {
  constructor(store: EventStore) {
    super(store, evaluation, { prefix: 'evaluation' });
  }
}

/** Streams `campaign-<division>-<year>`. */
@Injectable()
export class CampaignHandler extends Handler<Campaign, CampaignCommand, CampaignEvent> {
  constructor(store: EventStore) {
    super(store, campaign, { prefix: 'campaign' });
  }
}
