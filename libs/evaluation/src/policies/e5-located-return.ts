import { FIGURES, fieldAt, isFieldPath, SECTIONS, type Sheet } from '#libs/sheet';
import { refusal } from '../refusals.js';
import { lengthOf, wording } from '../wording.js';
import { tooManyEnclosed } from './enclosed.js';
import type { Order, Policy } from './policy.js';

/** Characters (code points) a reason needs without the white space around it, and the most it may have. */
const REASON = { least: 10, most: 2_000 };
const ITEM_TEXT = { least: 2, most: 2_000 };
const MOST_ITEMS = 100;

/** E5: a return says why. */
export const returnHasAReason: Policy<Order<'Return'>> = ({ data: { reason } }) =>
  lengthOf(reason) < REASON.least
    ? refusal('return.reason-too-short', { pointer: '/reason', least: REASON.least })
    : wording(reason, '/reason', REASON);

/** E5: and where: at least one item, each at a place of the sheet. */
export const returnIsLocated: Policy<Order<'Return'>> = ({ data: { items } }, { sheet }) => {
  if (items.length === 0) return refusal('return.needs-an-item', { pointer: '/items' });
  if (items.length > MOST_ITEMS) return refusal('return.too-many-items', { pointer: '/items', most: MOST_ITEMS });
  for (const [n, { path, text, attachments }] of items.entries()) {
    if (!isPlace(sheet, path)) return refusal('return.item-not-located', { pointer: `/items/${n}/path` });
    const unfit =
      wording(text, `/items/${n}/text`, ITEM_TEXT) ?? tooManyEnclosed(attachments, `/items/${n}/attachments`);
    if (unfit) return unfit;
  }
  return null;
};

/**
 * A field of the sheet, one that every sheet may have and this one lacks ("the problems are missing"), or a whole part.
 */
export function isPlace(sheet: Sheet, path: string): boolean {
  return PARTS.has(path) || EXPECTED.has(path) || (isFieldPath(path) && fieldAt(sheet, path) !== null);
}

const PARTS = new Set(['/head', '/figures', '/indicators', '/sections']);
const EXPECTED = new Set([
  ...Object.keys(FIGURES).map((id) => `/figures/${id}`),
  ...Object.keys(SECTIONS).map((id) => `/sections/${id}`),
]);
