import { specification } from '#libs/testing';
import { evaluation } from './evaluation.js';
import { HASH_2, HISTORY, passedFirst, passedSecond, returned, reviewedBy, revoked } from './examples/history.spec.js';
import * as orders from './examples/orders.spec.js';
import { first, manager, otherFirst, person, second, system } from './examples/people.spec.js';
import type { EvaluationEvent } from './facts.js';
import type { Issued } from './situation.js';

const given = specification(evaluation);
const fold = (...history: readonly EvaluationEvent[]) =>
  history.reduce(evaluation.evolve, evaluation.initial) as Issued;
const reading = { version: 2, contentHash: HASH_2 };
const { candidate, passFirst, passSecond } = orders;

describe('A review with gates', () => {
  const gates = ['business', 'finance', 'audit'] as const;
  const submitted = reviewedBy({ gates }, HISTORY.SUBMITTED);
  const business = passedFirst(2, HASH_2, 'chen', { gate: 'business', openGates: ['finance', 'audit'] });
  const finance = passedFirst(2, HASH_2, 'sun', { gate: 'finance', openGates: ['audit'] });
  const audit = passedFirst(2, HASH_2, 'tang', { gate: 'audit' });
  const third = person('tang', 'first-reviewer', []);

  it('goes on to the second review when every gate is passed, each by another person', () => {
    given(...submitted)
      .when(passFirst(first, { ...reading, gate: 'business' }))
      .then(business);
    given(...submitted, business)
      .when(passFirst(otherFirst, { ...reading, gate: 'finance' }))
      .then(finance);
    given(...submitted, business, finance)
      .when(passFirst(third, { ...reading, gate: 'audit' }))
      .then(audit);
    expect(fold(...submitted, business, finance).stage).toBe('SUBMITTED');
    expect(fold(...submitted, business, finance, audit).stage).toBe('FIRST_PASSED');
    expect(fold(...submitted, business, finance, audit, passedSecond(2, HASH_2)).stage).toBe('APPROVED');
  });

  it('may ask the second review of each gate too', () => {
    const each = reviewedBy({ gates: ['business', 'audit'], second: 'per-gate' }, HISTORY.SUBMITTED);
    const passed = [...each, passedFirst(2, HASH_2, 'chen', { gate: 'business', openGates: ['audit'] }), audit];
    given(...passed)
      .when(passSecond(second, { ...reading, gate: 'audit' }))
      .then(passedSecond(2, HASH_2, 'lin', { gate: 'audit', openGates: ['business'] }));
    const once = [...passed, passedSecond(2, HASH_2, 'lin', { gate: 'audit', openGates: ['business'] })];
    expect(fold(...once).stage).toBe('FIRST_PASSED');
    expect(fold(...once, passedSecond(2, HASH_2, 'wu', { gate: 'business' })).stage).toBe('APPROVED');
  });

  it('takes back one gate without the others, while nobody built on it', () => {
    const revokedFinance: EvaluationEvent = {
      type: 'PassRevoked',
      data: { by: 'sun', version: 2, reason: '发现一处漏看', step: 'first', gate: 'finance' },
    };
    given(...submitted, business, finance, audit)
      .when(orders.revoke(otherFirst))
      .then(revokedFinance);
    expect(fold(...submitted, business, finance, audit, revokedFinance)).toMatchObject({
      stage: 'SUBMITTED',
      passes: [{ by: 'chen' }, { by: 'tang' }],
    });
  });

  it('lets a second reviewer take back the own pass of a gate while others are open', () => {
    const each = reviewedBy({ gates: ['business', 'audit'], second: 'per-gate' }, HISTORY.SUBMITTED);
    const passed = [
      ...each,
      passedFirst(2, HASH_2, 'chen', { gate: 'business', openGates: ['audit'] }),
      audit,
      passedSecond(2, HASH_2, 'lin', { gate: 'audit', openGates: ['business'] }),
    ];
    const taken: EvaluationEvent = {
      type: 'PassRevoked',
      data: { by: 'lin', version: 2, reason: '发现一处漏看', step: 'second', gate: 'audit' },
    };
    given(...passed)
      .when(orders.revoke(second))
      .then(taken);
    expect(fold(...passed, taken)).toMatchObject({ stage: 'FIRST_PASSED', passes: [{ by: 'chen' }, { by: 'tang' }] });
  });
});

describe('A blind review', () => {
  it('seals what the first reviewer thinks', () =>
    given(...reviewedBy({ blind: true }, HISTORY.SUBMITTED))
      .when(passFirst(first, reading))
      .then(passedFirst(2, HASH_2, 'chen', { sealed: true })));
});

describe('An opinion', () => {
  it('has remarks at their places and the reviewer’s own points beside the unit’s', () => {
    const file = { hash: 'ab'.repeat(32), name: '批文.pdf', size: 9, type: 'application/pdf' };
    const remarks = [{ path: '/figures/EXP.BASIC', severity: 'minor', text: '请补附件', attachments: [file] }] as const;
    given(...HISTORY.SUBMITTED)
      .when(passFirst(first, { ...reading, remarks, reviewerScore: '88.5' }))
      .then(passedFirst(2, HASH_2, 'chen', { remarks, reviewerScore: '88.5' }));
  });
});

describe('An expert', () => {
  const asked: EvaluationEvent = {
    type: 'ExpertAsked',
    data: { by: 'chen', version: 2, personId: 'sun', question: '超支是否有批文？' },
  };
  const answered: EvaluationEvent = {
    type: 'ExpertAnswered',
    data: { by: 'sun', version: 2, opinion: '批文有效，口径正确。' },
  };

  it('is asked by the reviewer, once, and answers before the pass', () => {
    given(...HISTORY.SUBMITTED)
      .when(orders.askExpert(first, 'sun'))
      .then(asked);
    given(...HISTORY.SUBMITTED, asked)
      .when(orders.askExpert(first, 'sun'))
      .then();
    given(...HISTORY.SUBMITTED, asked)
      .when(orders.answerAsExpert(otherFirst))
      .then(answered);
    given(...HISTORY.SUBMITTED, asked, answered)
      .when(passFirst(first, reading))
      .then(passedFirst(2, HASH_2));
  });

  it('is asked about one version: the next one begins without him', () => {
    expect(fold(...HISTORY.SUBMITTED, asked, returned(2, 'first-review', 'chen')).experts).toEqual([]);
    const stepsBack: EvaluationEvent = { type: 'ReviewerRecused', data: { by: 'sun', version: 2, reason: '亲属关系' } };
    expect(fold(...HISTORY.SUBMITTED, asked, stepsBack).experts).toEqual([]);
  });
});

describe('An assigned review', () => {
  const submitted = reviewedBy({ assignment: 'assigned' }, HISTORY.SUBMITTED);
  const candidates = [candidate('chen', 'first', { open: 3 }), candidate('sun', 'first'), candidate('lin', 'second')];
  const drawn = (step: 'first' | 'second', personId: string, lawful: readonly { personId: string; open: number }[]) =>
    ({
      type: 'ReviewerAssigned',
      data: { by: system.personId, version: 2, step, personId, drawn: { seed: '5eed', lawful, excluded: [] } },
    }) as const;
  const sun = drawn('first', 'sun', [
    { personId: 'sun', open: 0 },
    { personId: 'chen', open: 3 },
  ]);
  const lin = drawn('second', 'lin', [{ personId: 'lin', open: 0 }]);

  it('draws a person for each seat, with all that the draw came from', () =>
    given(...submitted)
      .when(orders.assignByLot(system, candidates))
      .then(sun, lin));

  it('draws nothing twice, and keeps its reviewers in the next version', () => {
    given(...submitted, sun, lin)
      .when(orders.assignByLot(system, candidates, 'other seed'))
      .then();
    expect(fold(...submitted, sun, lin, returned(2, 'first-review', 'sun')).assigned).toHaveLength(2);
  });

  it('draws again for who stepped back', () => {
    const back: EvaluationEvent = {
      type: 'ReviewerRecused',
      data: { by: 'sun', version: 2, reason: '与该单位负责人有亲属关系' },
    };
    given(...submitted, sun, lin)
      .when(orders.recuse(otherFirst))
      .then(back);
    const facts = evaluation.decide(orders.assignByLot(system, candidates), fold(...submitted, sun, lin, back));
    expect(facts).toMatchObject([
      { data: { step: 'first', personId: 'chen', drawn: { excluded: [{ personId: 'sun', reason: 'recused' }] } } },
    ]);
  });

  it('raises the alarm at once when nobody lawful is left for a seat, and once', () => {
    const missing: EvaluationEvent = {
      type: 'ReviewerMissing',
      data: {
        ...{ by: system.personId, version: 2, step: 'second', borrowable: 1 },
        excluded: [{ personId: 'guo', reason: 'unit-member' }],
      },
    };
    const few = [
      candidate('sun', 'first'),
      candidate('guo', 'second', { conflict: 'unit-member' }),
      candidate('wu', 'second', { from: 'above' }),
    ];
    const first = drawn('first', 'sun', [{ personId: 'sun', open: 0 }]);
    given(...submitted)
      .when(orders.assignByLot(system, few))
      .then(first, missing);
    given(...submitted, first, missing)
      .when(orders.assignByLot(system, few))
      .then();
    expect(fold(...submitted, first, missing).missing).toEqual([{ step: 'second', gate: null }]);
  });

  it('borrows a reviewer of the bureau above by a manager’s order, which ends the alarm', () => {
    const missing: EvaluationEvent = {
      type: 'ReviewerMissing',
      data: { by: system.personId, version: 2, step: 'second', borrowable: 1, excluded: [] },
    };
    const borrowed: EvaluationEvent = {
      type: 'ReviewerAssigned',
      data: {
        ...{ by: manager.personId, version: 2, step: 'second', personId: 'he' },
        ordered: { reason: '本部门无人可审', before: null, borrowed: true },
      },
    };
    given(...submitted, missing)
      .when(
        orders.assign(manager, { candidate: candidate('he', 'second', { from: 'above' }), reason: '本部门无人可审' }),
      )
      .then(borrowed);
    expect(fold(...submitted, missing, borrowed).missing).toEqual([]);
  });

  it('is handed over by a manager’s order, which says who had it before', () => {
    given(...submitted, sun, lin)
      .when(orders.assign(manager, { candidate: candidate('chen', 'first') }))
      .then({
        type: 'ReviewerAssigned',
        data: {
          ...{ by: manager.personId, version: 2, step: 'first', personId: 'chen' },
          ordered: { reason: '原审核人出差', before: 'sun', borrowed: false },
        },
      });
    given(...submitted, sun, lin)
      .when(orders.assign(manager, { candidate: candidate('sun', 'first') }))
      .then();
  });

  it('is passed by those whose seats they are', () => {
    const passed = [...submitted, sun, lin, passedFirst(2, HASH_2, 'sun')];
    given(...submitted, sun, lin)
      .when(passFirst(otherFirst, reading))
      .then(passedFirst(2, HASH_2, 'sun'));
    given(...passed)
      .when(passSecond(second, reading))
      .then(passedSecond(2, HASH_2));
    given(...passed, revoked(2, 'sun'))
      .when(orders.assignByLot(system, candidates))
      .then();
  });
});

describe('An open review', () => {
  it('assigns nobody, but says when nobody lawful is left; there the bureau above counts', () => {
    given(...HISTORY.SUBMITTED)
      .when(orders.assignByLot(system, [candidate('sun', 'first'), candidate('wu', 'second', { from: 'above' })]))
      .then();
    const facts = evaluation.decide(
      orders.assignByLot(system, [candidate('sun', 'first'), candidate('sun', 'second')]),
      fold(...HISTORY.SUBMITTED),
    );
    expect(facts).toMatchObject([
      { type: 'ReviewerMissing', data: { step: 'second', excluded: [{ personId: 'sun', reason: 'other-seat' }] } },
    ]);
  });
});
