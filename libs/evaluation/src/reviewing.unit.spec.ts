import { specification } from '#libs/testing';
import { evaluation } from './evaluation.js';
import {
  amount,
  answered,
  checked,
  checksRan,
  edited,
  HASH_1,
  HASH_2,
  HISTORY,
  passedFirst,
  passedSecond,
  returned,
  revoked,
  signed,
  submitted,
  waived,
} from './examples/history.spec.js';
import {
  answerFinding,
  check,
  ERROR,
  giveBack,
  ITEM,
  passFirst,
  passSecond,
  REASON,
  recordChecks,
  recordScore,
  revoke,
  SCORE,
  sign,
  submit,
  WARN,
  waive,
  withdraw,
} from './examples/orders.spec.js';
import {
  checker,
  first,
  head,
  otherFirst,
  preparer,
  second,
  system,
  throughAnotherAccount,
} from './examples/people.spec.js';
import type { EvaluationEvent } from './facts.js';
import type { Issued } from './situation.js';

const given = specification(evaluation);
const fold = (...history: readonly EvaluationEvent[]) =>
  history.reduce(evaluation.evolve, evaluation.initial) as Issued;

const { DRAFT, UNIT_CHECKED, UNIT_SIGNED, SUBMITTED, FIRST_PASSED, APPROVED } = HISTORY;
const reading = { version: 2, contentHash: HASH_2 };
const withdrawn: EvaluationEvent = {
  type: 'SubmissionWithdrawn',
  data: { by: 'li', version: 2, reason: '附件漏传，撤回补充' },
};
const scored = (inputHash: string): EvaluationEvent => ({
  type: 'ScoreRecomputed',
  data: { version: 2, scheme: { id: 'execution-rate', version: '1' }, inputHash, score: SCORE },
});

describe('The unit', () => {
  it('checks, signs and submits the same content through three persons', () => {
    given(...DRAFT)
      .when(check(checker, HASH_2, '已核对决算'))
      .then({ type: 'UnitChecked', data: { by: 'wang', contentHash: HASH_2, comment: '已核对决算' } });
    given(...UNIT_CHECKED)
      .when(sign(head, HASH_2))
      .then(signed(HASH_2));
    given(...UNIT_SIGNED)
      .when(submit(preparer, HASH_2))
      .then(submitted(2, HASH_2), checksRan(2, HASH_2));
  });

  it('may let its head submit', () =>
    given(...UNIT_SIGNED)
      .when(submit(head, HASH_2))
      .then(
        { type: 'EvaluationSubmitted', data: { by: 'zhao', version: 2, contentHash: HASH_2 } },
        checksRan(2, HASH_2, [], 'submission', 'zhao'),
      ));

  it('returns to itself within the version, numbering the items on', () => {
    const back = returned(2, 'unit-sign-off', 'zhao');
    given(...UNIT_CHECKED)
      .when(giveBack(head))
      .then(back);
    given(...UNIT_CHECKED, back, checked(HASH_2))
      .when(giveBack(checker, REASON, [ITEM, ITEM]))
      .then(
        returned(2, 'unit-check', 'wang', [
          { id: 'v2-2', ...ITEM },
          { id: 'v2-3', ...ITEM },
        ]),
      );
    expect(fold(...UNIT_CHECKED, back)).toMatchObject({
      stage: 'DRAFT',
      version: 2,
      checkedBy: null,
      checkedHash: null,
    });
  });

  it('withdraws into the next version while nobody has acted', () => {
    given(...SUBMITTED)
      .when(withdraw(preparer))
      .then(withdrawn);
    expect(fold(...SUBMITTED, withdrawn)).toMatchObject({
      stage: 'DRAFT',
      version: 3,
      submittedHash: null,
      signedHash: null,
    });
  });

  it('excludes from review who ever took part, of all versions', () =>
    expect(fold(...SUBMITTED).participants).toEqual(['li', 'wang', 'zhao']));
});

describe('A submitted evaluation', () => {
  it('is approved by two different persons', () => {
    given(...SUBMITTED)
      .when(passFirst(first, reading))
      .then(passedFirst(2, HASH_2));
    given(...FIRST_PASSED)
      .when(passSecond(second, reading))
      .then(passedSecond(2, HASH_2));
    expect(fold(...APPROVED)).toMatchObject({
      stage: 'APPROVED',
      passes: [
        { step: 'first', gate: null, by: 'chen' },
        { step: 'second', gate: null, by: 'lin' },
      ],
      submittedHash: HASH_2,
    });
  });

  it('may see the same reviewers again in a later version, in other roles too', () => {
    const swapped = [...SUBMITTED, passedFirst(2, HASH_2, 'lin')];
    given(...SUBMITTED)
      .when(passFirst({ ...second, role: 'first-reviewer' }, reading))
      .then(passedFirst(2, HASH_2, 'lin'));
    given(...swapped)
      .when(passSecond({ ...first, role: 'second-reviewer' }, reading))
      .then(passedSecond(2, HASH_2, 'chen'));
  });

  it('loses its pass when the first reviewer takes it back, and gets it again from him or from another', () => {
    given(...FIRST_PASSED)
      .when(revoke(throughAnotherAccount(first)))
      .then(revoked(2));
    const again = [...FIRST_PASSED, revoked(2)];
    expect(fold(...again)).toMatchObject({ stage: 'SUBMITTED', passes: [], seatsTaken: [{ by: 'chen' }] });
    given(...again)
      .when(passFirst(first, reading))
      .then(passedFirst(2, HASH_2));
    given(...again)
      .when(passFirst(otherFirst, reading))
      .then(passedFirst(2, HASH_2, 'sun'));
    given(...again)
      .when(giveBack(first))
      .then(returned(2, 'first-review', 'chen'));
  });

  it.each([
    ['first', SUBMITTED, first, 'first-review'],
    ['second', FIRST_PASSED, second, 'second-review'],
  ] as const)(
    'goes back to the unit as the next version when the %s reviewer returns it; passes lapse',
    (_, history, by, from) => {
      const back = returned(2, from, by.personId);
      given(...history)
        .when(giveBack(by))
        .then(back);
      expect(fold(...history, back)).toMatchObject({
        stage: 'DRAFT',
        version: 3,
        passes: [],
        seatsTaken: [],
        submittedHash: null,
        returned: [{ id: 'v2-1', answer: null, fixed: false }],
      });
    },
  );

  it('takes a return that points at a part, at what is missing, or at what is there', () => {
    const places = ['/sections', '/sections/problems', '/figures/BUD.TOTAL', '/figures/EXP.BASIC'];
    const file = { hash: 'ab'.repeat(32), name: '批文.pdf', size: 9, type: 'application/pdf' };
    const items = places.map((path, n) => ({ path, text: '请补充', ...(n === 0 && { attachments: [file] }) }));
    const numbered = items.map((item, n) => ({ id: `v2-${n + 1}`, ...item }));
    given(...SUBMITTED)
      .when(giveBack(first, REASON, items))
      .then(returned(2, 'first-review', 'chen', numbered));
  });

  it('has one score for one input', () => {
    given(...SUBMITTED)
      .when(recordScore(system, 2, 'aa'))
      .then(scored('aa'));
    given(...SUBMITTED, scored('aa'))
      .when(recordScore(system, 2, 'aa'))
      .thenNothing();
    given(...SUBMITTED, scored('aa'))
      .when(recordScore(system, 2, 'bb'))
      .then(scored('bb'));
  });

  it('that was decided before its score came still gets one, and keeps it', () => {
    given(...APPROVED)
      .when(recordScore(system, 2, 'aa'))
      .then(scored('aa'));
    given(...APPROVED, scored('aa'))
      .when(recordScore(system, 2, 'bb'))
      .thenNothing();
  });
});

describe('Folding', () => {
  it('voids every signature when a field changes, should the log hold such a fact', () => {
    const change = edited('li', { path: '/figures/BUD.TOTAL', before: null, after: amount('1') });
    expect(fold(...APPROVED, change)).toMatchObject({
      stage: 'DRAFT',
      signedHash: null,
      submittedHash: null,
      passes: [],
    });
  });

  it('ignores what it does not know, and what comes before the task', () => {
    const unknown = { type: 'SealApplied', data: null } as unknown as EvaluationEvent;
    expect(fold(...APPROVED, unknown)).toEqual(fold(...APPROVED));
    expect(fold(unknown, checked(HASH_1))).toEqual(evaluation.initial);
  });

  it('takes any fact at any stage without throwing', () => {
    const facts = [...APPROVED, withdrawn, revoked(2), scored('aa'), passedSecond(9, HASH_1)];
    for (const history of Object.values(HISTORY))
      for (const fact of facts) expect(() => fold(...history, fact)).not.toThrow();
  });
});

describe('Findings', () => {
  const WITH_ERROR = [...SUBMITTED, checksRan(2, HASH_2, [ERROR])];

  it('that are warnings are answered by the unit, for its version', () => {
    given(...DRAFT)
      .when(answerFinding(preparer, WARN))
      .then(answered(2));
    given(...UNIT_SIGNED, answered(2))
      .when(submit(preparer, HASH_2, [WARN]))
      .then(submitted(2, HASH_2), checksRan(2, HASH_2, [WARN]));
  });

  it('that are errors do not stop submission, and are waived in writing by the second reviewer', () => {
    given(...UNIT_SIGNED)
      .when(submit(preparer, HASH_2, [ERROR]))
      .then(submitted(2, HASH_2), checksRan(2, HASH_2, [ERROR]));
    given(...WITH_ERROR)
      .when(waive(second))
      .then(waived(2));
    given(...WITH_ERROR, waived(2))
      .when(passFirst(first, { version: 2, contentHash: HASH_2 }))
      .then(passedFirst(2, HASH_2));
    given(...WITH_ERROR, waived(2), passedFirst(2, HASH_2))
      .when(passSecond(second, { version: 2, contentHash: HASH_2 }))
      .then(passedSecond(2, HASH_2));
  });

  it('that come from a later run are recorded once, and stand beside those of the submission', () => {
    const run = recordChecks(system, 2, HASH_2, [ERROR]);
    const recorded = checksRan(2, HASH_2, [ERROR], 'background', system.personId);
    given(...SUBMITTED)
      .when(run)
      .then(recorded);
    given(...SUBMITTED, recorded)
      .when(run)
      .thenNothing();
  });

  it('lapse with the version, and so do their waivers', () => {
    const next = [...WITH_ERROR, waived(2), returned(2, 'first-review', 'chen')].reduce(
      evaluation.evolve,
      evaluation.initial,
    );
    expect(next).toMatchObject({ version: 3, findings: { submission: [], background: [] } });
  });
});
