import { type Browser, type County, county, issued, must, World } from './world.spec.js';

/** What answers anybody besides the routes that say so: the description of the API itself. */
const DESCRIPTION = /^\/api\/(?:docs|openapi)/;

interface Route {
  readonly method: string;
  readonly url: string;
  readonly access: readonly string[];
}

describe('Access', () => {
  let world: World;
  let cast: County;
  let routes: Route[];
  let at: string;

  beforeAll(async () => {
    world = await World.begin();
    cast = await county(world);
    ({ at } = await issued(cast));
    const { paths } = must(await world.browser().get('/api/openapi.json'), 200);
    routes = Object.entries(paths as Record<string, Record<string, { 'x-access'?: string[] }>>).flatMap(
      ([url, methods]) =>
        Object.entries(methods).map(([method, operation]) => ({
          method: method.toUpperCase(),
          url: url.replace(/\{(\w+)\}/g, (_, name: string) =>
            url.includes('evaluations') && name === 'id' ? at.split('/').at(-1)! : '1',
          ),
          access: operation['x-access'] ?? [],
        })),
    );
  });
  afterAll(() => world.end());

  const knock = (who: Browser, { method, url }: Route) =>
    who.ask(method, url, { version: 1, ...(method === 'GET' || method === 'DELETE' ? {} : { body: {} }) });

  it('is said of every route', () => {
    expect(routes.length).toBeGreaterThan(35);
    expect(routes.filter(({ access }) => access.length === 0)).toEqual([]);
  });

  it('is open without a session only where it is meant to be', async () => {
    const open = routes.filter(({ access }) => access.includes('public')).map(({ method, url }) => `${method} ${url}`);
    expect(open.sort()).toEqual([
      ...['GET /api/session/password-policy', 'GET /api/session/sign-in', 'GET /api/session/sign-in/callback'],
      ...['GET /api/session/sign-in/offer', 'GET /health/live', 'GET /health/ready'],
      ...['POST /api/bootstrap', 'POST /api/session'],
    ]);
    for (const route of routes.filter(({ access }) => !access.includes('public'))) {
      const { status, body } = await knock(world.browser(), route);
      expect([route.method, route.url, status, body.code]).toEqual([route.method, route.url, 401, 'session.required']);
    }
  });

  it('is refused to every role that a route does not name', async () => {
    const people: Record<string, Browser> = {
      'unit-preparer': cast.preparer,
      'unit-checker': cast.checker,
      'unit-head': cast.head,
      'first-reviewer': cast.firstReviewer,
      'second-reviewer': cast.secondReviewer,
      'campaign-manager': cast.manager,
      auditor: cast.auditor,
      administrator: cast.admin,
      'audit-administrator': await world.officer(cast.admin, 'audit-administrator'),
      'security-administrator': await world.officer(cast.admin, 'security-administrator'),
    };
    let asked = 0;
    for (const route of routes.filter(({ access }) => !access.includes('public') && !access.includes('everybody'))) {
      for (const [role, who] of Object.entries(people)) {
        const { status, body } = await knock(who, route);
        asked += 1;
        if (route.access.includes(role))
          expect([role, route.url, body.code]).not.toEqual([role, route.url, 'role.not-allowed']);
        else expect([role, route.url, status, body.code]).toEqual([role, route.url, 403, 'role.not-allowed']);
      }
    }
    expect(asked).toBeGreaterThan(200);
  });

  it('ends with the role that was taken back', async () => {
    const { items } = must(await cast.admin.get('/api/accounts?limit=200'), 200);
    const { id, grants } = items.find(({ login }: { login: string }) => login === 'wu');
    must(await cast.stranger.get('/api/todo'), 200);
    must(
      await cast.admin.ask('DELETE', `/api/accounts/${id}/grants?role=${grants[0].role}&unitId=${grants[0].unitId}`),
      200,
    );
    must(await cast.stranger.get('/api/todo'), 401);
  });

  it('knows no route beside the described ones', () => {
    const routesOf = world.app.getHttpAdapter().getInstance().printRoutes({ commonPrefix: false }) as string;
    expect(routesOf).toContain('openapi.json');
    expect(DESCRIPTION.test('/api/docs')).toBe(true);
  });
});

describe('The description of the API', () => {
  let world: World;

  beforeAll(async () => {
    world = await World.begin();
  });
  afterAll(() => world.end());

  it('names every operation once and every reference it uses', async () => {
    const document = must(await world.browser().get('/api/openapi.json'), 200);
    expect(document.openapi).toMatch(/^3\./);
    const operations = Object.values(
      document.paths as Record<string, Record<string, { operationId: string; responses: object }>>,
    ).flatMap((path) => Object.values(path));
    const ids = operations.map(({ operationId }) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.every((id) => /^[a-z][A-Za-z]+$/.test(id))).toBe(true);
    expect(operations.every(({ responses }) => Object.hasOwn(responses, 'default'))).toBe(true);

    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(
      ([, name]) => name,
    );
    expect(references.filter((name) => !Object.hasOwn(document.components.schemas, name ?? ''))).toEqual([]);
    expect(document.components.schemas.Role.enum).toContain('second-reviewer');
    expect(document.components.schemas.Decimal).toMatchObject({ type: 'string', format: 'decimal' });
  });

  it('is shown to people', async () => {
    const page = await world.browser().get('/api/docs');
    expect(page.status).toBe(200);
    expect(page.headers['content-security-policy']).toContain("script-src 'self'");
    expect(String(page.body)).not.toMatch(/<script>(?!\s*<\/script>)|<style>| style=/);
  });
});
