import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Policy, permits, policyOf, reaches } from '#libs/authorization';
import { projectRoot } from '#libs/config';
import { isOffice, ROLES, type Role } from '#libs/evaluation';
import { project } from '#libs/projection';
import { PROJECTIONS } from '#libs/read-models';
import { type Described, operationsOf, sampleRequest } from './sample-request.spec.js';
import { type Answer, type Browser, county, must, PASSWORD, World } from './world.spec.js';

/** What comes out of a request, as far as access is concerned. */
type Outcome = 'allowed' | 401 | 403 | 404 | 'a fault';
type Subject = 'evaluations' | 'campaigns';
type Place = 'own unit' | 'other unit' | 'above' | 'at the top';

interface Somebody {
  readonly role: Role;
  readonly place: Place;
  readonly login: string;
  readonly at: string | null;
  readonly browser: Browser;
}

const SECOND: Role = 'security-administrator';
const UNKNOWN = '00000000-0000-4000-8000-000000000000';

describe('Every route, for every role, at its own unit, at another and above', () => {
  let world: World;
  let document: unknown;
  let people: Somebody[];
  let operations: Described[];
  /** The units from the evaluation’s own upwards, and the unit that runs its campaign. */
  let units: { readonly unitId: string; readonly andAbove: string[] };
  let owner: { readonly unitId: string; readonly andAbove: string[] };
  let subjects: Readonly<Record<Subject, string>>;
  let spare: Readonly<Record<string, string>>;

  beforeAll(async () => {
    world = await World.begin();
    const cast = await county(world);
    const { admin, finance, department, centre, otherUnit } = cast;
    const made = async (url: string, body: unknown) => must(await admin.post(url, body), 201);
    const at: Record<Place, string> = {
      ...{ 'own unit': centre.id, 'other unit': otherUnit.id, above: department.id, 'at the top': finance.id },
    };
    people = [];
    const places = Object.keys(at) as Place[];
    // The second office comes last: with it the bootstrap ends, in which one alone gives roles.
    for (const role of [...ROLES.filter((one) => one !== SECOND), SECOND])
      for (const [n, place] of places.slice(0, isOffice(role) ? 1 : places.length).entries()) {
        const unitId = isOffice(role) ? null : at[place];
        const login = `m-${role}-${n}`;
        const person = await made('/api/persons', {
          name: '某人',
          memberships: [{ unitId: at[place], kind: 'member' }],
        });
        const grant = unitId === null ? { role } : { role, unitId };
        const { oneTimePassword } = await made('/api/accounts', { personId: person.id, login, grants: [grant] });
        const browser = world.browser();
        must(await browser.post('/api/session', { login, password: oneTimePassword }), 200);
        const body = { current: oneTimePassword, next: PASSWORD };
        must(await browser.ask('PUT', '/api/session/password', { body }), 204);
        people.push({ role, place, login, at: unitId, browser });
      }
    const manager = people.find(({ role, place }) => role === 'campaign-manager' && place === 'above')!.browser;
    const plan = {
      ...{ name: '2021年度部门整体支出绩效自评', divisionCode: '431225', fiscalYear: 2021, ownerId: department.id },
      ...{ opensAt: '2022-03-01T00:00:00.000Z', dueAt: '2099-05-31T16:00:00.000Z', sections: [], tables: [] },
      wholeUnitScheme: 'hunan-whole-unit-A@1',
    };
    const campaign = must(await manager.post('/api/campaigns', plan), 201);
    must(await manager.post(`/api/campaigns/${campaign.id}/opening`, {}), 201);
    const issued = must(await manager.post(`/api/campaigns/${campaign.id}/tasks`, { unitIds: [centre.id] }), 201);
    subjects = { evaluations: issued.tasks[0].evaluationId, campaigns: campaign.id };
    units = { unitId: centre.id, andAbove: [centre.id, department.id, finance.id] };
    owner = { unitId: department.id, andAbove: [department.id, finance.id] };
    const sacrificed = await made('/api/persons', { name: '余某', memberships: [] });
    const account = await made('/api/accounts', { personId: sacrificed.id, login: 'spare', grants: [] });
    spare = { accounts: account.id, persons: sacrificed.id, units: otherUnit.id, divisions: '431225' };
    document = must(await world.browser().get('/api/openapi.json'), 200);
    operations = operationsOf(document);
  }, 120_000);
  afterAll(() => world.end());

  /** What the table of policies promises. */
  function promised({ path, operation }: Described, who: Somebody | undefined): Outcome {
    const policy: Policy | undefined = policyOf(operation);
    if (policy?.who === 'anybody') return 'allowed';
    if (who === undefined) return 401;
    if (policy === undefined || !permits(policy, [who.role])) return 403;
    const place = path.startsWith('/api/evaluations/{')
      ? units
      : path.startsWith('/api/campaigns/{')
        ? owner
        : undefined;
    if (place === undefined || !['reach', 'managed', 'concerned'].includes(policy.over)) return 'allowed';
    if (policy.over === 'concerned') return concerned(who.at) ? 'allowed' : 404;
    return reaches(who.role, who.at, place) ? 'allowed' : 404;
  }

  /** A campaign concerns those above the unit that runs it, and those below. */
  const concerned = (at: string | null): boolean =>
    at !== null && (owner.andAbove.includes(at) || (at === units.unitId && units.andAbove.includes(owner.unitId)));

  async function ask(described: Described, who: Browser, id: 'known' | 'unknown'): Promise<Answer> {
    const { path } = described;
    const kind = path.split('/')[2] ?? '';
    const ids: Record<string, string | undefined> = { ...subjects, ...spare };
    const url = path.replace(/\{(\w+)\}/g, (_, name: string) => {
      if (/number|version|year/i.test(name)) return name === 'year' ? '2022' : '1';
      if (path.indexOf('{') !== path.indexOf(`{${name}}`)) return UNKNOWN;
      return id === 'known' ? (ids[kind] ?? UNKNOWN) : UNKNOWN;
    });
    return order(described, who, url, 1);
  }

  /** Asks for the address with a body that the description calls valid. */
  async function order(described: Described, who: Browser, url: string, version: number): Promise<Answer> {
    const { body, type, query } = sampleRequest(document, described);
    // A pass is of a step, and each may give that of his role.
    const said = described.operation === 'pass' ? { ...(body as object), step: stepOf(who) } : body;
    const binary = type !== undefined && !type.includes('json');
    return who.ask(described.method, `${url}${query}`, {
      version,
      endless: 'text/event-stream' in (described.spec.responses[200]?.content ?? {}),
      ...(binary ? { raw: Buffer.from('none'), headers: { 'content-type': type } } : {}),
      ...(!binary && said !== undefined ? { body: said } : {}),
    });
  }

  const stepOf = (browser: Browser): string =>
    people.some((one) => one.browser === browser && one.role === 'second-reviewer') ? 'second' : 'first';

  /** What the answer is; to whom a thing does not exist it has to be said as of one that never was. */
  function outcome({ status, body }: Answer, absent: Answer | undefined): Outcome {
    if (status === 401 && body.code === 'session.required') return 401;
    if (status === 403 && body.code === 'role.not-allowed') return 403;
    if (status === 404 && absent !== undefined && withoutRequest(body) === withoutRequest(absent.body)) return 404;
    return status < 500 ? 'allowed' : 'a fault';
  }

  const isSubject = ({ path }: Described): boolean => /^\/api\/(?:evaluations|campaigns)\/\{/.test(path);

  async function contradiction(described: Described, who: Somebody | undefined): Promise<string | undefined> {
    const browser = who?.browser ?? world.browser();
    const absent = isSubject(described) && who ? await ask(described, browser, 'unknown') : undefined;
    const answer = await ask(described, browser, 'known');
    const [is, said] = [outcome(answer, absent), promised(described, who)];
    if (who !== undefined && (await browser.get('/api/session')).status === 401)
      must(await browser.post('/api/session', { login: who.login, password: PASSWORD }), 200);
    if (is === said && (absent === undefined || absent.status === (is === 403 ? 403 : 404))) return undefined;
    const whom = who ? `${who.role} (${who.place})` : 'nobody';
    return `${described.operation} by ${whom}: ${is} instead of ${said}; ${answer.status} ${answer.body?.code}, unknown ${absent?.status} ${absent?.body?.code} ${JSON.stringify(absent?.body?.errors ?? '')}`;
  }

  describe('with the ids of another unit', () => {
    /** What the victim has, and what the outsiders have of their own. */
    let theirs: Readonly<
      Record<Subject | 'document' | 'hash' | 'runId' | 'phrases' | 'delegations' | 'factors' | 'webhooks', string>
    >;
    let own: Readonly<Record<Subject, string>>;
    let outsiders: Somebody[];

    const at = (role: Role, place: Place): Browser =>
      people.find((one) => one.role === role && one.place === place)!.browser;
    const idIn = (items: readonly { readonly id: string }[]): string => items.at(-1)!.id;

    beforeAll(async () => {
      outsiders = people.filter(({ place }) => place === 'other unit');
      const [preparer, reviewer, manager] = [
        at('unit-preparer', 'own unit'),
        at('first-reviewer', 'above'),
        at('campaign-manager', 'above'),
      ];
      const base = `/api/evaluations/${subjects.evaluations}`;
      const text = readFileSync(join(projectRoot(), 'samples/huitong-2021/report.txt'));
      const headers = { 'content-type': 'application/octet-stream' };
      const { sha256: document } = must(
        await preparer.ask('POST', `${base}/sources?name=a.txt`, { raw: text, headers }),
        201,
      );
      const { streamVersion: version } = must(await preparer.get(base), 200);
      const file = { raw: Buffer.from('证明材料'), headers, version };
      const { hash } = must(await preparer.ask('POST', `${base}/attachments?name=a.txt`, file), 201);
      const { runId } = must(await manager.post(`/api/campaigns/${subjects.campaigns}/recompute-runs`, {}), 201);
      const { items: phrases } = must(await reviewer.post('/api/phrases', { text: '请补充佐证材料。' }), 200);
      const { items: delegates } = must(await reviewer.get('/api/delegations/candidates'), 200);
      const delegate = delegates[0].personId;
      const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
      must(await reviewer.post('/api/delegations', { delegate, from: today, until: today, reason: '出差' }), 201);
      const { given } = must(await reviewer.get('/api/delegations'), 200);
      const { id: factor } = must(await preparer.post('/api/session/factors/totp', undefined), 201);
      const robot = {
        ...{ divisionCode: '431225', name: '绩效股工作群', format: 'json', secret: 'sixteen-characters-or-more' },
        ...{ url: 'https://hooks.example.org/in', kinds: ['approved'], language: 'zh-CN' },
      };
      const { id: webhooks } = must(await at('campaign-manager', 'at the top').post('/api/webhooks', robot), 201);
      theirs = {
        ...{ ...subjects, document, hash, runId, webhooks, factors: factor },
        ...{ phrases: idIn(phrases), delegations: idIn(given) },
      };

      const other = at('campaign-manager', 'other unit');
      const unitId = outsiders[0]!.at!;
      const plan = {
        ...{ name: '2022年度绩效自评', divisionCode: '431225', fiscalYear: 2022, ownerId: unitId },
        ...{ opensAt: '2023-03-01T00:00:00.000Z', dueAt: '2099-05-31T16:00:00.000Z', sections: [], tables: [] },
        wholeUnitScheme: 'hunan-whole-unit-A@1',
      };
      const campaign = must(await other.post('/api/campaigns', plan), 201);
      must(await other.post(`/api/campaigns/${campaign.id}/opening`, {}), 201);
      const { tasks } = must(await other.post(`/api/campaigns/${campaign.id}/tasks`, { unitIds: [unitId] }), 201);
      own = { evaluations: tasks[0].evaluationId, campaigns: campaign.id };
      const { pool, store } = world.resources;
      for (const projection of PROJECTIONS) while ((await project(pool, store, projection)) > 0);
    });

    /** The path with the first id of one side, and what stands below it of the other. */
    const url = (path: string, first: Readonly<Record<string, string>>): string => {
      const [kind = '', noun = ''] = path.split('/').slice(2);
      let n = 0;
      return path.replace(/\{(\w+)\}/g, (_, name: string) => {
        n += 1;
        if (n === 1) return first[kind] ?? first[noun] ?? UNKNOWN;
        return (theirs as Readonly<Record<string, string>>)[name] ?? '1';
      });
    };

    const versionOf = async (evaluation: string) =>
      (await world.resources.store.read(`evaluation-${evaluation}`)).version;

    it('finds nothing by them and changes nothing, whichever route takes one', async () => {
      const versions = { theirs: await versionOf(theirs.evaluations), own: await versionOf(own.evaluations) };
      const { length } = await world.events();
      const wrong: string[] = [];
      const asked = new Set<string>();
      // A conflict is withdrawn for oneself, whatever unit is named: there is nobody else's to be had.
      const mayAsk = operations.filter(({ path, operation }) => {
        const over = policyOf(operation)?.over ?? 'public';
        return (
          path.includes('{') &&
          !['everything', 'reference', 'public'].includes(over) &&
          operation !== 'withdrawConflict'
        );
      });
      for (const described of mayAsk)
        for (const { role, browser } of outsiders.filter((one) =>
          permits(policyOf(described.operation)!, [one.role]),
        )) {
          const { path, operation } = described;
          const swaps = [[url(path, theirs), versions.theirs] as const];
          // What is nested is somebody else's, too, below what is one's own.
          if (/\{(?:hash|document|runId)\}/.test(path) && operation !== 'exportDocument')
            swaps.push([url(path, own), versions.own]);
          for (const [to, version] of swaps) {
            const { status, body } = await order(described, browser, to, version);
            asked.add(operation);
            if (status !== 404) wrong.push(`${described.method} ${to} by ${role}: ${status} ${body?.code}`);
          }
        }
      expect(wrong).toEqual([]);
      expect([...asked]).toEqual(
        expect.arrayContaining(['pass', 'getSource', 'cancelRun', 'removePhrase', 'removeFactor']),
      );

      const since = (await world.events()).slice(length);
      const harmless = new Set(['CommandRefused', 'RecordsRead', 'RecordsExported', 'RecordsSearched']);
      expect(since.filter(({ type }) => !harmless.has(type))).toEqual([]);
      expect(await versionOf(theirs.evaluations)).toBe(versions.theirs);
      const [preparer, reviewer] = [at('unit-preparer', 'own unit'), at('first-reviewer', 'above')];
      expect(must(await reviewer.get('/api/phrases'), 200).items).toHaveLength(1);
      expect(must(await reviewer.get('/api/delegations'), 200).given).toMatchObject([{ id: theirs.delegations }]);
      must(await preparer.get(`/api/evaluations/${theirs.evaluations}/attachments/${theirs.hash}`), 200);
      const begun = await world.database.pool.query('select from identity.totp where id::text = $1', [theirs.factors]);
      expect(begun.rowCount).toBe(1);
    });

    it('lists nothing of them, whichever filter names one', async () => {
      const named: Record<string, string> = {
        ...{ evaluationId: theirs.evaluations, campaignId: theirs.campaigns, unitId: units.unitId },
      };
      const shows = async (browser: Browser, url: string): Promise<boolean> => {
        const { body } = await browser.get(url);
        const told = typeof body === 'string' ? body : JSON.stringify(body.items ?? body);
        return told.includes(theirs.evaluations);
      };
      const asked = new Set<string>();
      for (const { method, path, operation, spec } of operations) {
        if (method !== 'GET' || path.includes('{') || policyOf(operation)?.over === 'reference') continue;
        const policy = policyOf(operation)!;
        for (const { name } of spec.parameters ?? [])
          for (const { role, browser } of outsiders.filter((one) => named[name] && permits(policy, [one.role]))) {
            asked.add(operation);
            const shown = await shows(browser, `${path}?${name}=${encodeURIComponent(named[name]!)}`);
            expect([operation, name, role, shown]).toEqual([operation, name, role, false]);
          }
      }
      expect([...asked].sort()).toEqual([
        ...['exportTrail', 'getIndicators', 'getTrail', 'listDeadlines', 'listEvaluations', 'listFindings'],
      ]);
      // The same lists are full for those who reach the unit.
      for (const path of ['/api/evaluations', '/api/trail', '/api/trail.csv'])
        expect([path, await shows(at('auditor', 'at the top'), `${path}?unitId=${units.unitId}`)]).toEqual([
          path,
          true,
        ]);
    });
  });

  it('answers as the table of policies promises', async () => {
    const wrong: (string | undefined)[] = [];
    let cells = 0;
    for (const described of operations)
      for (const who of [undefined, ...people]) {
        cells += 1;
        wrong.push(await contradiction(described, who));
      }
    expect(wrong.filter((one) => one !== undefined)).toEqual([]);
    expect(cells).toBe(operations.length * (people.length + 1));
  }, 300_000);
});

/** The body without what names the one request. */
function withoutRequest(body: Record<string, unknown>): string {
  const { requestId: _, instance: __, ...said } = body ?? {};
  return JSON.stringify(said);
}
