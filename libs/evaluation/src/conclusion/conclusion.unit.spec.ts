import { specification } from '#libs/testing';
import { evaluation } from '../evaluation.js';
import {
  checked,
  checksRan,
  finalized,
  HASH_2,
  HISTORY,
  passedFirst,
  passedSecond,
  published,
  rechecked,
  rectificationClosed,
  rectificationOrdered,
  rectificationReplied,
  returned,
  signed,
  submitted,
  waived,
} from '../examples/history.spec.js';
import * as orders from '../examples/orders.spec.js';
import { first, head, manager, otherFirst, preparer, rechecker, second } from '../examples/people.spec.js';
import type { EvaluationEvent } from '../facts.js';
import { reviewsFor } from '../reviews.js';
import type { Issued } from '../situation.js';
import { type SampleRule, sampleOf } from './sampling.js';

const given = specification(evaluation);
const { SUBMITTED, FIRST_PASSED, APPROVED, SAMPLED, RECHECKED, FINAL, PUBLISHED, ARCHIVED } = HISTORY;
const reading = { version: 2, contentHash: HASH_2 };
const folded = (...events: readonly EvaluationEvent[]) =>
  events.reduce(evaluation.evolve, evaluation.initial) as Issued;
const backFromRecheck = returned(2, 'recheck', rechecker.personId);
const anotherRound = [
  ...[
    ...SAMPLED,
    backFromRecheck,
    { type: 'ItemAnswered', data: { by: 'li', itemId: 'v2-1', answer: '已核对' } } as const,
  ],
  ...[checked(HASH_2), signed(HASH_2), submitted(3, HASH_2), checksRan(3, HASH_2)],
];

describe('A recheck', () => {
  it('notes its points beside those of the unit and of the system', () =>
    given(...SAMPLED)
      .when(orders.recheck(rechecker, reading))
      .then(rechecked(2, HASH_2)));

  it('stands among the opinions, with its points', () => {
    const history = RECHECKED.map((event) => ({ ...event, recordedAt: '2022-06-30T08:00:00.000Z' }));
    expect(reviewsFor('li', history).at(-1)).toMatchObject({
      kind: 'recheck',
      by: 'qin',
      opinion: { recheckScore: '86.5' },
    });
  });

  it('may end in a return, which ends the version and its approval', () => {
    given(...SAMPLED)
      .when(orders.giveBack(rechecker))
      .then(backFromRecheck);
    expect(folded(...SAMPLED, backFromRecheck)).toMatchObject({ stage: 'DRAFT', version: 3, passes: [] });
  });

  it('is due again for the version that follows: the draw stands', () => {
    const approvedAgain = [...anotherRound, passedFirst(3, HASH_2), passedSecond(3, HASH_2)];
    expect(folded(...approvedAgain)).toMatchObject({ stage: 'SAMPLED', conclusion: { recheck: null } });
    given(...approvedAgain)
      .when(orders.recheck(rechecker, { version: 3, contentHash: HASH_2 }))
      .then(rechecked(3, HASH_2));
  });

  it('is not for experts, whom a reviewer asked', () => {
    const asked: EvaluationEvent = {
      type: 'ExpertAsked',
      data: { by: first.personId, version: 2, personId: 'qin', question: '超支是否有批文？' },
    };
    given(...SUBMITTED, asked, ...SAMPLED.slice(SUBMITTED.length))
      .when(orders.recheck(rechecker, reading))
      .thenRefused('recheck.took-part');
  });

  it('is not for whom a representative acted', () => {
    const represented = passedFirst(2, HASH_2, otherFirst.personId, { onBehalfOf: 'qin' });
    given(...SUBMITTED, represented, ...SAMPLED.slice(FIRST_PASSED.length))
      .when(orders.recheck(rechecker, reading))
      .thenRefused('recheck.took-part');
  });

  it('excludes nobody from the next: the rechecker had his part after the approval', () =>
    expect(folded(...RECHECKED).involved).not.toContain('qin'));
});

describe('The final result', () => {
  it('notes the three scores side by side', () =>
    given(...RECHECKED)
      .when(orders.finalize(manager, reading))
      .then(finalized(2, HASH_2)));

  it('keeps the score of the system that was recorded for the version', () => {
    const score = { scheme: { id: 's', version: '1' }, inputHash: 'ab', score: { indicators: [], total: '87.00' } };
    const facts = evaluation.decide(
      orders.finalize(manager, reading, '按复核结果审定'),
      folded(...APPROVED, { type: 'ScoreRecomputed', data: { version: 2, ...score } }),
    );
    expect(facts).toMatchObject([{ data: { systemScore: '87.00', recheckScore: null, note: '按复核结果审定' } }]);
  });
});

describe('A rectification', () => {
  it('numbers its findings through all orders', () => {
    const facts = evaluation.decide(orders.orderRectification(manager), folded(...FINAL, rectificationOrdered()));
    expect(facts).toMatchObject([{ data: { findings: [{ id: 'z2', path: '/figures/EXP.BASIC' }] } }]);
  });

  it('runs beside the final result and beside the publication', () => {
    given(...FINAL)
      .when(orders.orderRectification(manager))
      .then(rectificationOrdered());
    given(...PUBLISHED, rectificationOrdered())
      .when(orders.replyToRectification(preparer))
      .then(rectificationReplied());
    given(...PUBLISHED, rectificationOrdered(), rectificationReplied())
      .when(orders.closeRectification(second))
      .then(rectificationClosed());
  });

  it('is the unit’s again when a reply was not enough', () => {
    const rejected: EvaluationEvent = {
      type: 'RectificationRejected',
      data: { by: 'lin', findingId: 'z1', reason: '没有附上修订后的管理办法' },
    };
    given(...FINAL, rectificationOrdered(), rectificationReplied())
      .when(orders.rejectRectification(second))
      .then(rejected);
    expect(
      folded(...FINAL, rectificationOrdered(), rectificationReplied(), rejected).conclusion.findings,
    ).toMatchObject([{ id: 'z1', reply: null, rejected: { by: 'lin' }, repliers: ['li'], closed: null }]);
  });
});

describe('A publication', () => {
  it('is of the approved content', () =>
    given(...FINAL)
      .when(orders.publish(head, reading))
      .then(published(2, HASH_2)));

  it('may hold what the second reviewer let stand in writing for this version', () => {
    const waiver = waived(2, second.personId, { ...orders.ERROR, id: 'T12-0a1b2c3d', rule: 'T12' });
    given(...SUBMITTED, waiver, ...FINAL.slice(SUBMITTED.length))
      .when(orders.publish(head, reading, { personalData: ['T12-0a1b2c3d'] }))
      .then(published(2, HASH_2));
  });

  it('is corrected by another fact, and the old one is kept', () => {
    const facts = evaluation.decide(
      orders.correctPublication(manager, reading, { url: 'https://www.example.gov.cn/zp/2021' }),
      folded(...PUBLISHED),
    );
    expect(folded(...PUBLISHED, ...facts).conclusion.publications.map(({ by }) => by)).toEqual(['zhao', 'wu']);
  });
});

describe('An archived evaluation', () => {
  it('was filed with every finding closed', () => {
    const closed = [rectificationOrdered(), rectificationReplied(), rectificationClosed()];
    expect(
      evaluation.decide(orders.archive(manager, reading), folded(...PUBLISHED, ...closed)).map(({ type }) => type),
    ).toEqual(['EvaluationArchived']);
    expect(folded(...ARCHIVED).stage).toBe('ARCHIVED');
  });
});

describe('A sample', () => {
  const of = (departmentId: string, n: number) => ({
    departmentId,
    evaluationIds: Array.from({ length: n }, (_, i) => `${departmentId}-${i}`),
  });
  const population = [of('education', 11), of('health', 3)];
  const drawn = (rule: SampleRule, seed = '5eed') => sampleOf(population, rule, seed);

  it('takes a share of each department, and at least one', () => {
    const chosen = drawn({ kind: 'share', percent: 10 });
    expect(chosen.filter((id) => id.startsWith('education'))).toHaveLength(2);
    expect(chosen.filter((id) => id.startsWith('health'))).toHaveLength(1);
  });

  it('takes a number of each department, or all that are there', () =>
    expect(drawn({ kind: 'count', count: 5 })).toHaveLength(8));

  it('can be drawn again by anybody from the seed, in whatever order the evaluations are told', () => {
    const reversed = population.map((one) => ({ ...one, evaluationIds: [...one.evaluationIds].reverse() })).reverse();
    const rule = { kind: 'share', percent: 40 } as const;
    expect(sampleOf(reversed, rule, '5eed')).toEqual(drawn(rule));
    expect(drawn(rule, 'other')).not.toEqual(drawn(rule));
  });
});
