import type { components } from './schema.js';

/** What the API answers, under the names the interface speaks of; the types are made from its description. */
type Answers = components['schemas'];

export type Text = Answers['TextAnswer'];

/** One page of a list; `freshAsOf` is the position of the log it contains at least. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
  readonly freshAsOf: number;
}

/** One page of the registry, which is always fresh. */
export type PlainPage<T> = Omit<Page<T>, 'freshAsOf'>;

export type Session = Answers['SessionAnswer'];
export type Grant = Answers['GrantAnswer'];
/** A row of a list; `lastType` and `lastAt` in those of what the person did, the notice in that of what he was told. */
export type EvaluationRow = Answers['EvaluationRowAnswer'] &
  Partial<Answers['ActedRowAnswer']> &
  Partial<Answers['CopiedRowAnswer']>;
export type Notice = Answers['NotificationAnswer'];
export type TrailRow = Answers['TrailRowAnswer'];
export type Campaign = Answers['CampaignAnswer'];
export type IssuedTasks = Answers['IssuedTasksAnswer'];
export type OrderedRun = Answers['OrderedRunAnswer'];
export type ReadFile = Answers['ReadFileAnswer'];
export type Unit = Answers['UnitAnswer'];
export type Person = Answers['PersonAnswer'];
export type Account = Answers['AccountAnswer'];
export type Calendar = Answers['CalendarAnswer'];
export type AuditIndicators = Answers['AuditIndicatorsAnswer'];
