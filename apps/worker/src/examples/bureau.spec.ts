import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import {
  type CampaignCommand,
  type CampaignPlan,
  campaign,
  type EvaluationCommand,
  evaluation,
  type TaskIssued,
  USUAL_REVIEW,
} from '#libs/evaluation';
import { type EventStore, Handler } from '#libs/event-store';
import type { Actor } from '#libs/kernel';
import { Schemes } from '#libs/schemes';
import { applyChanges, contentHash, EMPTY_SHEET, type Figure } from '#libs/sheet';
import { giveRoles } from '#libs/testing';

export const QUIET = { info: () => undefined, error: () => undefined };

const wan = (value: string): Figure => ({ value, unit: '万元' });
const CHANGES = [
  { path: '/figures/EXP.TOTAL', before: null, after: wan('45') },
  { path: '/figures/FULL.TOTAL', before: null, after: wan('50') },
  // What the cross-checks ask of every unit: plan and actual of procurement.
  { path: '/figures/PROC.BUDGET', before: null, after: wan('0') },
  { path: '/figures/PROC.ACTUAL', before: null, after: wan('0') },
];
export const HASH = contentHash(applyChanges(EMPTY_SHEET, CHANGES));
export const by = (personId: string, role: string): Actor => ({
  personId,
  accountId: `a-${personId}`,
  role,
  memberOf: [],
});

type Order = {
  [Type in EvaluationCommand['type']]: readonly [Actor, Type, Extract<EvaluationCommand, { type: Type }>['data']];
};
const PASS = { version: 1, contentHash: HASH, opinion: '情况属实，同意' };
const TASK: TaskIssued = {
  campaignId: '431225-2021',
  unitId: 'centre',
  unitName: '中心',
  departmentId: 'department',
  fiscalYear: 2021,
  kind: 'whole-unit',
  dueAt: '2022-05-31T16:00:00.000Z',
};
const ORDERS = {
  issue: [by('shi', 'campaign-manager'), 'IssueTask', TASK],
  issueAssigned: [
    by('shi', 'campaign-manager'),
    'IssueTask',
    { ...TASK, review: { ...USUAL_REVIEW, assignment: 'assigned' } },
  ],
  issueProject: [
    by('shi', 'campaign-manager'),
    'IssueTask',
    { ...TASK, kind: 'project', project: { number: 1, name: '工伤预防宣传' } },
  ],
  recuse: [by('liang', 'second-reviewer'), 'Recuse', { reason: '与该单位负责人有亲属关系' }],
  edit: [by('yang', 'unit-preparer'), 'EditDraft', { changes: CHANGES }],
  check: [by('lin', 'unit-checker'), 'CheckInUnit', { contentHash: HASH }],
  sign: [by('su', 'unit-head'), 'SignForUnit', { contentHash: HASH }],
  submit: [by('yang', 'unit-preparer'), 'Submit', { contentHash: HASH, findings: [] }],
  first: [by('long', 'first-reviewer'), 'PassFirstReview', PASS],
  second: [by('liang', 'second-reviewer'), 'PassSecondReview', PASS],
  firstByLiang: [by('liang', 'first-reviewer'), 'PassFirstReview', PASS],
  revoke: [by('long', 'first-reviewer'), 'RevokePass', { reason: '需要再次核对有关数据' }],
  returnSecond: [
    by('liang', 'second-reviewer'),
    'Return',
    { reason: '数据与决算不一致，请核实', items: [{ path: '/figures/EXP.TOTAL', text: '与决算不一致' }] },
  ],
  return: [
    by('long', 'first-reviewer'),
    'Return',
    { reason: '数据与决算不一致，请核实', items: [{ path: '/figures/EXP.TOTAL', text: '与决算不一致' }] },
  ],
} satisfies Record<string, Order[EvaluationCommand['type']]>;
export const UNTIL_SUBMITTED = ['issue', 'edit', 'check', 'sign', 'submit'] as const;

/** A department above one unit, its people, and what they order. */
export class Bureau {
  readonly #evaluations: Handler<never, never, never>;

  constructor(
    private readonly pool: Pool,
    private readonly store: EventStore,
  ) {
    this.#evaluations = new Handler(store, evaluation, { prefix: 'evaluation' }) as never;
  }

  async open(): Promise<void> {
    await this.pool.query(`
      insert into registry.fiscal_division (code, name) values ('431225', '会同县');
      insert into registry.unit (id, code, name, division_code, parent_id, kind) values
        ('department', '117', '人社局', '431225', null, 'department'),
        ('centre', '117003', '中心', '431225', 'department', 'unit');
      insert into registry.person (id, name)
        select id, id from unnest(array['yang', 'lin', 'su', 'long', 'liang', 'shi']) as id;
      insert into identity.account (id, person_id, login, password_hash)
        select 'a-' || id, id, id, '$argon2id$test' from registry.person`);
    await giveRoles(
      this.pool,
      ['a-yang', 'unit-preparer', 'centre'],
      ['a-lin', 'unit-checker', 'centre'],
      ['a-su', 'unit-head', 'centre'],
      ['a-long', 'first-reviewer', 'department'],
      ['a-long', 'second-reviewer', 'department'],
      ['a-liang', 'second-reviewer', 'department'],
    );
    const plan: CampaignPlan = {
      name: '2021年度绩效自评',
      fiscalYear: 2021,
      ownerId: 'department',
      opensAt: '2022-03-01T00:00:00.000Z',
      dueAt: '2022-05-31T16:00:00.000Z',
      schemes: { 'whole-unit': await this.scheme('hunan-whole-unit-2023') },
      sections: [],
      tables: [],
      publishWithinDays: 20,
      rectifyWithinDays: 30,
    };
    await this.call({ type: 'CreateCampaign', data: plan });
    await this.call({ type: 'OpenCampaign', data: {} });
  }

  async scheme(id: string) {
    const scheme = await new Schemes(this.store).find(id, '1');
    return { id, version: '1', hash: scheme?.hash ?? '' };
  }

  /** What the manager orders of the campaign. */
  async call(wish: { [C in CampaignCommand as C['type']]: Pick<C, 'type' | 'data'> }[CampaignCommand['type']]) {
    const actor = by('shi', 'campaign-manager');
    const command = { ...wish, by: actor, at: new Date().toISOString() } as CampaignCommand;
    const metadata = { actor, commandId: randomUUID(), correlationId: randomUUID() };
    await new Handler(this.store, campaign, { prefix: 'campaign' }).handle('431225-2021', command, { metadata });
  }

  /** The orders, one after the other, on evaluation `id`. */
  async told(id: string, ...names: readonly (keyof typeof ORDERS)[]): Promise<void> {
    for (const name of names) await this.order(id, ORDERS[name]);
  }

  /** One order, on evaluation `id`. */
  async order(id: string, [actor, type, data]: Order[EvaluationCommand['type']]): Promise<void> {
    const command = { type, data, by: actor, at: new Date().toISOString() } as never;
    const metadata = { actor, commandId: randomUUID(), correlationId: randomUUID() };
    await this.#evaluations.handle(id, command, { metadata });
  }
}
