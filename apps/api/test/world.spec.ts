import { randomUUID } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { settings } from '#libs/config';
import type { Office } from '#libs/evaluation';
import { type TestDatabase, temporaryFolder, testDatabase } from '#libs/testing';
import { createApi } from '../src/create-api.js';
import { openResources, type Resources } from '../src/resources.js';
import { Described } from './described.spec.js';

export interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: answers are read as any client would, without our types
  readonly body: any;
  readonly headers: Readonly<Record<string, unknown>>;
}

export interface Ask {
  readonly body?: unknown;
  /** Sent as it is, instead of `body`. */
  readonly raw?: string | Buffer;
  readonly version?: number;
  readonly key?: string | null;
  readonly headers?: Record<string, string>;
  /** Address of the connection; this machine’s own unless it is told. */
  readonly from?: string;
  /** An answer without an end: its head is read, the body only of a problem, and the connection is closed. */
  readonly endless?: boolean;
}

/** Somebody at a browser: keeps the cookie, sends keys and versions, and takes no answer but of the described form. */
export class Browser {
  cookie: string | undefined;

  constructor(private readonly app: NestFastifyApplication) {}

  async ask(
    method: string,
    url: string,
    { body, raw, version, key, headers = {}, from, endless = false }: Ask = {},
  ): Promise<Answer> {
    const response = await this.app.inject({
      method: method as 'GET',
      url,
      payloadAsStream: endless,
      ...(from === undefined ? {} : { remoteAddress: from }),
      headers: {
        ...(this.cookie === undefined ? {} : { cookie: this.cookie }),
        ...(method === 'GET' || key === null ? {} : { 'idempotency-key': key ?? randomUUID() }),
        ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
        ...(raw === undefined && body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(raw === undefined ? (body === undefined ? {} : { payload: JSON.stringify(body) }) : { payload: raw }),
    });
    const cookies = [response.headers['set-cookie'] ?? []].flat();
    for (const cookie of cookies) this.cookie = cookie.split(';', 1)[0];
    const json = /json/.test(String(response.headers['content-type']));
    if (endless) {
      const stream = response.stream();
      const body = json ? JSON.parse(Buffer.concat(await stream.toArray()).toString()) : undefined;
      stream.destroy();
      return { status: response.statusCode, body, headers: response.headers };
    }
    const answer = { status: response.statusCode, body: json ? response.json() : response.body };
    const faults = json ? Described.by(this.app).faults(method, url, answer.status, answer.body) : [];
    if (faults.length > 0) throw new Error(`an answer is not as the API describes it:\n${faults.join('\n')}`);
    return { ...answer, headers: response.headers };
  }

  get(url: string, ask?: Ask): Promise<Answer> {
    return this.ask('GET', url, ask);
  }

  post(url: string, body: unknown, ask: Ask = {}): Promise<Answer> {
    return this.ask('POST', url, { body, ...ask });
  }

  /** A file, as its bytes. */
  async download(url: string): Promise<Pick<Answer, 'status' | 'headers'> & { readonly bytes: Buffer }> {
    const headers = this.cookie === undefined ? {} : { cookie: this.cookie };
    const response = await this.app.inject({ method: 'GET', url, headers });
    return { status: response.statusCode, headers: response.headers, bytes: response.rawPayload };
  }
}

export const SECRETS_KEY = Buffer.alloc(32, 'key').toString('base64');

/** An API on a database of its own, with its first administrator. */
export class World {
  private constructor(
    readonly app: NestFastifyApplication,
    readonly resources: Resources,
    readonly database: TestDatabase,
    private readonly folder: ReturnType<typeof temporaryFolder>,
  ) {}

  /** Nobody is asked for a second factor unless the test says so. */
  static async begin(environment: Readonly<Record<string, string>> = {}): Promise<World> {
    const database = await testDatabase();
    const folder = temporaryFolder();
    const resources = await openResources(
      settings({
        ...{ DATABASE_URL: database.url, DATA_DIR: folder.path, LOG_LEVEL: 'silent' },
        ...{ SECOND_FACTOR: 'offered', SECRETS_KEY },
        ...environment,
      }),
    );
    return new World(await createApi(resources), resources, database, folder);
  }

  async end(): Promise<void> {
    await this.app.close();
    await this.resources.close();
    await this.database.drop();
    this.folder.remove();
  }

  browser(): Browser {
    return new Browser(this.app);
  }

  async administrator(): Promise<Browser> {
    const browser = this.browser();
    const token = await this.resources.bootstrap.createToken();
    must(await browser.post('/api/bootstrap', { token, name: '覃管理', login: 'admin', password: PASSWORD }), 201);
    must(await browser.post('/api/session', { login: 'admin', password: PASSWORD }), 200);
    return browser;
  }

  /** Somebody else in an office. With the security administrator the bootstrap ends: from then on two give a role. */
  async officer(admin: Browser, office: Office): Promise<Browser> {
    const browser = this.browser();
    const { id: personId } = must(await admin.post('/api/persons', { name: '周某', memberships: [] }), 201);
    const draft = { personId, login: office, grants: [{ role: office }] };
    const { oneTimePassword } = must(await admin.post('/api/accounts', draft), 201);
    must(await browser.post('/api/session', { login: office, password: oneTimePassword }), 200);
    const body = { current: oneTimePassword, next: PASSWORD };
    must(await browser.ask('PUT', '/api/session/password', { body }), 204);
    return browser;
  }

  /** Events of the log, by type. */
  async events(): Promise<readonly { readonly type: string; readonly data: unknown; readonly stream: string }[]> {
    return this.resources.store.readAll(-1, 100_000);
  }
}

export const PASSWORD = '一把足够长的口令-2022';

/** The body of an answer with the status that was expected; throws and shows the answer otherwise. */
export function must({ status, body }: Answer, expected: number): Answer['body'] {
  if (status !== expected) throw new Error(`expected ${expected}, got ${status}: ${JSON.stringify(body)}`);
  return body;
}

/** Confirms every role that waits for the other office. */
export async function confirmAll(other: Browser): Promise<void> {
  const { items } = must(await other.get('/api/grant-proposals'), 200);
  for (const { id } of items) must(await other.post(`/api/grant-proposals/${id}/confirmation`, undefined), 201);
}

/** The cast of a county: its units, and one browser for each role. */
export async function county(world: World) {
  const admin = await world.administrator();
  const made = async (url: string, body: unknown) => must(await admin.post(url, body), 201);
  await made('/api/divisions', { code: '431225', name: '会同县' });
  const unit = (code: string, name: string, kind: string, parentId?: string) =>
    made('/api/units', { code, name, kind, divisionCode: '431225', ...(parentId ? { parentId } : {}) });
  const finance = await unit('001001', '会同县财政局', 'finance');
  const department = await unit('117001', '会同县人力资源和社会保障局', 'department', finance.id);
  const centre = await unit('117003', '会同县工伤保险服务中心', 'unit', department.id);
  const other = await unit('118001', '会同县农业农村局', 'department', finance.id);
  const otherUnit = await unit('118002', '会同县农技推广站', 'unit', other.id);

  const person = (name: string, unitId: string) =>
    made('/api/persons', { name, memberships: [{ unitId, kind: 'member' }] });
  const account = async (personId: string, login: string, role: string, unitId: string): Promise<Browser> => {
    const { oneTimePassword } = await made('/api/accounts', { personId, login, grants: [{ role, unitId }] });
    const browser = world.browser();
    must(await browser.post('/api/session', { login, password: oneTimePassword }), 200);
    must(
      await browser.ask('PUT', '/api/session/password', { body: { current: oneTimePassword, next: PASSWORD } }),
      204,
    );
    return browser;
  };
  const newcomer = async (name: string, login: string, role: string, home: string) =>
    account((await person(name, home)).id, login, role, home);

  const first = await person('龙初审', department.id);
  return {
    admin,
    finance,
    department,
    centre,
    otherUnit,
    preparer: await newcomer('杨经办', 'yang', 'unit-preparer', centre.id),
    checker: await newcomer('林审核', 'lin', 'unit-checker', centre.id),
    head: await newcomer('粟主任', 'su', 'unit-head', centre.id),
    stranger: await newcomer('吴外人', 'wu', 'unit-preparer', otherUnit.id),
    firstReviewer: await account(first.id, 'long', 'first-reviewer', department.id),
    firstReviewerAgain: await account(first.id, 'long2', 'second-reviewer', department.id),
    secondReviewer: await newcomer('梁复审', 'liang', 'second-reviewer', department.id),
    manager: await newcomer('石股长', 'shi', 'campaign-manager', finance.id),
    auditor: await newcomer('黄审计', 'huang', 'auditor', finance.id),
  };
}

export type County = Awaited<ReturnType<typeof county>>;

/** Opens the campaign and issues the task; answers the evaluation's path. Unless told it asks for no sections or tables. */
export async function issued(
  { manager, finance, centre, otherUnit }: County,
  plan: object = {},
): Promise<{ at: string; elsewhere: string }> {
  const campaign = must(
    await manager.post('/api/campaigns', {
      name: '2021年度部门整体支出绩效自评',
      divisionCode: '431225',
      fiscalYear: 2021,
      ownerId: finance.id,
      opensAt: '2022-03-01T00:00:00.000Z',
      dueAt: '2099-05-31T16:00:00.000Z',
      wholeUnitScheme: 'hunan-whole-unit-A@1',
      sections: [],
      tables: [],
      ...plan,
    }),
    201,
  );
  must(await manager.post(`/api/campaigns/${campaign.id}/opening`, {}), 201);
  const { tasks } = must(
    await manager.post(`/api/campaigns/${campaign.id}/tasks`, { unitIds: [centre.id, otherUnit.id] }),
    201,
  );
  return { at: `/api/evaluations/${tasks[0].evaluationId}`, elsewhere: `/api/evaluations/${tasks[1].evaluationId}` };
}
