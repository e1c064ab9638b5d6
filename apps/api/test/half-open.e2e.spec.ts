import { type TOTP, URI } from 'otpauth';
import { type Browser, must, PASSWORD, World } from './world.spec.js';

interface Route {
  readonly method: string;
  readonly url: string;
  readonly access: readonly string[];
  readonly confirmation: boolean;
}

/** What a session that is not open yet may be used for. */
const HALF_OPEN = [
  ...['GET /api/session', 'DELETE /api/session'],
  ...['POST /api/session/confirmation', 'POST /api/session/confirmation/challenge'],
];
const ENROLLING = [
  ...['GET /api/session', 'DELETE /api/session', 'PUT /api/session/password', 'POST /api/session/confirmation'],
  ...['GET /api/session/factors', 'POST /api/session/factors/totp', 'POST /api/session/factors/totp/confirmation'],
  ...['POST /api/session/factors/passkeys/challenge', 'POST /api/session/factors/passkeys'],
];

/** What weighs much: it leaves the unit or the bureau, decides, or changes how an account is opened. */
const WEIGHS = [
  ...['POST /api/evaluations/1/submission', 'POST /api/evaluations/1/passes', 'POST /api/evaluations/1/returns'],
  ...['POST /api/evaluations/1/waivers', 'GET /api/trail.csv', 'DELETE /api/accounts/1/factors'],
  ...['PUT /api/accounts/1/external-identity', 'DELETE /api/accounts/1/external-identity'],
  ...['POST /api/session/factors/totp', 'POST /api/session/factors/passkeys/challenge'],
  ...['POST /api/session/factors/recovery-codes', 'DELETE /api/session/factors/1'],
  ...['GET /api/evaluations/1/evidence.zip', 'GET /api/campaigns/1/summary.xlsx', 'GET /api/evaluations/1/documents/1'],
  ...['POST /api/evaluations/1/rechecks', 'POST /api/evaluations/1/final-result', 'POST /api/evaluations/1/archive'],
  ...['POST /api/evaluations/1/publication', 'POST /api/evaluations/1/publication-corrections'],
  ...['POST /api/break-glass', 'POST /api/accounts/1/password-reset', 'POST /api/grant-proposals/1/confirmation'],
  ...['POST /api/erasures', 'POST /api/erasures/1/confirmation'],
];

describe('Every route there is', () => {
  let world: World;
  let routes: Route[];

  beforeAll(async () => {
    world = await World.begin({ SECOND_FACTOR: 'required' });
    const { paths } = must(await world.browser().get('/api/openapi.json'), 200);
    type Operation = { 'x-access'?: string[]; 'x-confirmation'?: boolean };
    routes = Object.entries(paths as Record<string, Record<string, Operation>>).flatMap(([url, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({
        method: method.toUpperCase(),
        url: url.replace(/\{\w+\}/g, '1'),
        access: operation['x-access'] ?? [],
        confirmation: operation['x-confirmation'] === true,
      })),
    );
  });
  afterAll(() => world.end());

  const named = ({ method, url }: Route) => `${method} ${url}`;

  const knock = async (who: Browser, { method, url }: Route) => {
    const body = method === 'GET' || method === 'DELETE' ? {} : { body: {} };
    const answer = await who.ask(method, url, { version: 1, ...body });
    return (answer.body as { code?: string } | '').valueOf() as { code?: string };
  };

  /** Those that did not answer with the refusal; log-out last, it ends what is asked about. */
  async function openTo(who: Browser, code: string): Promise<string[]> {
    const open: string[] = [];
    const isLogOut = (route: Route) => Number(named(route) === 'DELETE /api/session');
    const inOrder = [...routes].sort((a, b) => isLogOut(a) - isLogOut(b));
    for (const route of inOrder.filter(({ access }) => !access.includes('public')))
      if ((await knock(who, route))?.code !== code) open.push(named(route));
    return open.sort();
  }

  it('is closed to the administrator who has not enrolled a factor, but for the way to one', async () => {
    const admin = await world.administrator();
    expect(await openTo(admin, 'session.enrolment-needed')).toEqual([...ENROLLING].sort());
  });

  it('is closed to the password alone where a factor is enrolled, but for the way on and the way out', async () => {
    const admin = world.browser();
    must(await admin.post('/api/session', { login: 'admin', password: PASSWORD }), 200);
    const { uri } = must(await admin.post('/api/session/factors/totp', undefined), 201);
    const code = (URI.parse(uri) as TOTP).generate();
    must(await admin.post('/api/session/factors/totp/confirmation', { code }), 201);
    const half = world.browser();
    must(await half.post('/api/session', { login: 'admin', password: PASSWORD }), 200);
    expect(await openTo(half, 'session.second-factor-needed')).toEqual([...HALF_OPEN].sort());
  });

  it('asks for a fresh proof where it weighs, and nowhere else', () => {
    expect(
      routes
        .filter(({ confirmation }) => confirmation)
        .map(named)
        .sort(),
    ).toEqual([...WEIGHS].sort());
  });

  it('asks for a fresh proof before anything is exported', () => {
    const files = routes.filter(({ url }) => /\.(?:csv|xlsx|zip|pdf|docx|jsonl)$|export|documents\//.test(url));
    expect(files.length).toBeGreaterThan(0);
    expect(files.filter(({ confirmation }) => !confirmation).map(named)).toEqual([]);
  });
});
