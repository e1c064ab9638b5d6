import {
  amount,
  checked,
  HASH_1,
  HASH_2,
  HISTORY,
  imported,
  issued,
  OPEN_ITEM,
  returned,
  signed,
} from '../examples/history.spec.js';
import {
  answer,
  check,
  DOCUMENT,
  edit,
  importing,
  passFirst,
  revoke,
  sign,
  submit,
  withdraw,
} from '../examples/orders.spec.js';
import { checker, colleague, first, head, preparer, throughAnotherAccount } from '../examples/people.spec.js';

import type { Told } from './told.spec.js';

const { DRAFT, UNIT_CHECKED, SUBMITTED, FIRST_PASSED } = HISTORY;
const reading = { version: 2, contentHash: HASH_2 };
const total = { path: '/figures/BUD.TOTAL', before: null, after: amount('40.77') };
const written = (text: string) => ({ ...reading, opinion: text });
const many = <T>(n: number, of: (n: number) => T) => Array.from({ length: n }, (_, i) => of(i));

/** What the unit writes, answers, checks and signs. */
export const IN_THE_UNIT: readonly Told[] = [
  // What is written
  [
    'an opinion is more than a letter',
    'text.too-short',
    SUBMITTED,
    passFirst(first, written(' 好 ')),
    { pointer: '/opinion', least: 2 },
  ],
  ['an answer is more than white space', 'text.too-short', OPEN_ITEM, answer(preparer, 'v1-1', '　\n ')],
  [
    'an opinion is not a book',
    'text.too-long',
    SUBMITTED,
    passFirst(first, written('好'.repeat(4_001))),
    { most: 4_000 },
  ],
  ['a comment is not a book', 'text.too-long', DRAFT, check(checker, HASH_2, '好'.repeat(9_000))],
  [
    'a reason cannot hold what has no UTF-8 form',
    'text.unprintable',
    SUBMITTED,
    withdraw(preparer, 'half \ud83d of a pair'),
  ],
  ['a reason cannot hold a NUL', 'text.unprintable', FIRST_PASSED, revoke(first, 'a\u0000b')],
  [
    'a text cannot turn the direction of writing',
    'text.unprintable',
    OPEN_ITEM,
    answer(preparer, 'v1-1', 'ab\u202ecd'),
  ],

  // The draft
  [
    'a field that another changed meanwhile is shown',
    'draft.field-conflict',
    [issued, imported],
    edit(preparer, { path: '/figures/EXP.BASIC', before: null, after: amount('1') }),
    { pointer: '/figures/EXP.BASIC', current: amount('67.26') },
  ],
  [
    'an import does not overwrite what it did not see',
    'draft.field-conflict',
    [issued, imported],
    importing(preparer, [{ path: '/figures/EXP.BASIC', before: null, after: amount('1') }]),
  ],
  [
    'a field is named once',
    'draft.repeated-field',
    DRAFT,
    edit(preparer, total, { ...total, after: amount('2') }),
    { pointer: '/changes/1/path' },
  ],
  [
    '500 changes are the most',
    'draft.too-many-changes',
    DRAFT,
    edit(preparer, ...many(501, (n) => ({ ...total, path: `/figures/X${n}` }))),
    { most: 500 },
  ],
  [
    'a document has a hash',
    'draft.document-not-described',
    DRAFT,
    importing(preparer, [total], { ...DOCUMENT, sha256: 'AB' }),
    { pointer: '/document/sha256' },
  ],
  [
    'a document has a length',
    'draft.document-not-described',
    DRAFT,
    importing(preparer, [total], { ...DOCUMENT, characters: 0 }),
    { pointer: '/document/characters' },
  ],
  [
    'a document has a name',
    'text.too-short',
    DRAFT,
    importing(preparer, [total], { ...DOCUMENT, name: '' }),
    { pointer: '/document/name' },
  ],

  // Items of a return
  ['only what was returned is answered', 'return-item.unknown', OPEN_ITEM, answer(preparer, 'v1-2')],
  [
    'an open item stands against the unit’s check',
    'return-item.unanswered',
    OPEN_ITEM,
    check(checker, HASH_1),
    { items: ['v1-1'] },
  ],
  [
    'an open item stands against submission',
    'return-item.unanswered',
    [...OPEN_ITEM, checked(HASH_1), signed(HASH_1)],
    submit(preparer, HASH_1),
    { items: ['v1-1'] },
  ],
  [
    'a return inside the unit does not wipe out what the reviewer asked',
    'return-item.unanswered',
    [...OPEN_ITEM, checked(HASH_1), returned(2, 'unit-sign-off', head.personId)],
    check(checker, HASH_1),
    { items: ['v1-1', 'v2-1'] },
  ],

  // Three persons in the unit
  [
    'who wrote does not check',
    'unit.needs-another-person',
    DRAFT,
    check(throughAnotherAccount(preparer, 'unit-checker'), HASH_2),
    { rule: 'E1', conflict: 'writer' },
  ],
  [
    'who wrote does not sign',
    'unit.needs-another-person',
    UNIT_CHECKED,
    sign(throughAnotherAccount(preparer, 'unit-head'), HASH_2),
    { conflict: 'writer' },
  ],
  [
    'who checked does not sign',
    'unit.needs-another-person',
    UNIT_CHECKED,
    sign(throughAnotherAccount(checker, 'unit-head'), HASH_2),
    { conflict: 'checker' },
  ],
  [
    'who answered an item does not check',
    'unit.needs-another-person',
    [...DRAFT, { type: 'ItemAnswered', data: { by: colleague.personId, itemId: 'v1-1', answer: '已核对' } }],
    check({ ...colleague, role: 'unit-checker' }, HASH_2),
  ],
];
