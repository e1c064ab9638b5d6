import type { Process } from '#libs/crosscheck';
import { type CampaignPlan, type Dated, evaluation, isDecided } from '#libs/evaluation';
import { dayOf, processOf } from './conduct.js';

type Plan = Pick<CampaignPlan, 'dueAt'>;
type Fact<Type extends Dated['type']> = Extract<Dated, { type: Type }>;

const last = <Type extends Dated['type']>(history: readonly Dated[], type: Type): Fact<Type> | undefined =>
  history.findLast((event): event is Fact<Type> => event.type === type);

/**
 * How a matter went, read from its whole record: for the rules of process once it is decided, as an auditor reads it. Null
 * before its task was issued. `at`: the moment of reading, ISO 8601.
 */
export function recordOf(history: readonly Dated[], plan: Plan, at: string): Process | null {
  const state = history.reduce(evaluation.evolve, evaluation.initial);
  if (state.stage === 'NEW') return null;
  const submission = last(history, 'EvaluationSubmitted');
  const published = history.filter(
    (event): event is Fact<'EvaluationPublished' | 'PublicationCorrected'> =>
      event.type === 'EvaluationPublished' || event.type === 'PublicationCorrected',
  );
  return {
    ...processOf(state, plan, at),
    submittedOn: submission === undefined ? null : dayOf(submission.recordedAt),
    submittedBy: submission?.data.by ?? null,
    signedBy: last(history, 'UnitSigned')?.data.by ?? null,
    opinions: opinionsOf(history, state.version),
    approvedHash: isDecided(state.stage) ? state.submittedHash : null,
    publishedHash: published.at(-1)?.data.contentHash ?? null,
    repliedOn: published.findLast(({ data }) => data.repliedOn !== undefined)?.data.repliedOn ?? null,
    publishedOn: published[0]?.data.publishedOn ?? null,
    rectification: rectificationOf(history),
  };
}

function opinionsOf(history: readonly Dated[], version: number): Process['opinions'] {
  return history.flatMap(({ type, data }) => {
    if (type !== 'FirstReviewPassed' && type !== 'SecondReviewPassed') return [];
    const step = type === 'FirstReviewPassed' ? ('first' as const) : ('second' as const);
    return data.version === version ? [{ step, text: data.opinion }] : [];
  });
}

/** Of the newest order: planned on the day on which the last of its findings had a reply. */
function rectificationOf(history: readonly Dated[]): Process['rectification'] {
  const order = last(history, 'RectificationOrdered');
  if (order === undefined) return null;
  const first = (id: string) =>
    history.find((event) => event.type === 'RectificationReplied' && event.data.findingId === id)?.recordedAt;
  const replies = order.data.findings.map(({ id }) => first(id));
  const planned = replies.every((reply) => reply !== undefined) ? replies.sort().at(-1) : undefined;
  const closed = new Set(history.flatMap(({ type, data }) => (type === 'RectificationClosed' ? [data.findingId] : [])));
  const ordered = history.flatMap(({ type, data }) => (type === 'RectificationOrdered' ? data.findings : []));
  return {
    orderedOn: dayOf(order.recordedAt),
    plannedOn: planned === undefined ? null : dayOf(planned),
    open: ordered.filter(({ id }) => !closed.has(id)).map(({ id }) => id),
  };
}
