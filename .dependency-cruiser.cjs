/**
 * Which folder may look at which. Imports point one way; each rule is broken once in test/architecture, where it must
 * be noticed. A new lib is entered here before anything may import it.
 */

/** What each lib may look at, besides itself and npm packages. */
const LIBS = {
  kernel: [],
  jobs: [],
  config: [],
  sheet: ['kernel'],
  evaluation: ['kernel', 'sheet'],
  authorization: ['kernel', 'evaluation'],
  scoring: ['kernel', 'sheet'],
  crosscheck: ['kernel', 'sheet'],
  erasure: ['kernel'],
  intake: ['kernel', 'sheet'],
  audit: ['kernel'],
  calendar: ['kernel'],
  custody: ['kernel'],
  witness: ['audit', 'custody'],
  sealing: ['kernel', 'audit', 'custody', 'database', 'config'],
  personnel: ['kernel', 'evaluation', 'calendar'],
  database: ['config', 'kernel'],
  embedded: ['config'],
  'event-store': ['kernel', 'audit', 'database', 'config'],
  projection: ['kernel', 'event-store', 'database', 'config'],
  registry: ['kernel', 'database', 'config'],
  identity: ['kernel', 'event-store', 'database', 'registry', 'config'],
  'read-models': [
    'kernel',
    'erasure',
    'sheet',
    'evaluation',
    'authorization',
    'scoring',
    'identity',
    'event-store',
    'projection',
    'database',
    'config',
  ],
  schemes: ['kernel', 'config', 'scoring', 'event-store'],
  calendars: ['kernel', 'config', 'calendar', 'event-store'],
  examination: ['kernel', 'sheet', 'evaluation', 'scoring', 'crosscheck'],
  export: ['kernel', 'audit', 'erasure', 'sheet', 'evaluation', 'scoring', 'event-store'],
  runs: ['kernel', 'database', 'config'],
  notices: ['kernel', 'database', 'config', 'identity'],
  tables: ['kernel', 'config'],
  sources: ['kernel', 'config', 'database', 'intake'],
  queue: ['jobs'],
  attachments: ['kernel', 'database', 'config'],
  documents: ['kernel', 'config', 'sheet'],
};

/** Libs without a clock, a database or chance. They may use exact decimals, parsers and hashes, and nothing else. */
const PURE = [
  'kernel',
  'jobs',
  'sheet',
  'evaluation',
  'authorization',
  'scoring',
  'crosscheck',
  'erasure',
  'examination',
  'intake',
  'audit',
  'calendar',
  'personnel',
];
const PURE_PACKAGES = ['decimal\\.js', 'ajv', 'jsep', 'jsonc-parser', 'sm-crypto-v2'];

const SPEC = '\\.spec\\.tsx?$';
const RUNS_BY_ITSELF = [
  '/(?:main|migrate|rebuild|redrive|describe|rotate-key|back-up)\\.ts$',
  '^libs/testing/jest/',
  '^(?:apps/api/test|libs/sources/src)/[^/]+\\.d\\.ts$',
  '^bench/',
  '^test/',
  SPEC,
  '\\.entity\\.ts$',
  '^apps/(?:web|verify)/[^/]+\\.mjs$',
  '^apps/web/src/(?:main\\.tsx|api/schema\\.d\\.ts)$',
];

const lookingOnlyAt = Object.entries(LIBS).map(([lib, allowed]) => ({
  name: `${lib}-looks-only-where-it-may`,
  comment: `${lib} may look at: ${allowed.join(', ') || 'nothing'}`,
  severity: 'error',
  from: { path: `^libs/${lib}/`, pathNot: SPEC },
  to: { path: '^libs/', pathNot: [lib, ...allowed].map((other) => `^libs/${other}/`) },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...lookingOnlyAt,
    {
      name: 'every-lib-has-a-place',
      comment: 'A lib that is not in the map above is imported by nobody until somebody has decided where it belongs.',
      severity: 'error',
      from: {},
      to: { path: '^libs/', pathNot: [...Object.keys(LIBS), 'testing'].map((lib) => `^libs/${lib}/`) },
    },
    {
      name: 'libs-only-by-their-front-door',
      severity: 'error',
      from: { path: '^libs/([^/]+)/' },
      to: { path: '^libs/', pathNot: ['^libs/$1/', '^libs/[^/]+/src/index\\.ts$'] },
    },
    {
      name: 'front-door-for-apps-and-tests',
      severity: 'error',
      from: { path: '^(?:apps|test|bench)/' },
      to: { path: '^libs/', pathNot: '^libs/[^/]+/src/index\\.ts$' },
    },
    {
      name: 'apps-never-import-each-other',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'nothing-imports-apps',
      comment: 'Tests of the whole system go through HTTP and processes.',
      severity: 'error',
      from: { pathNot: '^apps/' },
      to: { path: '^apps/' },
    },
    {
      name: 'web-takes-nothing-from-libs',
      severity: 'error',
      from: { path: '^apps/web/' },
      to: { path: '^libs/' },
    },
    {
      name: 'web-features-know-no-siblings',
      comment: 'What two features need stands in ui, api, session or texts.',
      severity: 'error',
      from: { path: '^apps/web/src/features/([^/]+)/' },
      to: { path: '^apps/web/src/features/', pathNot: '^apps/web/src/features/$1/' },
    },
    {
      name: 'web-looks-down',
      comment: 'app → features → session, ui → texts → api.',
      severity: 'error',
      from: { path: '^apps/web/src/(?:api|texts|ui|session)/', pathNot: SPEC },
      to: { path: '^apps/web/src/(?:app|features)/' },
    },
    {
      name: 'pure-libs-use-no-packages',
      severity: 'error',
      from: { path: `^libs/(?:${PURE.join('|')})/`, pathNot: SPEC },
      to: { path: 'node_modules', pathNot: `node_modules/(?:${PURE_PACKAGES.join('|')})/` },
    },
    {
      name: 'pure-libs-use-nothing-of-node',
      severity: 'error',
      from: { path: `^libs/(?:${PURE.join('|')})/`, pathNot: SPEC },
      to: { dependencyTypes: ['core'], pathNot: '^(?:node:)?crypto$' },
    },
    {
      name: 'typeorm-only-for-rows',
      comment: 'The log, projections and everything that decides write their SQL.',
      severity: 'error',
      from: { path: '^libs/', pathNot: ['^libs/(?:registry|identity|read-models)/', SPEC] },
      to: { path: 'node_modules/typeorm/' },
    },
    {
      name: 'http-only-in-apps',
      severity: 'error',
      from: { path: '^libs/', pathNot: SPEC },
      to: { path: 'node_modules/(?:@nestjs/(?:common|core|platform-fastify|swagger|cqrs)|fastify|@fastify)/' },
    },
    {
      name: 'testing-only-from-specs',
      severity: 'error',
      from: { pathNot: [SPEC, '^libs/testing/', '^test/'] },
      to: { path: '^libs/testing/' },
    },
    {
      name: 'specs-only-by-specs',
      severity: 'error',
      from: { pathNot: SPEC },
      to: { path: SPEC },
    },
    {
      name: 'what-runs-needs-no-package-for-development',
      comment: 'The web interface is built before it runs, and what it is made of is built into it.',
      severity: 'error',
      from: { path: '^(?:apps|libs)/', pathNot: [SPEC, '^libs/testing/', '^apps/web/'] },
      to: { dependencyTypes: ['npm-dev'] },
    },
    {
      name: 'no-cycles',
      comment: 'A circle that a type closes is none when the program runs.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, pathNot: RUNS_BY_ITSELF },
      to: {},
    },
    {
      name: 'every-import-is-found',
      comment: 'An import that is not resolved is not judged by any rule above.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(?:^|/)dist/|^bench/peers/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      // Without `source`, #libs/* would lead into dist, which is excluded, and every rule would see nothing.
      conditionNames: ['source', 'import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.d.ts', '.js', '.mjs', '.json'],
    },
  },
};
