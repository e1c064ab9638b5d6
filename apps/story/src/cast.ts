import { Client } from './client.js';
import type { Narrator } from './narrator.js';

/** A person of the story, at a browser of their own. */
export interface Player {
  readonly name: string;
  readonly login: string;
  readonly client: Client;
}

export interface Cast {
  readonly evaluation: string;
  readonly manager: Player;
  readonly preparer: Player;
  readonly checker: Player;
  readonly head: Player;
  readonly firstReviewer: Player;
  /** The same natural person as the first reviewer, through another account. */
  readonly firstReviewerAgain: Player;
  readonly secondReviewer: Player;
  readonly auditor: Player;
}

const PASSWORD = '双审-story-9f3c-long-enough';

/** The first administrator, through the one-time link, makes the bureau, its units, persons and accounts. */
export async function castThePlay(base: string, bootstrapToken: string, narrator: Narrator): Promise<Cast> {
  const admin = new Client(base);
  const order = async (what: string, path: string, body: unknown) =>
    (await narrator.told('管理员', what, admin.post(path, body), { status: 201 })).body;

  await narrator.told(
    '管理员',
    '用一次性链接建立第一个管理员 · first administrator through the one-time link',
    admin.post('/api/bootstrap', { token: bootstrapToken, name: '覃管理', login: 'admin', password: PASSWORD }),
    { status: 201 },
  );
  await narrator.told('管理员', '登录 · logs in', admin.post('/api/session', { login: 'admin', password: PASSWORD }), {
    status: 200,
  });

  await order('区划 会同县 · division', '/api/divisions', { code: '431225', name: '会同县' });
  const unit = (code: string, name: string, kind: string, parentId?: string) =>
    order(`单位 ${name}`, '/api/units', {
      code,
      name,
      kind,
      divisionCode: '431225',
      ...(parentId ? { parentId } : {}),
    });
  const finance = await unit('001001', '会同县财政局', 'finance');
  const department = await unit('117001', '会同县人力资源和社会保障局', 'department', finance.id);
  const centre = await unit('117003', '会同县工伤保险服务中心', 'unit', department.id);

  const person = (name: string, unitId: string) =>
    order(`人员 ${name}`, '/api/persons', { name, memberships: [{ unitId, kind: 'member' }] });
  const account = async (name: string, personId: string, login: string, role: string, unitId: string) => {
    const made = await order(`账号 ${login}（${role}）`, '/api/accounts', {
      personId,
      login,
      grants: [{ role, unitId }],
    });
    return firstLogIn(base, { name, login, oneTimePassword: made.oneTimePassword }, narrator);
  };
  const newcomer = async (name: string, login: string, role: string, home: string, scope = home) =>
    account(name, (await person(name, home)).id, login, role, scope);

  const preparer = await newcomer('杨经办', 'yang', 'unit-preparer', centre.id);
  const checker = await newcomer('林审核', 'lin', 'unit-checker', centre.id);
  const head = await newcomer('粟主任', 'su', 'unit-head', centre.id);
  const first = await person('龙初审', department.id);
  const firstReviewer = await account('龙初审', first.id, 'long', 'first-reviewer', department.id);
  const firstReviewerAgain = await account('龙初审', first.id, 'long2', 'second-reviewer', department.id);
  const secondReviewer = await newcomer('梁复审', 'liang', 'second-reviewer', department.id);
  const manager = await newcomer('石股长', 'shi', 'campaign-manager', finance.id);
  const auditor = await newcomer('黄审计', 'huang', 'auditor', finance.id);
  await endTheBootstrap(base, { admin, order, department: department.id, narrator });

  const campaign = await narrator.told(
    manager.name,
    '起草 2021 年度自评通知，选定评分方案 · drafts the 2021 campaign and fixes its scoring scheme',
    manager.client.post('/api/campaigns', {
      name: '2021年度部门整体支出绩效自评',
      divisionCode: '431225',
      fiscalYear: 2021,
      ownerId: finance.id,
      opensAt: '2022-03-01T00:00:00.000Z',
      dueAt: '2022-05-31T16:00:00.000Z',
      wholeUnitScheme: 'hunan-whole-unit-A@1',
      sections: ['overview', 'budget', 'execution', 'performance', 'benefits', 'problems', 'measures', 'conclusion'],
      tables: ['base-data'],
    }),
    { status: 201 },
  );
  await narrator.told(
    manager.name,
    '发布自评通知 · opens it',
    manager.client.post(`/api/campaigns/${campaign.body.id}/opening`, {}),
    { status: 201 },
  );
  const issued = await narrator.told(
    manager.name,
    '布置任务 · issues the task to the unit',
    manager.client.post(`/api/campaigns/${campaign.body.id}/tasks`, { unitIds: [centre.id] }),
    { status: 201 },
  );
  return {
    evaluation: issued.body.tasks[0].evaluationId,
    manager,
    preparer,
    checker,
    head,
    firstReviewer,
    firstReviewerAgain,
    secondReviewer,
    auditor,
  };
}

/** The second office is appointed: from now on the administrator gives no role alone any more. */
async function endTheBootstrap(
  base: string,
  told: {
    readonly admin: Client;
    // biome-ignore lint/suspicious/noExplicitAny: answers are read as any HTTP client would
    readonly order: (what: string, path: string, body: unknown) => Promise<any>;
    readonly department: string;
    readonly narrator: Narrator;
  },
): Promise<void> {
  const { admin, order, department, narrator } = told;
  const member = { unitId: department, kind: 'member' };
  const guard = await order('人员 周安全', '/api/persons', { name: '周安全', memberships: [] });
  const office = [{ role: 'security-administrator' }];
  const { oneTimePassword } = await order(
    '任命安全管理员，建制阶段结束 · appoints the security administrator, which ends the bootstrap',
    '/api/accounts',
    { personId: guard.id, login: 'anquan', grants: office },
  );
  const security = await firstLogIn(base, { name: '周安全', login: 'anquan', oneTimePassword }, narrator);
  const he = await order('人员 何复审', '/api/persons', { name: '何复审', memberships: [member] });
  const { proposals } = await order('提议授予何复审复审角色 · proposes a role', '/api/accounts', {
    ...{ personId: he.id, login: 'he', grants: [{ role: 'second-reviewer', unitId: department }] },
  });
  const confirmation = `/api/grant-proposals/${proposals[0].id}/confirmation`;
  await narrator.told(
    '管理员',
    '自行确认自己的提议 · tries to confirm it himself',
    admin.post(confirmation, undefined),
    { status: 403, code: 'grant.needs-two-persons' },
  );
  await narrator.told(
    security.name,
    '确认授权 · the security administrator confirms it',
    security.client.post(confirmation, undefined),
    { status: 201 },
  );
}

/** Logs in with the one-time password and replaces it at once, as everybody must. */
async function firstLogIn(
  base: string,
  who: { name: string; login: string; oneTimePassword: string },
  narrator: Narrator,
): Promise<Player> {
  const client = new Client(base);
  const { name, login, oneTimePassword } = who;
  await narrator.told(
    name,
    '首次登录 · first log-in',
    client.post('/api/session', { login, password: oneTimePassword }),
    {
      status: 200,
    },
  );
  await narrator.told(
    name,
    '更换一次性口令 · replaces the one-time password',
    client.put('/api/session/password', { current: oneTimePassword, next: PASSWORD }),
    { status: 204 },
  );
  await narrator.told(name, '登录 · logs in', client.post('/api/session', { login, password: PASSWORD }), {
    status: 200,
  });
  return { name, login, client };
}
