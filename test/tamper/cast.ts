import { type EvaluationCommand, type ReviewRules, USUAL_REVIEW } from '#libs/evaluation';
import type { Actor } from '#libs/kernel';
import type { Scheme } from '#libs/scoring';
import { compute, summary } from '#libs/scoring';
import { applyChanges, type Change, contentHash, EMPTY_SHEET } from '#libs/sheet';

const person = (personId: string, role: string): Actor => ({
  personId,
  accountId: `${personId}-1`,
  role,
  memberOf: [],
});

export const PEOPLE = {
  manager: person('wu', 'campaign-manager'),
  preparer: person('li', 'unit-preparer'),
  checker: person('wang', 'unit-checker'),
  head: person('zhao', 'unit-head'),
  first: person('chen', 'first-reviewer'),
  second: person('lin', 'second-reviewer'),
  system: person('system:scoring', 'system'),
};

const OPINION = '数据与决算一致，同意。';
const CHANGES: readonly Change[] = [
  { path: '/head/selfScore', before: null, after: '96' },
  { path: '/figures/BUD.TOTAL', before: null, after: { value: '66.88', unit: '万元' } },
  { path: '/figures/EXP.BASIC', before: null, after: { value: '67.26', unit: '万元' } },
  { path: '/figures/PROC.BUDGET', before: null, after: { value: '3.1', unit: '万元' } },
  { path: '/figures/PROC.ACTUAL', before: null, after: { value: '2.9', unit: '万元' } },
];

/** Everything that people order for one evaluation from its task to its decision, scored under a scheme. */
export function story(unit: string, scheme: Scheme, review?: Partial<ReviewRules>): readonly EvaluationCommand[] {
  const at = '2022-04-01T08:00:00.000Z';
  const sheet = applyChanges(EMPTY_SHEET, CHANGES);
  const hash = contentHash(sheet);
  const score = compute(scheme, sheet);
  const task = {
    campaignId: unit.startsWith('b') ? '431225-2022' : '431225-2021',
    unitId: unit,
    unitName: `会同县${unit}中心`,
    departmentId: 'department',
    fiscalYear: unit.startsWith('b') ? 2022 : 2021,
    kind: 'whole-unit' as const,
    dueAt: '2099-05-31T16:00:00.000Z',
    ...(review && { review: { ...USUAL_REVIEW, ...review } }),
  };
  const { id, version } = scheme.file;
  const { manager, preparer, checker, head, first, second, system } = PEOPLE;
  const pass = { version: 1, contentHash: hash, opinion: OPINION };
  const scored = { version: 1, scheme: { id, version, hash: scheme.hash }, inputHash: score.inputHash };
  return [
    { type: 'IssueTask', by: manager, at, data: task },
    { type: 'EditDraft', by: preparer, at, data: { changes: CHANGES } },
    { type: 'CheckInUnit', by: checker, at, data: { contentHash: hash } },
    { type: 'SignForUnit', by: head, at, data: { contentHash: hash } },
    { type: 'Submit', by: preparer, at, data: { contentHash: hash, findings: [] } },
    { type: 'RecordScore', by: system, at, data: { ...scored, score: summary(score) } },
    { type: 'PassFirstReview', by: first, at, data: pass },
    { type: 'PassSecondReview', by: second, at, data: pass },
  ];
}

/** How many facts a whole story leaves: a submission is two. */
export const FACTS_OF_A_STORY = 9;
