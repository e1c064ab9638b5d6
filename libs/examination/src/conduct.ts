import type { Process } from '#libs/crosscheck';
import { type CampaignPlan, type Issued, reviewersOf } from '#libs/evaluation';

/** How the matter stands at a moment (ISO 8601), for the rules of process; days are those of the bureau. */
export function processOf(state: Issued, { dueAt }: Pick<CampaignPlan, 'dueAt'>, at: string): Process {
  const submitted = state.submittedHash !== null;
  return {
    today: dayOf(at),
    // The window ends before this moment: midnight belongs to the day before.
    dueOn: dayOf(new Date(Date.parse(dueAt) - 1).toISOString()),
    submittedOn: submitted ? dayOf(at) : null,
    writers: state.writers,
    checkedBy: state.checkedBy,
    signedBy: null,
    submittedBy: null,
    firstReviewer: reviewersOf(state, 'first')[0] ?? null,
    secondReviewer: reviewersOf(state, 'second')[0] ?? null,
    opinions: [],
    // While these rules run nothing is approved yet; what is approved is not asked for its opinions again.
    approvedHash: null,
    publishedHash: null,
    repliedOn: null,
    publishedOn: null,
    rectification: null,
    recordedScore: null,
    recomputedScore: null,
  };
}

const DAY = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', dateStyle: 'short' });

/** The day of a moment in the bureau's time zone, such as `2022-05-31`. */
export function dayOf(at: string): string {
  return DAY.format(new Date(at));
}
