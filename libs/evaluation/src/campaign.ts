import { type Command, type Decider, type Event, unreachable } from '#libs/kernel';
import type { SectionId } from '#libs/sheet';
import { isSampleRule, type SampleDrawn, sampleOf } from './conclusion/sampling.js';
import type { TaskIssued } from './facts.js';
import { refusal } from './refusals.js';
import type { ReviewRules } from './review-rules.js';
import { wording } from './wording.js';

export type EvaluationKind = TaskIssued['kind'];

/** A scoring scheme (评分方案) as it is fixed: a published version never changes, and its hash says so. */
export interface SchemeRef {
  readonly id: string;
  readonly version: string;
  /** SHA-256 of the scheme's canonical JSON, hex. */
  readonly hash: string;
}

/** What one year's call for self-evaluations (自评通知) asks for. */
export interface CampaignPlan {
  readonly name: string;
  readonly fiscalYear: number;
  /** The bureau or department that runs it. */
  readonly ownerId: string;
  /** ISO 8601, UTC. */
  readonly opensAt: string;
  readonly dueAt: string;
  /** The scheme of each kind of report it asks for; a kind without one is not asked for. */
  readonly schemes: Readonly<Partial<Record<EvaluationKind, SchemeRef>>>;
  /** Sections a report must have (提纲). */
  readonly sections: readonly SectionId[];
  /** Tables a report must have: 基础数据表, 自评表. */
  readonly tables: readonly ('base-data' | 'self-evaluation')[];
  /** Days from 批复 to publication, and from the result to the plan of rectification. */
  readonly publishWithinDays: number;
  readonly rectifyWithinDays: number;
  /** Days from the final result to the order of rectification; campaigns that do not say have FEEDBACK_WITHIN_DAYS. */
  readonly feedbackWithinDays?: number;
  /** Working days each review may take; campaigns that do not say have REVIEW_WITHIN_DAYS. */
  readonly reviewWithinDays?: number;
  /** How its reports are reviewed; the usual way where it is not said. A task keeps what held when it was issued. */
  readonly review?: ReviewRules;
}

const REVIEW_WITHIN_DAYS = 5;

const FEEDBACK_WITHIN_DAYS = 20;

/** Within how many calendar days after the final result the unit is told what to set right. */
export function feedbackLimitOf({ feedbackWithinDays }: Pick<CampaignPlan, 'feedbackWithinDays'>): number {
  return feedbackWithinDays ?? FEEDBACK_WITHIN_DAYS;
}

/** How many working days each review may take in this campaign. */
export function reviewLimitOf({ reviewWithinDays }: Pick<CampaignPlan, 'reviewWithinDays'>): number {
  return reviewWithinDays ?? REVIEW_WITHIN_DAYS;
}

/** The window was moved. */
export interface CampaignExtended {
  readonly dueAt: string;
  readonly before: string;
  readonly reason: string;
}

/** From now on open evaluations of a kind are scored under another version. What was decided keeps its score. */
export interface CampaignSchemeChanged {
  readonly kind: EvaluationKind;
  readonly scheme: SchemeRef;
  readonly before: SchemeRef | null;
  readonly reason: string;
}

/** Tasks were ordered for many units; a job issues them one by one. */
export interface TasksOrdered {
  /** The job's run. */
  readonly runId: string;
  readonly tasks: number;
}

/** All evaluations under review are scored again. */
export interface RecomputeOrdered {
  readonly runId: string;
  readonly evaluations: number;
}

/** Reports that came together are read, each for the evaluation it is about. */
export interface ReadingOrdered {
  readonly runId: string;
  readonly files: number;
}

export type CampaignEvent =
  | Event<'CampaignCreated', CampaignPlan>
  | Event<'CampaignEdited', CampaignPlan>
  | Event<'CampaignOpened', CampaignPlan>
  | Event<'CampaignExtended', CampaignExtended>
  | Event<'CampaignSchemeChanged', CampaignSchemeChanged>
  | Event<'TasksOrdered', TasksOrdered>
  | Event<'RecomputeOrdered', RecomputeOrdered>
  | Event<'ReadingOrdered', ReadingOrdered>
  | Event<'SampleDrawn', SampleDrawn>
  | Event<'CampaignClosed', { readonly reason: string }>;

export type CampaignCommand =
  | Command<'CreateCampaign', CampaignPlan>
  | Command<'EditCampaign', CampaignPlan>
  | Command<'OpenCampaign', Record<string, never>>
  | Command<'ExtendCampaign', { readonly dueAt: string; readonly reason: string }>
  | Command<'ChangeScheme', Omit<CampaignSchemeChanged, 'before'>>
  | Command<'OrderTasks', TasksOrdered>
  | Command<'OrderRecompute', RecomputeOrdered>
  | Command<'OrderReading', ReadingOrdered>
  | Command<'DrawSample', Omit<SampleDrawn, 'chosen'>>
  | Command<'CloseCampaign', { readonly reason: string }>;

export type Campaign =
  | { readonly status: 'unknown' }
  | ({ readonly status: 'created' | 'open' | 'closed' } & CampaignPlan);

/** From which status which command may be given. An extension opens a closed campaign again. */
const STATUSES = {
  CreateCampaign: ['unknown'],
  EditCampaign: ['created'],
  OpenCampaign: ['created'],
  ExtendCampaign: ['open', 'closed'],
  ChangeScheme: ['open'],
  OrderTasks: ['open'],
  OrderRecompute: ['open', 'closed'],
  OrderReading: ['open', 'closed'],
  DrawSample: ['open', 'closed'],
  CloseCampaign: ['open'],
} as const satisfies Record<CampaignCommand['type'], readonly Campaign['status'][]>;

const REASON = { least: 2, most: 2_000 };

/** A campaign is created, edited until it is opened, and may then be extended; its year and owner never change. */
export const campaign: Decider<Campaign, CampaignCommand, CampaignEvent> = {
  initial: { status: 'unknown' },

  decide: (command, state) => {
    const allowed: readonly Campaign['status'][] = STATUSES[command.type];
    if (!allowed.includes(state.status)) throw refusal('campaign.wrong-status', { status: state.status, allowed });
    switch (command.type) {
      case 'CreateCampaign':
        checkPlan(command.data);
        return [{ type: 'CampaignCreated', data: command.data }];
      case 'EditCampaign':
        checkPlan(command.data);
        if (command.data.fiscalYear !== planOf(state).fiscalYear || command.data.ownerId !== planOf(state).ownerId)
          throw refusal('campaign.year-and-owner-stay', { pointer: '/fiscalYear' });
        return [{ type: 'CampaignEdited', data: command.data }];
      case 'OpenCampaign': {
        const plan = planOf(state);
        if (Object.keys(plan.schemes).length === 0) throw refusal('campaign.no-scheme', { pointer: '/schemes' });
        return [{ type: 'CampaignOpened', data: plan }];
      }
      case 'ExtendCampaign': {
        const { dueAt, reason } = command.data;
        const { dueAt: before } = planOf(state);
        throwIf(wording(reason, '/reason', REASON));
        if (dueAt <= before) throw refusal('campaign.extension-ends-earlier', { pointer: '/dueAt', before });
        return [{ type: 'CampaignExtended', data: { dueAt, before, reason } }];
      }
      case 'ChangeScheme': {
        const { kind, scheme, reason } = command.data;
        const before = planOf(state).schemes[kind] ?? null;
        throwIf(wording(reason, '/reason', REASON));
        if (before?.hash === scheme.hash) return [];
        return [{ type: 'CampaignSchemeChanged', data: { kind, scheme, before, reason } }];
      }
      case 'OrderTasks':
        return [{ type: 'TasksOrdered', data: command.data }];
      case 'OrderRecompute':
        return [{ type: 'RecomputeOrdered', data: command.data }];
      case 'OrderReading':
        return [{ type: 'ReadingOrdered', data: command.data }];
      case 'DrawSample': {
        const { rule, seed, population } = command.data;
        if (!isSampleRule(rule)) throw refusal('campaign.sample-rule-unfit', { pointer: '/rule' });
        const chosen = sampleOf(population, rule, seed);
        if (chosen.length === 0) throw refusal('campaign.nothing-to-sample');
        return [{ type: 'SampleDrawn', data: { ...command.data, chosen } }];
      }
      case 'CloseCampaign':
        throwIf(wording(command.data.reason, '/reason', REASON));
        return [{ type: 'CampaignClosed', data: command.data }];
      default:
        return unreachable(command);
    }
  },

  evolve: (state, event) => {
    switch (event.type) {
      case 'CampaignCreated':
      case 'CampaignEdited':
        return { status: 'created', ...event.data };
      case 'CampaignOpened':
        return { status: 'open', ...event.data };
      default:
        return state.status === 'unknown' ? state : changed(state, event);
    }
  },
};

function changed(state: Exclude<Campaign, { status: 'unknown' }>, event: CampaignEvent): Campaign {
  switch (event.type) {
    case 'CampaignExtended':
      return { ...state, status: 'open', dueAt: event.data.dueAt };
    case 'CampaignSchemeChanged':
      return { ...state, schemes: { ...state.schemes, [event.data.kind]: event.data.scheme } };
    case 'CampaignClosed':
      return { ...state, status: 'closed' };
    default:
      return state;
  }
}

/** The plan of a campaign that exists. */
export function planOf(state: Campaign): CampaignPlan {
  if (state.status === 'unknown') throw refusal('campaign.wrong-status', { status: state.status });
  const { status: _, ...plan } = state;
  return plan;
}

function checkPlan({ opensAt, dueAt }: CampaignPlan): void {
  if (dueAt <= opensAt) throw refusal('campaign.window-ends-before-it-opens', { pointer: '/dueAt' });
}

function throwIf(refused: Error | null): void {
  if (refused) throw refused;
}

/** Shapes that were written once (G-7): the first campaigns had neither schemes nor demands. */
export const UPCASTERS = {
  CampaignOpened: [
    (data: unknown): unknown => ({
      ...{ schemes: {}, sections: [], tables: [], publishWithinDays: 20, rectifyWithinDays: 30 },
      ...(data as object),
    }),
  ],
} as const;
