import { refusal } from '../refusals.js';
import type { Order, Policy } from './policy.js';

/** An answer belongs to an item that was returned. */
export const itemWasReturned: Policy<Order<'AnswerItem'>> = ({ data: { itemId } }, { returned }) =>
  returned.some(({ id }) => id === itemId) ? null : refusal('return-item.unknown', { pointer: '/itemId' });

/** Nothing goes on while an item of a return is neither answered nor fixed. */
export const itemsAreSettled: Policy<Order<'CheckInUnit' | 'Submit'>> = (_, { returned }) => {
  const items = returned.filter(({ answer, fixed }) => answer === null && !fixed).map(({ id }) => id);
  return items.length > 0 ? refusal('return-item.unanswered', { items }) : null;
};
