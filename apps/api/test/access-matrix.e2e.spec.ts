import { type Policy, permits, policyOf, reaches } from '#libs/authorization';
import { isOffice, ROLES, type Role } from '#libs/evaluation';
import { type Described, operationsOf, sampleRequest } from './sample-request.spec.js';
import { type Answer, type Browser, county, must, PASSWORD, World } from './world.spec.js';

/** What comes out of a request, as far as access is concerned. */
type Outcome = 'allowed' | 401 | 403 | 404 | 'a fault';
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
  let subjects: Readonly<Record<'evaluations' | 'campaigns', string>>;
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
    const { method, path, spec } = described;
    const kind = path.split('/')[2] ?? '';
    const ids: Record<string, string | undefined> = { ...subjects, ...spare };
    const url = path.replace(/\{(\w+)\}/g, (_, name: string) => {
      if (/number|version|year/i.test(name)) return name === 'year' ? '2022' : '1';
      if (path.indexOf('{') !== path.indexOf(`{${name}}`)) return UNKNOWN;
      return id === 'known' ? (ids[kind] ?? UNKNOWN) : UNKNOWN;
    });
    const { body, type, query } = sampleRequest(document, described);
    // A pass is of a step, and each may give that of his role.
    const said = described.operation === 'pass' ? { ...(body as object), step: stepOf(who) } : body;
    const binary = type !== undefined && !type.includes('json');
    return who.ask(method, `${url}${query}`, {
      version: 1,
      endless: 'text/event-stream' in (spec.responses[200]?.content ?? {}),
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
