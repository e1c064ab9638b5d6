import { specification } from '#libs/testing';
import { type DelegationCommand, type DelegationEvent, type DelegationGranted, delegating } from './delegating.js';
import { evaluation } from './evaluation.js';
import { checksRan, HASH_2, HISTORY, passedFirst, reviewedBy, waived } from './examples/history.spec.js';
import { ERROR, passFirst, passSecond, sign, waive } from './examples/orders.spec.js';
import { first, manager, otherFirst, person, second, UNIT } from './examples/people.spec.js';
import type { EvaluationEvent } from './facts.js';
import { representedIn } from './representing.js';
import type { Issued } from './situation.js';

const given = specification(delegating);
const DAYS = { from: '2022-04-01', until: '2022-04-14' };
const granted = (more: Partial<DelegationGranted> = {}): DelegationEvent => ({
  type: 'DelegationGranted',
  data: { id: 'd1', delegator: 'chen', delegate: 'sun', ...DAYS, reason: '出差', by: 'chen', ...more },
});
const grant = (more: Partial<DelegationGranted> = {}): DelegationCommand => {
  const { by: _, ...data } = granted(more).data as DelegationGranted;
  return { type: 'GrantDelegation', data: { ...data, today: '2022-04-01' }, by: first, at: '' };
};
const end = (id: string): DelegationCommand => ({
  type: 'EndDelegation',
  data: { id, reason: '提前返岗' },
  by: first,
  at: '',
});
const ended: DelegationEvent = { type: 'DelegationEnded', data: { id: 'd1', reason: '提前返岗', by: 'chen' } };

describe('A reviewer', () => {
  it('hands his seats over to one person for some days, and takes them back', () => {
    given().when(grant()).then(granted());
    given(granted()).when(end('d1')).then(ended);
    given(granted(), ended).when(end('d1')).then();
    given(granted(), ended)
      .when(grant({ id: 'd2' }))
      .then(granted({ id: 'd2' }));
    given(granted())
      .when(grant({ id: 'd2', from: '2022-04-15', until: '2022-04-15' }))
      .then(granted({ id: 'd2', from: '2022-04-15', until: '2022-04-15' }));
  });

  it.each<[string, Partial<DelegationGranted>, string]>([
    ['to himself', { delegate: 'chen' }, 'delegation.to-oneself'],
    ['for days that are over', { from: '2022-03-31' }, 'delegation.days-out-of-range'],
    ['backwards', { until: '2022-03-31' }, 'delegation.days-out-of-range'],
    ['for more than 90 days', { until: '2022-06-30' }, 'delegation.days-out-of-range'],
    ['without a reason', { reason: ' ' }, 'text.too-short'],
  ])('does not delegate %s', (_, more, code) => given().when(grant(more)).thenRefused(code));

  it('hands over no seats of another: only a manager does that', () => {
    const another = { ...grant(), by: otherFirst } as DelegationCommand;
    given().when(another).thenRefused('delegation.not-granted', { rule: 'E9' });
    given(granted())
      .when({ ...end('d1'), by: otherFirst } as DelegationCommand)
      .thenRefused('delegation.not-granted');
    given()
      .when({ ...grant(), by: manager } as DelegationCommand)
      .then(granted({ by: manager.personId }));
  });

  it('does not delegate to two persons at once', () =>
    given(granted())
      .when(grant({ id: 'd2', delegate: 'lin', from: '2022-04-14', until: '2022-04-20' }))
      .thenRefused('delegation.overlaps'));

  it('ends what there is', () => given(granted()).when(end('d9')).thenRefused('delegation.unknown'));
});

describe('Who acts for a reviewer', () => {
  const assigned = (step: 'first' | 'second', personId: string): EvaluationEvent => ({
    type: 'ReviewerAssigned',
    data: {
      ...{ by: 'wu', version: 2, step, personId },
      ordered: { reason: '分工', before: null, borrowed: false },
    },
  });
  const submitted = [
    ...reviewedBy({ assignment: 'assigned' }, HISTORY.SUBMITTED),
    assigned('first', first.personId),
    assigned('second', second.personId),
  ];
  const reading = { version: 2, contentHash: HASH_2 };
  const chen = { personId: first.personId, memberOf: [] as readonly string[] };
  const forChen = { ...otherFirst, onBehalfOf: chen.personId, delegators: [chen] };
  const matter = specification(evaluation);

  it('takes the seat that is that person’s, in the own name', () =>
    matter(...submitted)
      .when(passFirst(forChen, reading))
      .then(passedFirst(2, HASH_2, otherFirst.personId, { onBehalfOf: chen.personId })));

  it('needs a delegation of today', () =>
    matter(...submitted)
      .when(passFirst({ ...forChen, delegators: [] }, reading))
      .thenRefused('delegation.not-granted', { rule: 'E9' }));

  it('acts for nobody in the unit’s work', () =>
    matter(...HISTORY.UNIT_CHECKED)
      .when(sign({ ...forChen, role: 'unit-head' }, HASH_2))
      .thenRefused('delegation.not-granted'));

  it.each([
    ['belongs to the unit', { memberOf: [UNIT] }, 'review.unit-member-excluded'],
    ['declared a conflict of interest', { conflictsWith: [UNIT] }, 'review.conflict-declared'],
  ])('is excluded when the person he acts for %s', (_, more, code) =>
    matter(...submitted)
      .when(passFirst({ ...forChen, delegators: [{ ...chen, ...more }] }, reading))
      .thenRefused(code),
  );

  it('is excluded when the person he acts for took part', () => {
    const li = { ...chen, personId: 'li' };
    matter(...submitted.slice(0, -2), assigned('first', 'li'))
      .when(passFirst({ ...otherFirst, onBehalfOf: 'li', delegators: [li] }, reading))
      .thenRefused('review.participant-excluded');
  });

  it('takes the seat for both: neither gives the second review as well', () => {
    const passed = [...submitted, passedFirst(2, HASH_2, otherFirst.personId, { onBehalfOf: chen.personId })];
    const lin = { personId: second.personId, memberOf: [] };
    matter(...passed)
      .when(
        passSecond({ ...otherFirst, role: 'second-reviewer', onBehalfOf: lin.personId, delegators: [lin] }, reading),
      )
      .thenRefused('review.needs-another-person');
    matter(...passed)
      .when(passSecond({ ...first, role: 'second-reviewer', onBehalfOf: lin.personId, delegators: [lin] }, reading))
      .thenRefused('review.roles-swapped');
  });

  it('is known by the seat: the own one first, of the step that is due, and none in an open review', () => {
    const fold = (...history: readonly EvaluationEvent[]) =>
      history.reduce(evaluation.evolve, evaluation.initial) as Issued;
    const state = fold(...submitted);
    const wish = { type: 'PassFirstReview', data: { ...reading, opinion: '同意' } } as const;
    expect(representedIn(state, wish, forChen)).toBe('chen');
    expect(representedIn(state, { type: 'Return', data: { reason: '', items: [] } }, forChen)).toBe('chen');
    expect(representedIn(state, { ...wish, type: 'PassSecondReview' }, forChen)).toBeUndefined();
    expect(representedIn(state, { type: 'RevokePass', data: { reason: '' } }, forChen)).toBeUndefined();
    expect(representedIn(state, wish, { ...forChen, personId: 'chen' })).toBeUndefined();
    expect(representedIn(fold(...HISTORY.SUBMITTED), wish, forChen)).toBeUndefined();
  });

  it('waives for the second reviewer as well', () => {
    const lin = { personId: second.personId, memberOf: [] };
    matter(...submitted)
      .when(waive(person('he', 'second-reviewer', [], { onBehalfOf: lin.personId, delegators: [lin] })))
      .thenRefused('finding.unknown');
  });

  it('who waives takes the seat for both: the other gives no first pass either', () => {
    const lin = { personId: second.personId, memberOf: [] };
    const he = person('he', 'second-reviewer', [], { onBehalfOf: lin.personId, delegators: [lin] });
    const withError = [...submitted, checksRan(2, HASH_2, [ERROR])];
    const done = waived(2, 'he');
    const forLin: EvaluationEvent = { ...done, data: { ...done.data, onBehalfOf: lin.personId } as never };
    const reason = '调整预算已补报，超支有县政府批文。';
    matter(...withError)
      .when(waive(he, ERROR.id, reason))
      .then(forLin);
    matter(...withError, forLin, assigned('first', lin.personId))
      .when(passFirst({ ...second, role: 'first-reviewer' }, reading))
      .thenRefused('review.roles-swapped', { rule: 'E2' });
  });
});
