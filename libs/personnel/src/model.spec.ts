import fc from 'fast-check';
import {
  type Evaluation,
  type EvaluationCommand,
  type EvaluationEvent,
  evaluation,
  ROLES,
  type Role,
} from '#libs/evaluation';
import { type Actor, DomainError } from '#libs/kernel';
import { contentHash } from '#libs/sheet';
import { GRANTING, type PersonCommand, type PersonEvent, personnel, type Staff } from './index.js';

/** What somebody tries next: an order about roles or memberships, or a step of the one evaluation there is. */
export interface Attempt {
  readonly what: (typeof ATTEMPTS)[number];
  readonly who: number;
  readonly whom: number;
  readonly account: 1 | 2;
  readonly role: number;
  readonly days: number;
  readonly later: number;
}

const ATTEMPTS = [
  ...(['propose', 'propose', 'confirm', 'confirm', 'revoke', 'glass', 'alone', 'member', 'decline'] as const),
  ...(['edit', 'check', 'sign', 'submit', 'return', 'first', 'second', 'second'] as const),
] as const;
const PERSONS = ['qin', 'zhou', 'li', 'wang', 'zhao', 'chen', 'lin', 'guo'];

/** Who holds what when it begins; nobody the second office. */
const AT_FIRST: Readonly<Record<string, Role>> = {
  ...{ qin: 'administrator', li: 'unit-preparer', wang: 'unit-checker', zhao: 'unit-head' },
  ...{ chen: 'first-reviewer', lin: 'second-reviewer' },
};

/** Whose step it usually is; through his second account somebody tries it although it is not. */
const USUALLY: Readonly<Record<string, readonly Role[]>> = {
  ...{ edit: ['unit-preparer'], check: ['unit-checker'], sign: ['unit-head'], submit: ['unit-preparer', 'unit-head'] },
  ...{ return: ['first-reviewer', 'second-reviewer'], first: ['first-reviewer'], second: ['second-reviewer'] },
  ...{ propose: GRANTING, confirm: GRANTING, glass: GRANTING, alone: GRANTING },
};

export const attempts = fc.array(
  fc.record<Attempt>({
    what: fc.constantFrom(...ATTEMPTS),
    who: fc.nat(99),
    whom: fc.nat(99),
    account: fc.constantFrom(1, 2),
    role: fc.nat(99),
    days: fc.integer({ min: -1, max: 5 }),
    later: fc.integer({ min: 0, max: 30 }),
  }),
  { minLength: 30, maxLength: 100, size: 'max' },
);

/** What came of it, as an auditor could tell it. */
export interface Happening {
  readonly at: string;
  readonly day: string;
  readonly person: string;
  readonly event: PersonEvent | EvaluationEvent;
  readonly by: Actor;
}

type Personnel = typeof personnel;

/** A bureau in which everybody tries everything, in whatever role he holds on the day. */
export class Play {
  readonly staff = new Map<string, Staff>();
  readonly happened: Happening[] = [];
  #report: Evaluation = evaluation.initial;
  #now = Date.parse('2022-04-01T00:00:00.000Z');
  #bootstrap = true;
  #number = 0;

  constructor(private readonly decider: Personnel) {
    for (const person of PERSONS) this.staff.set(person, personnel.initial);
    const by: Actor = { personId: 'system:link', accountId: 'link', role: 'system', memberOf: [] };
    for (const [person, role] of Object.entries(AT_FIRST)) {
      const unitId = role.startsWith('unit-') ? 'centre' : role === 'administrator' ? null : 'department';
      const grants = [{ id: `g-${person}`, accountId: `${person}-1`, role, unitId, from: '2022-01-01', to: null }];
      this.#order(person, { type: 'AdoptPerson', data: { name: person, memberships: [], grants } }, by);
    }
    const task = {
      ...{ campaignId: 'c', unitId: 'centre', unitName: '中心', departmentId: 'department' },
      fiscalYear: 2021,
    };
    this.#step('IssueTask', { ...task, kind: 'whole-unit', dueAt: '2023-01-01T00:00:00.000Z' }, by);
  }

  get day(): string {
    return new Date(this.#now + 8 * 3_600_000).toISOString().slice(0, 10);
  }

  /** What a person holds on a day. */
  held(person: string, day = this.day): readonly Role[] {
    const { grants } = this.staff.get(person)!;
    return grants.filter(({ from, to }) => from <= day && day <= (to ?? '9999')).map(({ role }) => role);
  }

  try({ what, who, whom, account, role, days, later }: Attempt): void {
    this.#now += later * 3_600_000;
    const able = PERSONS.filter((one) => this.held(one).some((held) => USUALLY[what]?.includes(held)));
    const by = this.#actor(pick(account === 1 && able.length > 0 ? able : PERSONS, who), role);
    const person = pick(PERSONS, whom);
    const state = this.staff.get(person)!;
    this.#number += 1;
    const name = pick(ROLES, role);
    const unitId = name.endsWith('administrator') ? null : pick(['centre', 'department'], whom + role);
    const from = dayAfter(this.day, Math.max(days, 0));
    const wish = {
      ...{ id: `g${this.#number}`, personId: person, accountId: `${person}-${account}`, role: name, unitId, from },
      ...(days % 2 === 0 && { to: dayAfter(from, days + 1) }),
    };
    const proposal = state.proposals[0]?.id ?? 'none';
    const grant = state.grants[role % Math.max(state.grants.length, 1)];
    switch (what) {
      case 'propose':
        this.#order(person, { type: 'ProposeRole', data: wish }, by);
        break;
      case 'confirm':
        this.#order(person, { type: 'ConfirmRole', data: { id: proposal, personId: person } }, by);
        break;
      case 'decline':
        this.#order(person, { type: 'DeclineRole', data: { id: proposal, reason: '不予授权' } }, by);
        break;
      case 'alone':
        this.#order(person, { type: 'GrantRole', data: { ...wish, bootstrap: this.#bootstrap } }, by);
        break;
      case 'glass':
        this.#order(person, { type: 'BreakGlass', data: { ...wish, reason: '另一员失联，今日须办结' } }, by);
        break;
      case 'revoke':
        if (grant) this.#order(person, { type: 'RevokeRole', data: grant }, by);
        break;
      case 'member': {
        const memberships = [{ unitId: unitId ?? 'centre', kind: 'seconded' as const, from, to: wish.to ?? null }];
        this.#order(person, { type: 'SetMemberships', data: { memberships } }, by);
        break;
      }
      default:
        this.#act(what, by);
    }
  }

  #act(what: 'edit' | 'check' | 'sign' | 'submit' | 'return' | 'first' | 'second', by: Actor): void {
    if (this.#report.stage === 'NEW') return;
    const hash = contentHash(this.#report.sheet);
    const value = { value: `${this.#number}.00`, unit: '万元' };
    const before = this.#report.sheet.figures['EXP.BASIC'] ?? null;
    const reading = { version: this.#report.version, contentHash: hash, opinion: '数据与决算一致，同意。' };
    switch (what) {
      case 'edit':
        this.#step('EditDraft', { changes: [{ path: '/figures/EXP.BASIC', before, after: value }] }, by);
        break;
      case 'check':
        this.#step('CheckInUnit', { contentHash: hash }, by);
        break;
      case 'sign':
        this.#step('SignForUnit', { contentHash: hash }, by);
        break;
      case 'submit':
        this.#step('Submit', { contentHash: hash, findings: [] }, by);
        break;
      case 'return': {
        const items = [{ path: '/figures/EXP.BASIC', text: '请核对后说明。' }];
        this.#step('Return', { reason: '基本支出与预算对不上，请核对后再报。', items }, by);
        break;
      }
      case 'first':
        this.#step('PassFirstReview', reading, by);
        break;
      case 'second':
        this.#step('PassSecondReview', reading, by);
        break;
    }
  }

  /** As the API has it: a role that is held today, never one that is claimed. */
  #actor(personId: string, n: number): Actor {
    const roles = this.held(personId);
    const memberOf = this.staff
      .get(personId)!
      .memberships.filter(({ from, to }) => from <= this.day && this.day <= (to ?? '9999'))
      .map(({ unitId }) => unitId);
    return { personId, accountId: `${personId}-1`, role: roles[n % Math.max(roles.length, 1)] ?? 'none', memberOf };
  }

  #order(person: string, wish: object, by: Actor): void {
    const command = { ...wish, by, at: new Date(this.#now).toISOString() } as PersonCommand;
    for (const event of attempted(() => this.decider.decide(command, this.staff.get(person)!))) {
      this.staff.set(person, this.decider.evolve(this.staff.get(person)!, event));
      if (event.type === 'RoleGranted' && event.data.role === 'security-administrator') this.#bootstrap = false;
      this.#note(person, event, by);
    }
  }

  #step(type: EvaluationCommand['type'], data: object, by: Actor): void {
    const command = { type, data, by, at: new Date(this.#now).toISOString() } as EvaluationCommand;
    for (const event of attempted(() => evaluation.decide(command, this.#report))) {
      this.#report = evaluation.evolve(this.#report, event);
      this.#note(by.personId, event, by);
    }
  }

  #note(person: string, event: PersonEvent | EvaluationEvent, by: Actor): void {
    this.happened.push({ at: new Date(this.#now).toISOString(), day: this.day, person, event, by });
  }
}

function attempted<E>(decide: () => readonly E[]): readonly E[] {
  try {
    return decide();
  } catch (error) {
    if (error instanceof DomainError) return [];
    throw error;
  }
}

const pick = <T>(from: readonly T[], n: number): T => from[n % from.length]!;
const dayAfter = (day: string, n: number): string =>
  new Date(Date.parse(day) + n * 86_400_000).toISOString().slice(0, 10);
