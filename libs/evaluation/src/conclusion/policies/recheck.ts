import type { Command } from '#libs/kernel';
import type { Order, Policy } from '../../policies/policy.js';
import { isScore } from '../../policies/remarks.js';
import { refusal } from '../../refusals.js';
import { wording } from '../../wording.js';

const OPINION = { least: 10, most: 4_000 };

/** E1: who did anything in the matter, in any version, role and account, does not recheck it. */
export const recheckerTookNoPart: Policy<Command> = ({ by }, { involved }) =>
  involved.includes(by.personId) ? refusal('recheck.took-part') : null;

/** E3: what is rechecked, fixed, published and filed is the content that was approved. */
export const readingIsCurrent: Policy<
  Order<'RecordRecheck' | 'Finalize' | 'Publish' | 'CorrectPublication' | 'Archive'>
> = ({ data }, { version, submittedHash: current }) => {
  if (data.version !== version) return refusal('evaluation.content-changed', { pointer: '/version', version, current });
  if (data.contentHash === current) return null;
  return refusal('evaluation.content-changed', { pointer: '/contentHash', version, current });
};

export const recheckIsWorded: Policy<Order<'RecordRecheck'>> = ({ data }) => wording(data.opinion, '/opinion', OPINION);

/** The recheck's own points, out of 100. */
export const recheckScoreIsInRange: Policy<Order<'RecordRecheck'>> = ({ data }) =>
  isScore(data.recheckScore) ? null : refusal('review.score-out-of-range', { pointer: '/recheckScore' });
