import { applyChanges, type Change, contentHash, EMPTY_SHEET, type Figure } from '#libs/sheet';
import type { EvaluationEvent, EvaluationReturned, RaisedFinding, ReturnItem, ReviewPassed } from '../facts.js';
import { type ReviewRules, USUAL_REVIEW } from '../review-rules.js';
import type { Stage } from '../situation.js';
import { DOCUMENT, ERROR, ITEM, REASON, TASK, WARN } from './orders.spec.js';
import { checker, first, head, manager, preparer, rechecker, second } from './people.spec.js';

export function amount(value: string | null): Figure {
  return { value, unit: '万元' };
}

const BASIC: Change = { path: '/figures/EXP.BASIC', before: null, after: amount('67.26') };
const BASIC_CORRECTED: Change = { ...BASIC, before: amount('67.26'), after: amount('66.88') };

/** The content of both versions and what is signed for it. */
export const SHEET_1 = applyChanges(EMPTY_SHEET, [BASIC]);
export const SHEET_2 = applyChanges(SHEET_1, [BASIC_CORRECTED]);
export const HASH_1 = contentHash(SHEET_1);
export const HASH_2 = contentHash(SHEET_2);

const [li, wang, zhao] = [preparer.personId, checker.personId, head.personId];
const opinion = '数据与决算一致，同意。';

export const issued: EvaluationEvent = { type: 'TaskIssued', data: TASK };
export const imported: EvaluationEvent = {
  type: 'DraftImported',
  data: { by: li, document: DOCUMENT, changes: [BASIC] },
};
export const edited = (by: string, ...changes: readonly Change[]): EvaluationEvent => ({
  type: 'DraftEdited',
  data: { by, changes },
});
export const checked = (contentHash: string, by = wang): EvaluationEvent => ({
  type: 'UnitChecked',
  data: { by, contentHash },
});
export const signed = (contentHash: string, by = zhao): EvaluationEvent => ({
  type: 'UnitSigned',
  data: { by, contentHash },
});
export const submitted = (version: number, contentHash: string): EvaluationEvent => ({
  type: 'EvaluationSubmitted',
  data: { by: li, version, contentHash },
});
export const checksRan = (
  version: number,
  contentHash: string,
  findings: readonly RaisedFinding[] = [],
  occasion: 'submission' | 'background' = 'submission',
  by = li,
): EvaluationEvent => ({ type: 'ChecksRun', data: { by, version, contentHash, occasion, findings } });
export const answered = (version: number, finding = WARN): EvaluationEvent => ({
  type: 'FindingAnswered',
  data: { by: li, version, finding, answer: '追加的是县里交办的扶贫经费。' },
});
export const waived = (version: number, by = second.personId, { id, rule } = ERROR): EvaluationEvent => ({
  type: 'FindingWaived',
  data: { by, version, findingId: id, rule, reason: '调整预算已补报，超支有县政府批文。' },
});
export const returned = (
  version: number,
  from: EvaluationReturned['from'],
  by: string,
  items: readonly ReturnItem[] = [{ id: `v${version}-1`, ...ITEM }],
): EvaluationEvent => ({ type: 'EvaluationReturned', data: { by, from, version, reason: REASON, items } });
export const passedFirst = (
  version: number,
  contentHash: string,
  by = first.personId,
  more: Partial<ReviewPassed> = {},
): EvaluationEvent => ({ type: 'FirstReviewPassed', data: { by, version, contentHash, opinion, ...more } });
export const passedSecond = (
  version: number,
  contentHash: string,
  by = second.personId,
  more: Partial<ReviewPassed> = {},
): EvaluationEvent => ({ type: 'SecondReviewPassed', data: { by, version, contentHash, opinion, ...more } });
export const revoked = (version: number, by = first.personId): EvaluationEvent => ({
  type: 'PassRevoked',
  data: { by, version, reason: '发现一处漏看', step: 'first' },
});

export const sampled = (version: number): EvaluationEvent => ({
  type: 'SampledForRecheck',
  data: { by: 'system:worker', version, sampleId: 'draw-1' },
});
export const rechecked = (version: number, contentHash: string, by = rechecker.personId): EvaluationEvent => ({
  type: 'RecheckRecorded',
  data: { by, version, contentHash, opinion: '抽查复核，公用经费超支扣分。', recheckScore: '86.5' },
});
export const finalized = (version: number, contentHash: string, by = manager.personId): EvaluationEvent => ({
  type: 'EvaluationFinalized',
  data: { by, version, contentHash, selfScore: null, systemScore: null, recheckScore: '86.5' },
});
export const rectificationOrdered = (by = manager.personId): EvaluationEvent => ({
  type: 'RectificationOrdered',
  data: {
    ...{ by, version: 2, basis: '抽查复核发现公用经费超支。', dueOn: '2022-07-30' },
    findings: [{ id: 'z1', text: '公用经费超预算 44.15 %，须整改。', path: '/figures/EXP.BASIC' }],
  },
});
export const rectificationReplied = (by = preparer.personId): EvaluationEvent => ({
  type: 'RectificationReplied',
  data: { by, findingId: 'z1', reply: '已修订公用经费管理办法。' },
});
export const rectificationRejected = (by = second.personId): EvaluationEvent => ({
  type: 'RectificationRejected',
  data: { by, findingId: 'z1', reason: '办法没有写明审批权限。' },
});
export const rectificationClosed = (by = second.personId): EvaluationEvent => ({
  type: 'RectificationClosed',
  data: { by, findingId: 'z1', note: '已核对，销号。' },
});
export const published = (version: number, contentHash: string, by = head.personId): EvaluationEvent => ({
  type: 'EvaluationPublished',
  data: { by, version, contentHash, place: '县政府门户网站', publishedOn: '2022-08-12', repliedOn: '2022-08-01' },
});
export const archived = (version: number, contentHash: string): EvaluationEvent => ({
  type: 'EvaluationArchived',
  data: { by: manager.personId, version, contentHash },
});

/** Version 1 is submitted, and nobody has reviewed it. */
export const SUBMITTED_ONCE: readonly EvaluationEvent[] = [
  ...[issued, imported, checked(HASH_1), signed(HASH_1), submitted(1, HASH_1), checksRan(1, HASH_1)],
];
const DRAFT = [...SUBMITTED_ONCE, returned(1, 'first-review', first.personId), edited(li, BASIC_CORRECTED)];
const UNIT_CHECKED = [...DRAFT, checked(HASH_2)];
const UNIT_SIGNED = [...UNIT_CHECKED, signed(HASH_2)];
const SUBMITTED = [...UNIT_SIGNED, submitted(2, HASH_2), checksRan(2, HASH_2)];
const FIRST_PASSED = [...SUBMITTED, passedFirst(2, HASH_2)];
const APPROVED = [...FIRST_PASSED, passedSecond(2, HASH_2)];
const SAMPLED = [...APPROVED, sampled(2)];
const RECHECKED = [...SAMPLED, rechecked(2, HASH_2)];
const FINAL = [...RECHECKED, finalized(2, HASH_2)];
const PUBLISHED = [...FINAL, published(2, HASH_2)];
const ARCHIVED = [...PUBLISHED, archived(2, HASH_2)];

/** One history that ends at each stage: version 1 was returned by the first reviewer, and version 2 follows. */
export const HISTORY: { readonly [At in Stage]: readonly EvaluationEvent[] } = {
  NEW: [],
  DRAFT,
  UNIT_CHECKED,
  UNIT_SIGNED,
  SUBMITTED,
  FIRST_PASSED,
  APPROVED,
  SAMPLED,
  RECHECKED,
  FINAL,
  PUBLISHED,
  ARCHIVED,
};

/** The same history of a task that is reviewed in another way. */
export const reviewedBy = (
  review: Partial<ReviewRules>,
  history: readonly EvaluationEvent[],
): readonly EvaluationEvent[] =>
  history.map((event) =>
    event.type === 'TaskIssued' ? { ...event, data: { ...event.data, review: { ...USUAL_REVIEW, ...review } } } : event,
  );

/** A draft whose returned item `v1-1` nobody has settled yet. */
export const OPEN_ITEM: readonly EvaluationEvent[] = DRAFT.slice(0, -1);
