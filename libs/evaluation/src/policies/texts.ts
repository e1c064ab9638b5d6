import { wording } from '../wording.js';
import type { Order, Policy } from './policy.js';

/** Bounds of what people write, in characters (code points, without the white space around). */
const ANSWER = { least: 2, most: 2_000 };
const REASON = { least: 2, most: 2_000 };
const WAIVER = { least: 10, most: 2_000 };
const OPINION = { least: 2, most: 4_000 };
const COMMENT = { least: 0, most: 2_000 };

export const answerIsWorded: Policy<Order<'AnswerItem' | 'AnswerFinding'>> = ({ data }) =>
  wording(data.answer, '/answer', ANSWER);

export const reasonIsWorded: Policy<Order<'Withdraw' | 'RevokePass' | 'AssignReviewer' | 'Recuse'>> = ({ data }) =>
  wording(data.reason, '/reason', REASON);

export const waiverIsWorded: Policy<Order<'WaiveFinding'>> = ({ data }) => wording(data.reason, '/reason', WAIVER);

export const opinionIsWorded: Policy<Order<'PassFirstReview' | 'PassSecondReview'>> = ({ data }) =>
  wording(data.opinion, '/opinion', OPINION);

export const commentIsWorded: Policy<Order<'CheckInUnit' | 'SignForUnit'>> = ({ data }) =>
  data.comment === undefined ? null : wording(data.comment, '/comment', COMMENT);
