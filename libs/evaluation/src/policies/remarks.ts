import { fieldAt, type Sheet } from '#libs/sheet';
import { refusal } from '../refusals.js';
import { wording } from '../wording.js';
import { isPlace } from './e5-located-return.js';
import { tooManyEnclosed } from './enclosed.js';
import type { Order, Policy } from './policy.js';

const TEXT = { least: 2, most: 2_000 };
const MOST = 100;
/** 0 to 100 with at most two decimals. */
export const isScore = (points: string): boolean => SCORE.test(points);
const SCORE = /^(?:100(?:\.0{1,2})?|\d{1,2}(?:\.\d{1,2})?)$/;

/** Each remark stands at a place of the sheet, and a passage it quotes stands there. */
export const remarksAreLocated: Policy<Order<'PassFirstReview' | 'PassSecondReview'>> = ({ data }, { sheet }) => {
  const { remarks = [] } = data;
  if (remarks.length > MOST) return refusal('review.too-many-remarks', { pointer: '/remarks', most: MOST });
  for (const [n, { path, quote, text, attachments }] of remarks.entries()) {
    if (!isPlace(sheet, path)) return refusal('review.remark-not-located', { pointer: `/remarks/${n}/path` });
    if (quote !== undefined && !quoted(sheet, path, quote))
      return refusal('review.quote-not-there', { pointer: `/remarks/${n}/quote` });
    const unfit =
      wording(text, `/remarks/${n}/text`, TEXT) ?? tooManyEnclosed(attachments, `/remarks/${n}/attachments`);
    if (unfit) return unfit;
  }
  return null;
};

/** The reviewer's own points stand beside the unit's; they are points out of 100. */
export const scoreIsInRange: Policy<Order<'PassFirstReview' | 'PassSecondReview'>> = ({ data: { reviewerScore } }) =>
  reviewerScore === undefined || isScore(reviewerScore)
    ? null
    : refusal('review.score-out-of-range', { pointer: '/reviewerScore' });

function quoted(sheet: Sheet, path: string, quote: string): boolean {
  const field = path.startsWith('/sections/') || path.startsWith('/head/') ? fieldAt(sheet, path) : null;
  return typeof field === 'string' && quote !== '' && field.includes(quote);
}
