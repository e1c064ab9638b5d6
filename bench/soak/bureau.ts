import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { Acknowledged } from './acknowledged.js';
import { persistently } from './away.js';
import type { Chance } from './chance.js';

export interface Said {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: answers are read as any client would, without our types
  readonly body: any;
  readonly version: number;
}

/** Somebody at a browser, logged in through one account. */
export interface Somebody {
  readonly name: string;
  readonly personId: string;
  readonly accountId: string;
  readonly role: string;
  cookie: string;
}

const RETRY_FOR_MS = 90_000;

/** A county's people at their browsers, entered over HTTP by its administrator. */
export class Bureau {
  readonly people: Somebody[] = [];
  readonly units: Record<'finance' | 'department' | 'centre' | 'library', string> = {
    ...{ finance: '', department: '', centre: '', library: '' },
  };
  readonly acknowledged = new Acknowledged();
  readonly #evaluations: string[] = [];
  readonly #decided = new Set<string>();
  #year = FIRST_YEAR;

  private constructor(
    readonly url: string,
    private readonly owner: string,
    readonly admin: Somebody,
  ) {}

  static async open(url: string, owner: string): Promise<Bureau> {
    const client = new Client({ connectionString: owner });
    await client.connect();
    try {
      await client.query(`insert into registry.person (id, name) values ('root', '覃管理')`);
      await client.query(
        `insert into identity.account (id, person_id, login, password_hash) values ('root', 'root', 'root', '$argon2id$none')`,
      );
      await client.query(`insert into identity.role_grant (account_id, role) values ('root', 'administrator')`);
      const cookie = await sessionOf(client, 'root');
      const admin = { name: 'root', personId: 'root', accountId: 'root', role: 'administrator', cookie };
      const bureau = new Bureau(url, owner, admin);
      await bureau.#enter(client);
      return bureau;
    } finally {
      await client.end();
    }
  }

  /** Asks, and asks again under the same key while nobody answers: an unknown outcome is resolved by its key. */
  async ask(who: Somebody, method: string, path: string, body?: unknown, seen?: number): Promise<Said> {
    const key = randomUUID();
    const until = performance.now() + RETRY_FOR_MS;
    for (;;) {
      const answer = await fetch(`${this.url}${path}`, {
        method,
        headers: {
          ...{ cookie: `__Host-session=${who.cookie}`, 'idempotency-key': key },
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(seen === undefined ? {} : { 'if-match': `"${seen}"` }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
        .then(async (response) => ({ response, text: await response.text() }))
        .catch(() => undefined);
      if (answer && answer.response.status < 500) return said(answer.response, answer.text);
      if (performance.now() > until)
        throw new Error(`${method} ${path}: ${answer ? `${answer.response.status} ${answer.text}` : 'no answer'}`);
      await pause(200);
    }
  }

  named(...roles: readonly string[]): readonly Somebody[] {
    return this.people.filter(({ role }) => roles.includes(role));
  }

  /** One more year's campaign: reviewed the usual way, assigned and blind, or by gates, in turn. None when the years are used up. */
  async issue(): Promise<void> {
    if (this.#year > LAST_YEAR) return;
    const manager = this.named('campaign-manager')[0]!;
    const review = WAYS[this.#year % WAYS.length];
    const plan = {
      ...{ name: `${this.#year}年度部门整体支出绩效自评`, divisionCode: '431225', fiscalYear: this.#year },
      ...{ ownerId: this.units.finance, opensAt: '2022-03-01T00:00:00.000Z', dueAt: '2099-05-31T16:00:00.000Z' },
      ...{ wholeUnitScheme: 'hunan-whole-unit-A@1', sections: [], tables: [], ...(review && { review }) },
    };
    this.#year += 1;
    const campaign = must(await this.ask(manager, 'POST', '/api/campaigns', plan), 201);
    must(await this.ask(manager, 'POST', `/api/campaigns/${campaign.id}/opening`, {}), 201);
    const unitIds = [this.units.centre, this.units.library];
    const { tasks } = must(await this.ask(manager, 'POST', `/api/campaigns/${campaign.id}/tasks`, { unitIds }), 201);
    this.#evaluations.push(...tasks.map(({ evaluationId }: { evaluationId: string }) => evaluationId));
  }

  /** How many evaluations wait for their decision, as far as anybody looked. */
  get undecided(): number {
    return this.#evaluations.length - this.#decided.size;
  }

  /** An evaluation to do something to: mostly one of the youngest that are not decided, because the old ones may be stuck. */
  anyEvaluation(chance: Chance): string {
    const open = this.#evaluations.filter((id) => !this.#decided.has(id)).slice(-12);
    return chance.one(chance.rarely(8) || open.length === 0 ? this.#evaluations : open);
  }

  /** Somebody saw that it is decided; or that a recheck opened it again. */
  saw(id: string, decided: boolean): void {
    if (decided) this.#decided.add(id);
    else this.#decided.delete(id);
  }

  /** A session of the account, opened past the log-in: what is tried here is not the door. */
  logIn(accountId: string): Promise<string> {
    return persistently(async () => {
      const client = new Client({ connectionString: this.owner });
      client.on('error', () => undefined); // its server may be killed
      await client.connect();
      try {
        return await sessionOf(client, accountId);
      } finally {
        await client.end();
      }
    });
  }

  async #enter(client: Client): Promise<void> {
    const made = async (path: string, body: object) => must(await this.ask(this.admin, 'POST', path, body), 201);
    await made('/api/divisions', { code: '431225', name: '会同县' });
    const unit = async (code: string, name: string, kind: string, parentId?: string) =>
      (await made('/api/units', { code, name, kind, divisionCode: '431225', ...(parentId && { parentId }) })).id;
    this.units.finance = await unit('001001', '会同县财政局', 'finance');
    this.units.department = await unit('117001', '会同县人社局', 'department', this.units.finance);
    this.units.centre = await unit('117003', '会同县工伤保险服务中心', 'unit', this.units.department);
    this.units.library = await unit('117004', '会同县图书馆', 'unit', this.units.department);
    for (const [name, home, ...accounts] of CAST) {
      const memberships = [{ unitId: this.units[home], kind: 'member' }];
      const { id: personId } = await made('/api/persons', { name, memberships });
      for (const [n, { role, over }] of accounts.entries()) {
        const grants = over.map((at) => ({ role, unitId: this.units[at] }));
        const account = { personId, login: `${name}-${n}`, grants };
        const { id: accountId } = await made('/api/accounts', account);
        this.people.push({ name, personId, accountId, role, cookie: await sessionOf(client, accountId) });
      }
    }
  }
}

/** As the API takes them. */
const FIRST_YEAR = 2000;
const LAST_YEAR = 2100;

/** Ways to review; undefined: the usual one. */
const WAYS = [
  undefined,
  { assignment: 'assigned', blind: true },
  { gates: ['business', 'audit'], second: 'per-gate', blind: true },
];

type At = keyof Bureau['units'];
const BOTH: readonly At[] = ['centre', 'library'];
const held = (role: string, ...over: readonly At[]) => ({ role, over });
const first = held('first-reviewer', 'department');
const second = held('second-reviewer', 'department');

/** Who there is: each with the unit of the person and one entry for each account. */
const CAST: readonly (readonly [string, At, ...{ readonly role: string; readonly over: readonly At[] }[]])[] = [
  ['shi', 'finance', held('campaign-manager', 'finance')],
  ['huang', 'finance', held('auditor', 'finance')],
  ['yang', 'centre', held('unit-preparer', ...BOTH), held('unit-checker', ...BOTH)],
  ['wu', 'library', held('unit-preparer', ...BOTH), held('unit-head', ...BOTH)],
  ['lin', 'centre', held('unit-checker', ...BOTH)],
  ['su', 'centre', held('unit-head', ...BOTH)],
  ['long', 'department', first, second],
  ['liang', 'department', second, first],
  ['tan', 'department', first, second],
  ['mo', 'department', first, second],
  // Lent to the centre: may review the library’s report and not the centre’s.
  ['peng', 'centre', first, second],
  ['hu', 'finance', held('first-reviewer', 'finance'), held('second-reviewer', 'finance')],
];

async function sessionOf(client: Client, accountId: string): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await client.query(
    `insert into identity.session (token_hash, id, account_id, expires_at, confirmed_at, by_password)
     values ($1, $2, $3, now() + interval '1 day', now() + interval '1 day', false)`,
    [createHash('sha256').update(token).digest(), randomUUID(), accountId],
  );
  return token;
}

function said(response: Response, text: string): Said {
  const body = response.headers.get('content-type')?.includes('json') ? JSON.parse(text) : text;
  return { status: response.status, body, version: Number((response.headers.get('etag') ?? '').replaceAll('"', '')) };
}

function must({ status, body }: Said, expected: number): Said['body'] {
  if (status !== expected) throw new Error(`expected ${expected}, got ${status}: ${JSON.stringify(body)}`);
  return body;
}
