import { type EvaluationCommand, type EvaluationEvent, evaluation, type ReviewRules } from '#libs/evaluation';
import type { Actor } from '#libs/kernel';
import type { Scheme } from '#libs/scoring';
import { PEOPLE, story } from './cast.js';
import type { Written } from './superuser-attacks.js';

/** A history of one evaluation whose last fact its rules do not allow, with what they say of it. */
export interface Forged {
  readonly review: Partial<ReviewRules>;
  /** What else was ordered after the submission, rightly. */
  readonly orders?: readonly Order[];
  /** Delegations, each as [whose seats, who takes them]; over: taken back, or past its last day, before the last fact. */
  readonly delegated?: readonly (readonly [string, string, over?: 'ended' | 'expired'])[];
  /** The last order, rightly given: the history with it is not accused. */
  readonly right: Order;
  /** What is written instead of what came of it. */
  readonly wrong: Readonly<{ type?: string; by?: Actor; data?: object }>;
  readonly code: 'fact.refused' | 'fact.differs';
  readonly words: RegExp;
}

interface Order {
  readonly type: 'PassFirstReview' | 'PassSecondReview' | 'AssignReviewer' | 'AskExpert' | 'AnswerAsExpert';
  readonly by: Actor;
  /** Besides what every pass says. */
  readonly data?: object;
}

const UNIT = 'a0';
const AT = '2099-01-01T00:00:00.000Z';
const reviewer = (personId: string, step: 'first' | 'second' = 'first', onBehalfOf?: string): Actor => ({
  ...{ personId, accountId: `${personId}-1`, role: `${step}-reviewer`, memberOf: [] },
  ...(onBehalfOf && { onBehalfOf }),
});
const passing = (by: Actor, gate?: string): Order => ({
  type: by.role === 'first-reviewer' ? 'PassFirstReview' : 'PassSecondReview',
  by,
  ...(gate && { data: { gate } }),
});
const assigning = (step: 'first' | 'second', personId: string): Order => ({
  type: 'AssignReviewer',
  by: PEOPLE.manager,
  data: { step, candidate: { personId, step, open: 0, from: 'department' }, reason: '本科室分工' },
});

const GATES: Partial<ReviewRules> = { gates: ['business', 'audit'], second: 'overall' };
const ASSIGNED: Partial<ReviewRules> = { assignment: 'assigned' };
const IN_CHENS_SEAT = { by: reviewer('tan', 'first', 'chen'), data: { onBehalfOf: 'chen' } };
const CONSULTED: readonly Order[] = [
  {
    type: 'AskExpert',
    by: reviewer('chen'),
    data: { candidate: { personId: 'tan', step: 'second', open: 0, from: 'department' }, question: '是否有批文？' },
  },
];
const ANSWERED: Order = { type: 'AnswerAsExpert', by: reviewer('tan', 'second'), data: { opinion: '批文有效。' } };

/** Each promise of the second part, broken by somebody who holds every key. */
export const FORGED: Readonly<Record<string, Forged>> = {
  'lets one person pass two gates': {
    ...{ review: GATES, orders: [passing(reviewer('chen'), 'business')], right: passing(reviewer('tan'), 'audit') },
    ...{ wrong: { by: reviewer('chen') }, code: 'fact.refused', words: /E7 review\.one-gate-for-each/ },
  },
  'lets a gate go before the one that it waits for': {
    ...{ review: { ...GATES, gateOrder: 'in-order' }, right: passing(reviewer('chen'), 'business') },
    ...{ wrong: { data: { gate: 'audit', openGates: ['business'] } }, code: 'fact.refused' },
    words: /E4 review\.gate-waits/,
  },
  'lets who passed a gate give the second review as well': {
    ...{ review: GATES, orders: [passing(reviewer('chen'), 'business'), passing(reviewer('tan'), 'audit')] },
    ...{ right: passing(reviewer('lin', 'second')), wrong: { by: reviewer('tan', 'second') }, code: 'fact.refused' },
    words: /E1 review\.needs-another-person/,
  },
  'lets the second review go before every gate is passed': {
    ...{ review: GATES, orders: [passing(reviewer('chen'), 'business')], right: passing(reviewer('tan'), 'audit') },
    wrong: { type: 'SecondReviewPassed', by: reviewer('lin', 'second'), data: { gate: undefined } },
    ...{ code: 'fact.refused', words: /evaluation\.wrong-stage/ },
  },
  'lets who acts for another pass what that person prepared': {
    ...{ review: {}, delegated: [['li', 'tan']], right: passing(reviewer('tan')) },
    ...{ wrong: { by: reviewer('tan', 'first', 'li'), data: { onBehalfOf: 'li' } }, code: 'fact.refused' },
    words: /E1 review\.participant-excluded/,
  },
  'lets somebody act for a reviewer who delegated nothing to him': {
    ...{ review: ASSIGNED, orders: [assigning('first', 'chen')], delegated: [['chen', 'tan']] },
    ...{ right: passing(reviewer('tan', 'first', 'chen')), wrong: { by: reviewer('mo', 'first', 'chen'), data: {} } },
    ...{ code: 'fact.refused', words: /E9 delegation\.not-granted/ },
  },
  'lets a substitute act after the reviewer took his seats back': {
    ...{ review: ASSIGNED, orders: [assigning('first', 'chen')], delegated: [['chen', 'tan', 'ended']] },
    ...{ right: passing(reviewer('chen')), wrong: IN_CHENS_SEAT, code: 'fact.refused' },
    words: /E9 delegation\.not-granted/,
  },
  'lets a substitute act on the day after his last': {
    ...{ review: ASSIGNED, orders: [assigning('first', 'chen')], delegated: [['chen', 'tan', 'expired']] },
    ...{ right: passing(reviewer('chen')), wrong: IN_CHENS_SEAT, code: 'fact.refused' },
    words: /E9 delegation\.not-granted/,
  },
  'lets an expert who was asked give a pass': {
    ...{ review: {}, orders: [...CONSULTED, ANSWERED, passing(reviewer('chen'))] },
    ...{ right: passing(reviewer('lin', 'second')), wrong: { by: reviewer('tan', 'second') }, code: 'fact.refused' },
    words: /E1 expert\.takes-no-seat/,
  },
  'opens an opinion of a blind review': {
    ...{ review: { blind: true }, right: passing(reviewer('chen')), wrong: { data: { sealed: undefined } } },
    ...{ code: 'fact.differs', words: /FirstReviewPassed/ },
  },
};

/** The history as facts of the evaluation `id`, its last one right or wrong. */
export function written(forged: Forged, id: string, scheme: Scheme, last: 'right' | 'wrong'): readonly Written[] {
  const { review, orders = [], delegated = [], right, wrong } = forged;
  const stream = `evaluation-${id}`;
  const begun = story(UNIT, scheme, review).filter(({ type }) => !/^(?:RecordScore|Pass)/.test(type));
  const pass = story(UNIT, scheme).find(({ type }) => type === 'PassFirstReview')!.data;
  const told = (delegator: string, type: string, data: object): Written => ({
    ...{ stream: `delegation-${delegator}`, type, actor: reviewer(delegator), data: { ...data, by: delegator } },
  });
  const granted = delegated.map(([delegator, delegate, over], n) => {
    // The facts are of the first of January, in China as well.
    const days = { from: '2098-12-20', until: over === 'expired' ? '2098-12-31' : '2099-01-20' };
    return told(delegator, 'DelegationGranted', { id: `${id}-${n}`, delegator, delegate, ...days, reason: '出差' });
  });
  const ended = delegated.flatMap(([delegator, , over], n) =>
    over === 'ended' ? [told(delegator, 'DelegationEnded', { id: `${id}-${n}`, reason: '提前返岗' })] : [],
  );
  const delegators = (person: string) =>
    delegated
      .filter(([, delegate, over]) => delegate === person && !over)
      .map(([personId]) => ({ personId, memberOf: [] }));
  const given = [...orders, right].map(({ type, by, data }) => ({
    ...{ type, by: { ...by, delegators: delegators(by.personId) }, at: AT },
    data: type.startsWith('Pass') ? { ...pass, ...data } : data,
  }));
  let state = evaluation.initial;
  const facts = [...begun, ...given].flatMap((order) => {
    const decided = evaluation.decide(order as EvaluationCommand, state);
    state = decided.reduce(evaluation.evolve, state);
    return decided.map(
      ({ type, data }: EvaluationEvent, n): Written => ({
        stream,
        type,
        data,
        actor: order.by,
        ...(n > 0 && { together: true }),
      }),
    );
  });
  const { data, ...fact } = facts.at(-1)!;
  const before = [...granted, ...facts.slice(0, -1), ...ended];
  if (last === 'right') return [...before, { ...fact, data }];
  const { type = fact.type, by: actor = fact.actor } = wrong;
  return [...before, { ...fact, type, actor, data: { ...data, by: actor.personId, ...wrong.data } }];
}
