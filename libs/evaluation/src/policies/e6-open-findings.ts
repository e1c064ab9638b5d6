import { refusal } from '../refusals.js';
import type { Order, Policy } from './policy.js';

/** E6: nothing that a BLOCK finding stands against is submitted. */
export const noOpenBlocks: Policy<Order<'Submit'>> = ({ data: { openBlocks } }) =>
  openBlocks.length > 0 ? refusal('submission.open-blocks', { findings: openBlocks }) : null;

/** E6: nothing is passed while an ERROR finding is open that no waiver covers. */
export const noOpenErrors: Policy<Order<'PassFirstReview' | 'PassSecondReview'>> = ({ data: { openErrors } }) =>
  openErrors.length > 0 ? refusal('review.open-errors', { findings: openErrors }) : null;
