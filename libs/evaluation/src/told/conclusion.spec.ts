import {
  HASH_1,
  HASH_2,
  HISTORY,
  passedFirst,
  rectificationClosed,
  rectificationOrdered,
  rectificationReplied,
  revoked,
  waived,
} from '../examples/history.spec.js';
import {
  archive,
  closeRectification,
  correctPublication,
  finalize,
  giveBack,
  orderRectification,
  publish,
  recheck,
  rejectRectification,
  replyToRectification,
  TO_RECTIFY,
} from '../examples/orders.spec.js';
import {
  checker,
  first,
  head,
  manager,
  otherFirst,
  person,
  preparer,
  rechecker,
  second,
  throughAnotherAccount,
  UNIT,
} from '../examples/people.spec.js';
import type { Told } from './told.spec.js';

const { FIRST_PASSED, SUBMITTED, SAMPLED, APPROVED, RECHECKED, FINAL, PUBLISHED } = HISTORY;
const reading = { version: 2, contentHash: HASH_2 };
const ORDERED = [...FINAL, rectificationOrdered()];
const REPLIED = [...ORDERED, rectificationReplied()];
const CLOSED = [...REPLIED, rectificationClosed()];
const as = (personId: string, role = 'second-reviewer') => person(personId, role, ['unit-100']);
/** sun passed once, took it back, and another signed: he had a part in the matter all the same. */
const WITH_SUN = [
  ...SUBMITTED,
  passedFirst(2, HASH_2, otherFirst.personId),
  revoked(2, otherFirst.personId),
  ...SAMPLED.slice(SUBMITTED.length),
];
const many = (n: number) => Array.from({ length: n }, () => TO_RECTIFY);

/** What follows on an approval. */
export const CONCLUDING: readonly Told[] = [
  // Recheck
  [
    'who passed the second review does not recheck',
    'recheck.took-part',
    SAMPLED,
    recheck(second, reading),
    { rule: 'E1' },
  ],
  [
    'who passed the first review does not recheck through another account',
    'recheck.took-part',
    SAMPLED,
    recheck(throughAnotherAccount(first, 'second-reviewer'), reading),
  ],
  ['who took back his pass had a part in it', 'recheck.took-part', WITH_SUN, recheck(as('sun'), reading)],
  ['who wrote for the unit does not recheck', 'recheck.took-part', SAMPLED, recheck(as(preparer.personId), reading)],
  ['who had a part returns nothing from a recheck', 'recheck.took-part', SAMPLED, giveBack(second)],
  [
    'a member of the unit does not recheck',
    'review.unit-member-excluded',
    SAMPLED,
    recheck({ ...rechecker, memberOf: [UNIT] }, reading),
  ],
  [
    'what is rechecked is what was approved',
    'evaluation.content-changed',
    SAMPLED,
    recheck(rechecker, { version: 2, contentHash: HASH_1 }),
    { pointer: '/contentHash', current: HASH_2 },
  ],
  [
    'an earlier version is not rechecked',
    'evaluation.content-changed',
    SAMPLED,
    recheck(rechecker, { version: 1, contentHash: HASH_2 }),
    { pointer: '/version' },
  ],
  ['a recheck says why', 'text.too-short', SAMPLED, recheck(rechecker, reading, { opinion: '同意' })],
  [
    'points are out of 100',
    'review.score-out-of-range',
    SAMPLED,
    recheck(rechecker, reading, { recheckScore: '100.5' }),
    { pointer: '/recheckScore' },
  ],
  ['what was drawn is rechecked first', 'evaluation.wrong-stage', SAMPLED, finalize(manager, reading)],

  // The final result
  [
    'who took part for the unit does not fix its result',
    'review.participant-excluded',
    RECHECKED,
    finalize(as(checker.personId, 'campaign-manager'), reading),
  ],
  [
    'the result is of the approved content',
    'evaluation.content-changed',
    APPROVED,
    finalize(manager, { version: 2, contentHash: HASH_1 }),
  ],
  ['a note is printable', 'text.unprintable', APPROVED, finalize(manager, reading, '审定\u0007')],

  // Rectification
  ['a rectification names findings', 'rectification.needs-a-finding', FINAL, orderRectification(manager, [])],
  ['and at most 100', 'rectification.too-many-findings', FINAL, orderRectification(manager, many(101))],
  [
    'a place that it names exists',
    'rectification.finding-not-located',
    FINAL,
    orderRectification(manager, [{ ...TO_RECTIFY, path: '/figures/NO.SUCH' }]),
    { pointer: '/findings/0/path' },
  ],
  ['a finding says what', 'text.too-short', FINAL, orderRectification(manager, [{ text: '无' }])],
  ['it says on what it rests', 'text.too-short', FINAL, orderRectification(manager, [TO_RECTIFY], '')],
  ['a reply is to a finding', 'rectification.unknown', ORDERED, replyToRectification(preparer, 'z9')],
  ['what is closed stays closed', 'rectification.is-closed', CLOSED, replyToRectification(preparer)],
  ['a finding without a reply is not closed', 'rectification.not-replied', ORDERED, closeRectification(manager)],
  [
    'a reply that was rejected is none',
    'rectification.not-replied',
    [
      ...REPLIED,
      { type: 'RectificationRejected', data: { by: 'lin', findingId: 'z1', reason: '没有附上管理办法文本' } },
    ],
    closeRectification(manager),
  ],
  [
    'who replied does not close it',
    'rectification.needs-another-person',
    [...ORDERED, rectificationReplied('yu')],
    closeRectification(as('yu', 'campaign-manager')),
    { rule: 'E1' },
  ],
  [
    'who replied before does not close it either',
    'rectification.needs-another-person',
    [...ORDERED, rectificationReplied('yu'), rectificationReplied('li')],
    closeRectification(as('yu')),
  ],
  [
    'who took part for the unit closes nothing',
    'review.participant-excluded',
    REPLIED,
    closeRectification(as(head.personId)),
  ],
  ['a rejection says why in ten characters', 'text.too-short', REPLIED, rejectRectification(second, 'z1', '不行')],

  // Publication
  [
    'what is published is what was approved',
    'evaluation.content-changed',
    FINAL,
    publish(head, { version: 2, contentHash: HASH_1 }),
    { rule: 'E3', current: HASH_2 },
  ],
  [
    'personal data is not published',
    'publication.personal-data',
    FINAL,
    publish(head, reading, { personalData: ['T12-0a1b2c3d'] }),
    { findings: ['T12-0a1b2c3d'] },
  ],
  [
    'a waiver of another version does not count for it',
    'publication.personal-data',
    [
      ...FIRST_PASSED,
      waived(1, 'lin', { id: 'T12-0a1b2c3d', rule: 'T12' } as never),
      ...FINAL.slice(FIRST_PASSED.length),
    ],
    publish(head, reading, { personalData: ['T12-0a1b2c3d'] }),
  ],
  ['a publication says where', 'text.too-short', FINAL, publish(head, reading, { place: '' })],
  [
    'its address is one of the web',
    'publication.address-unfit',
    FINAL,
    publish(head, reading, { url: 'javascript:alert(1)' }),
  ],
  ['its day is one', 'publication.day-unfit', FINAL, publish(head, reading, { publishedOn: '2022-02-30' })],
  ['the day of the reply is one', 'publication.day-unfit', FINAL, publish(head, reading, { repliedOn: '八月一日' })],
  [
    'nothing is published before the reply',
    'publication.before-reply',
    FINAL,
    publish(head, reading, { publishedOn: '2022-07-31' }),
    { repliedOn: '2022-08-01' },
  ],
  ['a correction says why', 'text.too-short', PUBLISHED, correctPublication(head, reading, { reason: '更正' })],

  // Archive
  [
    'an open rectification is not filed away',
    'archive.rectification-open',
    REPLIED,
    archive(manager, reading, '涉及国家秘密，依法不予公开'),
    { findings: ['z1'] },
  ],
  ['what was not published says why', 'archive.not-published', FINAL, archive(manager, reading)],
  [
    'what was published is not called secret',
    'archive.is-published',
    PUBLISHED,
    archive(manager, reading, '涉及国家秘密，依法不予公开'),
  ],
];
