import type { Role } from '#libs/evaluation';
import type { Actor } from '#libs/kernel';
import { type PersonCommand, type PersonEvent, personnel, type Staff } from './index.js';

const AT = '2022-04-01T08:00:00.000Z';
const actor = (personId: string, role: string): Actor => ({ personId, accountId: `a-${personId}`, role, memberOf: [] });
const admin = actor('qin', 'administrator');
const security = actor('zhou', 'security-administrator');
const audit = actor('tang', 'audit-administrator');

type Wish = { [C in PersonCommand as C['type']]: Pick<C, 'type' | 'data'> }[PersonCommand['type']];
const order = (wish: Wish, by = admin, at = AT) => ({ ...wish, by, at }) as PersonCommand;
const staffAfter = (...events: readonly PersonEvent[]): Staff => events.reduce(personnel.evolve, personnel.initial);
/** What follows from the orders, one after the other. */
const told = (...orders: readonly PersonCommand[]): PersonEvent[] => {
  const facts: PersonEvent[] = [];
  for (const one of orders) facts.push(...personnel.decide(one, staffAfter(...facts)));
  return facts;
};
const refused = (code: string, details: object = {}) =>
  expect.objectContaining({ code, details: expect.objectContaining(details) });

const register = order({
  type: 'RegisterPerson',
  data: { name: '龙志远', memberships: [{ unitId: 'department', kind: 'member', from: '2020-01-01', to: null }] },
});
const role = (name: Role, unitId: string | null, more: object = {}) => ({
  ...{ id: `${name}-1`, personId: 'long', accountId: 'a-long', role: name, unitId },
  ...more,
});
const propose = (data: ReturnType<typeof role>, by = admin, at = AT) => order({ type: 'ProposeRole', data }, by, at);
const confirm = (id: string, by = security, at = AT) =>
  order({ type: 'ConfirmRole', data: { id, personId: 'long' } }, by, at);
const both = (data: ReturnType<typeof role>) => [propose(data), confirm(data.id)];

describe('Where a person belongs', () => {
  const set = (memberships: readonly object[]) =>
    order({ type: 'SetMemberships', data: { memberships: memberships as never } });
  const home = { unitId: 'department', kind: 'member', from: '2020-01-01', to: null };

  it('is told by facts with days: a secondment begins and ends', () => {
    const seconded = { unitId: 'centre', kind: 'seconded', from: '2022-05-01', to: '2022-10-31' };
    expect(told(register, set([home, seconded])).slice(1)).toEqual([
      { type: 'MembershipBegun', data: { ...seconded, by: 'qin' } },
    ]);
    const ended = { ...seconded, to: '2022-06-30' };
    expect(told(register, set([home, seconded]), set([home, ended])).slice(2)).toEqual([
      { type: 'MembershipEnded', data: { unitId: 'centre', from: '2022-05-01', to: '2022-06-30', by: 'qin' } },
    ]);
  });

  it('keeps what is past: what is left out ends yesterday, and only what has not begun is struck', () => {
    const past = { unitId: 'other', kind: 'member', from: '2019-01-01', to: '2019-12-31' };
    const planned = { unitId: 'centre', kind: 'member', from: '2022-05-01', to: null };
    expect(told(register, set([past, home, planned]), set([])).slice(3)).toEqual([
      { type: 'MembershipEnded', data: { unitId: 'department', from: '2020-01-01', to: '2022-03-31', by: 'qin' } },
      { type: 'MembershipStruck', data: { unitId: 'centre', from: '2022-05-01', by: 'qin' } },
    ]);
  });

  it.each([
    ['days in the wrong order', [{ ...home, to: '2019-12-31' }], 'membership.days-reversed', '/memberships/0/to'],
    ['one unit twice from one day', [home, { ...home, kind: 'seconded' }], 'membership.twice', '/memberships/1'],
  ])('refuses %s', (_what, memberships, code, pointer) => {
    expect(() => told(register, set(memberships))).toThrow(refused(code, { pointer }));
  });

  it('changes the name once, and says what it was', () => {
    const rename = order({ type: 'RenamePerson', data: { name: '龙致远' } });
    expect(told(register, rename, rename).slice(1)).toEqual([
      { type: 'PersonRenamed', data: { name: '龙致远', before: '龙志远', by: 'qin' } },
    ]);
  });
});

describe('A role', () => {
  const reviewer = role('first-reviewer', 'department');

  it('is given by two persons in two offices, and both are named', () => {
    expect(told(register, ...both(reviewer)).slice(1)).toMatchObject([
      { type: 'RoleProposed', data: { as: 'administrator', by: 'qin', expiresAt: '2022-04-08T08:00:00.000Z' } },
      {
        type: 'RoleGranted',
        data: { basis: 'two-persons', proposedBy: 'qin', by: 'zhou', from: '2022-04-01', to: null },
      },
    ]);
    expect(told(register, propose(reviewer, security), confirm(reviewer.id, admin))).toHaveLength(3);
  });

  it.each([
    ['by who proposed it', confirm(reviewer.id, admin), 'grant.needs-two-persons'],
    ['by another of the same office', confirm(reviewer.id, actor('he', 'administrator')), 'grant.needs-other-office'],
    [
      'by who proposed it, in the other office',
      confirm(reviewer.id, actor('qin', 'security-administrator')),
      'grant.needs-two-persons',
    ],
    ['by who gets it', confirm(reviewer.id, actor('long', 'security-administrator')), 'grant.to-oneself'],
    ['by the audit', confirm(reviewer.id, audit), 'grant.not-ones-office'],
    ['too late', confirm(reviewer.id, security, '2022-04-08T08:00:00.000Z'), 'grant.proposal-expired'],
    ['when nobody proposed it', confirm('other'), 'grant.proposal-not-found'],
  ])('is not confirmed %s', (_what, attempt, code) => {
    expect(() => told(register, propose(reviewer), attempt)).toThrow(refused(code));
  });

  it('is not confirmed after it was declined, and may be proposed anew', () => {
    const decline = order({ type: 'DeclineRole', data: { id: reviewer.id, reason: '该员已调离' } }, security);
    expect(() => told(register, propose(reviewer), decline, confirm(reviewer.id))).toThrow(
      refused('grant.proposal-not-found'),
    );
    expect(told(register, propose(reviewer), decline, propose({ ...reviewer, id: 'again' }))).toHaveLength(4);
  });

  it('is proposed and given once, however often it is told', () => {
    expect(told(register, propose(reviewer), propose({ ...reviewer, id: 'again' }))).toHaveLength(2);
    expect(told(register, ...both(reviewer), propose({ ...reviewer, id: 'again' }))).toHaveLength(3);
  });

  it('begins on the day of its confirmation when that comes later than was proposed', () => {
    const late = confirm(reviewer.id, security, '2022-04-05T08:00:00.000Z');
    expect(told(register, propose(reviewer), late).at(-1)).toMatchObject({ data: { from: '2022-04-05' } });
  });

  it('is given by one alone only in the bootstrap', () => {
    const alone = (bootstrap: boolean) => order({ type: 'GrantRole', data: { ...reviewer, bootstrap } });
    expect(told(register, alone(true)).at(-1)).toMatchObject({ data: { basis: 'bootstrap', proposedBy: null } });
    expect(() => told(register, alone(false))).toThrow(refused('grant.needs-two-persons'));
  });

  it('is taken back by one alone, at once', () => {
    const revoke = order({ type: 'RevokeRole', data: reviewer }, security, '2022-05-02T08:00:00.000Z');
    const facts = told(register, ...both(reviewer), revoke);
    expect(facts.at(-1)).toMatchObject({ type: 'RoleRevoked', data: { lastDay: '2022-05-01', by: 'zhou' } });
    expect(staffAfter(...facts).grants).toMatchObject([{ to: '2022-05-01' }]);
    expect(personnel.decide(revoke, staffAfter(...facts))).toEqual([]);
  });

  it.each([
    ['an office over a unit', role('administrator', 'finance'), 'grant.unit-not-allowed'],
    ['another role over none', role('first-reviewer', null), 'grant.unit-needed'],
    [
      'days in the wrong order',
      role('unit-head', 'centre', { from: '2022-05-01', to: '2022-04-30' }),
      'grant.days-reversed',
    ],
  ])('is not proposed: %s', (_what, data, code) => {
    expect(() => told(register, propose(data))).toThrow(refused(code));
  });
});

describe('Roles that exclude each other', () => {
  it.each<[Role, Role]>([
    ['unit-preparer', 'first-reviewer'],
    ['unit-head', 'second-reviewer'],
    ['campaign-manager', 'auditor'],
    ['auditor', 'audit-administrator'],
    ['administrator', 'security-administrator'],
    ['security-administrator', 'first-reviewer'],
    ['audit-administrator', 'unit-checker'],
  ])('%s and %s are never held on one day, whichever comes first, through whatever account', (one, other) => {
    const unitOf = (name: Role) => (name.endsWith('administrator') ? null : 'centre');
    for (const [held, wished] of [
      [one, other],
      [other, one],
    ] as const) {
      const second = role(wished, unitOf(wished), { accountId: 'a-long2' });
      expect(() => told(register, ...both(role(held, unitOf(held))), propose(second))).toThrow(
        refused('grant.excluded-role', { excludes: held, rule: 'E10' }),
      );
    }
  });

  it('may follow each other, from one day to the next', () => {
    const until = role('unit-preparer', 'centre', { to: '2022-06-30' });
    const then = role('first-reviewer', 'department', { from: '2022-07-01' });
    expect(told(register, ...both(until), ...both(then))).toHaveLength(5);
    const earlier = { ...then, from: '2022-06-30' };
    expect(() => told(register, ...both(until), propose(earlier))).toThrow(refused('grant.excluded-role'));
  });

  it('are looked at again when the second person confirms', () => {
    const unit = role('unit-head', 'centre');
    const review = role('second-reviewer', 'department');
    expect(() => told(register, propose(unit), propose(review), confirm(unit.id), confirm(review.id))).toThrow(
      refused('grant.excluded-role'),
    );
  });

  it('may be two roles of one side', () => {
    expect(
      told(register, ...both(role('first-reviewer', 'department')), ...both(role('second-reviewer', 'department'))),
    ).toHaveLength(5);
    expect(
      told(register, ...both(role('unit-head', 'centre')), ...both(role('campaign-manager', 'centre'))),
    ).toHaveLength(5);
  });
});

describe('Breaking the glass', () => {
  const reason = '安全管理员出差失联，今日须完成复审';
  const glass = order({ type: 'BreakGlass', data: { ...role('second-reviewer', 'department'), reason } });
  const id = 'second-reviewer-1';
  const review = (by: Actor, opinion = '已核对值班记录，情况属实') =>
    order({ type: 'ReviewBreakGlass', data: { id, personId: 'long', justified: true, opinion } }, by);

  it('gives a role for three days, and says why', () => {
    expect(told(register, glass).at(-1)).toMatchObject({
      type: 'GlassBroken',
      data: { from: '2022-04-01', to: '2022-04-03', reason, by: 'qin' },
    });
  });

  it('keeps every other rule', () => {
    const own = actor('long', 'administrator');
    expect(() => told(register, { ...glass, by: own })).toThrow(refused('grant.to-oneself'));
    expect(() => told(register, ...both(role('unit-head', 'centre')), glass)).toThrow(refused('grant.excluded-role'));
    expect(() => told(register, { ...glass, by: audit })).toThrow(refused('grant.not-ones-office'));
    const mute = { ...glass, data: { ...glass.data, reason: '急' } } as PersonCommand;
    expect(() => told(register, mute)).toThrow(refused('text.too-short', { pointer: '/reason' }));
  });

  it('is reviewed once, in writing, by somebody of the audit', () => {
    expect(told(register, glass, review(audit)).at(-1)).toMatchObject({ data: { justified: true, by: 'tang' } });
    expect(told(register, glass, review(actor('huang', 'auditor')))).toHaveLength(3);
    expect(() => told(register, glass, review(audit), review(audit))).toThrow(refused('break-glass.reviewed-already'));
    expect(() => told(register, glass, review(security))).toThrow(refused('grant.not-ones-office'));
    expect(() => told(register, glass, review(actor('qin', 'auditor')))).toThrow(refused('break-glass.own'));
    expect(() => told(register, glass, review(audit, '好'))).toThrow(
      refused('text.too-short', { pointer: '/opinion' }),
    );
    expect(() => told(register, review(audit))).toThrow(refused('break-glass.not-found'));
  });
});

describe('Somebody from before the records', () => {
  it('is adopted with what stood in the rows, once', () => {
    const grants = [{ ...role('unit-head', 'centre'), from: '2021-01-01', to: null }];
    const adopt = order({ type: 'AdoptPerson', data: { name: '龙志远', memberships: [], grants } });
    const facts = told(adopt, adopt);
    expect(facts).toHaveLength(1);
    const wish = propose(role('first-reviewer', 'department'));
    expect(() => personnel.decide(wish, staffAfter(...facts))).toThrow(refused('grant.excluded-role'));
  });
});
