/**
 * The jobs there are: names, payloads, ids. A job says what to look at, never what to believe: ids only, no personal
 * data. Producers and consumers share this and nothing else.
 */
export const HANDLERS = ['recompute-scores', 'notify', 'assign-reviewers'] as const;
export type HandlerName = (typeof HANDLERS)[number];

/** All queues: one for each handler of events, and `deliver` for what leaves the house. */
export const QUEUES = [...HANDLERS, 'deliver'] as const;
export type QueueName = (typeof QUEUES)[number];

/** What a handler's job carries: the event that made it due. */
export interface Due {
  readonly position: number;
  readonly evaluationId: string;
}

/** What a job of `deliver` carries: the row to look at. */
export interface ToDeliver {
  readonly delivery: number;
}

/** Which event makes which job due. */
export const DUE: Readonly<Record<string, readonly HandlerName[]>> = {
  TaskIssued: ['notify'],
  UnitChecked: ['notify'],
  UnitSigned: ['notify'],
  EvaluationSubmitted: ['recompute-scores', 'notify', 'assign-reviewers'],
  FirstReviewPassed: ['notify'],
  PassRevoked: ['notify'],
  ReviewerAssigned: ['notify'],
  ReviewerMissing: ['notify'],
  ReviewerRecused: ['assign-reviewers'],
  ExpertAsked: ['notify'],
  ExpertAnswered: ['notify'],
  EvaluationReturned: ['notify'],
  SecondReviewPassed: ['notify'],
  SampledForRecheck: ['notify'],
  RecheckRecorded: ['notify'],
  EvaluationFinalized: ['notify'],
  RectificationOrdered: ['notify'],
  RectificationReplied: ['notify'],
  RectificationRejected: ['notify'],
  RectificationClosed: ['notify'],
  EvaluationPublished: ['notify'],
  PublicationCorrected: ['notify'],
};

/** The job's id in its queue, of the position or the delivery: while the job is kept, adding it again changes nothing. No ':' and not all digits. */
export function jobId(queue: QueueName, number: number): string {
  return `${queue}-${number}`;
}
