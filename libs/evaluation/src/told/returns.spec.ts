import { HISTORY } from '../examples/history.spec.js';
import { giveBack, ITEM, REASON, recordScore } from '../examples/orders.spec.js';
import { first, system } from '../examples/people.spec.js';

import type { Told } from './told.spec.js';

const { SUBMITTED } = HISTORY;
const FILE = { hash: 'ab'.repeat(32), name: '批文.pdf', size: 9, type: 'application/pdf' };
const many = <T>(n: number, of: (n: number) => T) => Array.from({ length: n }, (_, i) => of(i));

/** What a return says, and the score of a version. */
export const RETURNING: readonly Told[] = [
  // Returns
  [
    'a return says why in ten characters',
    'return.reason-too-short',
    SUBMITTED,
    giveBack(first, ` ${'改'.repeat(9)} `),
    { rule: 'E5', least: 10 },
  ],
  ['a smile is one character', 'return.reason-too-short', SUBMITTED, giveBack(first, '😀'.repeat(9))],
  ['a return names a place', 'return.needs-an-item', SUBMITTED, giveBack(first, REASON, []), { rule: 'E5' }],
  [
    'an item of a return encloses at most ten files',
    'review.too-many-attachments',
    SUBMITTED,
    giveBack(first, REASON, [{ ...ITEM, attachments: many(11, () => FILE) }]),
    { pointer: '/items/0/attachments', most: 10 },
  ],
  [
    'a return names at most 100 places',
    'return.too-many-items',
    SUBMITTED,
    giveBack(
      first,
      REASON,
      many(101, () => ITEM),
    ),
  ],
  [
    'the place exists',
    'return.item-not-located',
    SUBMITTED,
    giveBack(first, REASON, [ITEM, { ...ITEM, path: '/figures/NO.SUCH' }]),
    { pointer: '/items/1/path' },
  ],
  [
    'the place is one of a sheet',
    'return.item-not-located',
    SUBMITTED,
    giveBack(first, REASON, [{ ...ITEM, path: '/head/__proto__' }]),
  ],
  [
    'an item says what',
    'text.too-short',
    SUBMITTED,
    giveBack(first, REASON, [{ ...ITEM, text: '' }]),
    { pointer: '/items/0/text' },
  ],

  ['a score is of the version under review', 'score.other-version', SUBMITTED, recordScore(system, 1), { version: 2 }],
];
