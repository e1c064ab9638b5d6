import type { Bureau, Somebody } from './bureau.js';
import type { Chance } from './chance.js';

/** What is known of an evaluation before somebody acts: as the auditor sees it, who sees everything. */
interface Seen {
  readonly id: string;
  readonly stage: string;
  readonly version: number;
  readonly contentHash: string;
  readonly at: number;
}

const HEAD = {
  ...{ preparedOn: '2022-04-15', sealed: 'true' },
  ...{ preparer: '杨经办', phone: '0745-1234567', head: '粟主任' },
};
const NONE = { value: '0', unit: '万元' };
/** What the cross-checks of an empty sheet ask for, the unit's own name besides. */
const FILLED = [
  ...Object.entries(HEAD).map(([key, after]) => ({ path: `/head/${key}`, before: null, after })),
  ...['PROC.BUDGET', 'PROC.ACTUAL'].map((id) => ({ path: `/figures/${id}`, before: null, after: NONE })),
  { path: '/sections/problems', before: null, after: '预算编制不够精细。' },
];
/** The unit whose evaluation it is, by the code in its id. */
const named = (id: string): string => (id.includes('117003') ? '会同县工伤保险服务中心' : '会同县图书馆');
const REMARKED = { path: '/sections/overview', before: null, after: '本单位为参公事业单位。' };
const REASON = '数据与决算不一致，请核实后再报';
const GATES = ['business', 'audit', undefined] as const;

/** What is sensible at a stage, and in which roles; the last entries are what somebody tries at any time. */
const SENSIBLE: Readonly<Record<string, readonly (readonly [string, ...string[]])[]>> = {
  DRAFT: [
    ['draft', 'unit-preparer'],
    ['answers', 'unit-preparer'],
    ['unit-checks', 'unit-checker'],
    ['unit-checks', 'unit-checker'],
  ],
  UNIT_CHECKED: [['signatures', 'unit-head']],
  UNIT_SIGNED: [['submission', 'unit-preparer']],
  SUBMITTED: [
    ['assignments', 'campaign-manager'],
    ['passes', 'first-reviewer'],
    ['passes', 'first-reviewer'],
  ],
  FIRST_PASSED: [
    ['assignments', 'campaign-manager'],
    ['passes', 'second-reviewer'],
    ['passes', 'second-reviewer'],
  ],
};
const ANY: readonly (readonly [string, ...string[]])[] = [
  ['draft', 'unit-preparer', 'administrator'],
  ['imports', 'unit-preparer'],
  ['unit-checks', 'unit-checker'],
  ['signatures', 'unit-head'],
  ['submission', 'unit-preparer'],
  ['withdrawal', 'unit-preparer'],
  ['passes', 'first-reviewer', 'second-reviewer', 'administrator', 'campaign-manager'],
  ['pass-revocation', 'first-reviewer', 'second-reviewer'],
  ['returns', 'first-reviewer', 'second-reviewer', 'unit-checker', 'unit-head'],
  ['experts', 'first-reviewer', 'second-reviewer'],
  ['expert-opinion', 'first-reviewer', 'second-reviewer'],
  ['recusal', 'first-reviewer'],
  ['assignments', 'campaign-manager'],
];

/** Somebody does something to an evaluation over HTTP: mostly sensible, sometimes early, late, stale, or twice at once. */
export async function act(bureau: Bureau, chance: Chance, sensible = !chance.rarely(4)): Promise<void> {
  const seen = await look(bureau, bureau.anyEvaluation(chance));
  const [what, ...roles] = chance.one((sensible && SENSIBLE[seen.stage]) || ANY);
  const who = chance.one([...bureau.named(...roles), ...(roles.includes('administrator') ? [bureau.admin] : [])]);
  const stale = chance.rarely(12);
  const body = bodyOf(what, who, stale ? { ...seen, version: Math.max(1, seen.version - 1) } : seen, bureau, chance);
  const send = () =>
    bureau.ask(
      who,
      what === 'draft' ? 'PATCH' : 'POST',
      `/api/evaluations/${seen.id}/${what}`,
      body,
      seen.at - (stale ? 1 : 0),
    );
  const answers = await Promise.all(chance.rarely(6) ? [send(), send()] : [send()]);
  for (const answer of answers) bureau.acknowledged.take(seen.id, who, answer);
}

async function look(bureau: Bureau, id: string): Promise<Seen> {
  const auditor = bureau.named('auditor')[0]!;
  const { status, body, version } = await bureau.ask(auditor, 'GET', `/api/evaluations/${id}`);
  if (status !== 200) throw new Error(`the auditor does not see ${id}: ${status} ${JSON.stringify(body)}`);
  bureau.saw(id, !(body.stage in SENSIBLE));
  return { id, stage: body.stage, version: body.version, contentHash: body.contentHash, at: version };
}

function bodyOf(
  what: string,
  who: Somebody,
  { id, version, contentHash }: Seen,
  bureau: Bureau,
  chance: Chance,
): object {
  const reviewer = () => chance.one(bureau.named('first-reviewer', 'second-reviewer')).personId;
  const gate = chance.one(GATES);
  const step = who.role === 'second-reviewer' ? 'second' : 'first';
  switch (what) {
    case 'draft':
      return {
        changes: chance.rarely(4)
          ? [REMARKED]
          : [{ path: '/head/unitName', before: null, after: named(id) }, ...FILLED],
      };
    case 'imports':
      return { name: '自评.txt', text: '一、存在的问题\n预算编制不够精细。' };
    case 'answers':
      return { itemId: `v${Math.max(1, version - 1)}-1`, answer: '已核对，电话无误。' };
    case 'passes':
      return { step, version, contentHash, opinion: '情况属实，同意', ...(gate && { gate }) };
    case 'returns':
      return { reason: REASON, items: [{ path: '/head/phone', text: '联系电话有误' }] };
    case 'assignments':
      return { step: chance.one(['first', 'second']), personId: reviewer(), reason: '分工', ...(gate && { gate }) };
    case 'experts':
      return { personId: reviewer(), question: '是否有批文？' };
    case 'expert-opinion':
      return { opinion: '批文有效。' };
    case 'unit-checks':
    case 'signatures':
    case 'submission':
      return { contentHash };
    default:
      return { reason: REASON };
  }
}

/** A reviewer hands his seats to another for today, or takes them back. */
export async function delegate(bureau: Bureau, chance: Chance): Promise<void> {
  const who = chance.one(bureau.named('first-reviewer', 'second-reviewer'));
  const { body } = await bureau.ask(who, 'GET', '/api/delegations');
  const given = (body.given ?? []).find(({ ended }: { ended: boolean }) => !ended);
  if (given) return void (await bureau.ask(who, 'POST', `/api/delegations/${given.id}/end`, { reason: '提前返岗' }));
  const day = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  const other = chance.one(bureau.named('first-reviewer', 'second-reviewer')).personId;
  await bureau.ask(who, 'POST', '/api/delegations', { delegate: other, from: day, until: day, reason: '出差' });
}

/** The administrator changes what somebody is: a role given or taken back, an account closed or opened, a person moved. */
export async function administer(bureau: Bureau, chance: Chance): Promise<void> {
  const whom = chance.one(bureau.named('first-reviewer', 'second-reviewer', 'unit-checker', 'unit-preparer'));
  const { admin, units } = bureau;
  const at = `/api/accounts/${whom.accountId}`;
  const role = chance.one(['first-reviewer', 'second-reviewer', 'unit-preparer', 'unit-head', 'administrator']);
  const unitId = chance.one([units.centre, units.department]);
  const grant = { role, ...(role === 'administrator' ? {} : { unitId }) };
  const memberships = [{ unitId: chance.one([units.centre, units.department, units.finance]), kind: 'member' }];
  const change = chance.one([
    () => bureau.ask(admin, 'POST', `${at}/grants`, grant),
    () => bureau.ask(admin, 'DELETE', `${at}/grants?role=${role}&unitId=${unitId}`),
    () => bureau.ask(admin, 'PUT', `${at}/status`, { status: chance.one(['disabled', 'open', 'open']) }),
    () => bureau.ask(admin, 'PATCH', `/api/persons/${whom.personId}`, { memberships }),
  ]);
  await change();
  whom.cookie = await bureau.logIn(whom.accountId);
}

/** A manager orders work on many things at once. */
export async function batch(bureau: Bureau, chance: Chance): Promise<void> {
  const manager = bureau.named('campaign-manager')[0]!;
  const { body } = await bureau.ask(manager, 'GET', '/api/campaigns');
  const { id } = chance.one(body.items as { id: string }[]);
  const { centre, library } = bureau.units;
  if (chance.rarely(2)) await bureau.ask(manager, 'POST', `/api/campaigns/${id}/recompute-runs`, {});
  else await bureau.ask(manager, 'POST', `/api/campaigns/${id}/task-runs`, { unitIds: [centre, library] });
}
